/**
 * Agreements (sopimukset): the wellbeing agreement (hyvinvointisopimus) that municipalities sign one by one, partnership
 * agreements and others. States and days that follow from the rows are computed.
 */
import * as v from 'valibot';
import { addDays, isoDateSchema } from './dates.ts';
import { AppError } from './errors.ts';
import { idSchema } from './identity.ts';
import type { OrganisationState } from './organisation.ts';
import { municipalityCodeSchema } from './practice.ts';
import { addMonths } from './privacy.ts';

/** hyvinvointisopimus, kumppanuussopimus, sopimus kunnan kanssa, ostosopimus, harjoittelusopimus, muu */
export const AGREEMENT_KINDS = [
  'wellbeing',
  'partnership',
  'municipal',
  'purchase',
  'placement',
  'other',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];
/** lähetetty, käsittelyssä, allekirjoitettu, kieltäytynyt */
export const SIGNATURE_STATES = ['sent', 'in_hand', 'signed', 'declined'] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));
const words = v.optional(v.pipe(v.string(), v.maxLength(10_000, 'too_long')), '');
const line = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), '');
const count = (most: number) =>
  v.pipe(
    v.number(),
    v.integer('whole_number'),
    v.minValue(0, 'negative'),
    v.maxValue(most, 'number_too_large'),
  );

/** One party: exactly one of the three. */
const partySchema = v.pipe(
  v.object({
    id: v.nullish(idSchema, null),
    organisationId: v.nullish(idSchema, null),
    municipality: v.nullish(municipalityCodeSchema, null),
    name: v.nullish(name, null),
  }),
  v.check(
    (party) =>
      [party.organisationId, party.municipality, party.name].filter((one) => one !== null).length === 1,
    'party_one',
  ),
);

export const agreementInputSchema = v.pipe(
  v.object({
    name,
    kind: v.picklist(AGREEMENT_KINDS),
    summary: words,
    startsOn: v.nullish(isoDateSchema, null),
    endsOn: v.nullish(isoDateSchema, null),
    noticeMonths: v.nullish(count(60), null),
    remindDays: v.optional(count(730), 60),
    contactPersonId: v.nullish(idSchema, null),
    parties: v.pipe(v.array(partySchema), v.minLength(1, 'parties_missing'), v.maxLength(400)),
  }),
  v.forward(
    v.check(
      ({ startsOn, endsOn }) => startsOn === null || endsOn === null || endsOn >= startsOn,
      'ends_before_start',
    ),
    ['endsOn'],
  ),
);
export type AgreementValues = v.InferOutput<typeof agreementInputSchema>;

export const signatureSchema = v.object({
  state: v.picklist(SIGNATURE_STATES),
  notedOn: isoDateSchema,
  /** "kunnanjohtaja": the role, never the name. */
  signerRole: line,
  note: line,
});
export type SignatureValues = v.InferOutput<typeof signatureSchema>;

/**
 * Whether a state of a signature may be noted: signed wants the signer's role, and no day lies ahead or before the latest.
 * @param latest the party's latest note
 * @param today ISO date; null: not checked
 * @throws AppError SIGNER_ROLE_MISSING, SIGNATURE_BEFORE_LATEST, SIGNATURE_IN_FUTURE
 */
export function checkSignature(
  latest: { notedOn: string } | null,
  values: SignatureValues,
  today: string | null,
): void {
  if (values.state === 'signed' && values.signerRole === '')
    throw new AppError('SIGNER_ROLE_MISSING', {}, { signerRole: 'signer_role_missing' });
  if (latest !== null && values.notedOn < latest.notedOn)
    throw new AppError(
      'SIGNATURE_BEFORE_LATEST',
      { date: latest.notedOn },
      { notedOn: 'stage_before_latest' },
    );
  if (today !== null && values.notedOn > today)
    throw new AppError('SIGNATURE_IN_FUTURE', {}, { notedOn: 'date_in_future' });
}

export interface AgreementFacts {
  startsOn: string | null;
  endsOn: string | null;
  noticeMonths: number | null;
  remindDays: number;
  terminatedOn: string | null;
  /** Another agreement goes on from it. */
  isRenewed: boolean;
  /** State of each party's signature; null: nothing noted. */
  signatures: readonly (SignatureState | null)[];
}

/** valmisteilla, allekirjoitettavana, tulossa voimaan, voimassa, päättynyt, irtisanottu */
export type AgreementState = 'preparing' | 'being_signed' | 'upcoming' | 'in_force' | 'ended' | 'terminated';

/** @param today ISO date */
export function agreementState(facts: AgreementFacts, today: string): AgreementState {
  if (facts.terminatedOn !== null && facts.terminatedOn <= today) return 'terminated';
  if (facts.endsOn !== null && facts.endsOn < today) return 'ended';
  const signed = facts.signatures.filter((state) => state === 'signed').length;
  if (signed === 0) return facts.signatures.every((state) => state === null) ? 'preparing' : 'being_signed';
  // Those who declined do not keep it from the others.
  const waits = facts.signatures.some((state) => state !== 'signed' && state !== 'declined');
  if (facts.startsOn !== null && facts.startsOn > today) return waits ? 'being_signed' : 'upcoming';
  return waits && facts.startsOn === null ? 'being_signed' : 'in_force';
}

/**
 * The days to remember of an agreement that ends: the last day on which notice can be given or a renewal agreed, and the
 * day from which it is reminded of. Null: it has no end, has been ended, or goes on in another.
 */
export function agreementDays(
  facts: AgreementFacts,
): { endsOn: string; noticeBy: string; remindOn: string } | null {
  const { endsOn, noticeMonths, remindDays } = facts;
  if (endsOn === null || facts.terminatedOn !== null || facts.isRenewed) return null;
  const noticeBy = noticeMonths === null ? endsOn : addMonths(endsOn, -noticeMonths);
  return { endsOn, noticeBy, remindOn: addDays(noticeBy, -remindDays) };
}

/** What an agreement lacks or what is wrong with it. */
export type AgreementFlag =
  | { code: 'dissolved'; organisation: string; endedOn: string | null }
  | { code: 'expires'; on: string; noticeBy: string }
  | { code: 'unsigned'; count: number }
  | { code: 'overlaps'; predecessor: string };

/**
 * @param today ISO date
 * @param parties organisations among the parties
 * @param predecessor the agreement that it renews
 */
export function agreementFlags(
  facts: AgreementFacts,
  organisations: readonly { name: string; state: OrganisationState; endedOn: string | null }[],
  predecessor: { name: string; endsOn: string | null; terminatedOn: string | null } | null,
  today: string,
): AgreementFlag[] {
  const flags: AgreementFlag[] = [];
  const state = agreementState(facts, today);
  if (state === 'ended' || state === 'terminated') return flags;
  for (const one of organisations)
    if (one.state === 'dissolved' || (one.endedOn !== null && one.endedOn < today))
      flags.push({ code: 'dissolved', organisation: one.name, endedOn: one.endedOn });
  const days = agreementDays(facts);
  if (days !== null && days.remindOn <= today)
    flags.push({ code: 'expires', on: days.endsOn, noticeBy: days.noticeBy });
  const unsigned = facts.signatures.filter((one) => one !== 'signed' && one !== 'declined').length;
  if (state === 'in_force' && unsigned > 0) flags.push({ code: 'unsigned', count: unsigned });
  const until = predecessor?.terminatedOn ?? predecessor?.endsOn ?? null;
  if (predecessor !== null && facts.startsOn !== null && (until === null || until >= facts.startsOn))
    flags.push({ code: 'overlaps', predecessor: predecessor.name });
  return flags;
}

/** The period of a renewal: from the day after the end, as long as the one before. ISO dates. */
export function renewalPeriod(before: { startsOn: string | null; endsOn: string | null }): {
  startsOn: string | null;
  endsOn: string | null;
} {
  if (before.endsOn === null) return { startsOn: null, endsOn: null };
  const startsOn = addDays(before.endsOn, 1);
  if (before.startsOn === null) return { startsOn, endsOn: null };
  const month = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return {
    startsOn,
    endsOn: addDays(addMonths(startsOn, Math.max(1, month(startsOn) - month(before.startsOn))), -1),
  };
}
