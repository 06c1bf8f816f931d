/** The annual report and the statistics of the sample's year against SQL; drafting, editing, bringing up to date. */
import { expect, onTestFinished, test } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import { openDatabase, write } from '../../db/core/open.ts';
import { annualFacts } from '../../db/features/annual-facts.ts';
import { getReport, reportOfYear } from '../../db/features/annual-report-views.ts';
import {
  addSection,
  changeSection,
  createReport,
  moveSection,
  refreshSection,
  refreshUnedited,
  removeSection,
  reportSources,
  restoreReportParts,
  undoRefresh,
} from '../../db/features/annual-reports.ts';
import { saveEvent } from '../../db/features/volunteer-action-parts.ts';
import { search } from '../../db/core/search.ts';
import { plainText, richText } from '../../db/model/rich-text.ts';
import { statisticsWorkbook } from '../../electron/backend/statistics-workbook.ts';
import { wholeSampleFile } from '../fixtures/whole-sample.ts';

const TODAY = '2026-11-22';
const YEAR = 2026;

async function sample() {
  const { file, boardId } = await wholeSampleFile();
  const database = await openDatabase({ file });
  onTestFinished(() => database.close());
  const one = (statement: string, ...values: unknown[]): unknown =>
    database.raw
      .prepare(statement)
      .pluck()
      .get(...values);
  return {
    database,
    db: database.kysely,
    boardId,
    one,
    change: <T>(procedure: string, work: Parameters<typeof write<T>>[3]) =>
      write(database, 'testi', procedure, work),
  };
}

const OF_YEAR = "board_id = ? and held_on between '2026-01-01' and '2026-12-31'";
const EVENTS = `from volunteer_action_event e join volunteer_action a on a.id = e.action_id where a.${OF_YEAR.replace('held_on', 'e.held_on')}`;

test(
  'facts and statistics of the sample are those of SQL, and the workbook reads back as it was written',
  { timeout: 60_000 },
  async () => {
    const { db, boardId, one, database } = await sample();
    const facts = await annualFacts(db, boardId, YEAR, 'fi', TODAY);
    expect(facts.meetings).toHaveLength(
      one(`select count(*) from meeting where ${OF_YEAR} and state <> 'cancelled'`, boardId) as number,
    );
    expect(facts.items.filter(({ type }) => type !== null)).toHaveLength(
      one(
        `select count(*) from agenda_item i join meeting m on m.id = i.meeting_id where m.${OF_YEAR}
         and m.state in ('closed', 'under_examination', 'examined', 'published') and i.decision_type is not null`,
        boardId,
      ) as number,
    );
    // Meeting 3/2026: J05's deputy sat, J12's nobody, so 15 of 16 seats were filled at some point.
    expect(facts.meetings.find(({ label }) => label === '3/2026')).toMatchObject({
      seats: 16,
      filled: 15,
      members: 14,
      deputies: 1,
    });
    const workbook = await readXlsxFile(Buffer.from(await statisticsWorkbook(facts, 'fi')));
    const rows = (name: string): unknown[][] => {
      const sheet = workbook.find((each) => each.sheet === name);
      expect(sheet, name).toBeDefined();
      return sheet!.data.slice(1) as unknown[][];
    };
    expect(workbook.map(({ sheet }) => sheet)).toEqual([
      'Kokoukset',
      'Läsnäolo',
      'Toiminnot',
      'Vapaaehtoiset',
      'Kunnat',
      'Mittarit',
      'Talous',
      'Toimielimen toimintakulut',
      'Jakelu',
      'Osallisuus',
      'Osallisuus kunnittain',
      'Polut',
      'Hyvät käytännöt',
      'Sopimukset',
      'Hankkeet',
      'Viestintä',
      'Selkotiedotteet',
      'Määritelmät',
    ]);
    expect(rows('Kokoukset')).toHaveLength(facts.meetings.length);
    expect(rows('Kokoukset')[0]?.[1]).toBeInstanceOf(Date);
    const sum = (name: string, column: number): number =>
      rows(name).reduce((all, row) => all + Number(row[column] ?? 0), 0);
    for (const [column, field] of [
      [9, 'participants'],
      [10, 'volunteers'],
      [11, 'hours'],
    ] as const)
      expect(sum('Toiminnot', column), field).toBeCloseTo(
        one(`select coalesce(sum(e.${field}), 0) ${EVENTS}`, boardId) as number,
      );
    expect(sum('Toiminnot', 8)).toBe(one(`select count(*) ${EVENTS}`, boardId));
    expect(sum('Kunnat', 3)).toBe(one(`select count(*) ${EVENTS}`, boardId));
    expect(sum('Kunnat', 2)).toBe(
      one(
        'select count(*) from volunteer_action_municipality p join volunteer_action a on a.id = p.action_id where a.board_id = ?',
        boardId,
      ),
    );
    expect(sum('Vapaaehtoiset', 1)).toBe(facts.actions.length);
    expect(sum('Talous', 5) * 100).toBeCloseTo(
      one(
        'select coalesce(sum(l.cents), 0) from budget_line l join budget b on b.id = l.budget_id where b.board_id = ?',
        boardId,
      ) as number,
    );
    expect(rows('Mittarit')).toHaveLength(
      one('select count(*) from indicator where board_id = ?', boardId) as number,
    );
    expect(rows('Läsnäolo').at(-1)?.[3]).toBe(
      facts.meetings.reduce((all, meeting) => all + (meeting.filled ?? 0), 0),
    );
    // Inclusion: what was there in the year, and participants of whom a count below five tells only "1–4".
    const there = `from inclusion_entry where board_id = ? and coalesce(starts_on, '') <= '2026-12-31'
      and coalesce(ends_on, case when kind in ('event', 'training') then starts_on end, '9') >= '2026-01-01'`;
    const count = (statement: string): number => one(statement, boardId) as number;
    expect(sum('Osallisuus', 1)).toBe(count(`select count(*) ${there}`));
    for (const [column, hidden] of [
      [2, 1],
      [3, 4],
    ] as const)
      expect(sum('Osallisuus', column)).toBe(
        count(`select coalesce(sum(case when participant_count between 1 and 4 then ${hidden}
          else participant_count end), 0) ${there}`),
      );
    expect(rows('Osallisuus kunnittain')).toHaveLength(
      count(`select count(*) from municipality m join board b on b.region_code = m.region_code
        where b.id = ? and m.year = (select max(year) from municipality)`),
    );
    expect(sum('Osallisuus kunnittain', 1)).toBe(
      count(`select count(*) from inclusion_municipality p where p.entry_id in (select id ${there} and kind = 'path')
        and p.code in (select code from municipality where region_code = (select region_code from board where id = '${boardId}'))`),
    );
    expect(rows('Polut')).toHaveLength(
      count(`select count(*) from path_period p join inclusion_entry e on e.id = p.entry_id
        where e.board_id = ? and p.ends_on between '2026-01-01' and '2026-12-31'`),
    );
    // Good practices: municipalities by their latest stage, and the changes of the year.
    const municipal = (stage: string): number =>
      count(`select count(*) from (select stage, row_number() over (partition by practice_id, municipality_code
          order by changed_on desc, s.id desc) as latest from practice_stage s join practice p on p.id = practice_id
        where p.board_id = ? and municipality_code is not null and changed_on <= '${TODAY}')
        where latest = 1 and stage = '${stage}'`);
    for (const [index, stage] of ['offered', 'decided', 'in_use', 'embedded', 'declined'].entries())
      expect(sum('Hyvät käytännöt', 3 + index), stage).toBe(municipal(stage));
    expect(sum('Hyvät käytännöt', 8)).toBe(
      count(`select count(*) from practice_stage join practice p on p.id = practice_id where p.board_id = ?
        and changed_on between '2026-01-01' and '2026-12-31'`),
    );
    // Agreements and projects whose time touches the year; parties that have signed.
    const touching = (table: string): string => `from ${table} where board_id = ?
      and coalesce(starts_on, '') <= '2026-12-31' and coalesce(ends_on, '9') >= '2026-01-01'`;
    expect(rows('Sopimukset')).toHaveLength(
      count(`select count(*) ${touching('agreement')} and coalesce(terminated_on, '9') >= '2026-01-01'`),
    );
    expect(sum('Sopimukset', 7)).toBe(
      count(`select count(*) from agreement_party where agreement_id in (select id ${touching('agreement')}
        and coalesce(terminated_on, '9') >= '2026-01-01')
        and (select state from agreement_signature s where s.party_id = agreement_party.id and noted_on <= '${TODAY}'
          order by noted_on desc, s.id desc limit 1) = 'signed'`),
    );
    expect(rows('Hankkeet')).toHaveLength(count(`select count(*) ${touching('project')}`));
    // Communication: the last row is the total.
    const planned =
      "from communication_entry where board_id = ? and planned_on between '2026-01-01' and '2026-12-31'";
    const done = `(done_on is not null or exists (select 1 from delivery d join delivery_event v on v.delivery_id = d.id
      where d.meeting_id = communication_entry.meeting_id and d.kind = delivered_kind and v.event = 'sent'))`;
    expect(rows('Viestintä').at(-1)).toEqual([
      'Yhteensä',
      count(`select count(*) ${planned}`),
      count(`select count(*) ${planned} and ${done}`),
      count(`select count(*) ${planned} and not ${done} and planned_on < '${TODAY}'`),
    ]);
    expect(facts.communication.bulletins).toBe(
      count(
        "select count(*) from bulletin where board_id = ? and created_on between '2026-01-01' and '2026-12-31'",
      ),
    );
    expect(sum('Selkotiedotteet', 1)).toBe(
      count(`select count(*) from bulletin_text t join bulletin b on b.id = t.bulletin_id where b.board_id = ?
        and b.created_on between '2026-01-01' and '2026-12-31'`),
    );
    // The sample has something of each, so that these comparisons are of something.
    for (const name of ['Osallisuus kunnittain', 'Polut', 'Sopimukset', 'Hankkeet', 'Selkotiedotteet'])
      expect(rows(name), name).not.toEqual([]);
    // Nobody is named in statistics.
    const names = database.raw.prepare('select name from person').pluck().all() as string[];
    const told = JSON.stringify(workbook);
    expect(names.filter((name) => told.includes(name))).toEqual([]);
  },
);

test('a report is drafted, edited and brought up to date without losing a written word', async () => {
  const { db, boardId, change } = await sample();
  const { id } = await change('reports.create', (trx) =>
    createReport(trx, { boardId, kind: 'report', year: YEAR, language: 'fi' }, TODAY),
  );
  await expect(
    change('reports.create', (trx) =>
      createReport(trx, { boardId, kind: 'report', year: YEAR, language: 'fi' }, TODAY),
    ),
  ).rejects.toMatchObject({ code: 'REPORT_THERE' });
  const report = await getReport(db, id);
  expect(report.title).toBe('Toimintakertomus 2026');
  expect(report.missing).toEqual([]);
  const named = (name: string) => report.sections.find((one) => one.source === name)!;
  expect(plainText(named('meetings').body)).toMatch(/Läsnäoloprosentti oli \d+,\d %/);
  expect((await reportSources(db, id, TODAY)).map(({ state }) => state)).not.toContain('changed');

  // The source changes: one section was edited by hand, the other was not.
  const actions = named('actions');
  const own = richText('Toiminta laajeni uusiin kuntiin.');
  const { version } = await change('reports.changeSection', (trx) =>
    changeSection(trx, { id: actions.id, version: actions.version, change: { body: own } }),
  );
  await expect(
    change('reports.changeSection', (trx) =>
      changeSection(trx, { id: actions.id, version: actions.version, change: { body: own } }),
    ),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
  const action = await db
    .selectFrom('volunteer_action')
    .select('id')
    .where('code', '=', 'VT-1')
    .executeTakeFirstOrThrow();
  await change('test', (trx) =>
    saveEvent(trx, {
      id: null,
      actionId: action.id,
      values: {
        heldOn: '2026-10-10',
        title: 'Talkoot',
        municipality: null,
        participants: 40,
        volunteers: 8,
        hours: 16,
        note: '',
      },
    }),
  );
  const changed = (await reportSources(db, id, TODAY)).find((one) => one.id === actions.id);
  expect(changed?.state).toBe('changed');
  expect(plainText(changed!.text)).toContain('tapahtumaa');
  const unasked = await change('reports.refreshUnedited', (trx) => refreshUnedited(trx, id, TODAY));
  expect(unasked.sections.map((one) => one.id)).not.toContain(actions.id);
  const kept = await change('reports.refreshSection', (trx) =>
    refreshSection(trx, { id: actions.id, version, choice: 'keep' }, TODAY),
  );
  let now = (await getReport(db, id)).sections.find((one) => one.id === actions.id)!;
  expect(plainText(now.body)).toBe('Toiminta laajeni uusiin kuntiin.');
  expect(JSON.stringify(now.drafted?.figures)).not.toBe(JSON.stringify(actions.drafted?.figures));
  await change('reports.undoRefresh', (trx) => undoRefresh(trx, kept));
  now = (await getReport(db, id)).sections.find((one) => one.id === actions.id)!;
  expect(now.drafted?.figures).toEqual(actions.drafted?.figures);
  await change('reports.refreshSection', (trx) =>
    refreshSection(trx, { id: actions.id, version: now.version, choice: 'take' }, TODAY),
  );
  now = (await getReport(db, id)).sections.find((one) => one.id === actions.id)!;
  expect(now.isEdited).toBe(false);
  expect((await reportSources(db, id, TODAY)).map(({ state }) => state)).not.toContain('changed');

  // Sections move, go and come back.
  await change('reports.moveSection', (trx) => moveSection(trx, { id: actions.id, by: -1 }));
  const order = (await getReport(db, id)).sections.map((one) => one.source);
  expect(order.indexOf('actions')).toBe(order.indexOf('themes') - 1);
  const removal = await change('reports.removeSection', (trx) => removeSection(trx, actions.id));
  expect((await getReport(db, id)).missing).toEqual(['actions']);
  await change('reports.restoreSection', (trx) => restoreReportParts(trx, removal, 'reports.removeSection'));
  expect((await getReport(db, id)).missing).toEqual([]);
  await expect(
    change('reports.addSection', (trx) =>
      addSection(trx, { reportId: id, source: 'actions', title: 'x' }, TODAY),
    ),
  ).rejects.toMatchObject({ code: 'SECTION_THERE' });
  expect((await search(db, { text: 'toimintakertomus', limit: 10 })).map(({ entity }) => entity)).toContain(
    'report',
  );
});

test('a plan takes up goals, planned actions and what last year’s report said of the time ahead', async () => {
  const { db, boardId, change } = await sample();
  const { id } = await change('reports.create', (trx) =>
    createReport(trx, { boardId, kind: 'report', year: YEAR, language: 'fi' }, TODAY),
  );
  const ahead = (await getReport(db, id)).sections.at(-1)!;
  expect(ahead.title).toBe('Katse seuraavaan vuoteen');
  await change('reports.changeSection', (trx) =>
    changeSection(trx, {
      id: ahead.id,
      version: ahead.version,
      change: { body: richText('Yhteisöfoorumit laajennetaan kolmeen kuntaan.') },
    }),
  );
  const plan = await reportOfYear(db, { boardId, kind: 'plan', year: YEAR + 1, language: 'fi' }, TODAY);
  const text = plan.sections.map(({ body }) => plainText(body)).join('\n');
  expect(text).toContain('Yhteisöfoorumit laajennetaan kolmeen kuntaan.');
  expect(plan.sections.map(({ source }) => source)).toContain('planned_clock');
  for (const language of ['sv', 'en'] as const)
    expect(
      (await reportOfYear(db, { boardId, kind: 'plan', year: YEAR, language }, TODAY)).sections.length,
    ).toBeGreaterThan(5);
});
