/** Meetings and their items: kinds, and the inputs of forms and procedures. */
import * as v from 'valibot';
import { isoDateSchema, localTimeSchema } from './dates.ts';
import { DECISION_TYPES } from './decision.ts';
import { CAPACITIES, CHOICES, CONFLICT_GROUNDS, PROPOSAL_KINDS, VOTE_METHODS } from './facts.ts';
import { idSchema } from './identity.ts';
import { languageSchema } from './language.ts';
import { MEETING_KINDS } from './meeting-kind.ts';
import { optionalText } from './organisation.ts';
import { richTextSchema } from './rich-text.ts';

/** The standing items of an agenda and the kinds of matters between them. */
export const ITEM_KINDS = [
  'opening',
  'lawfulness',
  'examiners',
  'agenda',
  'previous_minutes',
  'decision',
  'statement',
  'discussion',
  'information',
  'follow_up',
  'announcements',
  'other_matters',
  'next_meetings',
  'closing',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const meetingInputSchema = v.object({
  heldOn: isoDateSchema,
  plannedStart: v.nullish(localTimeSchema, null),
  place: v.optional(v.pipe(v.string(), v.maxLength(300, 'too_long')), ''),
  language: v.optional(languageSchema, 'fi'),
  diaryNumber: optionalText(60),
  callSentOn: v.nullish(isoDateSchema, null),
  agendaSentOn: v.nullish(isoDateSchema, null),
  chairId: v.nullish(idSchema, null),
  secretaryId: v.nullish(idSchema, null),
  presenterId: v.nullish(idSchema, null),
  /** Left out: an ordinary meeting when one is made, unchanged when one is saved. */
  kind: v.optional(v.picklist(MEETING_KINDS)),
  /** Who opens an organising meeting. */
  openerId: v.optional(v.nullable(idSchema)),
});
export type MeetingInput = v.InferInput<typeof meetingInputSchema>;

export const TEXT_PARTS = ['account', 'proposal', 'proceedings', 'decision'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

export const itemInputSchema = v.object({
  kind: v.picklist(ITEM_KINDS),
  title: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
  diaryNumber: optionalText(60),
  applicantOrganisationId: v.nullish(idSchema, null),
  presenterId: v.nullish(idSchema, null),
  account: v.nullish(richTextSchema, null),
  proposal: v.nullish(richTextSchema, null),
});

/**
 * One change of one item, as autosave sends it. `version` is what the editor last saw; another window's change
 * in between is a CONFLICT error and never overwritten.
 */
export const itemChangeSchema = v.object({
  itemId: idSchema,
  version: v.pipe(v.number(), v.integer()),
  change: v.partial(
    v.object({
      kind: v.picklist(ITEM_KINDS),
      title: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
      diaryNumber: optionalText(60),
      applicantOrganisationId: v.nullable(idSchema),
      presenterId: v.nullable(idSchema),
      account: v.nullable(richTextSchema),
      proposal: v.nullable(richTextSchema),
      proceedings: v.nullable(richTextSchema),
      decision: v.nullable(richTextSchema),
      decisionType: v.nullable(v.picklist(DECISION_TYPES)),
      startedAt: v.nullable(localTimeSchema),
      endedAt: v.nullable(localTimeSchema),
    }),
  ),
});
export type ItemChange = v.InferInput<typeof itemChangeSchema>;

/** What a secretary notes with one keystroke during the meeting. Times are local `HH:MM`. */
export const attendanceEventSchema = v.object({
  meetingId: idSchema,
  personId: idSchema,
  event: v.picklist(['arrive', 'leave', 'excuse', 'absent']),
  /** The item being dealt with; the first item when the meeting has not got further. */
  itemId: v.nullish(idSchema, null),
  time: v.nullish(localTimeSchema, null),
  capacity: v.optional(v.picklist(CAPACITIES)),
  remote: v.optional(v.boolean(), false),
  /** With the right to speak alone. */
  speakerOnly: v.optional(v.boolean(), false),
  /** In a decision by e-mail, where to arrive is to answer: the day of the answer; today unless told. */
  answeredOn: v.nullish(isoDateSchema, null),
  /** E.g. "asiantuntija, maakuntaliitto"; of somebody who has no title in this meeting yet. */
  title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'too_long')), ''),
});
export type AttendanceEvent = v.InferInput<typeof attendanceEventSchema>;

/** A stretch of presence noted afterwards. */
export const presenceInputSchema = v.object({
  meetingId: idSchema,
  personId: idSchema,
  capacity: v.optional(v.picklist(CAPACITIES)),
  firstItemId: idSchema,
  /** Last item at which the person counts; null: still present. */
  lastItemId: v.nullable(idSchema),
  arrivedAt: v.nullable(localTimeSchema),
  leftAt: v.nullable(localTimeSchema),
  remote: v.optional(v.boolean(), false),
  speakerOnly: v.optional(v.boolean(), false),
});

/** How somebody without a seat is named in this meeting. */
export const attendeeInputSchema = v.object({
  meetingId: idSchema,
  personId: idSchema,
  title: v.pipe(v.string(), v.trim(), v.maxLength(200, 'too_long')),
  capacity: v.picklist(CAPACITIES),
});

export const conflictInputSchema = v.pipe(
  v.object({
    itemId: idSchema,
    personId: idSchema,
    ground: v.picklist(CONFLICT_GROUNDS),
    explanation: v.optional(v.pipe(v.string(), v.maxLength(1_000, 'too_long')), ''),
    declaredBy: v.optional(v.picklist(['self', 'board']), 'self'),
    leftAt: v.nullish(localTimeSchema, null),
    returnedAt: v.nullish(localTimeSchema, null),
  }),
  // The reason must be written down (AOK OKV/1691/1/2015).
  v.forward(
    v.check((c) => c.ground !== 'other' || c.explanation.trim() !== '', 'required'),
    ['explanation'],
  ),
);
export type ConflictInput = v.InferInput<typeof conflictInputSchema>;

export const proposalInputSchema = v.object({
  itemId: idSchema,
  kind: v.picklist(PROPOSAL_KINDS),
  proposerId: idSchema,
  text: v.optional(v.pipe(v.string(), v.maxLength(10_000, 'too_long')), ''),
  seconderIds: v.optional(v.array(idSchema), []),
  withdrawn: v.optional(v.boolean(), false),
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const voteInputSchema = v.object({
  itemId: idSchema,
  method: v.picklist(VOTE_METHODS),
  ayeProposalId: v.nullish(idSchema, null),
  noProposalId: v.nullish(idSchema, null),
  ballots: v.optional(v.array(v.object({ personId: idSchema, choice: v.picklist(CHOICES) })), []),
  counts: v.nullish(v.object({ aye: count, no: count, blank: count }), null),
  chairChoice: v.nullish(v.picklist(CHOICES), null),
  lot: v.nullish(v.picklist(['aye', 'no']), null),
});

export const electionInputSchema = v.object({
  itemId: idSchema,
  title: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  places: v.pipe(v.number(), v.integer(), v.minValue(1)),
  candidates: v.array(
    v.object({ personId: idSchema, votes: count, wonByLot: v.optional(v.boolean(), false) }),
  ),
  blanks: v.optional(count, 0),
});

export const dissentInputSchema = v.object({
  itemId: idSchema,
  personId: idSchema,
  declared: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
  reasons: v.optional(v.pipe(v.string(), v.maxLength(10_000, 'too_long')), ''),
  /** The written reasons are an attachment of the minutes; left out: as it was. */
  attached: v.optional(v.boolean()),
});
