/**
 * Data protection (tietosuoja): on what ground contact data is kept, how long, and what an erasure takes. Terms are
 * months and years of settings, because they are the controller's own decisions.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import { optionalText } from './organisation.ts';

/** GDPR article 6(1): e, a, f, c, b. */
export const LEGAL_GROUNDS = [
  'public_task',
  'consent',
  'legitimate_interest',
  'legal_obligation',
  'contract',
] as const;
export type LegalGround = (typeof LEGAL_GROUNDS)[number];

/** How a person wants to be reached (yhteydenottotapa). */
export const CHANNELS = ['email', 'phone', 'letter', 'none'] as const;
export type Channel = (typeof CHANNELS)[number];

/** GDPR article 18(1) a–d. */
export const RESTRICTION_GROUNDS = ['accuracy', 'unlawful', 'claims', 'objection'] as const;
export type RestrictionGround = (typeof RESTRICTION_GROUNDS)[number];

export const ERASURE_CAUSES = ['request', 'schedule', 'repeated'] as const;
export type ErasureCause = (typeof ERASURE_CAUSES)[number];
/** Contact data alone; the whole person; or nothing, because a restored copy had nobody of that id. */
export type ErasureScope = 'contact' | 'whole' | 'nothing';

/** What stands in the log in the place of an erased value. */
export const ERASED = '[erased]';

const months = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1, 'out_of_range'),
  v.maxValue(600, 'out_of_range'),
);
const words = v.optional(v.pipe(v.string(), v.maxLength(4_000, 'too_long')), '');

export const privacySettingsSchema = v.object({
  /** Rekisterinpitäjä. */
  controller: words,
  controllerBusinessId: words,
  /** Kirjaamo: address, e-mail, phone. */
  controllerContact: words,
  /** Tietosuojavastaava. */
  officer: words,
  registerName: words,
  purpose: words,
  legalGround: v.optional(v.picklist(LEGAL_GROUNDS), 'public_task'),
  sources: words,
  disclosures: words,
  transfers: words,
  protection: words,
  /** Months after the last role has ended until contact data is due. */
  contactMonths: v.optional(months, 12),
  /** Months after a meeting until the words of replies to its call (e.g. diet, interpreter) are due. */
  replyMonths: v.optional(months, 6),
  /** Years until entries of the log of changes are due. */
  logYears: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1, 'out_of_range'), v.maxValue(50, 'out_of_range')),
    5,
  ),
});
export type PrivacySettings = v.InferOutput<typeof privacySettingsSchema>;

export const personPrivacyInputSchema = v.object({
  personId: idSchema,
  purpose: words,
  legalGround: v.nullish(v.picklist(LEGAL_GROUNDS), null),
  channel: v.nullish(v.picklist(CHANNELS), null),
});
export type PersonPrivacyValues = v.InferOutput<typeof personPrivacyInputSchema>;

export const keepInputSchema = v.object({
  personId: idSchema,
  until: v.nullable(isoDateSchema),
  reason: words,
});

export const consentInputSchema = v.pipe(
  v.object({
    personId: idSchema,
    subject: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(200, 'too_long')),
    givenOn: isoDateSchema,
    source: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
    withdrawnOn: v.nullish(isoDateSchema, null),
  }),
  v.forward(
    v.check((one) => one.withdrawnOn === null || one.withdrawnOn >= one.givenOn, 'ends_before_start'),
    ['withdrawnOn'],
  ),
);
export type ConsentValues = v.InferOutput<typeof consentInputSchema>;

/** A blank of the filters is no filter. */
export const auditFilterSchema = v.object({
  personId: v.nullish(idSchema, null),
  entity: optionalText(60),
  from: v.nullish(isoDateSchema, null),
  to: v.nullish(isoDateSchema, null),
  text: optionalText(200),
});
export type AuditFilter = v.InferOutput<typeof auditFilterSchema>;

/** The day so many months later; the last day of a shorter month. ISO dates. */
export function addMonths(date: string, count: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + count;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const leap = (newYear % 4 === 0 && newYear % 100 !== 0) || newYear % 400 === 0;
  const length = newMonth === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(newMonth) ? 30 : 31;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(newYear).padStart(4, '0')}-${two(newMonth)}-${two(Math.min(day, length))}`;
}

/** What is known of a person when the terms are reckoned. Dates are ISO days; the end of a role is its last day. */
export interface RetentionFacts {
  hasContactData: boolean;
  /** Ends of all roles; null: still in force. */
  roleEnds: readonly (string | null)[];
  /** The day on which the person came into the register, for one without any role. */
  enteredOn: string;
  openTasks: number;
  /** A consent that has been given and not withdrawn. */
  hasConsent: boolean;
  keepUntil: string | null;
  isRestricted: boolean;
}

/**
 * The day on which a person's contact data is due to be erased, or null when there is none or a reason to keep it:
 * a role in force, an open task, a consent, a restriction (GDPR art. 18: it is only kept).
 */
export function contactDueOn(facts: RetentionFacts, contactMonths: number): string | null {
  const { roleEnds, openTasks, hasConsent, keepUntil } = facts;
  if (!facts.hasContactData || facts.isRestricted || hasConsent || openTasks > 0) return null;
  if (roleEnds.includes(null)) return null;
  const last = (roleEnds as readonly string[]).reduce((latest, end) => (end > latest ? end : latest), '');
  const due = addMonths(last === '' ? facts.enteredOn : last, contactMonths);
  return keepUntil !== null && keepUntil > due ? keepUntil : due;
}

/** What an erasure does with rows that name the person. */
export type OnErasure = 'keep' | 'remove' | 'clear';

/**
 * Columns that name a person, where they are not part of a record. All others are kept, and so is the name of whoever
 * they name: seats, offices, and everything that belongs to meetings (arkistointi yleisen edun mukaisesti).
 */
const NOT_RECORD: Readonly<Record<string, Exclude<OnErasure, 'keep'>>> = {
  'position.person_id': 'remove',
  'contact_role_holder.person_id': 'remove',
  'person_privacy.person_id': 'remove',
  'consent.person_id': 'remove',
  'postal_address.person_id': 'remove',
  // That a document went stays; to whom does not, when the person belongs to no record besides.
  'delivery.person_id': 'clear',
  'task.responsible_person_id': 'clear',
  'clock_task.responsible_person_id': 'clear',
  'communication_entry.responsible_person_id': 'clear',
  'theme.owner_person_id': 'clear',
  'practice.contact_person_id': 'clear',
  'community_forum.chair_person_id': 'clear',
  'community_forum.contact_person_id': 'clear',
  'agreement.contact_person_id': 'clear',
  'project.manager_person_id': 'clear',
  'project.expert_person_id': 'clear',
};

export function onErasure(table: string, column: string): OnErasure {
  return NOT_RECORD[`${table}.${column}`] ?? 'keep';
}

/** Shorter ones would be found everywhere. */
const SHORTEST_SOUGHT = 5;

/** Which of erased values are worth looking for in other rows: long enough, once each, the longest first. */
export function soughtValues(values: readonly (string | null)[]): string[] {
  const whole = values.flatMap((value) =>
    value !== null && value.trim().length >= SHORTEST_SOUGHT ? [value.trim()] : [],
  );
  return [...new Set(whole)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** A text without the values, upper case or lower; the same text when none is in it. */
export function withoutValues(text: string, values: readonly string[]): string {
  return values.reduce(
    (left, value) => left.replaceAll(new RegExp(RegExp.escape(value), 'giu'), () => ERASED),
    text,
  );
}
