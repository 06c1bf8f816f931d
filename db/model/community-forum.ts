/**
 * Community forums (yhteisöfoorumit): a municipality, its residents and associations under the municipality's HYTE group;
 * tried as a pilot, made permanent by the municipality's own decision. A change of stage has a day and a ground.
 */
import * as v from 'valibot';
import { addDays, isoDateSchema } from './dates.ts';
import { AppError } from './errors.ts';
import { idSchema } from './identity.ts';
import type { OrganisationState } from './organisation.ts';
import { municipalityCodeSchema, stageOn, stagesInOrder } from './practice.ts';
import { countSchema } from './volunteer-action.ts';

/** kokeilu, vakinainen, päättynyt */
export const FORUM_STAGES = ['pilot', 'permanent', 'ended'] as const;
export type ForumStage = (typeof FORUM_STAGES)[number];
/** foorumin kokous, muu tilaisuus */
export const FORUM_EVENT_KINDS = ['meeting', 'occasion'] as const;
export type ForumEventKind = (typeof FORUM_EVENT_KINDS)[number];

const words = v.optional(v.pipe(v.string(), v.maxLength(10_000, 'too_long')), '');
const line = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), '');
const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));

export const forumInputSchema = v.object({
  name,
  municipality: municipalityCodeSchema,
  /** The municipality's HYTE group (hyte-ryhmä) under which it works. */
  hyteGroup: name,
  description: words,
  chairOrganisationId: v.nullish(idSchema, null),
  chairPersonId: v.nullish(idSchema, null),
  /** "hyvinvointikoordinaattori": where the chair goes with an office. */
  chairRole: line,
  contactPersonId: v.nullish(idSchema, null),
  organisationIds: v.optional(v.pipe(v.array(idSchema), v.maxLength(400)), []),
  themeIds: v.optional(v.pipe(v.array(idSchema), v.maxLength(50)), []),
});
export type ForumValues = v.InferOutput<typeof forumInputSchema>;

export const forumStageSchema = v.object({
  stage: v.picklist(FORUM_STAGES),
  changedOn: isoDateSchema,
  ground: v.pipe(v.string(), v.trim(), v.minLength(1, 'ground_missing'), v.maxLength(1_000, 'too_long')),
  /** "Liperin kunnanhallitus 24.8.2026 § 171" */
  decidedBy: line,
  /** A § of the board that it rests on. */
  itemId: v.nullish(idSchema, null),
});
export type ForumStageChange = v.InferOutput<typeof forumStageSchema>;

export const forumEventSchema = v.object({
  heldOn: isoDateSchema,
  kind: v.picklist(FORUM_EVENT_KINDS),
  title: name,
  participants: countSchema,
  organisations: countSchema,
  note: words,
});
export type ForumEventValues = v.InferOutput<typeof forumEventSchema>;

export interface ForumStageRow {
  id: string;
  stage: ForumStage;
  changedOn: string;
}

/** "Liperin kunnanhallitus 24.8.2026 § 171" names a body and its section. */
const BODY_AND_SECTION = /\p{L}{3}.*§\s*\d/u;

/**
 * Whether a change of stage may be noted: a ground, a day that neither lies ahead nor before the latest change, a stage that
 * is another one. A forum begins as a pilot or is permanent at once, and it is the municipality's body that makes it
 * permanent, by a section of its own.
 * @param today ISO date; null: days are not checked against it
 * @throws AppError INVALID_INPUT, FORUM_BEGINS, FORUM_STAGE_SAME, FORUM_STAGE_BEFORE_LATEST, STAGE_IN_FUTURE,
 *   FORUM_DECISION_MISSING
 */
export function checkForumStage(
  rows: readonly ForumStageRow[],
  change: Pick<ForumStageChange, 'stage' | 'changedOn' | 'ground' | 'decidedBy'>,
  today: string | null,
): void {
  if (change.ground.trim() === '') throw new AppError('INVALID_INPUT', {}, { ground: 'ground_missing' });
  const latest = stagesInOrder(rows).at(-1);
  if (latest === undefined && change.stage === 'ended')
    throw new AppError('FORUM_BEGINS', {}, { stage: 'stage_not_here' });
  if (latest?.stage === change.stage) throw new AppError('FORUM_STAGE_SAME', {}, { stage: 'stage_same' });
  if (latest && change.changedOn < latest.changedOn)
    throw new AppError(
      'FORUM_STAGE_BEFORE_LATEST',
      { date: latest.changedOn },
      { changedOn: 'stage_before_latest' },
    );
  if (today !== null && change.changedOn > today)
    throw new AppError('STAGE_IN_FUTURE', {}, { changedOn: 'date_in_future' });
  if (change.stage === 'permanent' && !BODY_AND_SECTION.test(change.decidedBy))
    throw new AppError('FORUM_DECISION_MISSING', {}, { decidedBy: 'decision_missing' });
}

/** A forum with its changes of stage. */
export interface ForumHistory {
  code: string;
  municipality: string;
  rows: readonly ForumStageRow[];
}

/** What a municipality has on a day; the strongest of its forums counts. */
export type MunicipalForum = ForumStage | 'none';
const STRENGTH: readonly MunicipalForum[] = ['none', 'ended', 'pilot', 'permanent'];

/** @param codes the municipalities that are asked of. @param day ISO date */
export function forumCoverage(
  codes: readonly string[],
  forums: readonly ForumHistory[],
  day: string,
): Map<string, MunicipalForum> {
  const coverage = new Map<string, MunicipalForum>(codes.map((code) => [code, 'none']));
  for (const forum of forums) {
    const stage = stageOn(forum.rows, day)?.stage ?? 'none';
    const before = coverage.get(forum.municipality) ?? 'none';
    if (STRENGTH.indexOf(stage) > STRENGTH.indexOf(before)) coverage.set(forum.municipality, stage);
  }
  return coverage;
}

/** Municipalities in which a forum is at work on a day, as a pilot or permanently, and by which forums. */
export function workingForums(
  forums: readonly ForumHistory[],
  day: string,
): { count: number; pilot: number; permanent: number; codes: string[] } {
  const coverage = [...forumCoverage([], forums, day).values()];
  const pilot = coverage.filter((one) => one === 'pilot').length;
  const permanent = coverage.filter((one) => one === 'permanent').length;
  const codes = forums.flatMap(({ code, rows }) => {
    const stage = stageOn(rows, day)?.stage;
    return stage === 'pilot' || stage === 'permanent' ? [code] : [];
  });
  return { count: pilot + permanent, pilot, permanent, codes };
}

/** Sums over meetings and events of a forum; what nobody counted is no zero: `uncounted` says at how many. */
export function forumEventTotals(events: readonly { kind: ForumEventKind; participants: number | null }[]): {
  meetings: number;
  occasions: number;
  participants: number;
  uncounted: number;
} {
  return {
    meetings: events.filter(({ kind }) => kind === 'meeting').length,
    occasions: events.filter(({ kind }) => kind === 'occasion').length,
    participants: events.reduce((sum, one) => sum + (one.participants ?? 0), 0),
    uncounted: events.filter(({ participants }) => participants === null).length,
  };
}

/** A pilot that has gone on so long, or a forum that has not met for so long, is told. Days. */
export const LONG_PILOT_DAYS = 730;
export const QUIET_DAYS = 365;

/** What a forum lacks, or what stands still; told on its card, never a reason not to save it. */
export type ForumFlag =
  | { code: 'no_chair' }
  | { code: 'few_members'; count: number }
  | { code: 'dissolved'; organisation: string; endedOn: string | null }
  | { code: 'long_pilot'; since: string }
  | { code: 'quiet'; since: string };

/** @param organisations the chair's and the members. @param lastHeldOn its latest meeting or event. @param today ISO date */
export function forumFlags(
  forum: {
    stage: ForumStage;
    since: string;
    hasChair: boolean;
    members: number;
    organisations: readonly { name: string; state: OrganisationState; endedOn: string | null }[];
    lastHeldOn: string | null;
  },
  today: string,
): ForumFlag[] {
  if (forum.stage === 'ended') return [];
  const flags: ForumFlag[] = [];
  if (!forum.hasChair) flags.push({ code: 'no_chair' });
  if (forum.members < 2) flags.push({ code: 'few_members', count: forum.members });
  for (const one of forum.organisations)
    if (one.state === 'dissolved' || (one.endedOn !== null && one.endedOn < today))
      flags.push({ code: 'dissolved', organisation: one.name, endedOn: one.endedOn });
  if (forum.stage === 'pilot' && addDays(forum.since, LONG_PILOT_DAYS) < today)
    flags.push({ code: 'long_pilot', since: forum.since });
  const last = forum.lastHeldOn ?? forum.since;
  if (addDays(last, QUIET_DAYS) < today) flags.push({ code: 'quiet', since: last });
  return flags;
}

/** What the stages are called, wherever they are told. */
export const FORUM_STAGE_WORDS = {
  fi: { none: 'Ei foorumia', pilot: 'Kokeilu', permanent: 'Vakinainen', ended: 'Päättynyt' },
  sv: { none: 'Inget forum', pilot: 'Försök', permanent: 'Permanent', ended: 'Avslutat' },
  en: { none: 'No forum', pilot: 'Pilot', permanent: 'Permanent', ended: 'Ended' },
} as const satisfies Record<'fi' | 'sv' | 'en', Record<MunicipalForum, string>>;
