/**
 * A large board for trying out and for measuring: thousands of organisations, many years of meetings with examined
 * minutes, hundreds of actions in many municipalities. The same rows for the same seed, the log of changes left out.
 */
import { sql, type Insertable, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import type { Classification } from '../model/classification.ts';
import type { ClockTemplates } from '../model/clock.ts';
import { generatedBoard } from '../model/generated-board.ts';
import { generatedOrganisations } from '../model/generated-register.ts';
import { newId, withIds } from '../model/identity.ts';
import type { Phrases } from '../model/phrases.ts';
import { randomFrom, seededIds } from '../model/seeded-random.ts';
import { sortKey } from '../model/sort-key.ts';
import { importBoardFile } from './board-file.ts';
import { importClassification } from './classification.ts';
import { createClock } from './clocks.ts';
import { insertRows, type LargeContext, type SampleSize } from './large-sample-context.ts';
import { importLargeWork } from './large-sample-work.ts';
import { freezeExamined } from './meeting-course.ts';
import { reindexAll } from './search.ts';

/** What comes with the program and what the sample is made of. */
export interface LargeSampleSources {
  board: BoardFile;
  classification: Classification;
  clockTemplates: ClockTemplates;
  phrases: Phrases;
}

/** The log is written by triggers with the time of the clock, so it is left out, and the triggers are put back. */
async function withoutLog(trx: Kysely<Database>, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'trigger' and name like 'audit\\_%' escape '\\' order by name`.execute(
    trx,
  );
  for (const { name } of rows) await sql.raw(`drop trigger "${name}"`).execute(trx);
  await work();
  for (const one of rows) await sql.raw(one.sql).execute(trx);
}

/**
 * Fills an empty database.
 * @param instant ISO instant at which the examined minutes are frozen; the same for the same bytes
 */
export async function importLargeSample(
  trx: Kysely<Database>,
  sources: LargeSampleSources,
  size: SampleSize,
  seed: number,
  instant: string,
): Promise<void> {
  await withIds(seededIds(seed), () =>
    withoutLog(trx, async () => {
      await importClassification(trx, sources.classification);
      const file = generatedBoard(sources.board, size.years, seed);
      const { boardId } = await importBoardFile(trx, file, { instant });
      const context = await importRegister(trx, boardId, sources, size, seed, file);
      await importClocks(context, sources.clockTemplates);
      await freezeExamined(trx, 'pykala', instant, sources.phrases);
      await importLargeWork(context, instant);
      await reindexAll(trx);
    }),
  );
}

async function importRegister(
  trx: Kysely<Database>,
  boardId: string,
  { classification }: LargeSampleSources,
  size: SampleSize,
  seed: number,
  file: BoardFile,
): Promise<LargeContext> {
  const fields = await trx
    .selectFrom('field')
    .select(['id', 'key'])
    .orderBy('position')
    .orderBy('key')
    .execute();
  const fieldIds = new Map(fields.map(({ id, key }) => [key, id]));
  const taken = new Set(
    (await trx.selectFrom('organisation').select(['business_id', 'register_number']).execute()).flatMap(
      (row) => [row.business_id, row.register_number],
    ),
  );
  const free = (key: string | null): string | null => (taken.has(key) ? null : key);
  // The board's own region first, then its neighbours in the order of their codes.
  const region = file.board.region;
  const municipalities = classification.municipalities
    .toSorted(
      (a, b) =>
        Number(b.regionCode === region) - Number(a.regionCode === region) || (a.code < b.code ? -1 : 1),
    )
    .slice(0, size.municipalities);
  const rows = Array.from(
    generatedOrganisations(size.organisations, seed, municipalities),
    (one): Insertable<Database['organisation']> => ({
      id: newId(),
      name_fi: one.name,
      sort_key: sortKey(one.name),
      legal_form: one.legalForm,
      business_id: free(one.businessId),
      register_number: free(one.registerNumber),
      prh_class: one.prhClass,
      field_id: fieldIds.get(one.fieldKey) ?? null,
      municipality_year: classification.year,
      municipality_code: one.municipality,
      email: one.email,
      phone: one.phone,
      post_office: one.postOffice,
      notes: one.notes,
      checked_on: one.checkedOn,
      state: one.state,
    }),
  );
  await insertRows(trx, 'organisation', rows);
  const years = [...new Set(file.meetings.map(({ year }) => year))].sort((a, b) => a - b);
  return {
    trx,
    boardId,
    random: randomFrom(seed + 1),
    size,
    years,
    organisationIds: rows.filter(({ state }) => state === 'active').map(({ id }) => id),
    fieldIds: fields.map(({ id }) => id),
    classificationYear: classification.year,
    municipalities,
  };
}

/** A clock of each year for the board, and one of the council term for the region and each municipality. */
async function importClocks(
  { trx, boardId, years, municipalities, classificationYear, random }: LargeContext,
  { templates }: ClockTemplates,
): Promise<void> {
  const titles = { year: 'Vuosikello', term: 'Valtuustokausikello' } as const;
  for (const year of years) {
    const { id } = await createClock(
      trx,
      {
        owner: { kind: 'board', boardId, code: null },
        kind: 'year',
        firstMonth: `${year}-01`,
        title: titles.year,
        center: '',
      },
      null,
      'fi',
    );
    const tasks = BOARD_TASKS.map((title, index): Insertable<Database['clock_task']> => ({
      id: newId(),
      clock_id: id,
      term_year: 1,
      from_month: index + 1,
      to_month: index + 1,
      day: null,
      title,
      responsible_person_id: null,
      step: null,
    }));
    await insertRows(trx, 'clock_task', tasks);
    await insertRows(
      trx,
      'clock_occurrence',
      tasks
        .filter(() => !random.isOneIn(5))
        .map((task) => ({
          id: newId(),
          clock_task_id: task.id,
          term_year: 1,
          done_on: `${year}-${String(task.to_month).padStart(2, '0')}-15`,
          idea_id: null,
          task_id: null,
        })),
    );
  }
  const template = templates.find((one) => one.kind === 'term' && one.owner === 'municipality') ?? null;
  for (const { code } of municipalities) {
    const known = await trx
      .selectFrom('municipality')
      .select('code')
      .where('year', '=', classificationYear)
      .where('code', '=', code)
      .executeTakeFirst();
    if (!known) continue;
    await createClock(
      trx,
      {
        owner: { kind: 'municipality', boardId: null, code },
        kind: 'term',
        firstMonth: '2025-06',
        title: titles.term,
        center: '',
      },
      template,
      'fi',
    );
  }
}

const BOARD_TASKS = [
  'Toimintakertomus valmiiksi',
  'Yhdyshenkilöiden tapaaminen',
  'Järjestökysely',
  'Avustushakemusten lausunnot',
  'Koulutuspäivä',
  'Kevään toimintojen arviointi',
  'Syksyn kokousten valmistelu',
  'Järjestöfoorumin valmistelu',
  'Kuntakierros',
  'Järjestöfoorumi',
  'Toimintasuunnitelma seuraavalle vuodelle',
  'Vuoden vapaaehtoinen -palkinto',
];
