/**
 * Mailing lists (jakelulistat): saved rules, not saved names. Who is on a list is computed from the register each time,
 * with the reason for each.
 */
import * as v from 'valibot';
import { idSchema } from './identity.ts';
import { LANGUAGES, languageSchema, type Language } from './language.ts';
import { POSITION_ROLES } from './organisation.ts';

/** jäsenet, varajäsenet, puheenjohtajat, sihteeri, esittelijä, asiantuntijat */
export const BOARD_ROLES = ['member', 'deputy', 'chair', 'secretary', 'presenter', 'expert'] as const;
export type BoardRole = (typeof BOARD_ROLES)[number];

const some = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1, 'required'));
const codes = v.optional(v.array(v.pipe(v.string(), v.regex(/^\d{3}$/))), []);
const fieldIds = v.optional(v.array(idSchema), []);

/** Where the organisations are looked for: the board's network or the whole register, narrowed by field and municipality. */
const organisationEntries = {
  within: v.picklist(['network', 'register']),
  fieldIds,
  municipalityCodes: codes,
};

const listPartSchema = v.variant('of', [
  v.object({ of: v.literal('board'), roles: some(v.picklist(BOARD_ROLES)) }),
  /** The organisations that nominated the present members and deputies. */
  v.object({ of: v.literal('nominators') }),
  /** The organisations' own addresses. */
  v.object({ of: v.literal('organisations'), ...organisationEntries }),
  /** Persons by their role in those organisations. */
  v.object({ of: v.literal('positions'), roles: some(v.picklist(POSITION_ROLES)), ...organisationEntries }),
  /** Named persons and organisations. */
  v.object({
    of: v.literal('named'),
    personIds: v.optional(v.array(idSchema), []),
    organisationIds: v.optional(v.array(idSchema), []),
  }),
]);
export type ListPart = v.InferOutput<typeof listPartSchema>;

export const listRulesSchema = v.object({
  parts: some(listPartSchema),
  /** Empty: every language. */
  languages: v.optional(v.array(languageSchema), []),
  excludedPersonIds: v.optional(v.array(idSchema), []),
  excludedOrganisationIds: v.optional(v.array(idSchema), []),
});
export type ListRules = v.InferOutput<typeof listRulesSchema>;

/** The list that is there before any is saved: the board, and the organisations that nominated it. */
export const FIRST_LIST: ListRules = {
  parts: [{ of: 'board', roles: ['member', 'deputy', 'secretary'] }, { of: 'nominators' }],
  languages: [],
  excludedPersonIds: [],
  excludedOrganisationIds: [],
};

export const mailingListSchema = v.object({
  id: v.nullish(idSchema, null),
  version: v.nullish(v.pipe(v.number(), v.integer()), null),
  boardId: idSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(120, 'too_long')),
  rules: listRulesSchema,
});
export type MailingListInput = v.InferOutput<typeof mailingListSchema>;

/** Why somebody is on a list. */
export type ListReason =
  | { of: 'board'; role: BoardRole; seatNumber: number | null }
  | { of: 'nominators'; seatNumber: number }
  | { of: 'organisations' }
  | { of: 'positions'; role: string; organisation: string }
  | { of: 'named' };

export interface ListCandidate {
  personId: string | null;
  organisationId: string | null;
  name: string;
  email: string | null;
  address: { street: string; postalCode: string; postOffice: string } | null;
  language: Language;
  reason: ListReason;
}

export interface ListEntry extends Omit<ListCandidate, 'reason'> {
  reasons: ListReason[];
}

/**
 * The list of candidates as it goes out: each person and organisation once with all reasons, in the order in which
 * they came; the excluded and those of other languages left out. An address that two share is written to once: the
 * first keeps it, and takes on the reasons of the other. A blank address is never the same as another blank one.
 */
export function listEntries(candidates: readonly ListCandidate[], rules: ListRules): ListEntry[] {
  const languages: readonly Language[] = rules.languages.length === 0 ? LANGUAGES : rules.languages;
  const byId = new Map<string, ListEntry>();
  const byAddress = new Map<string, ListEntry>();
  const entries: ListEntry[] = [];
  for (const { reason, ...candidate } of candidates) {
    if (candidate.personId !== null && rules.excludedPersonIds.includes(candidate.personId)) continue;
    if (candidate.organisationId !== null && rules.excludedOrganisationIds.includes(candidate.organisationId))
      continue;
    if (!languages.includes(candidate.language)) continue;
    const id = candidate.personId ?? candidate.organisationId ?? '';
    const address = candidate.email?.trim().toLowerCase() ?? '';
    const known = byId.get(id) ?? (address === '' ? undefined : byAddress.get(address));
    if (known) {
      if (!known.reasons.some((one) => JSON.stringify(one) === JSON.stringify(reason)))
        known.reasons.push(reason);
      byId.set(id, known);
      continue;
    }
    const entry: ListEntry = { ...candidate, reasons: [reason] };
    entries.push(entry);
    byId.set(id, entry);
    if (address !== '') byAddress.set(address, entry);
  }
  return entries;
}
