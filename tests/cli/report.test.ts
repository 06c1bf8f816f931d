/** `pykala report`: the annual report of the sample read back from its PDF, its numbers those of SQL. */
import fs from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { readPdf } from '../fixtures/pdf-text.ts';
import { pykala } from '../fixtures/pykala.ts';
import { wholeSampleFile } from '../fixtures/whole-sample.ts';

test(
  'the annual report as PDF, DOCX and JSON, the plan, and the statistics',
  { timeout: 120_000 },
  async () => {
    const { file, boardId } = await wholeSampleFile();
    const folder = path.dirname(file);
    const out = (name: string): string => path.join(folder, name);
    const made = async (kind: string, format: string, name: string): Promise<void> => {
      const { code, error } = await pykala([
        'report',
        kind,
        '--year',
        '2026',
        '--db',
        file,
        '--format',
        format,
        '--out',
        out(name),
      ]);
      expect({ code, error }).toEqual({ code: 0, error: '' });
    };
    await made('annual', 'pdf', 'kertomus.pdf');
    const text = readPdf(out('kertomus.pdf')).replaceAll(/\s+/g, ' ');
    const raw = new SQLite(file, { readonly: true });
    const one = (statement: string): number => raw.prepare(statement).pluck().get(boardId) as number;
    const year = "between '2026-01-01' and '2026-12-31'";
    const meetings = one(`select count(*) from meeting where board_id = ? and held_on ${year}`);
    const items = one(
      `select count(*) from agenda_item i join meeting m on m.id = i.meeting_id where m.board_id = ? and held_on ${year}`,
    );
    expect(text).toContain(`oli vuoden aikana ${meetings} kokousta`);
    expect(text).toContain(`käsiteltiin ${items} asiaa`);
    const decided = one(
      `select count(*) from agenda_item i join meeting m on m.id = i.meeting_id where m.board_id = ? and held_on ${year}
       and decision_type is not null and m.state in ('closed', 'under_examination', 'examined', 'published')`,
    );
    expect(text).toContain(`Päätöksiä kirjattiin ${decided}.`);
    const events = one(
      `select count(*) from volunteer_action_event e join volunteer_action a on a.id = e.action_id where a.board_id = ? and e.held_on ${year}`,
    );
    const participants = one(
      `select sum(e.participants) from volunteer_action_event e join volunteer_action a on a.id = e.action_id where a.board_id = ? and e.held_on ${year}`,
    );
    expect(text).toContain(`kirjattiin ${events} tapahtumaa, ${participants} osallistumista`);
    const inclusion = one(
      `select count(*) from inclusion_entry where board_id = ? and coalesce(starts_on, '') <= '2026-12-31'
       and coalesce(ends_on, case when kind in ('event', 'training') then starts_on end, '9') >= '2026-01-01'`,
    );
    expect(text).toContain(`oli ${inclusion} maahanmuuttajien osallisuutta edistävää toimea`);
    const changes = one(
      `select count(*) from practice_stage s join practice p on p.id = s.practice_id where p.board_id = ? and changed_on ${year}`,
    );
    expect(text).toContain(`kirjattiin vuoden aikana ${changes} muutosta`);
    const rows = one(`select count(*) from communication_entry where board_id = ? and planned_on ${year}`);
    expect(text).toContain(`Viestintäsuunnitelmassa oli vuodelle ${rows} viestintätekoa`);
    const euros = (cents: number): string =>
      new Intl.NumberFormat('fi-FI', {
        minimumFractionDigits: 2,
        useGrouping: 'min2',
      }).format(cents / 100);
    const cents = one(
      'select sum(l.cents) from budget_line l join budget b on b.id = l.budget_id where b.board_id = ?',
    );
    expect(text).toContain(`Talousarviot olivat yhteensä ${euros(cents).replaceAll(/\s/g, ' ')} €`);
    expect(text).toContain('3/2026 § ');
    raw.close();
    // The same words in a Word document.
    await made('annual', 'docx', 'kertomus.docx');
    const { value } = await mammoth.extractRawText({ buffer: fs.readFileSync(out('kertomus.docx')) });
    expect(value).toContain(`Päätöksiä kirjattiin ${decided}.`);
    await made('annual', 'json', 'kertomus.json');
    const json = JSON.parse(fs.readFileSync(out('kertomus.json'), 'utf8')) as {
      format: string;
      figures: { meetings: number; actions: { participants: number } };
    };
    expect(json).toMatchObject({
      format: 'pykala-annual-report',
      figures: { meetings, actions: { participants } },
    });
    await made('plan', 'json', 'suunnitelma.json');
    const told = await pykala([
      'report',
      'statistics',
      '--year',
      '2026',
      '--db',
      file,
      '--out',
      out('tilastot.xlsx'),
    ]);
    expect({ code: told.code, error: told.error }).toEqual({ code: 0, error: '' });
    expect((await readXlsxFile(out('tilastot.xlsx'))).map(({ sheet }) => sheet)).toContain('Määritelmät');
  },
);
