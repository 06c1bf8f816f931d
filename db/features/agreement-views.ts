/** Agreements (sopimukset) as they are shown: parties, signatures, what is in force, what expires, what renews what. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  agreementDays,
  type AgreementFacts,
  type AgreementFlag,
  agreementFlags,
  type AgreementKind,
  agreementState,
  type AgreementState,
  type SignatureState,
  type SignatureValues,
} from '../model/agreement.ts';
import { AppError } from '../model/errors.ts';
import type { LocalisedText } from '../model/language.ts';
import { stagesInOrder } from '../model/practice.ts';
import { type DecisionLink, decisionLinks } from './volunteer-action-parts.ts';
import { byCode } from './volunteer-actions.ts';
import { listOf, organisationsById } from './work-links.ts';

type Row = Selectable<Database['agreement']>;

export const LINKS = {
  practice: { table: 'agreement_practice', owner: 'agreement_id', other: 'practice_id' },
  decision: { table: 'agreement_decision', owner: 'agreement_id', other: 'item_id' },
} as const;

export interface AgreementParty {
  id: string;
  organisationId: string | null;
  municipality: string | null;
  name: LocalisedText;
  isDissolved: boolean;
  /** The latest first. */
  signatures: (SignatureValues & { id: string })[];
  state: SignatureState | null;
}

export interface AgreementRow {
  id: string;
  code: string;
  name: string;
  kind: AgreementKind;
  startsOn: string | null;
  endsOn: string | null;
  state: AgreementState;
  /** The days to remember; null: none. */
  days: ReturnType<typeof agreementDays>;
  parties: AgreementParty[];
  signed: number;
  flags: AgreementFlag[];
}

export interface AgreementCard extends AgreementRow {
  boardId: string;
  summary: string;
  noticeMonths: number | null;
  remindDays: number;
  contactPerson: { id: string; name: string } | null;
  terminatedOn: string | null;
  terminationReason: string;
  version: number;
  predecessor: { id: string; code: string; name: string } | null;
  successors: { id: string; code: string; name: string }[];
  practices: { id: string; code: string; name: string }[];
  decisions: DecisionLink[];
}

/** Agreements of a board by their code. @param today ISO date */
export async function listAgreements(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<AgreementRow[]> {
  const rows = await db.selectFrom('agreement').selectAll().where('board_id', '=', boardId).execute();
  return (await agreementRows(db, rows, today)).sort(byCode);
}

export async function agreementRows(
  db: Kysely<Database>,
  rows: readonly Row[],
  today: string,
): Promise<AgreementRow[]> {
  const ids = rows.map((row) => row.id);
  const parties = await db
    .selectFrom('agreement_party as party')
    .leftJoin('municipality', (join) =>
      join
        .onRef('municipality.year', '=', 'party.municipality_year')
        .onRef('municipality.code', '=', 'party.municipality_code'),
    )
    .selectAll('party')
    .select(['municipality.name_fi', 'municipality.name_sv'])
    .where('agreement_id', 'in', listOf(ids))
    .orderBy('position')
    .execute();
  const signatures = await db
    .selectFrom('agreement_signature')
    .selectAll()
    .where('party_id', 'in', listOf(parties.map((party) => party.id)))
    .execute();
  const organisations = await organisationsById(
    db,
    parties.flatMap((party) => party.organisation_id ?? []),
  );
  const all = await db
    .selectFrom('agreement')
    .select(['id', 'name', 'ends_on', 'terminated_on', 'predecessor_id'])
    .execute();
  const byAgreement = Map.groupBy(parties, (party) => party.agreement_id);
  const byParty = Map.groupBy(signatures, (signature) => signature.party_id);
  return rows.map((row) => {
    const own = (byAgreement.get(row.id) ?? []).map((party): AgreementParty => {
      const organisation = organisations.get(party.organisation_id ?? '');
      const notes = stagesInOrder(
        (byParty.get(party.id) ?? []).map((one) => ({
          id: one.id,
          state: one.state,
          notedOn: one.noted_on,
          changedOn: one.noted_on,
          signerRole: one.signer_role,
          note: one.note,
        })),
      ).reverse();
      return {
        id: party.id,
        organisationId: party.organisation_id,
        municipality: party.municipality_code,
        name: organisation?.name ?? { fi: party.name ?? party.name_fi ?? '', sv: party.name_sv },
        isDissolved: organisation?.state === 'dissolved',
        signatures: notes.map(({ id, state, notedOn, signerRole, note }) => ({
          id,
          state,
          notedOn,
          signerRole,
          note,
        })),
        state: notes[0]?.state ?? null,
      };
    });
    const facts: AgreementFacts = {
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      noticeMonths: row.notice_months,
      remindDays: row.remind_days,
      terminatedOn: row.terminated_on,
      isRenewed: all.some((one) => one.predecessor_id === row.id),
      signatures: own.map((party) => party.state),
    };
    const before = all.find((one) => one.id === row.predecessor_id);
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      kind: row.kind,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      state: agreementState(facts, today),
      days: agreementDays(facts),
      parties: own,
      signed: own.filter((party) => party.state === 'signed').length,
      flags: agreementFlags(
        facts,
        own.flatMap((party) => {
          const one = organisations.get(party.organisationId ?? '');
          return one ? [{ name: one.name.fi, state: one.state, endedOn: one.endedOn }] : [];
        }),
        before ? { name: before.name, endsOn: before.ends_on, terminatedOn: before.terminated_on } : null,
        today,
      ),
    };
  });
}

/** @param today ISO date. @throws AppError NOT_FOUND */
export async function agreementCard(db: Kysely<Database>, id: string, today: string): Promise<AgreementCard> {
  const row = await agreementRow(db, id);
  const [list] = await agreementRows(db, [row], today);
  const chain = await db
    .selectFrom('agreement')
    .select(['id', 'code', 'name', 'predecessor_id'])
    .where((eb) => eb.or([eb('predecessor_id', '=', id), eb('id', '=', row.predecessor_id ?? '')]))
    .execute();
  const linkOf = ({ id: other, code, name }: (typeof chain)[number]) => ({ id: other, code, name });
  const before = chain.find((one) => one.id === row.predecessor_id);
  const items = await db
    .selectFrom('agreement_decision')
    .select('item_id')
    .where('agreement_id', '=', id)
    .execute();
  const person =
    row.contact_person_id === null
      ? undefined
      : await db
          .selectFrom('person')
          .select(['id', 'name'])
          .where('id', '=', row.contact_person_id)
          .executeTakeFirst();
  return {
    ...list!,
    boardId: row.board_id,
    summary: row.summary,
    noticeMonths: row.notice_months,
    remindDays: row.remind_days,
    contactPerson: person ?? null,
    terminatedOn: row.terminated_on,
    terminationReason: row.termination_reason,
    version: row.version,
    predecessor: before ? linkOf(before) : null,
    successors: chain.filter((one) => one.predecessor_id === id).map(linkOf),
    practices: (
      await db
        .selectFrom('agreement_practice')
        .innerJoin('practice', 'practice.id', 'practice_id')
        .select(['practice.id', 'code', 'name'])
        .where('agreement_id', '=', id)
        .execute()
    ).sort(byCode),
    decisions: [
      ...(
        await decisionLinks(
          db,
          items.map((one) => one.item_id),
        )
      ).values(),
    ],
  };
}

export async function agreementRow(db: Kysely<Database>, id: string): Promise<Row> {
  const row = await db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'agreement' });
  return row;
}
