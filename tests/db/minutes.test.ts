/** The sample board gives the values that were worked out by hand, and its minutes read as they should. */
import { describe, expect, test } from 'vitest';
import { checkEverything } from '../../db/features/check.ts';
import { meetingReport } from '../../db/features/meeting-report.ts';
import { composeMinutes } from '../../db/features/minutes.ts';
import type { MinutesDocument, MinutesItem } from '../../db/model/minutes-document.ts';
import { printMinutes } from '../../db/model/print-minutes.ts';
import type { PrintableDocument, PrintableItem } from '../../db/model/printable.ts';
import { plainText, richText } from '../../db/model/rich-text.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';
import { resources } from '../fixtures/databases.ts';

async function sample(): Promise<MinutesDocument> {
  const { database, meetings } = await sampleCopy();
  return await composeMinutes(database.kysely, meetings['3/2026']!);
}

/** The words of one printed §, a line per sentence or row. */
function printed(document: MinutesDocument, section: number, language: 'fi' | 'sv' | 'en' = 'fi'): string[] {
  const item = itemOf(printMinutes(document, resources.phrases(), language), section);
  return item.parts.flatMap((part) =>
    part.type === 'text'
      ? [`[${part.label}]`, ...plainText({ type: 'doc', content: part.body }).split('\n').filter(Boolean)]
      : [`[${part.label}]`, ...part.lines, ...part.rows.map((row) => row.join(' ')), ...part.result],
  );
}

function itemOf(document: PrintableDocument, section: number): PrintableItem {
  const found = document.blocks.filter(
    (block) => block.type === 'item' && block.number.replaceAll(/\D/g, '') === String(section),
  );
  expect(found).toHaveLength(1);
  return found[0] as PrintableItem;
}

function change(document: MinutesDocument, section: number, values: Partial<MinutesItem>): MinutesDocument {
  const items = document.items.map((item) => (item.section === section ? { ...item, ...values } : item));
  return { ...document, items };
}

describe('the sample’s meeting 3/2026', () => {
  test('voters, quorum and the vote are as worked out by hand', async () => {
    const report = meetingReport(await sample(), 'closed');
    expect(report.items.map((item) => [item.section, item.voters])).toEqual([
      [22, 14],
      [23, 14],
      [24, 14],
      [25, 14],
      [26, 15],
      [27, 15],
      [28, 15],
      [29, 14],
      [30, 15],
      [31, 15],
      [32, 15],
      [33, 15],
      [34, 15],
      [35, 15],
    ]);
    expect(report.items.every((item) => item.quorate && item.required === 9)).toBe(true);
    expect(report.items.map((item) => item.vote).filter(Boolean)).toEqual([
      { aye: 7, no: 7, blank: 1, winner: 'aye', decidedBy: 'chair' },
    ]);
    expect(report.items.find((item) => item.section === 30)?.vote?.winner).toBe('aye');
    expect(report.items.find((item) => item.section === 29)?.conflicts).toEqual(['J07']);
  });

  test('the whole database is sound', async () => {
    const { database } = await sampleCopy();
    expect(await checkEverything(database)).toEqual([]);
  });
});

describe('printed minutes', () => {
  test('§ 26: the arrival is told once, and the new deadline', async () => {
    const lines = printed(await sample(), 26);
    expect(lines).toContain('J09 saapui kokoukseen tämän asian käsittelyn aikana klo 13.22.');
    expect(lines.filter((line) => line.includes('13.22'))).toHaveLength(1);
    expect(lines).toContain(
      'Merkittiin tiedoksi. Toimenpiteen T-2026-05 määräaikaa jatkettiin 31.8.2026 saakka.',
    );
    expect(lines.join('\n')).toContain('T-2026-04 Kysely järjestöille kokoontumistilojen tarpeesta.');
  });

  test('§ 29: the conflict with its ground and times', async () => {
    const lines = printed(await sample(), 29);
    expect(lines.join('\n')).toContain(
      'ja poistui kokouksesta asian käsittelyn ja päätöksenteon ajaksi klo 14.01–14.14.',
    );
    expect(lines.join('\n')).toContain('Todettiin, että kokous oli edelleen päätösvaltainen (14 läsnä).');
    const own = lines[lines.indexOf('[Esteellisyys]') + 1];
    expect(own).toMatch(/^Jäsen 07 \(J07\): .*\(klo 14\.01–14\.14\)$/);
    expect(lines).toContain('Neuvottelukunta hyväksyi päätösehdotuksen yksimielisesti.');
  });

  test('§ 30: the vote by name, the tie and the dissent', async () => {
    const lines = printed(await sample(), 30);
    const vote = lines.slice(lines.indexOf('[Äänestys]') + 1);
    expect(vote.slice(0, 2)).toEqual([
      'Äänestys toimitettiin nimenhuutoäänestyksenä.',
      'JAA = esittelijän ehdotus, EI = vastaehdotus (J04)',
    ]);
    expect(vote.slice(2, 17).map((row) => row.split(' ').at(-1))).toEqual(
      'JAA JAA JAA EI JAA EI JAA EI EI JAA EI TYHJÄ EI JAA EI'.split(' '),
    );
    expect(vote[17]).toBe('JAA 7, EI 7, TYHJÄ 1');
    expect(lines).toContain(
      'Äänestyksessä annettiin 7 JAA-ääntä, 7 EI-ääntä ja 1 tyhjä. Äänten mennessä tasan puheenjohtajan ääni ratkaisi, ja neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
    );
    // Told in the decision, so not again below the vote.
    expect(lines.filter((line) => line.includes('7 JAA-ääntä'))).toHaveLength(1);
    expect(lines).toContain('J04 ilmoitti eriävän mielipiteensä heti päätöksen toteamisen jälkeen.');
    expect(lines).toContain('Perustelut ovat liitteessä 4.');
  });

  test('what the secretary has not written is told from the record', async () => {
    const document = await sample();
    const empty = { proceedings: null, decision: null, account: null };
    expect(printed(change(document, 26, empty), 26)).toEqual(
      expect.arrayContaining([
        'J09 saapui kokoukseen tämän asian käsittelyn aikana klo 13.22.',
        'Toimenpiteen T-2026-05 määräaikaa jatkettiin 31.8.2026 saakka.',
      ]),
    );
    const conflict = printed(change(document, 29, empty), 29).filter((line) =>
      line.startsWith('J07 ilmoitti'),
    );
    expect(conflict).toHaveLength(1);
    expect(conflict[0]).toMatch(
      /^J07 ilmoitti olevansa esteellinen \(.*28 §.*\) ja poistui .* klo 14\.01–14\.14\.$/,
    );
    const vote = printed(change(document, 30, empty), 30);
    expect(vote).toEqual(
      expect.arrayContaining([
        'Keskustelun aikana J04 teki seuraavan ehdotuksen: Järjestöfoorumi järjestetään 12.11.2026 Nurmeksessa lähitilaisuutena. Ehdotusta kannatti J11.',
        'Koska oli tehty esittelijän ehdotuksesta poikkeava kannatettu ehdotus, asiasta oli äänestettävä.',
        'Äänestyksessä annettiin 7 JAA-ääntä, 7 EI-ääntä ja 1 tyhjä.',
        'Äänten mennessä tasan puheenjohtajan ääni ratkaisi, ja neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
      ]),
    );
  });

  test('and what he has written is not told twice, in his own words either', async () => {
    const document = await sample();
    const own = change(document, 26, {
      decision: null,
      proceedings: richText('J09 tuli paikalle klo 13.22. Toimenpide T-2026-05: uusi määräaika 31.8.2026.'),
    });
    const lines = printed(own, 26);
    expect(lines.filter((line) => line.includes('saapui'))).toEqual([]);
    expect(lines.filter((line) => line.includes('jatkettiin'))).toEqual([]);
  });

  test.each([
    [
      'sv',
      ['[Beslutsförslag]', '[Behandling]', '[Omröstning]', '[Beslut]', '[Avvikande mening]'],
      'JA 7, NEJ 7, BLANK 1',
      '30 §',
    ],
    [
      'en',
      ['[Proposed decision]', '[Proceedings]', '[Vote]', '[Decision]', '[Dissenting opinion]'],
      'AYE 7, NO 7, BLANK 1',
      '§ 30',
    ],
  ] as const)('labels and derived sentences in %s', async (language, labels, totals, number) => {
    const document = await sample();
    const lines = printed(document, 30, language);
    expect(lines.filter((line) => line.startsWith('['))).toEqual(expect.arrayContaining([...labels]));
    expect(lines).toContain(totals);
    expect(itemOf(printMinutes(document, resources.phrases(), language), 30).number).toBe(number);
    // The secretary's text stays in his language.
    expect(lines.join('\n')).toContain('Keskustelun aikana J04 teki seuraavan ehdotuksen');
  });

  test('an absent member, his deputy and a late notice stand in the lists', async () => {
    const document = await sample();
    const late = {
      ...document,
      meeting: {
        ...document.meeting,
        callSentOn: '2026-05-15',
        notice: { ...document.meeting.notice, ok: false, days: 4 },
      },
    };
    const text = JSON.stringify(printMinutes(late, resources.phrases(), 'fi').blocks);
    expect(text).toContain(
      'Kokouskutsu lähetettiin 15.5.2026, 4 päivää ennen kokousta. Kutsuaika on 7 päivää, joten kutsuaikaa ei noudatettu.',
    );
    expect(text).toContain('varajäsen (J05)');
    expect(text).toMatch(/Jäsen 12 \(J12\)/);
  });
});
