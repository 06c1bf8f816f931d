/** Which document of a meeting is looked at (asiakirjalaji), and which §§ an extract has. */
import { create } from 'zustand';
import type { DocumentKind } from '../../../db/model/printable.ts';

export interface DocumentChoice {
  kind: DocumentKind;
  /** The items of an extract. */
  itemIds: readonly string[];
  /** Extract: whether those with a right to vote are named. */
  voters: boolean;
}

export const MINUTES: DocumentChoice = { kind: 'minutes', itemIds: [], voters: false };

/** Documents that have every item of the agenda, one after the other. */
export const KINDS_WITH_ITEMS: ReadonlySet<DocumentKind> = new Set([
  'minutes',
  'agenda',
  'public_agenda',
  'public',
  'summary',
]);

interface Choices {
  byMeeting: Readonly<Record<string, DocumentChoice>>;
}

const useChoices = create<Choices>()(() => ({ byMeeting: {} }));

export function useDocumentChoice(meetingId: string): DocumentChoice {
  return useChoices(({ byMeeting }) => byMeeting[meetingId]) ?? MINUTES;
}

export function chooseDocument(meetingId: string, part: Partial<DocumentChoice>): void {
  useChoices.setState(({ byMeeting }) => ({
    byMeeting: { ...byMeeting, [meetingId]: { ...(byMeeting[meetingId] ?? MINUTES), ...part } },
  }));
}

/** As the calls take it. */
export function choiceInput({ kind, itemIds, voters }: DocumentChoice): {
  kind: DocumentKind;
  itemIds: string[];
  voters: boolean;
} {
  return kind === 'extract' ? { kind, itemIds: [...itemIds], voters } : { kind, itemIds: [], voters: false };
}
