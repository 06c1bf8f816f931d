/** Immigrant inclusion against a real file: the sample, paths with their periods, what is refused, undo, exports. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as v from 'valibot';
import { openDatabase, write } from '../../db/core/open.ts';
import { search } from '../../db/core/search.ts';
import { inclusionCoverage, supportPointGaps } from '../../db/features/inclusion-coverage.ts';
import { inclusionIndicators, measureByInclusion } from '../../db/features/inclusion-indicators.ts';
import { moveStep, removeStep, savePeriod, saveStep } from '../../db/features/inclusion-path.ts';
import { inclusionEntries } from '../../db/features/inclusion-views.ts';
import { removeInclusionEntry, restoreInclusion, saveInclusionEntry } from '../../db/features/inclusion.ts';
import { organisationTimeline } from '../../db/features/organisation-timeline.ts';
import { addSampleInclusion } from '../../db/features/sample-inclusion.ts';
import { importSampleWork } from '../../db/features/sample-work.ts';
import { listActions } from '../../db/features/volunteer-actions.ts';
import { pathsTable, printInclusion } from '../../db/model/inclusion-export.ts';
import { pathPeriodSchema } from '../../db/model/inclusion-path.ts';
import { inclusionInputSchema } from '../../db/model/inclusion.ts';
import { inclusionCsv, inclusionWorkbook } from '../../electron/backend/inclusion-files.ts';
import { resources, sampleDatabase, temporaryFolder } from '../fixtures/databases.ts';

const TODAY = '2026-11-22';
const WHENEVER = { period: null, language: null };

let made: Promise<{ bytes: Buffer; boardId: string }> | undefined;

/** The sample with its inclusion: made once, a copy for each test. */
async function sample() {
  made ??= (async () => {
    const { database, boardId } = await sampleDatabase();
    const board = resources.sampleBoard();
    const work = resources.betweenMeetings();
    await write(database, 'testi', 'test.sample', async (trx) => {
      await importSampleWork(trx, boardId, { board, work });
      const { immigrantInclusion: inclusion, themes } = work;
      await addSampleInclusion(trx, boardId, { board, inclusion, themes });
    });
    return { bytes: database.raw.serialize(), boardId };
  })();
  const { bytes, boardId } = await made;
  const file = path.join(temporaryFolder(), 'inclusion.sqlite');
  fs.writeFileSync(file, bytes);
  const database = await openDatabase({ file });
  onTestFinished(() => database.close());
  const db = database.kysely;
  const writing = <T>(work: Parameters<typeof write<T>>[3], procedure = 'test.write'): Promise<T> =>
    write(database, 'testi', procedure, work);
  const all = () => inclusionEntries(db, boardId, TODAY);
  const byCode = async (code: string) => (await all()).find((one) => one.code === code)!;
  return { db, boardId, writing, all, byCode };
}

// The first pays for the sample that all of them copy.
test(
  'the sample has entries of every kind, found by the search and on timelines',
  { timeout: 60_000 },
  async () => {
    const { db, boardId, all, byCode } = await sample();
    const entries = await all();
    expect(entries.map(({ code }) => code)).toEqual(Array.from({ length: 11 }, (_, at) => `MO-${at + 1}`));
    expect((await byCode('MO-10')).periods[0]!.findings).toEqual([
      {
        code: 'later_larger',
        step: 'vapaaehtoisten peruskoulutus',
        count: 11,
        before: 'tutustuminen',
        beforeCount: 9,
      },
    ]);
    const found = await search(db, { text: 'kohtaamispäivään', limit: 10 });
    expect(found.map(({ entity }) => entity)).toContain('inclusion_entry');
    const host = (await byCode('MO-2')).host!;
    const timeline = await organisationTimeline(db, host.id);
    expect(
      timeline.filter(({ kind }) => kind === 'inclusion').map(({ title, date }) => [title, date]),
    ).toContainEqual(['Kohtaamispäivä', '2026-09-12']);
    const actions = await listActions(db, boardId, TODAY);
    expect(actions.find(({ code }) => code === 'VT-5')?.participation).toEqual([
      'knowledge',
      'planning',
      'decision',
      'action',
    ]);
  },
);

test('coverage equals its rows, and support points show where they are missing', async () => {
  const { db, boardId, all } = await sample();
  const entries = await all();
  const { region, coverage } = await inclusionCoverage(
    db,
    { boardId, regionCode: null, filter: WHENEVER },
    TODAY,
  );
  expect(region?.code).toBe('12');
  expect(coverage.rows).toHaveLength(13);
  const joensuu = coverage.rows.find(({ code }) => code === '167')!;
  for (const [kind, cell] of Object.entries(joensuu.cells))
    expect(cell.entryIds.toSorted()).toEqual(
      entries
        .filter((one) => one.kind === kind && one.municipalities.includes('167'))
        .map(({ id }) => id)
        .sort(),
    );
  expect(joensuu.gaps).toEqual(['event']);
  const gaps = (await supportPointGaps(db, boardId, TODAY))!;
  expect(gaps).toHaveLength(10);
  expect(gaps.map(({ code }) => code)).not.toContain('422');
});

test('a path takes counts by period: it needs steps, its periods share no day, and nothing is lost', async () => {
  const { boardId, writing, byCode, all } = await sample();
  const period = (part: object) =>
    v.parse(pathPeriodSchema, { startsOn: '2026-01-01', endsOn: '2026-03-31', ...part });
  const { id: entryId } = await writing((trx) =>
    saveInclusionEntry(trx, {
      id: null,
      boardId,
      version: 0,
      values: v.parse(inclusionInputSchema, { kind: 'path', name: 'Uusi polku' }),
    }),
  );
  const save = (values: ReturnType<typeof period>) =>
    writing((trx) => savePeriod(trx, { id: null, entryId, version: 0, values }));
  await expect(save(period({}))).rejects.toMatchObject({ code: 'PATH_WITHOUT_STEPS' });
  const event = await byCode('MO-2');
  await expect(
    writing((trx) => saveStep(trx, { id: null, entryId: event.id, values: { name: 'Vaihe', note: '' } })),
  ).rejects.toMatchObject({ code: 'NOT_A_PATH' });
  const ids: string[] = [];
  for (const name of ['Tieto', 'Tutustuminen', 'Tehtävä'])
    ids.push((await writing((trx) => saveStep(trx, { id: null, entryId, values: { name, note: '' } }))).id);
  const counts = [8, 12, 0].map((count, index) => ({ stepId: ids[index]!, count }));
  await save(period({ total: 10, leftCount: 3, counts }));
  await expect(save(period({ startsOn: '2026-03-31', endsOn: '2026-06-30' }))).rejects.toMatchObject({
    code: 'PERIODS_OVERLAP',
    fields: { startsOn: 'periods_overlap' },
  });
  const own = async () => (await all()).find(({ id }) => id === entryId)!;
  // What looks wrong is kept, and told.
  expect((await own()).periods[0]!.findings.map(({ code }) => code)).toEqual(['later_larger', 'total_below']);
  expect((await own()).flags).toContainEqual({ code: 'path_counts', findings: 2 });
  // A step goes with its counts, and comes back with them.
  await writing((trx) => moveStep(trx, { id: ids[2]!, index: 0 }));
  const before = await own();
  expect(before.steps.map(({ name }) => name)).toEqual(['Tehtävä', 'Tieto', 'Tutustuminen']);
  const removal = await writing((trx) => removeStep(trx, ids[1]!), 'inclusion.removeStep');
  expect(Object.keys((await own()).periods[0]!.counts)).toHaveLength(2);
  await writing((trx) => restoreInclusion(trx, removal, 'inclusion.removeStep'));
  expect(await own()).toEqual(before);
});

test('a dissolved organisation begins nothing, and one that hosts already is flagged', async () => {
  const { boardId, writing, byCode } = await sample();
  const point = await byCode('MO-8');
  await writing(async (trx) => {
    await trx
      .updateTable('organisation')
      .set({ state: 'dissolved', ended_on: '2026-10-31' })
      .where('id', '=', point.host!.id)
      .execute();
  });
  const values = v.parse(inclusionInputSchema, {
    kind: 'support_point',
    name: 'Uusi tukipiste',
    hostOrganisationId: point.host!.id,
  });
  await expect(
    writing((trx) => saveInclusionEntry(trx, { id: null, boardId, version: 0, values })),
  ).rejects.toMatchObject({
    code: 'ORGANISATION_DISSOLVED',
    fields: { hostOrganisationId: 'organisation_dissolved' },
  });
  const flagged = await byCode('MO-8');
  expect(flagged.flags).toContainEqual({
    code: 'dissolved',
    organisation: point.host!.name.fi,
    endedOn: '2026-10-31',
  });
  const { flags: _, ...kept } = flagged;
  const saved = await writing((trx) =>
    saveInclusionEntry(trx, {
      id: kept.id,
      boardId,
      version: kept.version,
      values: v.parse(inclusionInputSchema, { ...kept, name: 'Kohtaamispaikka' }),
    }),
  );
  expect(saved.version).toBe(kept.version + 1);
  expect((await byCode('MO-8')).weeklyHours).toEqual(kept.weeklyHours);
});

test('a removed entry comes back with all that was noted of it', async () => {
  const { db, writing, byCode, all } = await sample();
  const before = await byCode('MO-1');
  const removal = await writing((trx) => removeInclusionEntry(trx, before.id), 'inclusion.remove');
  expect(await all()).toHaveLength(10);
  expect(await search(db, { text: 'yhdistystoimintaan', limit: 5 })).toEqual([]);
  await writing((trx) => restoreInclusion(trx, removal, 'inclusion.remove'));
  expect(await byCode('MO-1')).toEqual(before);
  expect(await search(db, { text: 'yhdistystoimintaan', limit: 5 })).toHaveLength(1);
});

test('counts of a year become a measurement of their indicator, but never a small one', async () => {
  const { db, writing, byCode } = await sample();
  const event = await byCode('MO-2');
  const [indicator] = await inclusionIndicators(db, event.id, TODAY);
  expect(indicator?.years).toMatchObject([{ year: '2026', on: '2026-09-12', value: 98, isMeasured: false }]);
  const measure = (year: string) =>
    writing((trx) => measureByInclusion(trx, { entryId: event.id, indicatorId: indicator!.id, year }, TODAY));
  await measure('2026');
  expect((await inclusionIndicators(db, event.id, TODAY))[0]).toMatchObject({
    latest: { measuredOn: '2026-09-12', value: 98 },
    years: [{ isMeasured: true }],
  });
  await expect(measure('2026')).rejects.toMatchObject({ code: 'MEASURED_ALREADY' });
  await expect(measure('2024')).rejects.toMatchObject({ code: 'NOTHING_COUNTED' });
  await writing(async (trx) => {
    await trx
      .updateTable('inclusion_entry')
      .set({ participant_count: 0 })
      .where('id', '=', event.id)
      .execute();
    await trx.deleteFrom('measurement').where('indicator_id', '=', indicator!.id).execute();
  });
  await expect(measure('2026')).rejects.toMatchObject({ code: 'COUNT_TOO_SMALL' });
});

test('what leaves the program shows no small count', async () => {
  const { db, boardId } = await sample();
  const { coverage, entries } = await inclusionCoverage(
    db,
    { boardId, regionCode: null, filter: WHENEVER },
    TODAY,
  );
  const source = { region: { fi: 'Pohjois-Karjala' }, coverage, filter: WHENEVER, entries };
  const counts = pathsTable(source, 'fi').rows.map((row) => row.at(-1)!);
  expect(counts).toContain('1–4');
  expect(counts.filter((text) => /^[1-4]$/.test(text))).toEqual([]);
  const csv = new TextDecoder().decode(inclusionCsv(source, 'fi'));
  expect(csv.split('\r\n')).toHaveLength(15);
  expect(csv).toContain('Juuka;1;puuttuu;1 (koko maakunta)');
  expect((await inclusionWorkbook(source, 'sv')).length).toBeGreaterThan(5_000);
  const document = printInclusion(source, { fi: 'Malli-JANE' }, TODAY, 'fi');
  const tables = document.blocks.filter((block) => block.type === 'table');
  expect(tables.map(({ rows }) => rows.length)).toEqual([13, 11, counts.length]);
  // The café of four: its count is a range, and the sum of all is one as well.
  expect(JSON.stringify(document.blocks[0])).toContain('136–139');
});
