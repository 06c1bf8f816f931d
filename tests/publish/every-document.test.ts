/**
 * Every kind of document that is printed, in every language, read back by qpdf, poppler and pdf.js: structure, language,
 * title, conformance, fonts, the file inside. Each kind is made once in each language and once in each standard.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../db/core/open.ts';
import { listReports, wholeReport } from '../../db/features/annual-report-views.ts';
import { clockViews, compareClocks } from '../../db/features/clock-views.ts';
import { listPlan } from '../../db/features/communication-plan.ts';
import { documentSource } from '../../db/features/documents.ts';
import { inclusionCoverage } from '../../db/features/inclusion-coverage.ts';
import { findMeeting } from '../../db/features/meeting-report.ts';
import { organisationRows } from '../../db/features/organisation-list.ts';
import { personReport } from '../../db/features/person-report.ts';
import { privacyFacts } from '../../db/features/privacy-facts.ts';
import { listProjects, projectCard } from '../../db/features/projects.ts';
import { listThemes, themeCard } from '../../db/features/themes.ts';
import { BULLETIN_LANGUAGES, NO_CONTENT } from '../../db/model/bulletin.ts';
import { printInclusion } from '../../db/model/inclusion-export.ts';
import { LANGUAGES, type Language } from '../../db/model/language.ts';
import { LIST_COLUMNS } from '../../db/model/organisation-columns.ts';
import { printAnnualReport } from '../../db/model/print-annual-report.ts';
import { printArchiveCertificate } from '../../db/model/print-archive-certificate.ts';
import { printBulletin } from '../../db/model/print-bulletin.ts';
import { printClock, printComparison } from '../../db/model/print-clock.ts';
import { printPlan } from '../../db/model/print-communication-plan.ts';
import { printDeliveryReport } from '../../db/model/print-delivery-report.ts';
import { printDisposal } from '../../db/model/print-disposal.ts';
import { printDocument, type DocumentSource } from '../../db/model/print-document.ts';
import { printOrganisationList } from '../../db/model/print-organisation-list.ts';
import { printPersonReport } from '../../db/model/print-person-report.ts';
import { printPrivacyNotice } from '../../db/model/print-privacy-notice.ts';
import { printProject } from '../../db/model/print-project.ts';
import { printTheme } from '../../db/model/print-theme.ts';
import { DOCUMENT_KINDS, type DocumentKind, type PrintableDocument } from '../../db/model/printable.ts';
import { accessibilityStatement } from '../../db/model/publication-texts.ts';
import { richText } from '../../db/model/rich-text.ts';
import { toJson } from '../../electron/publish/json.ts';
import { createTypstRenderer, PDF_STANDARDS, type PdfStandard } from '../../electron/publish/typst.ts';
import { resources, resourcesFolder } from '../fixtures/databases.ts';
import { wholeSampleFile } from '../fixtures/whole-sample.ts';
import { installed, runOn } from './read-pdf.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const createdAt = 1_779_200_000;
const TODAY = '2026-11-22';
const renderer = createTypstRenderer({ resourcesFolder });

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-documents-'));
let database: OpenDatabase;
let boardId: string;
let source: DocumentSource;
beforeAll(async () => {
  const whole = await wholeSampleFile(folder);
  boardId = whole.boardId;
  database = await openDatabase({ file: whole.file });
  const meetingId = await findMeeting(database.kysely, '3/2026', 'Malli-JANE');
  source = await documentSource(database.kysely, meetingId, TODAY);
});

afterAll(() => {
  database.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const board = { fi: 'Malli-JANE', sv: null, en: null };

/** Every document of the program but labels, which are no documents. */
const PRINTED: Record<string, (language: Language) => PrintableDocument | Promise<PrintableDocument>> = {
  ...Object.fromEntries(
    DOCUMENT_KINDS.map((kind: DocumentKind) => [
      kind,
      (language: Language) =>
        printDocument(
          source,
          { kind, sections: kind === 'extract' ? [29, 30] : [], voters: kind === 'extract' },
          resources.phrases(),
          language,
        ),
    ]),
  ),
  'annual report and plan': async (language) => {
    const [report] = await listReports(database.kysely, boardId);
    return printAnnualReport({ ...(await wholeReport(database.kysely, report!.id, TODAY)), language }, TODAY);
  },
  clock: async (language) =>
    printClock((await clockViews(database.kysely, boardId, TODAY))[0]!, language, TODAY),
  'comparison of clocks': async (language) => {
    const clocks = await clockViews(database.kysely, boardId, TODAY);
    const ids = clocks.slice(0, 2).map(({ id }) => id);
    return printComparison(await compareClocks(database.kysely, ids, TODAY), language, TODAY);
  },
  'communication plan': async (language) => {
    const rows = await listPlan(database.kysely, boardId, TODAY);
    return printPlan(rows, 2026, 'Malli-JANE', TODAY, language);
  },
  'delivery report': (language) =>
    printDeliveryReport(
      {
        organisation: 'Malli-JANE',
        kind: 'minutes',
        meeting: '3/2026',
        newest: { number: 1, sha256: 'ab'.repeat(32) },
        generatedOn: TODAY,
        list: 'Jäsenet',
        rows: [{ recipient: 'Jäsen 01', version: null, state: null, events: [] }],
      },
      language,
    ),
  'proposal for disposal': (language) =>
    printDisposal(
      {
        controller: 'Mallimaan liitto',
        number: 1,
        year: 2026,
        madeOn: TODAY,
        madeBy: 'Sihteeri 01',
        note: 'Huomautus',
        state: 'draft',
        approvedOn: null,
        approvedBy: '',
        reference: '',
        carriedOutAt: null,
        carriedOutBy: '',
        lines: [{ rule: 'contact_data', months: 12, before: '2025-11-22', count: 3, done: null }],
      },
      language,
    ),
  'certificate of verification': (language) =>
    printArchiveCertificate(
      {
        name: 'paketti.zip',
        sha512: 'cd'.repeat(64),
        seal: 'right',
        verifiedOn: TODAY,
        application: 'Pykälä 0.1.0',
        findings: [],
        valid: true,
        version: '1.0',
        algorithms: ['sha512'],
        info: [['Source-Organization', 'Malli-JANE']],
        payload: { files: 12, bytes: 34_567 },
        tags: { files: 4, bytes: 1_234 },
      },
      language,
    ),
  'list of organisations': async (language) => {
    const ids = await database.kysely.selectFrom('organisation').select('id').limit(20).execute();
    return printOrganisationList(
      {
        organisation: 'Malli-JANE',
        view: '',
        search: '',
        filter: '',
        printedOn: TODAY,
        columns: LIST_COLUMNS.slice(0, 5),
        rows: await organisationRows(
          database.kysely,
          ids.map(({ id }) => id),
          TODAY,
        ),
        prhNames: new Map(resources.prhClasses().map(({ class: number, ...name }) => [number, name])),
      },
      language,
    );
  },
  'report about a person': async (language) => {
    const { id } = await database.kysely.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow();
    return printPersonReport(await personReport(database.kysely, id, TODAY), language);
  },
  'privacy notice': async (language) =>
    printPrivacyNotice(await privacyFacts(database.kysely, TODAY), language),
  'project card': async (language) => {
    const [project] = await listProjects(database.kysely, boardId, TODAY);
    return printProject(
      await projectCard(database.kysely, project!.id, TODAY),
      'Malli-JANE',
      TODAY,
      language,
    );
  },
  'theme area': async (language) => {
    const [theme] = await listThemes(database.kysely, boardId);
    return printTheme(await themeCard(database.kysely, theme!.id), 'Malli-JANE', TODAY, language);
  },
  inclusion: async (language) => {
    const filter = { period: null, language: null };
    const view = await inclusionCoverage(database.kysely, { boardId, regionCode: null, filter }, TODAY);
    return printInclusion({ ...view, region: view.region?.name ?? null, filter }, board, TODAY, language);
  },
  'accessibility statement': (language) =>
    accessibilityStatement({
      organisation: 'Malli-JANE',
      language,
      date: '22.11.2026',
      isoDate: TODAY,
      contact: 'palaute@jane.example',
      shortcomings: '',
    }),
};

/** What is written in other writings stands in every kind. */
const withOtherWritings = (document: PrintableDocument): PrintableDocument => ({
  ...document,
  blocks: [
    ...document.blocks,
    { type: 'text', body: richText('«День встречи» – «Зустріч у Йоенсуу»\n\nيوم اللقاء في كيتي').content },
  ],
});

interface QpdfObject {
  value?: unknown;
  stream?: { dict: Record<string, unknown>; data?: string };
}

/** What qpdf finds in a file. */
function inside(bytes: Uint8Array) {
  const json = JSON.parse(
    runOn(bytes, 'qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', 'FILE'),
  ) as { qpdf: [unknown, Record<string, QpdfObject>] };
  const objects = Object.values(json.qpdf[1]);
  const values = objects.map((one) => (one.value ?? one.stream?.dict ?? {}) as Record<string, unknown>);
  const catalog = values.find((one) => one['/Type'] === '/Catalog')!;
  const xmp = objects.find(({ stream }) => stream?.dict['/Type'] === '/Metadata')!;
  const metadata = Buffer.from(xmp.stream!.data!, 'base64').toString('utf8');
  return { objects, values, catalog, metadata };
}

const STATED: Record<PdfStandard, RegExp[]> = {
  'a-2a': [/pdfaid:part>2</, /pdfaid:conformance>A</],
  'ua-1': [/pdfuaid:part>1</],
  'a-3a': [/pdfaid:part>3</, /pdfaid:conformance>A</],
};
const TAGS: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Holds for every PDF, whatever is in it. */
function expectSound(
  found: ReturnType<typeof inside>,
  standard: PdfStandard,
  title: string,
  tag: string,
): void {
  const { values, catalog, metadata } = found;
  expect(catalog['/Lang']).toBe(`u:${tag}`);
  expect(catalog['/StructTreeRoot']).toBeDefined();
  expect(catalog['/MarkInfo']).toMatchObject({ '/Marked': true });
  if (standard === 'ua-1') expect(catalog['/ViewerPreferences']).toMatchObject({ '/DisplayDocTitle': true });
  for (const pattern of STATED[standard]) expect(metadata).toMatch(pattern);
  expect(metadata).toContain(`<rdf:li xml:lang="x-default">${escaped(title)}</rdf:li>`);
  const fonts = values.filter((one) => one['/Type'] === '/FontDescriptor');
  expect(fonts.length).toBeGreaterThan(0);
  for (const one of fonts) expect(Object.keys(one).some((key) => /^\/FontFile[23]?$/.test(key))).toBe(true);
  // Pictures and drawings tell in words what they show.
  for (const one of values)
    if (one['/S'] === '/Figure') expect(String(one['/Alt'] ?? '')).toMatch(/^u:.{10,}/s);
}

const CASES = Object.keys(PRINTED).flatMap((kind, at) =>
  LANGUAGES.map(
    (language, index) => [kind, language, PDF_STANDARDS[(at + index) % PDF_STANDARDS.length]!] as const,
  ),
);

describe.skipIf(!installed('qpdf'))('read back', () => {
  test('every kind comes in every language and in every standard', () => {
    const kinds = Object.keys(PRINTED);
    expect(kinds.length).toBeGreaterThan(20);
    for (const kind of kinds) {
      const own = CASES.filter(([one]) => one === kind);
      expect(new Set(own.map(([, language]) => language)).size).toBe(LANGUAGES.length);
      expect(new Set(own.map(([, , standard]) => standard)).size).toBe(PDF_STANDARDS.length);
    }
  });

  test.each(CASES)('%s in %s as %s', async (kind, language, standard) => {
    const document = withOtherWritings(await PRINTED[kind]!(language));
    expect(document.blocks.length).toBeGreaterThan(1);
    const content = new TextDecoder().decode(toJson(document));
    const attached =
      standard === 'a-3a' ? { name: 'tiedot.json', content, description: document.title } : null;
    const { bytes, replaced } = renderer.render(document, createdAt, standard, attached);
    expect(replaced).toEqual([]);
    const found = inside(bytes);
    expectSound(found, standard, document.title, TAGS[language]);
    const { objects, values, catalog } = found;
    const roles = new Set(values.map((one) => one['/S']));
    const types = new Set(document.blocks.map(({ type }) => type));
    expect(roles.has('/P')).toBe(true);
    expect(roles.has('/H1')).toBe(
      (['heading', 'item', 'signatures', 'list'] as const).some((type) => types.has(type)),
    );
    expect(roles.has('/TH')).toBe(JSON.stringify(document.blocks).includes('"columns":['));
    // A stretch of text tells its language in the page, a whole part of the document in the structure.
    const spoken = objects
      .map(({ value, stream }) =>
        stream?.data === undefined
          ? JSON.stringify(value)
          : Buffer.from(stream.data, 'base64').toString('latin1'),
      )
      .join('\n');
    for (const tag of ['ru', 'uk', 'ar']) expect(spoken).toMatch(new RegExp(`/Lang(?: \\(|":"u:)${tag}[)"]`));
    const files = values.filter((one) => one['/Type'] === '/Filespec');
    expect(files).toHaveLength(attached === null ? 0 : 1);
    if (attached !== null) {
      expect(files[0]).toMatchObject({ '/AFRelationship': '/Data', '/UF': 'u:tiedot.json' });
      expect(catalog['/AF']).toHaveLength(1);
      const embedded = objects.find(({ stream }) => stream?.dict['/Type'] === '/EmbeddedFile')!;
      expect(embedded.stream!.dict['/Subtype']).toBe('/application/json');
      expect(Buffer.from(embedded.stream!.data!, 'base64').toString('utf8')).toBe(content);
    }
    if (language === 'fi' && installed('pdfinfo'))
      expect(runOn(bytes, 'pdfinfo', 'FILE')).toMatch(/Tagged: +yes/);
  });

  test.each(BULLETIN_LANGUAGES)('a bulletin in %s, for the archive and for sending', (language) => {
    const words: Partial<Record<typeof language, string>> = {
      ar: 'يوم اللقاء في كيتي',
      fa: 'روز ملاقات در کیته',
      ru: 'День встречи',
      uk: 'День зустрічі',
    };
    const title = words[language] ?? 'Kohtaamispäivä';
    const document = printBulletin({
      language,
      content: { ...NO_CONTENT, title, body: `${title}.` },
      board: { fi: 'Malli-JANE', sv: 'Malli-JANE', en: 'Malli-JANE' },
      boardShortName: 'Malli-JANE',
      createdOn: TODAY,
      decision: null,
    });
    for (const standard of ['a-2a', 'ua-1'] as const) {
      const { bytes } = renderer.render(document, createdAt, standard);
      expectSound(inside(bytes), standard, title, language === 'fi-selko' ? 'fi' : language);
    }
  });
});
