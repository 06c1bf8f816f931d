/** The report about a person as a document: everything that is stored, in words. */
import { columnWord, tableWord, valueWord } from './data-words.ts';
import { formatDate } from './dates.ts';
import type { Language } from './language.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import type { LegalGround } from './privacy.ts';
import { richText } from './rich-text.ts';

/** Columns of a row with their values, ids as names. */
export type ReportRow = { column: string; value: string }[];

export interface PersonReport {
  /** ISO day. */
  generatedOn: string;
  /** Rekisterinpitäjä. */
  controller: string;
  personId: string;
  data: ReportRow;
  purpose: string;
  legalGround: LegalGround;
  /** Rows of each table that name the person, and the column that does. */
  sections: { table: string; column: string; rows: ReportRow[] }[];
  /** Texts in which the search finds the name; a namesake is found too. */
  mentions: { entity: string; title: string; date: string | null }[];
  log: {
    at: string;
    entity: string;
    action: 'insert' | 'update' | 'delete';
    changes: { column: string; before: string | null; after: string | null }[];
  }[];
  /** Entries of the log beyond the longest report. */
  logLeftOut: number;
}

const WORDS = {
  fi: {
    type: 'Henkilötietoraportti',
    title: (name: string) => `Henkilötietoraportti – ${name}`,
    lead: 'Raportissa on kaikki, mitä ohjelman tietokantaan on tallennettu henkilöstä (tietosuoja-asetuksen 15 artikla).',
    data: 'Perustiedot',
    ground: 'Oikeusperuste',
    mentions: 'Nimi teksteissä',
    mentionsLead:
      'Haku löytää nimen näistä kohdista. Joukossa voi olla samannimistä toista henkilöä koskevia.',
    log: 'Muutokset',
    logLeftOut: (count: number) => `Vanhempia muutoksia on vielä ${count}; ne ovat muutoslokissa.`,
    insert: 'lisätty',
    update: 'muutettu',
    delete: 'poistettu',
    item: 'Asia',
    task: 'Toimenpide',
    organisation: 'Järjestö',
  },
  sv: {
    type: 'Personuppgiftsrapport',
    title: (name: string) => `Personuppgiftsrapport – ${name}`,
    lead: 'Rapporten innehåller allt som har lagrats om personen i programmets databas (artikel 15 i dataskyddsförordningen).',
    data: 'Grunduppgifter',
    ground: 'Rättslig grund',
    mentions: 'Namnet i texter',
    mentionsLead:
      'Sökningen hittar namnet på dessa ställen. Någon träff kan gälla en annan person med samma namn.',
    log: 'Ändringar',
    logLeftOut: (count: number) => `Det finns ytterligare ${count} äldre ändringar i ändringsloggen.`,
    insert: 'tillagt',
    update: 'ändrat',
    delete: 'borttaget',
    item: 'Ärende',
    task: 'Åtgärd',
    organisation: 'Organisation',
  },
  en: {
    type: 'Report on personal data',
    title: (name: string) => `Report on personal data – ${name}`,
    lead: 'The report holds everything that is stored about the person in the program’s database (GDPR article 15).',
    data: 'Basic data',
    ground: 'Legal ground',
    mentions: 'The name in texts',
    mentionsLead:
      'The search finds the name in these places. Some may concern another person of the same name.',
    log: 'Changes',
    logLeftOut: (count: number) => `There are ${count} older changes; they are in the log of changes.`,
    insert: 'added',
    update: 'changed',
    delete: 'removed',
    item: 'Item',
    task: 'Action',
    organisation: 'Organisation',
  },
} as const;

/** The person's name as the report has it. */
function reportName(report: PersonReport): string {
  return report.data.find(({ column }) => column === 'name')?.value ?? '';
}

export function printPersonReport(report: PersonReport, language: Language): PrintableDocument {
  const words = WORDS[language];
  const say = (row: ReportRow): string =>
    row
      .map(({ column, value }) => `${columnWord(column, language)}: ${valueWord(column, value, language)}`)
      .join('; ');
  const name = reportName(report);
  const blocks: PrintableBlock[] = [
    { type: 'text', body: richText(words.lead).content },
    { type: 'heading', level: 2, text: words.data },
    {
      type: 'facts',
      rows: [
        ...report.data.map(({ column, value }) => ({
          label: columnWord(column, language),
          lines: [valueWord(column, value, language)],
        })),
        ...(report.purpose === ''
          ? []
          : [{ label: columnWord('purpose', language), lines: [report.purpose] }]),
        { label: words.ground, lines: [valueWord('legal_ground', report.legalGround, language)] },
      ],
    },
    ...report.sections.map(({ table, column, rows }): PrintableBlock => {
      const role =
        column === 'person_id' ? '' : ` (${columnWord(column, language).toLocaleLowerCase(language)})`;
      return {
        type: 'list',
        heading: `${tableWord(table, language)}${role}`,
        rows: rows.map((row, index) => ({ label: `${index + 1}.`, text: say(row) || name })),
      };
    }),
  ];
  if (report.mentions.length > 0) {
    const entity = (one: string): string =>
      one === 'item' || one === 'task' || one === 'organisation' ? words[one] : one;
    blocks.push(
      { type: 'heading', level: 2, text: words.mentions },
      { type: 'text', body: richText(words.mentionsLead).content },
      {
        type: 'facts',
        rows: report.mentions.map((one) => ({
          label: entity(one.entity),
          lines: [
            one.date === null ? one.title : `${one.title}, ${formatDate(one.date.slice(0, 10), language)}`,
          ],
        })),
      },
    );
  }
  if (report.log.length > 0)
    blocks.push({
      type: 'list',
      heading: words.log,
      rows: report.log.map(({ at, entity, action, changes }) => ({
        label: formatDate(at.slice(0, 10), language),
        text: `${tableWord(entity, language)}, ${words[action]}: ${changes
          .map(({ column, before, after }) =>
            [
              `${columnWord(column, language)} `,
              before === null ? '' : `${valueWord(column, before, language)} `,
              '→ ',
              after === null ? '–' : valueWord(column, after, language),
            ].join(''),
          )
          .join('; ')}`,
      })),
    });
  if (report.logLeftOut > 0)
    blocks.push({ type: 'text', body: richText(words.logLeftOut(report.logLeftOut)).content });
  return {
    kind: 'register',
    language,
    title: words.title(name),
    identification: {
      organisation: report.controller,
      documentType: words.type,
      number: '',
      date: formatDate(report.generatedOn, language),
      isoDate: report.generatedOn,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.type],
    blocks,
  };
}
