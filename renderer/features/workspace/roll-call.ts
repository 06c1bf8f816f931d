/** A roll call as it is taken: who has answered what, and whose turn it is. Pure. */
import type { Choice } from '../../../db/model/facts.ts';

export interface RollCall {
  /** Voters in the order of calling. */
  order: readonly string[];
  answers: Readonly<Record<string, Choice>>;
  /** Place of the one whose turn it is. */
  at: number;
}

export function startRollCall(
  order: readonly string[],
  ballots: readonly { personId: string; choice: Choice }[] = [],
): RollCall {
  const answers = Object.fromEntries(
    ballots
      .filter(({ personId }) => order.includes(personId))
      .map(({ personId, choice }) => [personId, choice]),
  );
  const open = order.findIndex((personId) => answers[personId] === undefined);
  return { order, answers, at: Math.max(0, open) };
}

/** The one whose turn it is answers; the turn goes to the next who has not. */
export function answer(call: RollCall, choice: Choice, at: number = call.at): RollCall {
  const personId = call.order[at];
  if (personId === undefined) return call;
  const answers = { ...call.answers, [personId]: choice };
  const waiting = (index: number): boolean => answers[call.order[index] ?? ''] === undefined;
  const places = call.order.map((_, step) => (at + 1 + step) % call.order.length);
  return { ...call, answers, at: places.find(waiting) ?? at };
}

export function withdrawAnswer(call: RollCall, at: number = call.at): RollCall {
  const { [call.order[at] ?? '']: _withdrawn, ...answers } = call.answers;
  return { ...call, answers, at };
}

export function moveTo(call: RollCall, at: number): RollCall {
  return { ...call, at: Math.min(call.order.length - 1, Math.max(0, at)) };
}

export function ballotsOf(call: RollCall): { personId: string; choice: Choice }[] {
  return call.order.flatMap((personId) => {
    const choice = call.answers[personId];
    return choice === undefined ? [] : [{ personId, choice }];
  });
}

const CHOICE_KEYS: Record<string, Choice> = { j: 'aye', e: 'no', t: 'blank' };

/** J, E and T are JAA, EI and TYHJÄ in every language of the window: the hands know them. */
export function choiceOfKey(key: string): Choice | null {
  return CHOICE_KEYS[key.toLowerCase()] ?? null;
}
