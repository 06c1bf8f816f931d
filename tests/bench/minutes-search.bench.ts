/** Search over the minutes of 200 meetings with 15 items each, against the same match in SQLite alone. */
import path from 'node:path';
import * as v from 'valibot';
import { openDatabase, write } from '../../db/core/open.ts';
import { putSearchEntry, searchExpression } from '../../db/core/search.ts';
import { searchMinutes } from '../../db/features/search-minutes.ts';
import { newId } from '../../db/model/identity.ts';
import { minutesSearchSchema } from '../../db/model/minutes-search.ts';
import { temporaryFolder } from './data.ts';
import { randomFrom } from '../../db/model/seeded-random.ts';
import { ms, quantile, report, times, type Figure } from './report.ts';

const MEETINGS = 200;
const ITEMS = 15;
const ROUNDS = 12;
const GOAL = 50;
/** As a secretary looks for things: inflected, half typed, several words. */
const TEXTS = [
  'avustus',
  'järjestöfoorumi',
  'lausunto hyvinvointi',
  'vapaaehtois',
  'kunta',
  'talousarvio 2026',
  'työryhmän',
  'yhdistysten kuuleminen',
];
const WORDS =
  'avustus järjestö foorumi lausunto hyvinvointi vapaaehtoistoiminta kunta talousarvio työryhmä yhdistys kuuleminen kokous päätös ehdotus selvitys hanke kumppanuus osallisuus toimenpide seuranta raportti jäsen neuvottelukunta maakunta strategia liikunta kulttuuri nuoriso perhe ikäihminen kylä ympäristö valmius viestintä koulutus verkosto'.split(
    ' ',
  );
const ENDINGS = ['', 'n', 'a', 'ssa', 'sta', 'lle', 't', 'en'];

/** A database whose meetings and texts are the same at every run. */
async function filled(file: string) {
  const database = await openDatabase({ file });
  const random = randomFrom(20_260_519);
  const word = (): string => `${random.pick(WORDS)}${random.pick(ENDINGS)}`;
  const sentence = (): string => `${Array.from({ length: 12 }, word).join(' ')}.`;
  await write(database, 'bench', 'bench', async (trx) => {
    const boardId = newId();
    await trx.insertInto('board').values({ id: boardId, name_fi: 'Koe-JANE', short_name: 'Koe' }).execute();
    for (let at = 0; at < MEETINGS; at += 1) {
      const year = 1987 + Math.floor(at / 5);
      const heldOn = `${year}-${String(1 + (at % 5) * 2).padStart(2, '0')}-15`;
      const meetingId = newId();
      await trx
        .insertInto('meeting')
        .values({ id: meetingId, board_id: boardId, number: 1 + (at % 5), year, held_on: heldOn })
        .execute();
      for (let position = 0; position < ITEMS; position += 1) {
        const id = newId();
        const texts = Array.from({ length: 4 }, () => Array.from({ length: 6 }, sentence).join(' '));
        const json = texts.map((text) =>
          JSON.stringify({
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
          }),
        );
        const title = `${word()} ${word()}`;
        await trx
          .insertInto('agenda_item')
          .values({
            id,
            meeting_id: meetingId,
            position,
            section: (at % 5) * ITEMS + position + 1,
            kind: 'decision',
            title,
            account: json[0]!,
            proposal: json[1]!,
            proceedings: json[2]!,
            decision: json[3]!,
            decision_type: 'as_proposed',
          })
          .execute();
        await putSearchEntry(trx, {
          entity: 'item',
          entityId: id,
          boardId,
          title,
          body: texts.join('\n'),
          context: `${1 + (at % 5)}/${year}`,
          sortDate: heldOn,
        });
      }
    }
  });
  return database;
}

const database = await filled(path.join(temporaryFolder(), 'minutes.sqlite'));
const raw = database.raw.prepare(`select entry.entity_id from search_index
  cross join search_entry as entry on entry.rowid = search_index.rowid
  where search_index match ? and entry.entity = 'item'`);
const taken = { ours: [] as number[], filtered: [] as number[], raw: [] as number[] };
for (let round = -1; round < ROUNDS; round += 1)
  for (const text of TEXTS) {
    let began = performance.now();
    raw.all(searchExpression(text));
    const alone = performance.now() - began;
    began = performance.now();
    await searchMinutes(database.kysely, v.parse(minutesSearchSchema, { text }));
    const ours = performance.now() - began;
    began = performance.now();
    await searchMinutes(
      database.kysely,
      v.parse(minutesSearchSchema, { text, yearFrom: 2010, kind: 'decision', decisionType: 'as_proposed' }),
    );
    const filtered = performance.now() - began;
    if (round < 0) continue;
    taken.raw.push(alone);
    taken.ours.push(ours);
    taken.filtered.push(filtered);
  }
database.close();
const figure = (what: string, values: readonly number[], share: number): Figure => ({
  what: `${what}, ${share === 0.5 ? 'p50' : 'p95'}`,
  ours: ms(quantile(values, share)),
  against: `${ms(quantile(taken.raw, share))} the match in SQLite`,
  ratio: times(quantile(values, share) / quantile(taken.raw, share)),
  ...(share === 0.5 ? {} : { goal: `< ${GOAL} ms`, met: quantile(values, share) < GOAL }),
});
report({
  name: 'minutes-search',
  title: 'Search over all minutes',
  method: `${MEETINGS} meetings of ${ITEMS} items with four texts each, the same at every run; ${TEXTS.length} searches, ${ROUNDS} times, by turns with SQLite's own match of the same words. Ours counts, orders and groups all matches and cuts out the places of the first 40.`,
  figures: [
    figure('3 000 items', taken.ours, 0.5),
    figure('3 000 items', taken.ours, 0.95),
    figure('3 000 items, with three filters', taken.filtered, 0.5),
    figure('3 000 items, with three filters', taken.filtered, 0.95),
  ],
  remarks: [],
});
