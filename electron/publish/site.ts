/**
 * The pages of the publication folder (julkaisukansio), composed from public documents alone: a front page by year with a
 * search, a page for each minutes, an Atom feed and the accessibility statement, in each language.
 */
import { formatDate } from '../../db/model/dates.ts';
import { escapeMarkup, xmlText } from '../../db/model/escape-markup.ts';
import type { Language } from '../../db/model/language.ts';
import { accessibilityStatement, SITE_WORDS } from '../../db/model/publication-texts.ts';
import { languageFolder, type PublicationSettings } from '../../db/model/publication.ts';
import type { PrintableBlock, PrintableDocument } from '../../db/model/printable.ts';
import { plainText } from '../../db/model/rich-text.ts';
import { htmlArticle, htmlPage } from './html.ts';
import { DOCUMENT_STYLE } from './html-style.ts';
import { htmlText } from './html-text.ts';
import { SEARCH_SCRIPT } from './site-script.ts';

/** One document that is published, in one language. */
export interface PublishedPage {
  /** "2026/2026-05-19_JANE_julkinen_poytakirja_3-2026", without ending, below the folder of its language. */
  path: string;
  /** Names the minutes for ever, e.g. "urn:pykala:jane:meeting:2026:3". */
  id: string;
  year: number;
  heldOn: string;
  /** ISO day of its last change. */
  updatedOn: string;
  document: PrintableDocument;
  /** The day on which personal data were removed, or null. */
  namesRemovedOn: string | null;
}

export interface Site {
  board: string;
  /** Newest first. */
  pages: Partial<Record<Language, PublishedPage[]>>;
  settings: PublicationSettings;
  /** ISO day on which the statement was made. */
  statedOn: string;
}

const STATEMENT_PAGE = 'saavutettavuusseloste.html';
const FEED = 'syote.xml';

/** Every page as text by its path; the PDF files are made apart. */
export function composeSite(site: Site): Map<string, string> {
  const files = new Map<string, string>();
  for (const language of site.settings.languages) {
    const folder = languageFolder(site.settings, language);
    const pages = site.pages[language] ?? [];
    files.set(`${folder}index.html`, frontPage(site, language, pages));
    files.set(`${folder}${STATEMENT_PAGE}`, statementPage(site, language));
    files.set(`${folder}${FEED}`, feed(site, language, pages));
    for (const page of pages) files.set(`${folder}${page.path}.html`, minutesPage(site, language, page));
  }
  return files;
}

const styled = `<style>\n${DOCUMENT_STYLE}\n</style>`;

function frontPage(site: Site, language: Language, pages: readonly PublishedPage[]): string {
  const words = SITE_WORDS[language];
  const title = words.title(site.board);
  const years = [...new Set(pages.map(({ year }) => year))];
  const index = pages.map(({ path, document }) => ({
    title: document.title,
    href: `${path}.html`,
    text: searchText(document),
  }));
  return htmlPage({
    language,
    title,
    head: [
      styled,
      `<link rel="alternate" type="application/atom+xml" href="${FEED}" title="${escapeMarkup(title)}">`,
    ],
    script: SEARCH_SCRIPT,
    body: [
      ...(site.settings.languages.length > 1 ? [languages(site, language, 'index.html')] : []),
      '<main>',
      `<h1>${htmlText(title)}</h1>`,
      `<p>${htmlText(words.lead)}</p>`,
      `<form id="search" role="search" class="no-print" hidden data-found="${escapeMarkup(words.found)}" data-nothing="${escapeMarkup(words.nothing)}">`,
      `<p><label for="words">${htmlText(words.search)}</label><br>`,
      `<input id="words" type="search" size="40" autocomplete="off" aria-describedby="hint"><br>`,
      `<small id="hint">${htmlText(words.searchHint)}</small></p>`,
      '<p id="status" role="status"></p>',
      '<ol id="results"></ol>',
      '</form>',
      ...(years.length > 1
        ? [
            `<nav aria-label="${escapeMarkup(words.years)}"><p>${years.map((year) => `<a href="#y${year}">${year}</a>`).join(' ')}</p></nav>`,
          ]
        : []),
      ...years.map((year) =>
        [
          `<section aria-labelledby="y${year}">`,
          `<h2 id="y${year}">${year}</h2>`,
          '<ul>',
          ...pages
            .filter((page) => page.year === year)
            .map(
              ({ path, document, heldOn }) =>
                `<li><a href="${path}.html">${htmlText(document.title)}</a> (${formatDate(heldOn, language)}, <a href="${path}.pdf">${words.pdf}<span lang="${language}"> ${htmlText(document.identification.number)}</span></a>)</li>`,
            ),
          '</ul>',
          '</section>',
        ].join('\n'),
      ),
      '</main>',
      footer(language, ''),
      `<script type="application/json" id="pages">${JSON.stringify(index).replaceAll('<', String.raw`\u003c`)}</script>`,
    ].join('\n'),
  });
}

function minutesPage(site: Site, language: Language, page: PublishedPage): string {
  const words = SITE_WORDS[language];
  const up = '../'.repeat(page.path.split('/').length - 1);
  const note =
    page.namesRemovedOn === null
      ? []
      : [
          `<p class="status">${htmlText(words.namesRemovedNote(formatDate(page.namesRemovedOn, language)))}</p>`,
        ];
  const file = page.path.split('/').at(-1)!;
  return htmlPage({
    language,
    title: page.document.title,
    head: [styled],
    body: [
      `<nav class="no-print" aria-label="${escapeMarkup(words.back)}"><p><a href="${up}index.html">${htmlText(words.back)}</a> · <a href="${file}.pdf">${words.pdf}</a></p></nav>`,
      ...(site.settings.languages.length > 1 ? [languages(site, language, `${page.path}.html`)] : []),
      '<main>',
      ...note,
      htmlArticle(page.document),
      '</main>',
      footer(language, up),
    ].join('\n'),
  });
}

function statementPage(site: Site, language: Language): string {
  const words = SITE_WORDS[language];
  const { contact, shortcomings } = site.settings;
  const statement = accessibilityStatement({
    organisation: site.board,
    language,
    date: formatDate(site.statedOn, language),
    isoDate: site.statedOn,
    contact,
    shortcomings,
  });
  return htmlPage({
    language,
    title: statement.title,
    head: [styled],
    body: [
      `<nav class="no-print" aria-label="${escapeMarkup(words.back)}"><p><a href="index.html">${htmlText(words.back)}</a></p></nav>`,
      `<main>\n${htmlArticle(statement)}\n</main>`,
    ].join('\n'),
  });
}

/** The same page in the other languages; `path` below the folder of each. */
function languages(site: Site, own: Language, path: string): string {
  const { settings } = site;
  const depth = `${languageFolder(settings, own)}${path}`.split('/').length - 1;
  const links = settings.languages
    .filter((language) => language !== own)
    .map((language) => {
      const name = path.endsWith('index.html')
        ? path
        : (site.pages[language]?.find((page) => samePage(page.path, path))?.path ?? 'index').concat('.html');
      const href = `${'../'.repeat(depth)}${languageFolder(settings, language)}${name}`;
      return `<a href="${href}" lang="${language}" hreflang="${language}">${SITE_WORDS[language].languageName}</a>`;
    });
  return `<nav class="no-print" aria-label="${escapeMarkup(SITE_WORDS[own].otherLanguages)}"><p>${links.join(' · ')}</p></nav>`;
}

/** Pages of one meeting have one name in every language. */
const samePage = (path: string, file: string): boolean => `${path}.html` === file;

function footer(language: Language, up: string): string {
  const words = SITE_WORDS[language];
  return `<footer class="no-print"><p><a href="${up}${STATEMENT_PAGE}">${htmlText(words.statement)}</a> · <a href="${up}${FEED}">${htmlText(words.feed)}</a></p></footer>`;
}

/** Atom 1.0 (RFC 4287). */
function feed(site: Site, language: Language, pages: readonly PublishedPage[]): string {
  const { baseUrl } = site.settings;
  const folder = languageFolder(site.settings, language);
  const base = baseUrl === '' ? '' : `${baseUrl.replace(/\/?$/, '/')}${folder}`;
  const instant = (day: string): string => `${day}T12:00:00Z`;
  const updated =
    pages
      .map(({ updatedOn }) => updatedOn)
      .sort()
      .at(-1) ?? site.statedOn;
  const board = pages[0]?.id.split(':').slice(0, 3).join(':') ?? 'urn:pykala';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"${base === '' ? '' : ` xml:base="${xmlText(base)}"`}>`,
    `<id>${xmlText(`${board}:feed:${language}`)}</id>`,
    `<title>${xmlText(SITE_WORDS[language].title(site.board))}</title>`,
    `<updated>${instant(updated)}</updated>`,
    `<author><name>${xmlText(site.board)}</name></author>`,
    ...(base === ''
      ? []
      : [`<link rel="self" type="application/atom+xml" href="${xmlText(`${base}${FEED}`)}"/>`]),
    `<link rel="alternate" type="text/html" href="${xmlText(`${base}index.html`)}"/>`,
    ...pages.flatMap(({ id, path, document, updatedOn, heldOn }) => [
      '<entry>',
      `<id>${xmlText(`${id}:${language}`)}</id>`,
      `<title>${xmlText(document.title)}</title>`,
      `<updated>${instant(updatedOn)}</updated>`,
      `<published>${instant(heldOn)}</published>`,
      `<link rel="alternate" type="text/html" href="${xmlText(`${base}${path}.html`)}"/>`,
      `<link rel="enclosure" type="application/pdf" href="${xmlText(`${base}${path}.pdf`)}"/>`,
      `<summary>${xmlText(itemTitles(document))}</summary>`,
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}

function itemTitles({ blocks }: PrintableDocument): string {
  return blocks
    .flatMap((block) => (block.type === 'item' ? [`${block.number} ${block.title}`] : []))
    .join('; ');
}

/** Titles, texts and tables of the items, for the search. */
function searchText({ blocks }: PrintableDocument): string {
  const words = (block: PrintableBlock): string[] => {
    if (block.type === 'item')
      return [
        `${block.number} ${block.title}`,
        block.diaryNumber ?? '',
        ...block.parts.flatMap((part) =>
          part.type === 'text'
            ? [plainText({ type: 'doc', content: part.body })]
            : [...part.lines, ...part.result],
        ),
      ];
    return block.type === 'facts' ? block.rows.flatMap(({ lines }) => lines) : [];
  };
  return blocks.flatMap(words).join(' ').replaceAll(/\s+/g, ' ');
}
