/** The report of deliveries (jakeluraportti): who has got which version of a document, by which channel, when, and who has not. */
import { formatDate } from './dates.ts';
import type { DeliveredKind, DeliveryChannel, DeliveryEvent, DeliveryState } from './delivery.ts';
import type { Language } from './language.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import { richText } from './rich-text.ts';

export interface ReportedDelivery {
  /** Empty: the recipient was erased. */
  recipient: string;
  /** The version that went, or null for one who has not got any. */
  version: { number: number; sha256: string } | null;
  state: DeliveryState | null;
  events: { event: DeliveryEvent; channel: DeliveryChannel; on: string; by: string }[];
}

export interface DeliveryReport {
  organisation: string;
  kind: DeliveredKind;
  /** "3/2026" */
  meeting: string;
  newest: { number: number; sha256: string };
  /** ISO day. */
  generatedOn: string;
  list: string;
  rows: ReportedDelivery[];
}

const WORDS = {
  fi: {
    type: 'Jakeluraportti',
    kind: {
      minutes: 'Pöytäkirja',
      public: 'Julkinen pöytäkirja',
      summary: 'Tiivistelmä',
      call: 'Kokouskutsu',
      agenda: 'Esityslista',
    },
    document: 'Asiakirja',
    newest: 'Uusin versio',
    list: 'Jakelulista',
    got: 'Saanut uusimman',
    of: (got: number, all: number) => `${got}/${all}`,
    columns: ['Vastaanottaja', 'Versio', 'Tapa', 'Päivä', 'Merkitsi', 'Tila'],
    hash: 'Tunniste (SHA-256)',
    nobody: 'Ei vastaanottajia.',
    erased: 'poistettu henkilö',
    missing: 'ei ole saanut',
    channel: { email: 'sähköposti', post: 'posti', hand: 'käteen', web: 'verkossa', other: 'muu' },
    state: {
      prepared: 'valmisteltu',
      sent: 'lähetetty',
      bounced: 'palautui',
      acknowledged: 'kuitattu',
      withdrawn: 'peruttu',
    },
    versions: 'Versiot',
  },
  sv: {
    type: 'Utskicksrapport',
    kind: {
      minutes: 'Protokoll',
      public: 'Offentligt protokoll',
      summary: 'Sammandrag',
      call: 'Möteskallelse',
      agenda: 'Föredragningslista',
    },
    document: 'Dokument',
    newest: 'Nyaste version',
    list: 'Sändlista',
    got: 'Har fått den nyaste',
    of: (got: number, all: number) => `${got}/${all}`,
    columns: ['Mottagare', 'Version', 'Sätt', 'Dag', 'Antecknad av', 'Läge'],
    hash: 'Kod (SHA-256)',
    nobody: 'Inga mottagare.',
    erased: 'raderad person',
    missing: 'har inte fått',
    channel: { email: 'e-post', post: 'post', hand: 'personligen', web: 'på webben', other: 'annat' },
    state: {
      prepared: 'förberett',
      sent: 'sänt',
      bounced: 'retur',
      acknowledged: 'kvitterat',
      withdrawn: 'återkallat',
    },
    versions: 'Versioner',
  },
  en: {
    type: 'Delivery report',
    kind: {
      minutes: 'Minutes',
      public: 'Public minutes',
      summary: 'Summary',
      call: 'Notice of meeting',
      agenda: 'Agenda',
    },
    document: 'Document',
    newest: 'Newest version',
    list: 'Mailing list',
    got: 'Have got the newest',
    of: (got: number, all: number) => `${got}/${all}`,
    columns: ['Recipient', 'Version', 'Channel', 'Day', 'Noted by', 'State'],
    hash: 'Hash (SHA-256)',
    nobody: 'No recipients.',
    erased: 'erased person',
    missing: 'has not got it',
    channel: { email: 'e-mail', post: 'post', hand: 'by hand', web: 'on the web', other: 'other' },
    state: {
      prepared: 'prepared',
      sent: 'sent',
      bounced: 'bounced',
      acknowledged: 'acknowledged',
      withdrawn: 'withdrawn',
    },
    versions: 'Versions',
  },
} as const;

/** The last event that says where the entry stands; a later draft does not. */
function lastOf({ events, state }: ReportedDelivery): ReportedDelivery['events'][number] | undefined {
  return events.findLast(({ event }) => event === state) ?? events.at(-1);
}

function cells(row: ReportedDelivery, language: Language): string[] {
  const words = WORDS[language];
  const last = lastOf(row);
  return [
    row.recipient === '' ? words.erased : row.recipient,
    row.version === null ? '–' : String(row.version.number),
    last === undefined ? '–' : words.channel[last.channel],
    last === undefined ? '–' : formatDate(last.on, language),
    last?.by ?? '–',
    row.state === null ? words.missing : words.state[row.state],
  ];
}

/** For a spreadsheet: the headings, then one row for each entry, with the hash of its version and ISO days. */
export function deliveryReportRows(report: DeliveryReport, language: Language): string[][] {
  const words = WORDS[language];
  const head: string[] = [words.document, ...words.columns, words.hash];
  const name = `${words.kind[report.kind]} ${report.meeting}`;
  return [
    head,
    ...report.rows.map((row) => {
      const [recipient, version, channel, , by, state] = cells(row, language) as [
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      return [name, recipient, version, channel, lastOf(row)?.on ?? '', by, state, row.version?.sha256 ?? ''];
    }),
  ];
}

export function printDeliveryReport(report: DeliveryReport, language: Language): PrintableDocument {
  const words = WORDS[language];
  const document = `${words.kind[report.kind]} ${report.meeting}`;
  const got = report.rows.filter(
    ({ version, state }) =>
      version?.sha256 === report.newest.sha256 && (state === 'sent' || state === 'acknowledged'),
  ).length;
  const versions = new Map(
    [report.newest, ...report.rows.flatMap(({ version }) => version ?? [])].map((one) => [one.sha256, one]),
  );
  const everybody = new Set(
    report.rows.map(({ recipient }, at) => (recipient === '' ? String(at) : recipient)),
  ).size;
  const blocks: PrintableBlock[] = [
    {
      type: 'facts',
      rows: [
        { label: words.document, lines: [document] },
        { label: words.list, lines: [report.list] },
        { label: words.got, lines: [words.of(got, everybody)] },
        {
          label: words.versions,
          lines: [...versions.values()]
            .toSorted((a, b) => a.number - b.number)
            .map(({ number, sha256 }) => `${number}: SHA-256 ${sha256}`),
        },
      ],
    },
    report.rows.length === 0
      ? { type: 'text', body: richText(words.nobody).content }
      : {
          type: 'table',
          caption: '',
          columns: words.columns.map((label, at) => ({ label, width: [5, 1.4, 2, 2, 3, 2.4][at]! })),
          rows: report.rows.map((row) => cells(row, language)),
        },
  ];
  return {
    kind: 'register',
    language,
    title: `${words.type} – ${document}`,
    identification: {
      organisation: report.organisation,
      documentType: words.type,
      number: report.meeting,
      date: formatDate(report.generatedOn, language),
      isoDate: report.generatedOn,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.type],
    blocks,
  };
}
