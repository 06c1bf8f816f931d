/** The plan of action of the sample board's year: drafted from its data, its free sections written. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { richText } from '../model/rich-text.ts';
import { getReport } from './annual-report-views.ts';
import { changeSection, createReport } from './annual-reports.ts';

/** The day of the meeting that approved it. */
const APPROVED_ON = '2026-01-20';

const WRITTEN: Readonly<Record<string, string>> = {
  Johdanto:
    'Neuvottelukunta hyväksyi toimintasuunnitelman kokouksessaan 20.1.2026 (1/2026 § 5). Painopisteet ovat järjestöjen yhteinen vapaaehtoistoiminta, maahanmuuttajien osallisuus ja hyvien käytäntöjen levittäminen kuntiin.',
  'Yhteistyö ja viestintä':
    'Neuvottelukunta tapaa kuntien hyte-, osallisuus- ja järjestöyhdyshenkilöt kaksi kertaa vuodessa. Päätöksistä kerrotaan järjestöille sähköpostilla ja verkossa, tärkeimmistä myös selkokielellä.',
  'Seuranta ja arviointi':
    'Työvaliokunta seuraa mittareita jokaisessa kokouksessaan. Vuosi arvioidaan toimintakertomuksessa, joka käsitellään vuoden ensimmäisessä kokouksessa.',
};

export async function importSampleReports(trx: Kysely<Database>, boardId: string): Promise<void> {
  const { id } = await createReport(trx, { boardId, kind: 'plan', year: 2026, language: 'fi' }, APPROVED_ON);
  for (const section of (await getReport(trx, id)).sections) {
    const text = WRITTEN[section.title];
    if (text !== undefined)
      await changeSection(trx, {
        id: section.id,
        version: section.version,
        change: { body: richText(text) },
      });
  }
}
