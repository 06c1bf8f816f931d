/** What the secretary notes in a meeting, entry by entry (merkinnät), as far as the last of them can be taken back. */
const ENTRY_KINDS = [
  'arrive',
  'leave',
  'excuse',
  'absent',
  'presence',
  'presence_removed',
  'attendee',
  'attendee_removed',
  'conflict',
  'conflict_removed',
  'proposal',
  'proposal_removed',
  'vote',
  'vote_removed',
  'election',
  'election_removed',
  'elected',
  'dissent',
  'dissent_removed',
  'decision',
  'put_off',
  'next_item',
  'break',
  'times',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What an entry was, for the sentence that says what was taken back. */
export interface EntryView {
  kind: EntryKind;
  /** Whom it was about. */
  person: string | null;
  /** § number, or the number of the item in a memo. */
  section: number | null;
  /** Local `HH:MM`. */
  time: string | null;
}
