/** Live minutes (kokouksen työtila). */
import type { Translation } from '../message.ts';
import type { workspace as source } from '../fi/workspace.ts';

export const workspace: Translation<typeof source> = {
  quorum: 'Quorum',
  quorate: 'Quorate',
  notQuorate: 'Not quorate',
  presentOf: 'Present {present}/{seats}',
  present: 'Present',
  absent: 'Absent',
  item: 'Item',
  proposal: 'Proposal',
  grounds: 'Grounds',
  discussion: 'Discussion',
  decision: 'Decision',
  conflict: 'Conflict of interest',
  conflictNoted: 'Disqualified',
  vote: 'Vote',
  dissent: 'Dissenting opinion',
  examiner: 'Examiner of the minutes',
  examiners: 'Examiners of the minutes',
  teller: 'Teller',
  arrived: 'Arrived at {time}',
  left: 'Left at {time}',
  insertPhrase: 'Insert a phrase',
};
