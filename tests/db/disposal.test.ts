/** Proposals for disposal: what is due, approved, carried out as approved, and kept as a record; terms brought in and removed. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../db/core/open.ts';
import {
  importTerm,
  listImportedTerms,
  removeImportedTerm,
  tryImport,
} from '../../db/features/archive-import.ts';
import { exportBoardFile } from '../../db/features/board-file-export.ts';
import {
  approveDisposal,
  carryOutDisposal,
  changeRetention,
  listProposals,
  proposeDisposal,
  retentionRules,
  withdrawDisposal,
} from '../../db/features/disposal.ts';
import { keepLonger, privacySettings } from '../../db/features/privacy.ts';
import { createPerson } from '../../db/features/persons.ts';
import { printDisposal } from '../../db/model/print-disposal.ts';
import { resources, sampleDatabase, writing } from '../fixtures/databases.ts';

let database: OpenDatabase;
let boardId: string;
const NOBODY = { shortName: null, phone: null, language: 'fi', notes: '' } as const;
const BY = { actor: 'Sihteeri', today: '2030-06-01' };
const INSTANT = '2030-06-01T09:00:00.000Z';

beforeEach(async () => {
  ({ database, boardId } = await sampleDatabase());
}, 60_000);

describe('disposal', () => {
  test('what was approved is carried out, nothing else, and the proposal stays as it is', async () => {
    const people = await writing(database, async (trx) => {
      const ids: string[] = [];
      for (const name of ['Entinen Esimerkki', 'Toinen Esimerkki', 'Kolmas Esimerkki'])
        ids.push(
          (await createPerson(trx, { ...NOBODY, name, email: `${name.split(' ')[0]}@esim.example` })).id,
        );
      return ids;
    });
    const rules = await retentionRules(database.kysely, BY.today);
    const contact = rules.find(({ rule }) => rule === 'contact_data')!;
    expect(contact.due).toBeGreaterThanOrEqual(2);
    const { id } = await writing(database, (trx) =>
      proposeDisposal(trx, { rules: ['contact_data'], note: '' }, BY),
    );
    await expect(
      writing(database, (trx) => proposeDisposal(trx, { rules: ['contact_data'], note: '' }, BY)),
    ).rejects.toMatchObject({ code: 'DISPOSAL_OPEN' });
    await expect(carryOutDisposal(database, id, { ...BY, instant: INSTANT })).rejects.toMatchObject({
      code: 'DISPOSAL_STATE',
    });
    await writing(database, (trx) =>
      approveDisposal(trx, { id, approvedOn: BY.today, approvedBy: 'Arkistovastaava', reference: '§ 12' }),
    );
    // Approved lines can't be widened, and whoever has got a reason to be kept meanwhile stays.
    await expect(
      writing(database, (trx) =>
        trx.updateTable('disposal_line').set({ entry_count: 99 }).where('proposal_id', '=', id).execute(),
      ),
    ).rejects.toThrow(/DISPOSAL_KEPT/);
    await writing(database, (trx) =>
      keepLonger(trx, { personId: people[2]!, until: '2035-01-01', reason: 'Kesken oleva asia' }),
    );
    const late = await writing(database, (trx) =>
      createPerson(trx, { ...NOBODY, name: 'Myöhempi Esimerkki', email: 'myohempi@esim.example' }),
    );
    const { lines } = await carryOutDisposal(database, id, { ...BY, instant: INSTANT });
    expect(lines).toEqual([{ rule: 'contact_data', approved: contact.due, done: contact.due - 1 }]);
    const left = await database.kysely
      .selectFrom('person')
      .select(['id', 'email'])
      .where('id', 'in', [...people, late.id])
      .execute();
    expect(left.map((row) => row.id).toSorted()).toEqual([people[2]!, late.id].toSorted());
    const [done] = await listProposals(database.kysely, id);
    expect(done).toMatchObject({ state: 'carried_out', number: 1, year: 2030 });
    const printed = JSON.stringify(printDisposal({ ...done!, controller: 'Mallimaan liitto' }, 'fi'));
    expect(printed).toContain('Hävitysesitys 1/2030');
    expect(printed).not.toContain('Esimerkki');
    await expect(writing(database, (trx) => withdrawDisposal(trx, id))).rejects.toMatchObject({
      code: 'DISPOSAL_STATE',
    });
  });

  test('a time is changed with a reason, which stays, and the settings follow', async () => {
    await writing(database, (trx) =>
      changeRetention(trx, { rule: 'change_log', months: 120, reason: 'Tiedonohjaussuunnitelma' }, BY),
    );
    await expect(
      writing(database, (trx) => changeRetention(trx, { rule: 'change_log', months: 6, reason: 'x' }, BY)),
    ).rejects.toMatchObject({ fields: { months: 'out_of_range' } });
    expect((await privacySettings(database.kysely)).settings.logYears).toBe(10);
    const rule = (await retentionRules(database.kysely, BY.today)).find((one) => one.rule === 'change_log')!;
    expect(rule).toMatchObject({
      months: 120,
      changes: [{ oldMonths: 60, reason: 'Tiedonohjaussuunnitelma' }],
    });
  });
});

test('a term is tried without a trace, brought in as a board of its own, and removed to the last row', async () => {
  const file = await exportBoardFile(database.kysely, boardId);
  const options = {
    packageName: 'paketti.zip',
    period: '2024–2026',
    actor: 'Sihteeri',
    instant: INSTANT,
    phrases: resources.phrases(),
  };
  const counts = (): Record<string, number> =>
    Object.fromEntries(
      (
        database.raw
          .prepare(
            `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'search_%'
               and name not in ('audit', 'archive_import')`,
          )
          .pluck()
          .all() as string[]
      ).map((name) => [name, database.raw.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
    );
  const triggers = (): number =>
    database.raw.prepare("select count(*) from sqlite_schema where type = 'trigger'").pluck().get() as number;
  // What is examined has its snapshot before: an import freezes what has none yet.
  const { id: first } = await importTerm(database, file, { ...options, period: 'ensin' });
  await writing(database, (trx) => removeImportedTerm(trx, first, { actor: 'Sihteeri', instant: INSTANT }));
  const before = counts();
  const guards = triggers();
  const review = await tryImport(database, file, options);
  expect(counts()).toEqual(before);
  expect(review.board.shortName).toBe('Malli-JANE 2024–2026');
  expect(review.counts.meetings).toBeGreaterThan(3);
  const { id, boardId: brought } = await importTerm(database, file, options);
  await expect(importTerm(database, file, options)).rejects.toMatchObject({ code: 'BOARD_EXISTS' });
  expect(counts()['meeting']).toBe(before['meeting']! + review.counts.meetings);
  await writing(database, (trx) => removeImportedTerm(trx, id, { actor: 'Sihteeri', instant: INSTANT }));
  expect(counts()).toEqual(before);
  expect(triggers()).toBe(guards);
  expect((await listImportedTerms(database.kysely))[0]).toMatchObject({ removedAt: INSTANT, boardId: null });
  const again = await importTerm(database, file, options);
  expect(again.boardId).not.toBe(brought);
  await writing(database, (trx) =>
    trx.updateTable('board').set({ meetings_per_year: '6' }).where('id', '=', again.boardId).execute(),
  );
  await expect(
    writing(database, (trx) => removeImportedTerm(trx, again.id, { actor: 'Sihteeri', instant: INSTANT })),
  ).rejects.toMatchObject({ code: 'ARCHIVE_IMPORT_CHANGED' });
}, 60_000);
