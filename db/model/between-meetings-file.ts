/**
 * The file of the sample's work between meetings (resources/boards/malli-jane-between-meetings.json). Organisations and
 * persons are local ids of the sample board's file, §§ are references such as "3/2026 § 27", municipalities codes. Each
 * feature reads its own section; sections of others are left as they are.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { PARTICIPATION_TYPES } from './participation.ts';
import { LIFE_COURSES } from './register-card.ts';
import { ACTION_STAGES, TARGET_KINDS, VOLUNTEER_BANDS } from './volunteer-action.ts';

const text = v.pipe(v.string(), v.minLength(1));
const optional = v.optional(v.nullable(text), null);
const day = v.optional(v.nullable(isoDateSchema), null);
const number = v.optional(v.nullable(v.number()), null);
const texts = v.optional(v.array(text), []);

const actionSchema = v.object({
  code: text,
  name: text,
  description: v.optional(v.string(), ''),
  theme: optional,
  fields: texts,
  lead: optional,
  partners: texts,
  municipalities: texts,
  lifeCourses: v.optional(v.array(v.picklist(LIFE_COURSES)), []),
  participation: v.optional(v.array(v.picklist(PARTICIPATION_TYPES)), []),
  stages: v.array(
    v.object({ stage: v.picklist(ACTION_STAGES), on: isoDateSchema, ground: text, decision: optional }),
  ),
  volunteerBand: v.optional(v.nullable(v.picklist(VOLUNTEER_BANDS)), null),
  volunteers: number,
  hours: number,
  startsOn: day,
  endsOn: day,
  targets: v.optional(v.array(v.object({ kind: v.picklist(TARGET_KINDS), name: text })), []),
  events: v.optional(
    v.array(
      v.object({
        on: isoDateSchema,
        title: text,
        municipality: optional,
        participants: number,
        volunteers: number,
        hours: number,
        note: v.optional(v.string(), ''),
      }),
    ),
    [],
  ),
  phases: v.optional(
    v.array(v.object({ from: isoDateSchema, to: day, area: text, goal: v.optional(v.string(), '') })),
    [],
  ),
  notes: v.optional(v.array(v.object({ on: isoDateSchema, text })), []),
  decisions: texts,
  tasks: texts,
  budget: v.optional(
    v.array(
      v.object({
        name: text,
        cents: v.number(),
        shares: v.array(v.object({ funder: text, percent: v.number() })),
      }),
    ),
    [],
  ),
});
export type SampleAction = v.InferOutput<typeof actionSchema>;

const cardSchema = v.object({
  /** Local id, for arrows and links. */
  id: text,
  text,
  /** Local ids of cards to which it leads. */
  to: texts,
  actions: texts,
  decisions: texts,
});
const themeSchema = v.object({
  id: text,
  name: text,
  summary: v.optional(v.string(), ''),
  goals: texts,
  ownerOrganisation: optional,
  ownerPerson: optional,
  startsOn: day,
  endsOn: day,
  environment: v.array(cardSchema),
  implementation: v.array(cardSchema),
  results: v.array(cardSchema),
  impacts: v.array(cardSchema),
});
export type SampleTheme = v.InferOutput<typeof themeSchema>;

const indicatorSchema = v.object({
  name: text,
  unit: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  direction: v.optional(v.nullable(v.picklist(['up', 'down'])), null),
  decimals: v.optional(v.number(), 0),
  baseline: number,
  baselineOn: day,
  target: number,
  targetOn: day,
  source: v.optional(v.string(), ''),
  /** Codes of actions, local ids of themes and cards. */
  actions: texts,
  themes: texts,
  cards: texts,
  measurements: v.array(
    v.object({ on: isoDateSchema, value: v.number(), source: v.optional(v.string(), '') }),
  ),
});
export type SampleIndicator = v.InferOutput<typeof indicatorSchema>;

const betweenMeetingsSchema = v.looseObject({
  format: v.literal('pykala-between-meetings'),
  version: v.literal(1),
  volunteerActions: v.array(actionSchema),
  themes: v.array(themeSchema),
  indicators: v.array(indicatorSchema),
  immigrantInclusion: v.unknown(),
});
export type BetweenMeetingsFile = v.InferOutput<typeof betweenMeetingsSchema>;

/** @throws ValiError when the shipped file is not as it should be */
export function parseBetweenMeetings(json: unknown): BetweenMeetingsFile {
  return v.parse(betweenMeetingsSchema, json);
}
