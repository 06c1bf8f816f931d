/** One municipality (kunta): its contact persons, its clocks, and how many organisations it has. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import type { LocalisedText } from '../model/language.ts';
import { latestClassificationYear } from './classification.ts';
import { contactMatrix, type ContactHolder } from './contact-roles.ts';

export interface MunicipalityCard {
  code: string;
  name: LocalisedText;
  region: LocalisedText;
  /** Organisations of the register that are alive, by their home. */
  organisations: number;
  /** Each role in use, with who has it today; nobody is a gap. */
  contacts: { role: LocalisedText; holders: ContactHolder[] }[];
  clocks: { id: string; title: string }[];
}

/** @param today ISO date. @throws AppError NOT_FOUND for a code that the newest classification does not have */
export async function municipalityCard(
  db: Kysely<Database>,
  { code, boardId }: { code: string; boardId: string },
  today: string,
): Promise<MunicipalityCard> {
  const row = await db
    .selectFrom('municipality')
    .select(['name_fi', 'name_sv', 'region_code'])
    .where('year', '=', (await latestClassificationYear(db)) ?? -1)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'municipality' });
  const { region, roles, rows } = await contactMatrix(db, row.region_code, today);
  const holders = rows.find((one) => one.municipalityCode === code)?.holders ?? [];
  const { count } = await db
    .selectFrom('organisation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('municipality_code', '=', code)
    .where('state', '<>', 'dissolved')
    .executeTakeFirstOrThrow();
  return {
    code,
    name: { fi: row.name_fi, sv: row.name_sv },
    region: region.name,
    organisations: count,
    contacts: roles.map((role) => ({
      role: role.name,
      holders: holders.filter((one) => one.roleId === role.id),
    })),
    clocks: await db
      .selectFrom('clock')
      .select(['id', 'title'])
      .where('municipality_code', '=', code)
      .where((eb) => eb.or([eb('board_id', 'is', null), eb('board_id', '=', boardId)]))
      .orderBy('title')
      .execute(),
  };
}
