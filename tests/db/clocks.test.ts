/** Clocks on a real file: what is stored, refused, moved, handed on, and what becomes of it. */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { clockTaskToIdea, clockTaskToTask, setClockDone } from '../../db/features/clock-outcomes.ts';
import { clockView, compareClocks, listClocks } from '../../db/features/clock-views.ts';
import {
  addClockTask,
  copyToNextYear,
  createClock,
  moveClockTask,
  removeClock,
  removeClockTask,
  restoreRemoved,
  updateClock,
  updateClockTask,
} from '../../db/features/clocks.ts';
import { listIdeas } from '../../db/features/ideas.ts';
import { addSampleClocks } from '../../db/features/sample-clocks.ts';
import { suggestionsFor } from '../../db/features/suggestions.ts';
import { listTasks, updateTask } from '../../db/features/tasks.ts';
import type { OpenDatabase } from '../../db/core/open.ts';
import { occurrencesInOrder } from '../../db/model/clock-view.ts';
import { clockInputSchema, clockTaskInputSchema, type ClockTaskInput } from '../../db/model/clock.ts';
import { printClock, printComparison } from '../../db/model/print-clock.ts';
import { clockCalendar } from '../../electron/backend/clock-calendar.ts';
import { resources, writing } from '../fixtures/databases.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const TODAY = '2026-05-20';
const template = (key: string) => resources.clockTemplates().templates.find((one) => one.key === key) ?? null;
const task = (values: Partial<ClockTaskInput>) =>
  v.parse(clockTaskInputSchema, { termYear: 1, fromMonth: 9, toMonth: 9, title: 'Tehtävä', ...values });
const values = (more: Partial<v.InferInput<typeof clockInputSchema>>) =>
  v.parse(clockInputSchema, {
    owner: { kind: 'region', code: '12' },
    kind: 'year',
    firstMonth: '2026-01',
    title: 'Kello 2026',
    ...more,
  });
const create = (database: OpenDatabase, more: Parameters<typeof values>[0] = {}, key = '') =>
  writing(database, (trx) => createClock(trx, values(more), template(key), 'fi'));

async function yearClock() {
  const { database, boardId, meetings } = await sampleCopy();
  const { id } = await create(database, { owner: { kind: 'board', boardId } });
  const add = (input: Partial<ClockTaskInput>) =>
    writing(database, (trx) => addClockTask(trx, id, task(input)));
  const view = () => clockView(database.kysely, id, TODAY);
  return { database, boardId, meetings, id, add, view };
}

test('a template fills the clock of a municipality; boards see theirs and the common ones', async () => {
  const { database, boardId } = await sampleCopy();
  await create(
    database,
    {
      owner: { kind: 'municipality', code: '167' },
      kind: 'term',
      firstMonth: '2025-06',
    },
    'municipality-term',
  );
  await create(database, { owner: { kind: 'board', boardId } });
  const clocks = await listClocks(database.kysely, boardId, TODAY);
  expect(clocks.map((clock) => [clock.owner.kind, clock.owner.name.fi, clock.taskCount])).toEqual([
    ['board', 'Malli-JANE – järjestöasiain neuvottelukunta (esimerkki)', 0],
    ['municipality', 'Joensuu', 23],
  ]);
  const other = '01900000-0000-7000-8000-000000000001';
  expect((await listClocks(database.kysely, other, TODAY)).map((clock) => clock.owner.kind)).toEqual([
    'municipality',
  ]);
  await expect(create(database, { owner: { kind: 'municipality', code: '999' } })).rejects.toMatchObject({
    fields: { 'owner.code': 'municipality_unknown' },
  });
});

test('31 February is refused with its field, in a form and in the table itself; nothing is stored', async () => {
  const { database, id, add, view } = await yearClock();
  await expect(add({ fromMonth: 2, toMonth: 2, day: 31 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    fields: { 'values.day': 'clock_no_such_day' },
  });
  await expect(add({ fromMonth: 5, toMonth: 3 })).rejects.toMatchObject({
    fields: { 'values.toMonth': 'clock_months_reversed' },
  });
  expect((await view()).tasks).toEqual([]);
  await expect(
    writing(database, (trx) =>
      trx
        .insertInto('clock_task')
        .values({
          id: '01900000-0000-7000-8000-000000000002',
          clock_id: id,
          term_year: 1,
          from_month: 2,
          to_month: 2,
          day: 31,
          title: 'x',
          step: null,
          responsible_person_id: null,
        })
        .execute(),
    ),
  ).rejects.toThrow(/CHECK/);
});

test('tasks are changed, moved, removed and put back with what was done of them', async () => {
  const { database, add, view } = await yearClock();
  const { id } = await add({ fromMonth: 1, toMonth: 1, day: 31, repeats: true });
  await writing(database, (trx) => setClockDone(trx, { taskId: id, termYear: 1, doneOn: '2026-01-15' }));
  await writing(database, (trx) => moveClockTask(trx, { id, segment: 1 }));
  const moved = (await view()).tasks[0]!;
  expect(moved).toMatchObject({ toMonth: 2, day: 28, version: 2 });
  expect(moved.occurrences).toMatchObject([{ dueOn: '2026-02-28', state: 'done', doneOn: '2026-01-15' }]);
  const change = { id, version: 1, values: task({ title: 'Toinen' }) };
  await expect(writing(database, (trx) => updateClockTask(trx, change))).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await writing(database, (trx) => updateClockTask(trx, { ...change, version: 2 }));
  const before = await view();
  const removal = await writing(database, (trx) => removeClockTask(trx, id));
  expect((await view()).tasks).toEqual([]);
  await writing(database, (trx) => restoreRemoved(trx, removal, 'test.write'));
  expect(await view()).toEqual(before);
});

test('a clock is removed and put back whole; its first month moves only where its tasks fit', async () => {
  const { database, id, add, view } = await yearClock();
  await add({ fromMonth: 5, toMonth: 8, title: 'Kesä' });
  const change = { id, version: 1, title: 'Kello', center: '', firstMonth: '2026-07' };
  await expect(writing(database, (trx) => updateClock(trx, change))).rejects.toMatchObject({
    code: 'CLOCK_TASKS_DO_NOT_FIT',
    details: { count: 1, title: 'Kesä' },
  });
  await writing(database, (trx) => updateClock(trx, { ...change, firstMonth: '2026-04' }));
  const before = await view();
  const removal = await writing(database, (trx) => removeClock(trx, id));
  await expect(view()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await writing(database, (trx) => restoreRemoved(trx, removal, 'test.write'));
  expect(await view()).toEqual(before);
});

test('the next year takes along what repeats, undone', async () => {
  const { database, id, add } = await yearClock();
  const { id: taskId } = await add({ title: 'Joka vuosi', repeats: true });
  await add({ title: 'Kerran' });
  await writing(database, (trx) => setClockDone(trx, { taskId, termYear: 1, doneOn: TODAY }));
  const copy = await writing(database, (trx) => copyToNextYear(trx, id));
  expect(copy.count).toBe(1);
  expect(await clockView(database.kysely, copy.id, TODAY)).toMatchObject({
    title: 'Kello 2027',
    firstMonth: '2027-01',
    tasks: [{ title: 'Joka vuosi', occurrences: [{ dueOn: '2027-09-30', state: 'coming' }] }],
  });
});

test('a task goes onto the list of ideas for the meeting planned in its month, once', async () => {
  const { database, boardId, meetings, add, view } = await yearClock();
  const { id: inSeptember } = await add({ title: 'Toimintasuunnitelma' });
  const { id: inJune } = await add({ title: 'Kesätapahtumat', fromMonth: 6, toMonth: 6 });
  const toIdea = (taskId: string) =>
    writing(database, (trx) => clockTaskToIdea(trx, { taskId, termYear: 1, boardId }, TODAY));
  expect((await toIdea(inSeptember)).meeting).toEqual({ id: meetings['4/2026'], heldOn: '2026-09-01' });
  expect((await toIdea(inJune)).meeting).toBeNull();
  await expect(toIdea(inJune)).rejects.toMatchObject({ code: 'CLOCK_IDEA_ALREADY' });
  const ideas = await listIdeas(database.kysely, boardId);
  expect(ideas.find((idea) => idea.title === 'Kesätapahtumat')?.wantedOn).toBe('2026-06-30');
  // The meeting itself offers it.
  const { ideas: offered } = await suggestionsFor(database.kysely, meetings['4/2026']!);
  expect(offered[0]?.title).toBe('Toimintasuunnitelma');
  expect((await view()).tasks.map((one) => one.occurrences[0]?.idea?.state)).toEqual(['open', 'open']);
});

test('a follow-up task that is done has done the task of the clock', async () => {
  const { database, boardId, add, view } = await yearClock();
  const { id: taskId } = await add({ fromMonth: 4, toMonth: 4, title: 'Huhtikuun asia' });
  expect((await view()).tasks[0]?.occurrences[0]?.state).toBe('late');
  const input = { taskId, termYear: 1, boardId };
  const { id, code } = await writing(database, (trx) => clockTaskToTask(trx, input, TODAY));
  await expect(writing(database, (trx) => clockTaskToTask(trx, input, TODAY))).rejects.toMatchObject({
    code: 'CLOCK_TASK_ALREADY',
    details: { code },
  });
  const made = (await listTasks(database.kysely, boardId, { state: 'open' }, TODAY)).find(
    (one) => one.id === id,
  );
  expect(made).toMatchObject({ title: 'Huhtikuun asia', dueOn: '2026-04-30' });
  await writing(database, (trx) =>
    updateTask(
      trx,
      {
        id,
        version: 1,
        itemId: null,
        reason: '',
        values: {
          title: made!.title,
          responsiblePersonId: null,
          responsibleOrganisationId: null,
          dueOn: made!.dueOn,
          state: 'done',
          result: '',
          decidedItemId: null,
        },
      },
      TODAY,
    ),
  );
  expect((await view()).tasks[0]?.occurrences[0]).toMatchObject({ state: 'done', task: { code } });
});

test('the sample: clocks of board, region and municipalities with real clashes, printed with the picture’s numbers', async () => {
  const { database, boardId } = await sampleCopy();
  await writing(database, (trx) => addSampleClocks(trx, boardId, resources));
  const clocks = await listClocks(database.kysely, boardId, '2026-11-22');
  expect(clocks.map((clock) => clock.owner.kind)).toEqual([
    'board',
    'region',
    'region',
    'municipality',
    'municipality',
    'municipality',
  ]);
  const term = clocks.filter((clock) => clock.kind === 'term').map((clock) => clock.id);
  const comparison = await compareClocks(database.kysely, term, '2026-11-22');
  const order = comparison.clashes.filter((clash) => clash.kind === 'order');
  expect(order.map((clash) => clash.sides.map((side) => side.title))).toContainEqual([
    'Laaja hv-kertomus ja -suunnitelma hyväksytään valtuustossa (esim. tilinpäätöksen yhteydessä)',
    'Kuntien laajojen hv-kertomusten ja -suunnitelmien ja hyte-kuntakorttien kerääminen ja analysointi',
  ]);
  expect(comparison.clashes.map((clash) => clash.kind)).toEqual(expect.arrayContaining(['apart', 'missing']));
  expect((await compareClocks(database.kysely, term.toReversed(), '2026-11-22')).clashes).toEqual(
    comparison.clashes,
  );
  const text = JSON.stringify(printComparison(comparison, 'fi', '2026-11-22').blocks);
  for (const words of ['Väärässä järjestyksessä', 'Joensuu', 'Lieksa']) expect(text).toContain(words);

  const clock = comparison.clocks[0]!;
  const [picture, , table] = printClock(clock, 'sv', '2026-11-22').blocks;
  if (picture?.type !== 'picture' || table?.type !== 'table') throw new Error('other blocks');
  expect(table.rows).toHaveLength(occurrencesInOrder(clock).length);
  expect(table.rows.map((row) => row[0])).toEqual(table.rows.map((_, index) => String(index + 1)));
  expect(picture.alt).toContain(String(table.rows.length));
});

test('the calendar file has an entry for everything that is not done, on its day, read by another program', async () => {
  const { database, id, add, view } = await yearClock();
  await add({
    title: 'Talousarvio; esitys, pitkä otsikko jota rivitetään useammalle kuin yhdelle riville',
    day: 15,
  });
  const { id: done } = await add({ title: 'Tehty' });
  await writing(database, (trx) => setClockDone(trx, { taskId: done, termYear: 1, doneOn: TODAY }));
  await add({ title: 'Helmikuu', fromMonth: 2, toMonth: 2 });
  const clock = await view();
  expect(clock.id).toBe(id);
  const file = clockCalendar(clock, 'fi', '2026-05-20T09:00:00.000Z');
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Helsinki');
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events.map((event) => [event.summary, String(event.startDate), event.startDate.isDate])).toEqual([
    ['Helmikuu', '2026-02-28', true],
    [
      'Talousarvio; esitys, pitkä otsikko jota rivitetään useammalle kuin yhdelle riville',
      '2026-09-15',
      true,
    ],
  ]);
  expect(events[1]?.uid).toMatch(/^[0-9a-f-]{36}-1@pykala$/);
  expect(
    events[1]?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString(),
  ).toBe('-P14D');
  // A clock without tasks is still a calendar.
  const empty = ICAL.parse(clockCalendar({ ...clock, tasks: [] }, 'fi', '2026-05-20T09:00:00.000Z'));
  expect(empty[0]).toBe('vcalendar');
});
