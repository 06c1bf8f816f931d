/** Bulletins against a real file: states that follow from texts, versions, secrecy, undo. */
import { expect, test } from 'vitest';
import { search } from '../../db/core/search.ts';
import { originChoices } from '../../db/features/bulletin-origins.ts';
import {
  changeText,
  checkText,
  confirmCurrent,
  restoreRevision,
  textRevisions,
} from '../../db/features/bulletin-texts.ts';
import { getBulletin, listBulletins } from '../../db/features/bulletin-views.ts';
import {
  createBulletin,
  removeBulletin,
  removeLanguage,
  restoreBulletin,
} from '../../db/features/bulletins.ts';
import { freezeExamined } from '../../db/features/meeting-course.ts';
import { setPublicity } from '../../db/features/publicity.ts';
import { importSampleCommunication } from '../../db/features/sample-communication.ts';
import { addSampleInclusion } from '../../db/features/sample-inclusion.ts';
import { importSampleWork } from '../../db/features/sample-work.ts';
import type { BulletinLanguage } from '../../db/model/bulletin.ts';
import { resources, sampleDatabase, writing } from '../fixtures/databases.ts';

const phrases = resources.phrases();
const WRITER = { name: 'testi', at: '2026-05-01T08:00:00.000Z' };

test(
  'the sample, a change of the source, checks, versions, secrecy and undo',
  { timeout: 60_000 },
  async () => {
    const { database, boardId } = await sampleDatabase();
    const db = database.kysely;
    const board = resources.sampleBoard();
    await writing(database, async (trx) => {
      const work = resources.betweenMeetings();
      await importSampleWork(trx, boardId, { board, work });
      await addSampleInclusion(trx, boardId, {
        board,
        inclusion: work.immigrantInclusion,
        themes: work.themes,
      });
      await freezeExamined(trx, 'testi', '2026-05-01T08:00:00.000Z', phrases);
      await importSampleCommunication(trx, boardId, {
        board,
        communication: resources.sampleCommunication(),
        phrases,
      });
    });
    const list = await listBulletins(db, boardId, phrases);
    expect(list.map(({ title }) => title)).toEqual([
      'Tule kohtaamispäivään!',
      'Tule marjaretkelle!',
      'Millaisia tiloja yhdistykset tarvitsevat?',
    ]);
    const survey = list[2]!;
    expect(Object.fromEntries(survey.states.map(({ language, state }) => [language, state]))).toEqual({
      // Its title was changed after it had been checked.
      'fi-selko': 'written',
      fi: 'checked',
      sv: 'translated',
      en: 'outdated',
      ru: 'outdated',
      uk: 'translated',
      ar: 'checked',
      so: 'missing',
      fa: 'missing',
    });
    expect(survey.origin?.reference).toBe('2/2026 § 17');
    // An event of immigrant inclusion is a source as well, with where it is held.
    expect(list[0]!.origin).toEqual({ kind: 'inclusion', reference: 'Kohtaamispäivä' });
    const event = await getBulletin(db, list[0]!.id, phrases);
    expect(event.origin?.parts.map(({ label, text }) => `${label} ${text}`)).toEqual(
      expect.arrayContaining(['date 12.9.2026', 'municipality Kitee', 'place Kiteen kirjasto']),
    );
    expect((await originChoices(db, boardId)).map(({ id }) => id)).toContain(event.origin?.id);

    const view = await getBulletin(db, survey.id, phrases);
    expect(view.origin?.parts.map(({ text }) => text).join(' ')).toContain('toimittaa tulokset kunnille');
    expect(view.originBefore).toBeNull();
    const text = (language: BulletinLanguage) => view.texts.find((one) => one.language === language)!;
    expect(text('en').basis?.title).toBe('Kysymme yhdistyksiltä tiloista');

    // An old translation cannot be checked until it agrees with the source again.
    const check = { checkedBy: 'N.N.', checkedOn: '2026-05-01' };
    await expect(
      writing(database, (trx) => checkText(trx, { textId: text('en').id, ...check }, WRITER, '2026-05-01')),
    ).rejects.toMatchObject({ code: 'BULLETIN_OUTDATED' });
    await writing(database, (trx) => confirmCurrent(trx, text('en').id, WRITER));
    await expect(
      writing(database, (trx) => checkText(trx, { textId: text('en').id, ...check }, WRITER, '2026-04-30')),
    ).rejects.toMatchObject({ code: 'BULLETIN_CHECKED_LATER' });
    await writing(database, (trx) =>
      checkText(trx, { textId: text('en').id, ...check }, WRITER, '2026-05-01'),
    );
    await expect(
      writing(database, (trx) => checkText(trx, { textId: text('so').id, ...check }, WRITER, '2026-05-01')),
    ).rejects.toMatchObject({ code: 'BULLETIN_TEXT_MISSING' });
    const stateOf = async (language: BulletinLanguage) =>
      (await getBulletin(db, survey.id, phrases)).texts.find((one) => one.language === language)?.state;
    expect(await stateOf('en')).toBe('checked');

    // A write over another is refused; a later one takes the check away, and the version brings it back.
    const english = (await getBulletin(db, survey.id, phrases)).texts.find(
      ({ language }) => language === 'en',
    )!;
    await expect(
      writing(database, (trx) =>
        changeText(trx, { textId: english.id, version: english.version - 1, change: { title: 'x' } }, WRITER),
      ),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await writing(database, (trx) =>
      changeText(trx, { textId: english.id, version: english.version, change: { title: 'Rooms' } }, WRITER),
    );
    expect(await stateOf('en')).toBe('translated');
    const [latest] = await textRevisions(db, english.id);
    await writing(database, (trx) =>
      restoreRevision(trx, { textId: english.id, revisionId: latest!.id }, WRITER),
    );
    expect(await stateOf('en')).toBe('checked');

    // Found in any script; removed and brought back as it was.
    const found = async (word: string) =>
      (await search(db, { text: word, limit: 5 })).map(({ entity }) => entity);
    expect(await found('приміщення')).toContain('bulletin');
    const before = await getBulletin(db, survey.id, phrases);
    const removal = await writing(database, (trx) => removeBulletin(trx, survey.id));
    expect(await found('приміщення')).not.toContain('bulletin');
    await writing(database, (trx) => restoreBulletin(trx, removal, 'test.write'));
    expect(await getBulletin(db, survey.id, phrases)).toEqual(before);
    expect(await found('приміщення')).toContain('bulletin');
    await expect(writing(database, (trx) => removeLanguage(trx, text('fi-selko').id))).rejects.toMatchObject({
      code: 'BULLETIN_SOURCE_LANGUAGE',
    });

    // What is not examined, or becomes secret, is no source.
    const choices = await originChoices(db, boardId);
    expect(choices.some(({ reference }) => reference.startsWith('3/2026'))).toBe(false);
    expect(choices.map(({ reference }) => reference)).toContain('2/2026 § 17');
    const itemId = view.origin!.id;
    await writing(database, (trx) => setPublicity(trx, { itemId, ground: 'JulkL 24 § 1 mom. 25 k' }));
    expect((await originChoices(db, boardId)).some(({ id }) => id === itemId)).toBe(false);
    const secret = await getBulletin(db, survey.id, phrases);
    expect(secret.origin).toMatchObject({ obstacle: 'secret', parts: [] });
    expect(JSON.stringify(secret.origin)).not.toContain('kokoontumistilojen');
    await expect(
      writing(database, (trx) =>
        createBulletin(
          trx,
          { boardId, itemId, eventId: null, entryId: null, sourceLanguage: 'fi', wanted: [] },
          '2026-05-01',
          phrases,
        ),
      ),
    ).rejects.toMatchObject({ code: 'BULLETIN_SECRET' });
  },
);
