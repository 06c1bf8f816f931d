/** What the controller has decided, and what is known of each person's data: ground, restriction, consents. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import {
  privacySettingsSchema,
  type Channel,
  type ConsentValues,
  type LegalGround,
  type PersonPrivacyValues,
  type PrivacySettings,
  type RestrictionGround,
} from '../model/privacy.ts';
import { requirePerson } from './person-links.ts';

/** The settings; those that have never been changed are the defaults. Version 0: nothing was saved yet. */
export async function privacySettings(
  db: Kysely<Database>,
): Promise<{ settings: PrivacySettings; version: number }> {
  const row = await db.selectFrom('privacy_settings').selectAll().executeTakeFirst();
  return {
    settings: v.parse(privacySettingsSchema, row === undefined ? {} : JSON.parse(row.settings)),
    version: row?.version ?? 0,
  };
}

/** @throws AppError CONFLICT */
export async function savePrivacySettings(
  trx: Kysely<Database>,
  change: { version: number; settings: PrivacySettings },
): Promise<{ version: number }> {
  const { version } = await privacySettings(trx);
  if (version !== change.version) throw new AppError('CONFLICT', { what: 'privacy_settings' });
  const next = { settings: JSON.stringify(change.settings), version: version + 1 };
  await trx
    .insertInto('privacy_settings')
    .values({ id: 1, ...next })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(next))
    .execute();
  return { version: next.version };
}

export interface ConsentView {
  id: string;
  personId: string;
  personName: string;
  subject: string;
  givenOn: string;
  source: string;
  withdrawnOn: string | null;
}

export interface PersonPrivacyView {
  personId: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** Empty: as the settings say. */
  purpose: string;
  legalGround: LegalGround | null;
  channel: Channel | null;
  keepUntil: string | null;
  keepReason: string;
  restrictedOn: string | null;
  restrictionGround: RestrictionGround | null;
  consents: ConsentView[];
}

/** @throws AppError NOT_FOUND */
export async function personPrivacy(db: Kysely<Database>, personId: string): Promise<PersonPrivacyView> {
  await requirePerson(db, personId);
  const person = await db
    .selectFrom('person')
    .select(['name', 'email', 'phone'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const row = await db
    .selectFrom('person_privacy')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return {
    personId,
    ...person,
    purpose: row?.purpose ?? '',
    legalGround: row?.legal_ground ?? null,
    channel: row?.channel ?? null,
    keepUntil: row?.keep_until ?? null,
    keepReason: row?.keep_reason ?? '',
    restrictedOn: row?.restricted_on ?? null,
    restrictionGround: row?.restriction_ground ?? null,
    consents: await listConsents(db, personId),
  };
}

/** Changes the columns given; the row is made when there is none. */
async function put(
  trx: Kysely<Database>,
  personId: string,
  values: Partial<Omit<Database['person_privacy'], 'person_id' | 'purpose' | 'keep_reason'>> & {
    purpose?: string;
    keep_reason?: string;
  },
): Promise<void> {
  await requirePerson(trx, personId);
  await trx
    .insertInto('person_privacy')
    .values({
      person_id: personId,
      legal_ground: null,
      channel: null,
      keep_until: null,
      restricted_on: null,
      restriction_ground: null,
      ...values,
    })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
}

/** Purpose, ground and channel of one person's contact data. @throws AppError NOT_FOUND */
export async function savePersonPrivacy(trx: Kysely<Database>, values: PersonPrivacyValues): Promise<void> {
  await put(trx, values.personId, {
    purpose: values.purpose,
    legal_ground: values.legalGround,
    channel: values.channel,
  });
}

/** Keeps contact data beyond its term for a reason, or no longer. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function keepLonger(
  trx: Kysely<Database>,
  change: { personId: string; until: string | null; reason: string },
): Promise<void> {
  if (change.until !== null && change.reason.trim() === '')
    throw new AppError('INVALID_INPUT', {}, { reason: 'required' });
  await put(trx, change.personId, {
    keep_until: change.until,
    keep_reason: change.until === null ? '' : change.reason.trim(),
  });
}

/** Restricts processing (GDPR art. 18), or lifts the restriction with `ground: null`. @throws AppError NOT_FOUND */
export async function restrictPerson(
  trx: Kysely<Database>,
  change: { personId: string; ground: RestrictionGround | null; on: string },
): Promise<void> {
  await put(trx, change.personId, {
    restricted_on: change.ground === null ? null : change.on,
    restriction_ground: change.ground,
  });
}

/** Consents, those in force first; of one person or of all. */
export async function listConsents(db: Kysely<Database>, personId?: string): Promise<ConsentView[]> {
  return await db
    .selectFrom('consent')
    .innerJoin('person', 'person.id', 'consent.person_id')
    .select([
      'consent.id',
      'person.id as personId',
      'person.name as personName',
      'consent.subject',
      'consent.given_on as givenOn',
      'consent.source',
      'consent.withdrawn_on as withdrawnOn',
    ])
    .$if(personId !== undefined, (query) => query.where('person.id', '=', personId ?? ''))
    .orderBy((eb) => eb('consent.withdrawn_on', 'is not', null))
    .orderBy('person.sort_key')
    .orderBy('consent.given_on', 'desc')
    .execute();
}

/** @throws AppError NOT_FOUND */
export async function addConsent(trx: Kysely<Database>, values: ConsentValues): Promise<{ id: string }> {
  await requirePerson(trx, values.personId);
  const id = newId();
  await trx
    .insertInto('consent')
    .values({
      id,
      person_id: values.personId,
      subject: values.subject,
      given_on: values.givenOn,
      source: values.source,
      withdrawn_on: values.withdrawnOn,
    })
    .execute();
  return { id };
}

/** Notes that a consent was withdrawn, or with null that it was not. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function withdrawConsent(
  trx: Kysely<Database>,
  change: { id: string; on: string | null },
): Promise<void> {
  const row = await trx
    .selectFrom('consent')
    .select('given_on')
    .where('id', '=', change.id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'consent' });
  if (change.on !== null && change.on < row.given_on)
    throw new AppError('INVALID_INPUT', {}, { withdrawnOn: 'ends_before_start' });
  await trx.updateTable('consent').set({ withdrawn_on: change.on }).where('id', '=', change.id).execute();
}

/** Proofs of erasures, the newest first. */
export async function listErasures(db: Kysely<Database>) {
  return await db
    .selectFrom('erasure')
    .select([
      'id',
      'erased_at as erasedAt',
      'cause',
      'scope',
      'row_count as rowCount',
      'log_count as logCount',
      'kept_count as keptCount',
      'searched',
    ])
    .where('scope', '<>', 'nothing')
    .orderBy('erased_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}
