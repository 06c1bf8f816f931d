/** The list of the register in the order of each of its columns, both ways, on the sample board. */
import { expect, test } from 'vitest';
import { listOrganisations } from '../../db/features/organisation-list.ts';
import { columnText } from '../../db/model/organisation-columns.ts';
import { ORGANISATION_SORTS } from '../../db/model/organisation-view.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const TODAY = '2026-11-20';

test('every column sorts: nobody is lost, what is empty comes last either way, the other way is the reverse', async () => {
  const { kysely } = (await sampleCopy()).database;
  for (const by of ORGANISATION_SORTS) {
    const list = async (descending: boolean) =>
      (await listOrganisations(kysely, { sort: { by, descending }, today: TODAY, limit: 500 })).rows;
    const [up, down] = [await list(false), await list(true)];
    const filled = (rows: typeof up) =>
      rows.filter((row) => columnText(by, row, new Map([[0, { fi: '', sv: '', en: '' }]]), 'fi') !== '');
    expect(new Set(up.map(({ id }) => id)).size, by).toBe(up.length);
    expect(new Set(down.map(({ id }) => id)), by).toEqual(new Set(up.map(({ id }) => id)));
    // The words of a PRH class come from elsewhere.
    if (by === 'prhClass') {
      const classes = up.map((row) => row.prhClass ?? 99);
      expect(classes).toEqual(classes.toSorted((one, other) => one - other));
      continue;
    }
    const count = filled(up).length;
    expect(filled(up), by).toEqual(up.slice(0, count));
    expect(filled(down), by).toEqual(down.slice(0, count));
    const texts = (rows: typeof up) => filled(rows).map((row) => columnText(by, row, new Map(), 'fi'));
    expect(texts(down), by).toEqual(texts(up).toReversed());
  }
  const { rows } = await listOrganisations(kysely, {
    sort: { by: 'openTasks', descending: true },
    today: TODAY,
  });
  expect(rows[0]?.openTasks).toBe(Math.max(...rows.map(({ openTasks }) => openTasks)));
});
