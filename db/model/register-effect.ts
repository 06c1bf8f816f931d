/**
 * Effects of a decision on the register (päätöksen vaikutus rekisteriin): what an item changes in seats, offices, the
 * network of organisations, the rules or the stages of good practices, once its § has been examined. A new kind is a schema here, a plan in
 * register-change.ts and a sentence; nothing else knows the list.
 */
import * as v from 'valibot';
import { addDays, isoDateSchema } from './dates.ts';
import type { DecisionType } from './decision.ts';
import { idSchema } from './identity.ts';
import type { Language } from './language.ts';
import { municipalityCodeSchema, practiceStageSchema, PRACTICE_STAGES } from './practice.ts';
import { ruleProfileSchema } from './rules.ts';

const seatRole = v.picklist(['member', 'deputy']);

export const registerEffectSchema = v.variant('kind', [
  /** Paikan täyttäminen: a member or a personal deputy from a day on. */
  v.object({
    kind: v.literal('seat_filled'),
    seatId: idSchema,
    role: seatRole,
    personId: idSchema,
    organisationId: v.nullish(idSchema, null),
    from: isoDateSchema,
    /** Who holds the place until then; null when it is to be vacant by then. */
    replacesPersonId: v.nullish(idSchema, null),
  }),
  /** Paikan vapautuminen: ero (resignation), vapautus (release), muu syy. */
  v.object({
    kind: v.literal('seat_vacated'),
    seatId: idSchema,
    role: seatRole,
    personId: idSchema,
    lastDay: isoDateSchema,
    cause: v.optional(v.picklist(['resignation', 'release', 'other']), 'resignation'),
  }),
  /** Varajäsen nousee jäseneksi; an organisation may be asked for a new deputy, which makes a follow-up task. */
  v.object({
    kind: v.literal('deputy_rises'),
    seatId: idSchema,
    personId: idSchema,
    from: isoDateSchema,
    askOrganisationId: v.nullish(idSchema, null),
  }),
  /** Puheenjohtajan tai varapuheenjohtajan vaali. */
  v.object({
    kind: v.literal('office_elected'),
    office: v.picklist(['chair', 'vice_chair']),
    personId: idSchema,
    from: isoDateSchema,
  }),
  /** Järjestö hyväksytään verkostoon. */
  v.object({ kind: v.literal('organisation_admitted'), organisationId: idSchema, from: isoDateSchema }),
  /** Järjestö eroaa verkostosta. */
  v.object({ kind: v.literal('organisation_resigned'), organisationId: idSchema, lastDay: isoDateSchema }),
  /** Sääntöjen muutos: a profile of rules from a day on. */
  v.object({ kind: v.literal('rules_changed'), from: isoDateSchema, rules: ruleProfileSchema }),
  /** Hyvän käytännön vaihe muuttuu kunnassa; without a municipality, the practice's own. */
  v.object({
    kind: v.literal('practice_stage_changed'),
    practiceId: idSchema,
    municipality: v.nullish(municipalityCodeSchema, null),
    stage: v.picklist(PRACTICE_STAGES),
    /** The municipality's body and §, when it has decided by itself. */
    decidedBy: practiceStageSchema.entries.decidedBy,
    /** Why it goes back. */
    reason: practiceStageSchema.entries.reason,
    from: isoDateSchema,
  }),
]);
export type RegisterEffect = v.InferOutput<typeof registerEffectSchema>;
export type RegisterEffectInput = v.InferInput<typeof registerEffectSchema>;
export type EffectKind = RegisterEffect['kind'];

export const EFFECT_KINDS = [
  'seat_filled',
  'seat_vacated',
  'deputy_rises',
  'office_elected',
  'organisation_admitted',
  'organisation_resigned',
  'rules_changed',
  'practice_stage_changed',
] as const satisfies readonly EffectKind[];

/** The first day on which the register is as the effect makes it (ISO date). */
export function effectiveOn(effect: RegisterEffect): string {
  return 'lastDay' in effect ? addDays(effect.lastDay, 1) : effect.from;
}

/** Stages in which a matter that comes to the board again takes its effects along: nothing has come of them yet. */
export const CARRIED_STAGES: readonly EffectStage[] = ['planned', 'lapsed', 'unconfirmed', 'unresolved'];

/** An effect that does not begin before it can: moved to the earliest day where it would. */
export function notBefore(effect: RegisterEffect, decidedOn: string): RegisterEffect {
  const earliest = earliestEffect(effect.kind, decidedOn);
  if (effectiveOn(effect) >= earliest) return effect;
  return 'lastDay' in effect ? { ...effect, lastDay: addDays(earliest, -1) } : { ...effect, from: earliest };
}

/**
 * The earliest first day in force of a decision made on a day: what decides who votes and by which rules changes
 * from the day after, because the meeting's own composition stands; the network and practices from the same day.
 * @param decidedOn ISO date of the meeting
 */
export function earliestEffect(kind: EffectKind, decidedOn: string): string {
  return kind === 'organisation_admitted' || kind === 'practice_stage_changed'
    ? decidedOn
    : addDays(decidedOn, 1);
}

// ------------------------------------------------------------------ stages

/** What has been done with an effect, in the order of time. */
export const EFFECT_ACTIONS = [
  /** The register was changed. */
  'applied',
  /** It could not be changed; waits for the secretary (odottaa ratkaisua). */
  'unresolved',
  /** The change was taken back, with a reason. */
  'reversed',
  /** Left undone for good, with a reason. */
  'dismissed',
  /** The examination of the § was taken back, and the change with it: as if nothing had happened. */
  'withdrawn',
] as const;
export type EffectAction = (typeof EFFECT_ACTIONS)[number];

export const EFFECT_STAGES = [
  /** suunniteltu: the item has not been decided */
  'planned',
  /** raukesi: the matter was tabled, returned or removed */
  'lapsed',
  /** vahvistettava: the decision differs from the proposal, so the secretary has to look */
  'unconfirmed',
  /** päätetty: waits for the examination of the § */
  'decided',
  'applied',
  'unresolved',
  'reversed',
  'dismissed',
] as const;
export type EffectStage = (typeof EFFECT_STAGES)[number];

/** What the rules see of an effect. */
export interface EffectFacts {
  /** Null: nothing has been decided. `asProposed`: of a vote, that the base proposal won. */
  decision: { type: DecisionType; asProposed: boolean } | null;
  /** The effect was entered or confirmed when the decision was known. */
  confirmed: boolean;
  /** The last thing done with it. */
  lastAction: EffectAction | null;
  /** A later item goes on with the matter and carries its effects: it is decided there. */
  isContinued?: boolean;
}

const UNDECIDED: readonly DecisionType[] = ['tabled', 'returned', 'removed'];
/** Decisions that may differ from what was proposed. */
const OWN_WORDS: readonly DecisionType[] = ['amended', 'other'];

export function effectStage({ decision, confirmed, lastAction, isContinued }: EffectFacts): EffectStage {
  const isUndone = lastAction === null || lastAction === 'withdrawn' || lastAction === 'unresolved';
  if (isContinued === true && isUndone && (decision === null || UNDECIDED.includes(decision.type)))
    return 'lapsed';
  if (lastAction !== null && lastAction !== 'withdrawn') return lastAction;
  if (decision === null) return 'planned';
  if (UNDECIDED.includes(decision.type)) return 'lapsed';
  const differs = OWN_WORDS.includes(decision.type) || (decision.type === 'voted' && !decision.asProposed);
  return differs && !confirmed ? 'unconfirmed' : 'decided';
}

/** What the secretary can do: `confirm` that the decision means it, `apply` again, `dismiss`, `reverse`. */
export type EffectCommand = 'edit' | 'remove' | 'confirm' | 'apply' | 'dismiss' | 'reverse';

const COMMANDS: Record<EffectStage, { open: readonly EffectCommand[]; examined: readonly EffectCommand[] }> =
  {
    planned: { open: ['edit', 'remove'], examined: [] },
    lapsed: { open: ['edit', 'remove'], examined: [] },
    unconfirmed: { open: ['edit', 'remove', 'confirm'], examined: [] },
    decided: { open: ['edit', 'remove'], examined: ['apply'] },
    applied: { open: ['reverse'], examined: ['reverse'] },
    unresolved: { open: [], examined: ['apply', 'dismiss'] },
    reversed: { open: [], examined: ['apply'] },
    dismissed: { open: [], examined: ['apply'] },
  };

/**
 * The commands that a stage allows.
 * @param isOpen whether the words of the item may still change
 * @param isExamined whether its § has been examined
 * @param hasHistory something has been done with it before: it is dismissed then, not removed
 */
export function effectCommands(
  stage: EffectStage,
  isOpen: boolean,
  isExamined: boolean,
  hasHistory: boolean,
): readonly EffectCommand[] {
  if (isExamined) return COMMANDS[stage].examined;
  const open = COMMANDS[stage].open.map((command) =>
    command === 'remove' && hasHistory ? 'dismiss' : command,
  );
  return isOpen ? open : open.filter((command) => command === 'reverse');
}

/**
 * What the examination of the § does with an effect: `apply` it, note it as `unresolved` because it waits for the
 * secretary's word, or nothing.
 */
export function atExamination(stage: EffectStage): 'apply' | 'unresolved' | 'nothing' {
  if (stage === 'decided') return 'apply';
  return stage === 'unconfirmed' || stage === 'planned' ? 'unresolved' : 'nothing';
}

/** The ground of a stage that comes of a decision. @param reference "3/2026 § 25" */
export function decisionGround(language: Language, reference: string): string {
  return { fi: `Päätös ${reference}`, sv: `Beslut ${reference}`, en: `Decision ${reference}` }[language];
}

/** The follow-up task that comes of a deputy's rise: the organisation is asked for a new deputy. */
export function askForDeputy(language: Language, seat: number): string {
  return {
    fi: `Uuden varajäsenen nimeäminen paikalle ${seat}`,
    sv: `Namnge en ny ersättare för plats ${seat}`,
    en: `Name a new deputy for seat ${seat}`,
  }[language];
}

// ------------------------------------------------------------------ elections

/** What an election was about, by its title. */
export type ElectionSubject =
  | { kind: 'office_elected'; office: 'chair' | 'vice_chair' }
  | { kind: 'seat_filled'; role: 'member' | 'deputy'; seat: number | null };

/**
 * What kind of effect an election has, read from its title: "Varapuheenjohtajan vaali", "Paikan 7 varajäsenen
 * valinta". Null when the title does not tell, e.g. for tellers.
 */
export function electionSubject(title: string): ElectionSubject | null {
  const words = title.toLocaleLowerCase('fi');
  const seat = /(?:paik\p{L}*|plats\p{L}*|seat)\s*(\d+)/u.exec(words);
  const has = (...parts: string[]): boolean => parts.some((part) => words.includes(part));
  if (has('varapuheenjohtaj', 'vice ordförand', 'vice chair'))
    return { kind: 'office_elected', office: 'vice_chair' };
  if (has('puheenjohtaj', 'ordförand', 'chair')) return { kind: 'office_elected', office: 'chair' };
  const role = has('varajäsen', 'ersättar', 'suppleant', 'deputy') ? 'deputy' : 'member';
  if (seat !== null || role === 'deputy' || has('jäsen', 'ledamot', 'ledamöt', 'member'))
    return { kind: 'seat_filled', role, seat: seat === null ? null : Number(seat[1]) };
  return null;
}
