/** Search over all minutes: what is asked, and what is found, grouped by meeting. */
import * as v from 'valibot';
import { DECISION_TYPES, type DecisionType } from './decision.ts';
import { idSchema } from './identity.ts';
import { ITEM_KINDS, type ItemKind, type TextPart } from './meeting.ts';
import { MEETING_STATES, type MeetingState } from './meeting-state.ts';

const year = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999)), null);

export const minutesSearchSchema = v.object({
  text: v.optional(v.pipe(v.string(), v.maxLength(1_000)), ''),
  boardId: v.nullish(idSchema, null),
  /** Of meetings, both included. */
  yearFrom: year,
  yearTo: year,
  kind: v.nullish(v.picklist(ITEM_KINDS), null),
  decisionType: v.nullish(v.picklist(DECISION_TYPES), null),
  /** Who proposed, seconded, dissented, was in conflict, elected, presented, or is named or responsible. */
  personId: v.nullish(idSchema, null),
  /** That applied, is named, or is responsible. */
  organisationId: v.nullish(idSchema, null),
  /** Only items with a conflict of interest (esteellisyys). */
  conflicted: v.optional(v.boolean(), false),
  state: v.nullish(v.picklist(MEETING_STATES), null),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 40),
});
export type MinutesSearch = v.InferOutput<typeof minutesSearchSchema>;
export type MinutesSearchInput = v.InferInput<typeof minutesSearchSchema>;

/** A range of UTF-16 units, the end not included. */
export interface FoundRange {
  start: number;
  end: number;
}

export interface FoundItem {
  itemId: string;
  section: number;
  kind: ItemKind;
  title: string;
  titleMatches: readonly FoundRange[];
  decisionType: DecisionType | null;
  conflicted: boolean;
  /** Where in the item; null: in its title, its identifiers or what belongs to it. */
  part: TextPart | null;
  snippet: { text: string; matches: readonly FoundRange[] };
  /** The words that matched, as they stand in the item. */
  words: string[];
}

export interface FoundMeeting {
  meetingId: string;
  /** "3/2026" */
  label: string;
  board: string;
  heldOn: string;
  state: MeetingState;
  profile: 'minutes' | 'memo';
  items: FoundItem[];
}

/** An item of imported old minutes. */
export interface FoundOldItem {
  number: number;
  /** As printed: "14 §". */
  label: string;
  title: string;
  titleMatches: readonly FoundRange[];
  snippet: { text: string; matches: readonly FoundRange[] };
  /** The words that matched, as they stand in the item. */
  words: string[];
}

/** Imported old minutes (tuotu pöytäkirja): found by their items, or as a whole when the words stand elsewhere in the text. */
export interface FoundOldMinutes {
  id: string;
  /** "1/2017"; null when the number is not known. */
  label: string | null;
  fileName: string;
  board: string;
  heldOn: string | null;
  state: 'review' | 'accepted';
  items: FoundOldItem[];
  /** A piece of the text; null when items are found. */
  snippet: { text: string; matches: readonly FoundRange[] } | null;
}

export interface FoundMinutes {
  /** Of items, and of old minutes found as a whole; `meetings` and after them `oldMinutes` hold the first `limit`. */
  total: number;
  meetings: FoundMeeting[];
  oldMinutes: FoundOldMinutes[];
  /** How many items each value of a filter would give, the other filters as they are. */
  counts: {
    years: Record<string, number>;
    kinds: Partial<Record<ItemKind, number>>;
    decisionTypes: Partial<Record<DecisionType, number>>;
  };
}
