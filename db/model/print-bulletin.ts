/**
 * A bulletin in one language as it goes out: a page for printing, an HTML file, plain text. Each tells its language and the
 * direction of its writing; names in another language tell theirs.
 */
import {
  bulletinBlocks,
  directionOf,
  FACT_FIELDS,
  languageTag,
  type BulletinBlock,
  type BulletinContent,
  type BulletinLanguage,
  type Direction,
  type FactField,
} from './bulletin.ts';
import { formatDate } from './dates.ts';
import { escapeMarkup } from './escape-markup.ts';
import { fileName } from './identifiers.ts';
import type { Language } from './language.ts';
import type { PrintableDocument } from './printable.ts';

export interface BulletinSheet {
  language: BulletinLanguage;
  content: BulletinContent;
  /** Name of the board in the languages that it has. */
  board: Record<Language, string>;
  boardShortName: string;
  /** ISO day of the bulletin. */
  createdOn: string;
  /** "2/2026 § 17" and the day, when it is about a decision. */
  decision: { reference: string; heldOn: string; meetingNumber: string } | null;
}

type Label = FactField | 'decision' | 'date';

/** The words of the program in each language of a bulletin. */
const LABELS: Readonly<Record<BulletinLanguage, Readonly<Record<Label, string>>>> = {
  'fi-selko': {
    time: 'Milloin?',
    place: 'Missä?',
    price: 'Mitä maksaa?',
    registration: 'Miten ilmoittaudut?',
    languages: 'Kielet',
    accessibility: 'Esteettömyys',
    contact: 'Kysy lisää',
    decision: 'Päätös',
    date: 'Päivä',
  },
  fi: {
    time: 'Aika',
    place: 'Paikka',
    price: 'Hinta',
    registration: 'Ilmoittautuminen',
    languages: 'Kielet ja tulkkaus',
    accessibility: 'Esteettömyys',
    contact: 'Lisätietoja',
    decision: 'Päätös',
    date: 'Päiväys',
  },
  sv: {
    time: 'Tid',
    place: 'Plats',
    price: 'Pris',
    registration: 'Anmälan',
    languages: 'Språk och tolkning',
    accessibility: 'Tillgänglighet',
    contact: 'Mer information',
    decision: 'Beslut',
    date: 'Datum',
  },
  en: {
    time: 'When',
    place: 'Where',
    price: 'Price',
    registration: 'Registration',
    languages: 'Languages',
    accessibility: 'Accessibility',
    contact: 'More information',
    decision: 'Decision',
    date: 'Date',
  },
  ru: {
    time: 'Когда',
    place: 'Где',
    price: 'Цена',
    registration: 'Регистрация',
    languages: 'Языки',
    accessibility: 'Доступность',
    contact: 'Контакты',
    decision: 'Решение',
    date: 'Дата',
  },
  uk: {
    time: 'Коли',
    place: 'Де',
    price: 'Ціна',
    registration: 'Реєстрація',
    languages: 'Мови',
    accessibility: 'Доступність',
    contact: 'Контакти',
    decision: 'Рішення',
    date: 'Дата',
  },
  ar: {
    time: 'متى',
    place: 'أين',
    price: 'السعر',
    registration: 'التسجيل',
    languages: 'اللغات',
    accessibility: 'إمكانية الوصول',
    contact: 'للمزيد من المعلومات',
    decision: 'القرار',
    date: 'التاريخ',
  },
  so: {
    time: 'Goorma',
    place: 'Halkee',
    price: 'Qiimaha',
    registration: 'Isdiiwaangelinta',
    languages: 'Luqadaha',
    accessibility: 'Helitaanka',
    contact: 'La xiriir',
    decision: 'Go’aanka',
    date: 'Taariikhda',
  },
  fa: {
    time: 'چه زمانی',
    place: 'کجا',
    price: 'هزینه',
    registration: 'ثبت‌نام',
    languages: 'زبان‌ها',
    accessibility: 'دسترس‌پذیری',
    contact: 'اطلاعات بیشتر',
    decision: 'تصمیم',
    date: 'تاریخ',
  },
};

/** The program's own language that stands nearest: for the name of the board and the form of dates. */
const nearest = (language: BulletinLanguage): Language =>
  language === 'sv' || language === 'en' ? language : 'fi';

/** A date as it is written in Finland; in English in words, as figures could be read the other way round. */
const dateText = (date: string, language: BulletinLanguage): string => formatDate(date, nearest(language));

/** What is laid out: the words of one language in their order. */
export interface LaidOutBulletin {
  tag: string;
  direction: Direction;
  title: string;
  blocks: BulletinBlock[];
  facts: { label: string; lines: string[] }[];
  /** The board and its language, the decision and the day. */
  sender: string;
  senderTag: Language;
  /** Written from left to right in every language: numbers and dates. */
  foot: { label: string; text: string }[];
}

export function laidOut(sheet: BulletinSheet): LaidOutBulletin {
  const { language, content, decision } = sheet;
  const words = LABELS[language];
  const senderTag = nearest(language);
  return {
    tag: languageTag(language),
    direction: directionOf(language),
    title: content.title.trim(),
    blocks: bulletinBlocks(content.body),
    facts: FACT_FIELDS.flatMap((field) => {
      const lines = content[field]
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return lines.length === 0 ? [] : [{ label: words[field], lines }];
    }),
    sender: sheet.board[senderTag],
    senderTag,
    foot: [
      ...(decision === null
        ? []
        : [{ label: words.decision, text: `${decision.reference}, ${dateText(decision.heldOn, language)}` }]),
      { label: words.date, text: dateText(sheet.createdOn, language) },
    ],
  };
}

/** The document of one page. */
export function printBulletin(sheet: BulletinSheet): PrintableDocument {
  const bulletin = laidOut(sheet);
  return {
    kind: 'register',
    language: nearest(sheet.language),
    title: bulletin.title,
    identification: {
      organisation: bulletin.sender,
      documentType: '',
      number: '',
      date: dateText(sheet.createdOn, sheet.language),
      isoDate: sheet.createdOn,
      diaryNumber: null,
      status: '',
    },
    keywords: [sheet.boardShortName, bulletin.tag],
    blocks: [],
    bulletin,
  };
}

const STYLE = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f2f1ec; color: #16202a; font: 1.2rem/1.6 "Source Sans 3", "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
[dir="rtl"] body { font-family: "Noto Naskh Arabic", "Segoe UI", Tahoma, "DejaVu Sans", Arial, sans-serif; line-height: 1.8; }
main { max-width: 42rem; margin: 1.5rem auto; padding: 2rem 2.25rem; background: #fff; border-radius: .5rem; }
.sender { margin: 0; color: #3a4855; font-size: 1rem; }
h1 { margin: .4rem 0 1.2rem; font-size: 2rem; line-height: 1.25; }
h2 { margin: 1.4rem 0 .4rem; font-size: 1.35rem; }
p { margin: 0 0 1rem; }
dl { margin: 1.4rem 0; padding: 1rem 1.25rem; background: #eef3f6; border-inline-start: .3rem solid #1f5a7a; }
dt { font-weight: 600; }
dd { margin: 0 0 .7rem; }
dd:last-child { margin-bottom: 0; }
footer { margin-top: 1.6rem; padding-top: .6rem; border-top: 1px solid #b9c2c9; color: #3a4855; font-size: 1rem; }
@media print { @page { size: A4; margin: 18mm; } body { background: none; font-size: 12.5pt; } main { max-width: none; margin: 0; padding: 0; } dl { break-inside: avoid; } h1, h2 { break-after: avoid; } }`;

/** One HTML file without scripts and without anything from elsewhere. */
export function bulletinHtml(sheet: BulletinSheet): string {
  const one = laidOut(sheet);
  const blocks = one.blocks.map((block) => {
    if (block.type === 'heading') return `<h2>${escapeMarkup(block.text)}</h2>`;
    if (block.type === 'list')
      return `<ul>\n${block.items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('\n')}\n</ul>`;
    return `<p>${block.lines.map(escapeMarkup).join('<br>\n')}</p>`;
  });
  const facts =
    one.facts.length === 0
      ? []
      : [
          `<dl>\n${one.facts
            .map(
              ({ label, lines }) =>
                `<dt>${escapeMarkup(label)}</dt>\n<dd>${lines.map(isolated).join('<br>\n')}</dd>`,
            )
            .join('\n')}\n</dl>`,
        ];
  return `<!doctype html>
<html lang="${one.tag}" dir="${one.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(one.title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<p class="sender" lang="${one.senderTag}" dir="ltr">${escapeMarkup(one.sender)}</p>
<h1>${escapeMarkup(one.title)}</h1>
${[...blocks, ...facts].join('\n')}
<footer>${one.foot.map(({ label, text }) => `${escapeMarkup(label)}: <bdi dir="ltr">${escapeMarkup(text)}</bdi>`).join(' · ')}</footer>
</main>
</body>
</html>
`;
}

/** An address or a number keeps its own direction within a line of the other. */
const isolated = (line: string): string => `<bdi>${escapeMarkup(line)}</bdi>`;

/** Says in plain text that a line is written from right to left, whatever it begins with. */
const RIGHT_TO_LEFT = '\u200f';

/** The same words as plain text, for a message or a web form. */
export function bulletinText(sheet: BulletinSheet): string {
  const one = laidOut(sheet);
  const lines = [
    one.title,
    '',
    ...one.blocks.flatMap((block) => {
      if (block.type === 'heading') return [block.text, ''];
      return [...(block.type === 'list' ? block.items.map((item) => `- ${item}`) : block.lines), ''];
    }),
    ...one.facts.map(
      ({ label, lines: words }) => `${label}${/[?؟]$/u.test(label) ? '' : ':'} ${words.join('; ')}`,
    ),
    ...(one.facts.length === 0 ? [] : ['']),
    one.sender,
    ...one.foot.map(({ label, text }) => `${label}: ${text}`),
  ];
  const mark = one.direction === 'rtl' ? RIGHT_TO_LEFT : '';
  return `${lines.map((line) => (line === '' ? '' : `${mark}${line}`)).join('\n')}\n`;
}

export const BULLETIN_FORMATS = ['pdf', 'html', 'text'] as const;
export type BulletinFormat = (typeof BULLETIN_FORMATS)[number];

/** "2026-03-25_Malli-JANE_selkotiedote_ar_2-2026.pdf" */
export function bulletinFileName(sheet: BulletinSheet, format: BulletinFormat): string {
  return fileName({
    date: sheet.createdOn,
    board: sheet.boardShortName,
    documentType: `${sheet.language === 'fi-selko' ? 'selkotiedote' : 'tiedote'}_${sheet.language}`,
    number: sheet.decision?.meetingNumber ?? '',
    extension: format === 'text' ? 'txt' : format,
  });
}

/** How a page was filled: millimetres. `needed` above `room` runs over, at the smallest size of letters that is used. */
export interface PageFit {
  needed: number;
  room: number;
  /** Size of the letters in points. */
  size: number;
}

/** Millimetres that do not fit, 0 when all does; and about how many lines of text they are. */
export function overflowOf({ needed, room, size }: PageFit): { millimetres: number; lines: number } {
  const over = Math.max(0, needed - room);
  const line = (size * 1.55 * 25.4) / 72;
  return { millimetres: Math.ceil(over), lines: Math.ceil(over / line) };
}
