/** The settings of the user's own mail server. The password is never here: the shell keeps it in the system keychain. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { mailSettingsSchema, type MailSettings } from '../model/mail.ts';

/** Null: nothing is sent by the program. Version 0: nothing was saved yet. */
export async function mailSettings(
  db: Kysely<Database>,
): Promise<{ settings: MailSettings | null; version: number }> {
  const row = await db.selectFrom('mail_settings').selectAll().executeTakeFirst();
  if (!row) return { settings: null, version: 0 };
  const parsed = v.safeParse(v.nullable(mailSettingsSchema), JSON.parse(row.settings));
  return { settings: parsed.success ? parsed.output : null, version: row.version };
}

/** @throws AppError CONFLICT */
export async function saveMailSettings(
  trx: Kysely<Database>,
  change: { version: number; settings: MailSettings | null },
): Promise<{ version: number }> {
  const { version } = await mailSettings(trx);
  if (version !== change.version) throw new AppError('CONFLICT', { what: 'mail_settings' });
  const next = { settings: JSON.stringify(change.settings), version: version + 1 };
  await trx
    .insertInto('mail_settings')
    .values({ id: 1, ...next })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(next))
    .execute();
  return { version: next.version };
}
