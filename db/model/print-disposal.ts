/** The proposal for disposal (hävitysesitys) as it is printed for approval, and the record of what was done. */
import { formatDate } from './dates.ts';
import type { Language } from './language.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import type { DisposableRule, ProposalState } from './retention-rules.ts';
import { richText } from './rich-text.ts';

export interface DisposalFacts {
  /** Rekisterinpitäjä; the board's name where none is set. */
  controller: string;
  number: number;
  year: number;
  madeOn: string;
  madeBy: string;
  note: string;
  state: ProposalState;
  approvedOn: string | null;
  approvedBy: string;
  reference: string;
  /** ISO instant. */
  carriedOutAt: string | null;
  carriedOutBy: string;
  lines: readonly {
    rule: DisposableRule;
    months: number;
    before: string;
    count: number;
    done: number | null;
  }[];
}

const WORDS = {
  fi: {
    type: 'Hävitysesitys',
    title: (number: string) => `Hävitysesitys ${number}`,
    lead: 'Seuraavien tietojen säilytysaika on päättynyt. Ne esitetään hävitettäviksi. Pöytäkirjoja, jäsenyyksiä ja tarkastettujen asiakirjojen nimiä esitys ei koske: ne säilytetään pysyvästi.',
    done: 'Hyväksytty esitys on toteutettu seuraavasti.',
    group: 'Tietoryhmä',
    time: 'Säilytysaika',
    before: 'Koskee tietoja',
    count: 'Määrä',
    disposed: 'Hävitetty',
    way: 'Hävittämistapa',
    wayText:
      'Tiedot poistetaan tietokannasta, hausta ja muutoslokista. Vanhoista varmuuskopioista ne häviävät kopioiden vanhetessa, ja palautetussa kopiossa poisto tehdään uudelleen.',
    basis: 'Peruste',
    basisText:
      'Tietosuoja-asetus 5 art. 1 kohta e (säilytyksen rajoittaminen) ja laki julkisen hallinnon tiedonhallinnasta 906/2019 21 §.',
    made: 'Esitys tehty',
    approved: 'Hyväksytty',
    approver: 'Hyväksyjä',
    reference: 'Päätös',
    carriedOut: 'Toteutettu',
    note: 'Lisätietoja',
    sign: 'Hyväksyn esityksen',
    signLine: 'Paikka ja aika ______________________    Allekirjoitus ______________________________',
    rules: {
      contact_data: 'Yhteystiedot ja muistiinpanot henkilöistä, joiden tehtävät ovat päättyneet',
      reply_words: 'Kutsuihin annettujen vastausten lisätiedot (esimerkiksi ruokavalio, tulkkaus)',
      change_log: 'Muutoslokin merkinnät',
    },
    months: (months: number) => (months % 12 === 0 ? `${months / 12} v` : `${months} kk`),
    until: (date: string) => `ennen ${date}`,
    dueOn: (date: string) => `määräaika viimeistään ${date}`,
    states: { draft: 'esitys', approved: 'hyväksytty', carried_out: 'toteutettu', withdrawn: 'peruttu' },
  },
  sv: {
    type: 'Gallringsförslag',
    title: (number: string) => `Gallringsförslag ${number}`,
    lead: 'Förvaringstiden för följande uppgifter har gått ut. De föreslås bli gallrade. Förslaget gäller inte protokoll, medlemskap eller namn i justerade handlingar: de förvaras varaktigt.',
    done: 'Det godkända förslaget har verkställts på följande sätt.',
    group: 'Uppgiftsgrupp',
    time: 'Förvaringstid',
    before: 'Gäller uppgifter',
    count: 'Antal',
    disposed: 'Gallrat',
    way: 'Sätt att gallra',
    wayText:
      'Uppgifterna raderas ur databasen, sökningen och ändringsloggen. Ur äldre säkerhetskopior försvinner de när kopiorna föråldras, och i en återställd kopia görs raderingen på nytt.',
    basis: 'Grund',
    basisText:
      'Dataskyddsförordningen art. 5.1 e (lagringsminimering) och lagen om informationshantering inom den offentliga förvaltningen 906/2019, 21 §.',
    made: 'Förslaget gjort',
    approved: 'Godkänt',
    approver: 'Godkänt av',
    reference: 'Beslut',
    carriedOut: 'Verkställt',
    note: 'Tilläggsuppgifter',
    sign: 'Jag godkänner förslaget',
    signLine: 'Ort och tid ______________________    Underskrift ______________________________',
    rules: {
      contact_data: 'Kontaktuppgifter och anteckningar om personer vars uppdrag har upphört',
      reply_words: 'Tilläggsuppgifter i svar på kallelser (till exempel diet, tolkning)',
      change_log: 'Anteckningar i ändringsloggen',
    },
    months: (months: number) => (months % 12 === 0 ? `${months / 12} år` : `${months} mån`),
    until: (date: string) => `före ${date}`,
    dueOn: (date: string) => `frist senast ${date}`,
    states: { draft: 'förslag', approved: 'godkänt', carried_out: 'verkställt', withdrawn: 'återtaget' },
  },
  en: {
    type: 'Disposal proposal',
    title: (number: string) => `Disposal proposal ${number}`,
    lead: 'The retention time of the following data has ended. They are proposed for disposal. Minutes, memberships and names in examined documents are not concerned: they are kept permanently.',
    done: 'The approved proposal was carried out as follows.',
    group: 'Group of data',
    time: 'Retention',
    before: 'Concerns data',
    count: 'Count',
    disposed: 'Disposed',
    way: 'How',
    wayText:
      'The data are removed from the database, the search and the log of changes. They leave old backups as those grow old, and in a restored copy the removal is repeated.',
    basis: 'Ground',
    basisText:
      'GDPR article 5(1)(e) (storage limitation) and the Act on Information Management in Public Administration 906/2019, section 21.',
    made: 'Drawn up',
    approved: 'Approved',
    approver: 'Approved by',
    reference: 'Decision',
    carriedOut: 'Carried out',
    note: 'Notes',
    sign: 'I approve the proposal',
    signLine: 'Place and date ______________________    Signature ______________________________',
    rules: {
      contact_data: 'Contact data and notes of persons whose roles have ended',
      reply_words: 'Remarks in replies to calls (such as diet, interpreting)',
      change_log: 'Entries of the log of changes',
    },
    months: (months: number) => (months % 12 === 0 ? `${months / 12} y` : `${months} months`),
    until: (date: string) => `before ${date}`,
    dueOn: (date: string) => `due ${date} at the latest`,
    states: { draft: 'proposal', approved: 'approved', carried_out: 'carried out', withdrawn: 'withdrawn' },
  },
} as const;

/** In one language; with a place to sign as long as it has not been approved. */
export function printDisposal(facts: DisposalFacts, language: Language): PrintableDocument {
  const words = WORDS[language];
  const number = `${facts.number}/${facts.year}`;
  const isDone = facts.state === 'carried_out';
  const row = (label: string, text: string | null): { label: string; lines: string[] }[] =>
    text === null || text === '' ? [] : [{ label, lines: [text] }];
  const day = (iso: string | null): string | null => (iso === null ? null : formatDate(iso, language));
  const by = (date: string | null, name: string): string | null =>
    date === null ? null : [date, name].filter((part) => part !== '').join(', ');
  const carried =
    facts.carriedOutAt === null
      ? null
      : by(formatDate(facts.carriedOutAt.slice(0, 10), language), facts.carriedOutBy);
  const blocks: PrintableBlock[] = [
    { type: 'text', body: richText(isDone ? words.done : words.lead).content },
    {
      type: 'table',
      caption: words.type,
      columns: [
        { label: words.group, width: 0.4 },
        { label: words.time, width: 0.14 },
        { label: words.before, width: 0.26 },
        { label: isDone ? `${words.count} / ${words.disposed}` : words.count, width: 0.2 },
      ],
      rows: facts.lines.map((line) => {
        const date = formatDate(line.before, language);
        return [
          words.rules[line.rule],
          words.months(line.months),
          line.rule === 'contact_data' ? words.dueOn(date) : words.until(date),
          isDone ? `${line.count} / ${line.done ?? 0}` : String(line.count),
        ];
      }),
    },
    {
      type: 'facts',
      rows: [
        ...row(words.basis, words.basisText),
        ...row(words.way, words.wayText),
        ...row(words.note, facts.note),
        ...row(words.made, by(day(facts.madeOn), facts.madeBy)),
        ...row(words.approved, day(facts.approvedOn)),
        ...row(words.approver, facts.approvedBy),
        ...row(words.reference, facts.reference),
        ...row(words.carriedOut, carried),
      ],
    },
    ...(facts.state === 'draft'
      ? ([
          { type: 'text', body: richText(`${words.sign}\n\n${words.signLine}`).content },
        ] satisfies PrintableBlock[])
      : []),
  ];
  return {
    kind: 'register',
    language,
    title: words.title(number),
    identification: {
      organisation: facts.controller,
      documentType: words.type,
      number,
      date: formatDate(facts.madeOn, language),
      isoDate: facts.madeOn,
      diaryNumber: facts.reference === '' ? null : facts.reference,
      status: words.states[facts.state],
    },
    keywords: [words.type],
    blocks,
  };
}
