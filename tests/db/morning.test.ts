/** The page of the morning on the sample board, a half-year after its last meeting. */
import { expect, test } from 'vitest';
import { setContactHolder } from '../../db/features/contact-roles.ts';
import { createIdea } from '../../db/features/ideas.ts';
import { morning } from '../../db/features/morning.ts';
import { addSampleClocks } from '../../db/features/sample-clocks.ts';
import { clockTaskToTask } from '../../db/features/clock-outcomes.ts';
import { resources, writing } from '../fixtures/databases.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const TODAY = '2026-11-22';

test('clocks, what stands still, the next meeting and gaps', async () => {
  const { database, boardId } = await sampleCopy();
  await writing(database, (trx) => addSampleClocks(trx, boardId, resources));
  await writing(database, (trx) =>
    createIdea(
      trx,
      boardId,
      {
        title: 'Vanha idea',
        text: '',
        proposerPersonId: null,
        proposerOrganisationId: null,
        wantedMeetingId: null,
        wantedOn: null,
      },
      '2026-06-01',
    ),
  );
  const page = () => morning(database.kysely, boardId, TODAY);
  const first = await page();
  expect(first.clock?.title).toBe('Neuvottelukunnan vuosikello');
  const states = first.clockTasks.map(({ title, one }) => [title, one.state]);
  expect(states).toContainEqual(['Kesän tapahtumat kootaan yhteiseen kalenteriin', 'late']);
  expect(states).toContainEqual(['Hyte-koordinaattorien tapaaminen (syksy)', 'due']);
  // A municipality sees to its own.
  expect(first.clockTasks.map((one) => one.owner.fi)).not.toContain('Joensuu');
  expect(first.still.find((one) => one.title === 'Vanha idea')).toMatchObject({ kind: 'idea', days: 174 });
  expect(first.readiness).toMatchObject({ label: '5/2026', heldOn: '2026-11-24' });
  expect(first.readiness?.checks.find((check) => check.key === 'call')?.state).toBe('bad');
  expect(first.gaps).toEqual([]);

  // With one contact person the others are missing.
  const role = await database.kysely.selectFrom('contact_role').select('id').executeTakeFirstOrThrow();
  const person = await database.kysely.selectFrom('person').select('id').executeTakeFirstOrThrow();
  await writing(database, (trx) =>
    setContactHolder(trx, {
      roleId: role.id,
      personId: person.id,
      municipalityCode: '167',
      regionCode: null,
      startsOn: '2026-01-01',
    }),
  );
  // A follow-up task tells of what the clock wanted.
  const late = first.clockTasks.find(({ one }) => one.state === 'late')!;
  await writing(database, (trx) =>
    clockTaskToTask(trx, { taskId: late.one.taskId, termYear: late.one.termYear, boardId }, TODAY),
  );
  const second = await page();
  expect(second.gaps).toMatchObject([{ kind: 'contactRole', count: 13 * 5 - 1 }]);
  expect(second.clockTasks.map(({ title }) => title)).not.toContain(late.title);
});
