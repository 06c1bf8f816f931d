/** Postal addresses: one of the recipient's own for letters, else that of the organisation in the register. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { DeliveryRecipient } from '../model/delivery.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { AddressInput, PostalAddress } from '../model/letters.ts';
import type { ListEntry } from '../model/mailing-list.ts';

/** The entries with where to write to them; null: nowhere is known. Own addresses come before the register's. */
export async function withAddresses<Entry extends DeliveryRecipient & Pick<ListEntry, 'address'>>(
  db: Kysely<Database>,
  entries: readonly Entry[],
): Promise<{ entry: Entry; address: PostalAddress | null }[]> {
  const rows = await db.selectFrom('postal_address').selectAll().execute();
  const own = new Map(
    rows.map((row): [string, PostalAddress] => [row.person_id ?? row.organisation_id ?? '', addressOf(row)]),
  );
  return entries.map((entry) => ({
    entry,
    address:
      own.get(entry.personId ?? entry.organisationId ?? '') ??
      (entry.address === null ? null : { extra: '', country: null, ...entry.address }),
  }));
}

/** The own address of a person, or null. */
export async function postalAddressOf(db: Kysely<Database>, personId: string): Promise<PostalAddress | null> {
  const row = await db
    .selectFrom('postal_address')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? addressOf(row) : null;
}

const addressOf = (
  row: Pick<
    Selectable<Database['postal_address']>,
    'extra' | 'street' | 'postal_code' | 'post_office' | 'country'
  >,
): PostalAddress => ({
  extra: row.extra,
  street: row.street,
  postalCode: row.postal_code,
  postOffice: row.post_office,
  country: row.country,
});

/** Saves the own address of a person or an organisation, or takes it away. @throws AppError NOT_FOUND, PERSON_RESTRICTED */
export async function savePostalAddress(trx: Kysely<Database>, input: AddressInput): Promise<void> {
  const { personId, organisationId, address } = input;
  if ((personId === null) === (organisationId === null)) throw new AppError('NOT_FOUND', { what: 'person' });
  if (personId !== null) {
    const restricted = await trx
      .selectFrom('person_privacy')
      .select('person_id')
      .where('person_id', '=', personId)
      .where('restricted_on', 'is not', null)
      .executeTakeFirst();
    if (restricted) throw new AppError('PERSON_RESTRICTED');
  }
  const column = personId === null ? 'organisation_id' : 'person_id';
  const id = personId ?? organisationId!;
  const known = await trx.selectFrom('postal_address').select('id').where(column, '=', id).executeTakeFirst();
  if (address === null) {
    if (known) await trx.deleteFrom('postal_address').where('id', '=', known.id).execute();
    return;
  }
  const values = {
    extra: address.extra,
    street: address.street,
    postal_code: address.postalCode,
    post_office: address.postOffice,
    country: address.country === 'FI' ? null : address.country,
  };
  if (known) await trx.updateTable('postal_address').set(values).where('id', '=', known.id).execute();
  else
    await trx
      .insertInto('postal_address')
      .values({ id: newId(), person_id: personId, organisation_id: organisationId, ...values })
      .execute();
}
