/** The delivery ledger: what can be delivered, entries and their events, and who has not got a document yet. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  coverageOf,
  mayFollow,
  stateAfter,
  type Coverage,
  type DeliveredKind,
  type DeliveryChannel,
  type DeliveryEvent,
  type DeliveryEventInput,
  type DeliveryInput,
  type DeliveryRecipient,
  type DeliveryState,
} from '../model/delivery.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Language } from '../model/language.ts';
import { isExamined } from '../model/meeting-state.ts';
import type { ListEntry } from '../model/mailing-list.ts';
import { issuedVersions } from './issued.ts';
import { meetingRow } from './meeting-guards.ts';
import { correctionsOf } from './minutes.ts';
import { secretItems } from './publicity.ts';
import { newestSnapshot } from './snapshots.ts';

/** A document that may go out, in its newest version. */
export interface Deliverable {
  meetingId: string;
  kind: DeliveredKind;
  number: number;
  sha256: string;
}

/**
 * What can be delivered of a meeting: the call and agenda that were issued, and the minutes once they are examined.
 * A correction note makes a new version of the minutes for those who got them without it; so does what is kept secret,
 * for the public forms.
 * @throws AppError NOT_FOUND
 */
export async function deliverablesOf(db: Kysely<Database>, meetingId: string): Promise<Deliverable[]> {
  const meeting = await meetingRow(db, meetingId);
  const found: Deliverable[] = [];
  const issued = await issuedVersions(db, meetingId);
  for (const kind of ['call', 'agenda'] as const) {
    const newest = issued.findLast((version) => version.kind === kind);
    if (newest) found.push({ meetingId, kind, number: newest.number, sha256: newest.sha256 });
  }
  const snapshot = isExamined(meeting.state) ? await newestSnapshot(db, meetingId) : undefined;
  if (!snapshot) return found;
  const corrections = await correctionsOf(db, meetingId);
  const secret = (await secretItems(db, meetingId)).map(({ itemId, ground }) => ({ itemId, ground }));
  const versionOf = (parts: unknown[]): string =>
    parts.every((part) => Array.isArray(part) && part.length === 0)
      ? snapshot.sha256
      : createHash('sha256')
          .update(JSON.stringify([snapshot.sha256, ...parts]))
          .digest('hex');
  const number = snapshot.version + corrections.length;
  found.push({ meetingId, kind: 'minutes', number, sha256: versionOf([corrections]) });
  for (const kind of ['public', 'summary'] as const)
    found.push({ meetingId, kind, number, sha256: versionOf([corrections, secret]) });
  return found;
}

/** @throws AppError NOT_FOUND, NOT_DELIVERABLE when the meeting has no such document yet */
export async function deliverable(
  db: Kysely<Database>,
  meetingId: string,
  kind: DeliveredKind,
): Promise<Deliverable> {
  const found = (await deliverablesOf(db, meetingId)).find((one) => one.kind === kind);
  if (!found) throw new AppError('NOT_DELIVERABLE');
  return found;
}

export interface DeliveryEventView {
  event: DeliveryEvent;
  channel: DeliveryChannel;
  on: string;
  by: string;
  address: string;
  language: Language | null;
  note: string;
}

export interface DeliveryView extends Deliverable {
  id: string;
  recipient: DeliveryRecipient & { name: string };
  state: DeliveryState | null;
  /** Oldest first. */
  events: DeliveryEventView[];
}

/** All entries of one kind of a meeting's document, by the recipient's name. */
export async function deliveriesOf(
  db: Kysely<Database>,
  meetingId: string,
  kind: DeliveredKind,
): Promise<DeliveryView[]> {
  const rows = await db
    .selectFrom('delivery')
    .leftJoin('person', 'person.id', 'delivery.person_id')
    .leftJoin('organisation', 'organisation.id', 'delivery.organisation_id')
    .selectAll('delivery')
    .select(['person.name as person_name', 'organisation.name_fi as organisation_name'])
    .where('delivery.meeting_id', '=', meetingId)
    .where('delivery.kind', '=', kind)
    .orderBy('delivery.id')
    .execute();
  const events = await db
    .selectFrom('delivery_event')
    .innerJoin('delivery', 'delivery.id', 'delivery_event.delivery_id')
    .selectAll('delivery_event')
    .where('delivery.meeting_id', '=', meetingId)
    .where('delivery.kind', '=', kind)
    .orderBy('delivery_event.number')
    .execute();
  const byDelivery = Map.groupBy(events, (event) => event.delivery_id);
  return rows.map((row) => {
    const own = byDelivery.get(row.id) ?? [];
    return {
      id: row.id,
      meetingId,
      kind,
      number: row.number,
      sha256: row.sha256,
      recipient: {
        personId: row.person_id,
        organisationId: row.organisation_id,
        name: row.person_name ?? row.organisation_name ?? '',
      },
      state: stateAfter(own.map(({ event }) => event)),
      events: own.map((event) => ({
        event: event.event,
        channel: event.channel,
        on: event.happened_on,
        by: event.noted_by,
        address: event.address,
        language: event.language,
        note: event.note,
      })),
    };
  });
}

export interface CoverageRow extends ListEntry {
  coverage: Coverage;
  /** Entries of this recipient, newest version last. */
  deliveries: DeliveryView[];
}

const keyOf = (recipient: DeliveryRecipient): string => recipient.personId ?? recipient.organisationId ?? '';

/** Ids of persons and organisations to whom the document is on its way, or may have gone. */
export async function waitingFor(db: Kysely<Database>, document: Deliverable): Promise<string[]> {
  const rows = await db
    .selectFrom('mail_message')
    .innerJoin('delivery', 'delivery.id', 'mail_message.delivery_id')
    .select(['person_id', 'organisation_id'])
    .where('mail_message.state', 'in', ['queued', 'sending', 'unknown'])
    .where('delivery.meeting_id', '=', document.meetingId)
    .where('delivery.kind', '=', document.kind)
    .where('delivery.sha256', '=', document.sha256)
    .execute();
  return rows.map((row) => row.person_id ?? row.organisation_id ?? '');
}

/**
 * How everybody on a list stands to the newest version of a document ("who has not yet got the examined minutes"),
 * with those who got one but are not on the list.
 */
export async function coverage(
  db: Kysely<Database>,
  document: Deliverable,
  entries: readonly ListEntry[],
): Promise<{ rows: CoverageRow[]; others: DeliveryView[] }> {
  const deliveries = await deliveriesOf(db, document.meetingId, document.kind);
  const facts = deliveries.map((delivery) => ({
    recipient: keyOf(delivery.recipient),
    version: delivery,
    state: delivery.state,
  }));
  const queued = new Set(await waitingFor(db, document));
  const listed = new Set(entries.map(keyOf));
  return {
    rows: entries.map((entry) => ({
      ...entry,
      coverage: coverageOf(keyOf(entry), document, facts, queued),
      deliveries: deliveries.filter(({ recipient }) => keyOf(recipient) === keyOf(entry)),
    })),
    others: deliveries.filter(({ recipient }) => !listed.has(keyOf(recipient))),
  };
}

/** How many of those on a list have not got the newest examined minutes; null before the examination. */
export async function lackingMinutes(
  db: Kysely<Database>,
  meetingId: string,
  entries: readonly ListEntry[],
): Promise<{ lacking: number; total: number } | null> {
  const document = (await deliverablesOf(db, meetingId)).find(({ kind }) => kind === 'minutes');
  if (!document) return null;
  const { rows } = await coverage(db, document, entries);
  return { lacking: rows.filter((row) => row.coverage !== 'reached').length, total: rows.length };
}

export interface Noting {
  actor: string;
  /** ISO instant. */
  instant: string;
  today: string;
}

/**
 * Notes that the newest version of a document was prepared for, or went to, each recipient.
 * @throws AppError NOT_FOUND, NOT_DELIVERABLE, DELIVERY_IN_FUTURE, DELIVERY_ORDER
 */
export async function noteDeliveries(
  trx: Kysely<Database>,
  input: DeliveryInput & { event: 'prepared' | 'sent' },
  noting: Noting,
): Promise<{ deliveryIds: string[] }> {
  const document = await deliverable(trx, input.meetingId, input.kind);
  const deliveryIds: string[] = [];
  for (const recipient of input.recipients) {
    const id = await entryOf(trx, document, recipient);
    await addDeliveryEvent(trx, id, await addressOf(trx, recipient, input.channel), input, noting);
    deliveryIds.push(id);
  }
  return { deliveryIds };
}

/**
 * Notes what became of entries: sent (again), bounced, acknowledged, withdrawn. All or none.
 * @throws AppError NOT_FOUND, DELIVERY_IN_FUTURE, DELIVERY_ORDER
 */
export async function noteDeliveryEvents(
  trx: Kysely<Database>,
  input: DeliveryEventInput,
  noting: Noting,
): Promise<{ meetingIds: string[] }> {
  const meetingIds = new Set<string>();
  for (const id of input.deliveryIds) {
    const row = await trx.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new AppError('NOT_FOUND', { what: 'delivery' });
    meetingIds.add(row.meeting_id);
    const recipient = { personId: row.person_id, organisationId: row.organisation_id };
    const address = input.event === 'sent' ? await addressOf(trx, recipient, input.channel) : '';
    await addDeliveryEvent(trx, id, address, { ...input, language: null }, noting);
  }
  return { meetingIds: [...meetingIds] };
}

async function entryOf(
  trx: Kysely<Database>,
  document: Deliverable,
  { personId, organisationId }: DeliveryRecipient,
): Promise<string> {
  const known = await trx
    .selectFrom('delivery')
    .select('id')
    .where('meeting_id', '=', document.meetingId)
    .where('kind', '=', document.kind)
    .where('sha256', '=', document.sha256)
    .where('person_id', 'is', personId)
    .where('organisation_id', 'is', organisationId)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await trx
    .insertInto('delivery')
    .values({
      id,
      meeting_id: document.meetingId,
      kind: document.kind,
      number: document.number,
      sha256: document.sha256,
      person_id: personId,
      organisation_id: organisationId,
    })
    .execute();
  return id;
}

/**
 * Adds an event to an entry.
 * @param order `where_it_fits`: nothing is added where the event may not follow
 * @throws AppError DELIVERY_IN_FUTURE, DELIVERY_ORDER
 */
export async function addDeliveryEvent(
  trx: Kysely<Database>,
  deliveryId: string,
  address: string,
  input: {
    event: DeliveryEvent;
    channel: DeliveryChannel;
    on: string;
    language?: Language | null;
    note: string;
  },
  noting: Noting,
  order: 'must_fit' | 'where_it_fits' = 'must_fit',
): Promise<void> {
  if (input.on > noting.today) throw new AppError('DELIVERY_IN_FUTURE', { date: input.on });
  const before = await trx
    .selectFrom('delivery_event')
    .select(['event', 'number'])
    .where('delivery_id', '=', deliveryId)
    .orderBy('number')
    .execute();
  if (!mayFollow(stateAfter(before.map(({ event }) => event)), input.event)) {
    if (order === 'where_it_fits') return;
    throw new AppError('DELIVERY_ORDER');
  }
  await trx
    .insertInto('delivery_event')
    .values({
      id: newId(),
      delivery_id: deliveryId,
      number: before.length + 1,
      event: input.event,
      channel: input.channel,
      happened_on: input.on,
      noted_at: noting.instant,
      noted_by: noting.actor,
      address,
      language: input.language ?? null,
      note: input.note,
    })
    .execute();
}

/** Where it went, as the register has it now: the e-mail or postal address; nothing for other channels. */
async function addressOf(
  trx: Kysely<Database>,
  { personId, organisationId }: DeliveryRecipient,
  channel: DeliveryChannel,
): Promise<string> {
  if (personId !== null) {
    const row = await trx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
    if (!row) throw new AppError('NOT_FOUND', { what: 'person' });
    return channel === 'email' ? (row.email ?? '') : '';
  }
  const row = await trx
    .selectFrom('organisation')
    .select(['email', 'street_address', 'postal_code', 'post_office'])
    .where('id', '=', organisationId)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'organisation' });
  if (channel === 'email') return row.email ?? '';
  if (channel !== 'post') return '';
  const place = [row.postal_code, row.post_office].filter(Boolean).join(' ');
  return [row.street_address, place].filter(Boolean).join(', ');
}
