/** Asking before something that cannot be taken back. Where it can, do it and offer undo in the message instead. */
import { create } from 'zustand';

export interface Question {
  /** A question: `Poistetaanko kokous 3/2026?` */
  title: string;
  /** What follows from a yes. */
  body?: string;
  /** The verb: `Poista kokous`. */
  confirmLabel: string;
  /** `Peruuta` unless given. */
  cancelLabel?: string;
  /** Marks the button as dangerous. */
  isDangerous?: boolean;
}

interface Asked extends Question {
  id: number;
  answer: (yes: boolean) => void;
}

export const useQuestions = create<{ asked: readonly Asked[] }>()(() => ({ asked: [] }));

let count = 0;

/** Asks, and resolves to the answer: `if (!(await confirm({ … }))) return;` */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const id = ++count;
    const answer = (yes: boolean): void => {
      useQuestions.setState(({ asked }) => ({ asked: asked.filter((one) => one.id !== id) }));
      resolve(yes);
    };
    useQuestions.setState(({ asked }) => ({ asked: [...asked, { ...question, id, answer }] }));
  });
}
