/** A theme area (teema-alue) as a document: who is responsible, the goals, and the logic model as a diagram and in words. */
import { formatDate } from './dates.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';
import { logicDiagram } from './logic-diagram.ts';
import { column, LOGIC_STAGES, type LogicModel, type LogicStage } from './logic-model.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import { richText } from './rich-text.ts';
import { PRINT, svgText, type Palette, type Picture } from './svg.ts';

export interface PrintedTheme extends LogicModel {
  name: string;
  summary: string;
  goals: readonly string[];
  ownerOrganisation: LocalisedText | null;
  ownerPerson: string | null;
  startsOn: string | null;
  endsOn: string | null;
}

interface Words {
  type: string;
  model: (name: string) => string;
  stages: Record<LogicStage, string>;
  cards: (counts: string) => string;
  owner: string;
  period: string;
  goals: string;
  card: string;
  leadsTo: string;
}

const WORDS: Record<Language, Words> = {
  fi: {
    type: 'Teema-alue',
    model: (name) => `Logiikkamalli: ${name}`,
    stages: {
      environment: 'Toimintaympäristö nyt',
      implementation: 'Toteutus',
      results: 'Tulokset',
      impacts: 'Vaikutukset',
    },
    cards: (counts) =>
      `Nelisarakkeinen kaavio, jossa nuolet kulkevat vasemmalta oikealle. Kortteja: ${counts}. Kortit ja nuolet luetellaan kaavion jälkeen.`,
    owner: 'Vastuutaho',
    period: 'Ajanjakso',
    goals: 'Tavoitteet',
    card: 'Kortti',
    leadsTo: 'Johtaa kortteihin',
  },
  sv: {
    type: 'Temaområde',
    model: (name) => `Logikmodell: ${name}`,
    stages: {
      environment: 'Verksamhetsmiljön nu',
      implementation: 'Genomförande',
      results: 'Resultat',
      impacts: 'Effekter',
    },
    cards: (counts) =>
      `Ett diagram i fyra kolumner där pilarna går från vänster till höger. Kort: ${counts}. Korten och pilarna räknas upp efter diagrammet.`,
    owner: 'Ansvarig',
    period: 'Period',
    goals: 'Mål',
    card: 'Kort',
    leadsTo: 'Leder till korten',
  },
  en: {
    type: 'Theme area',
    model: (name) => `Logic model: ${name}`,
    stages: {
      environment: 'Environment now',
      implementation: 'Implementation',
      results: 'Results',
      impacts: 'Impacts',
    },
    cards: (counts) =>
      `A diagram of four columns with arrows from left to right. Cards: ${counts}. Cards and arrows are listed after the diagram.`,
    owner: 'Responsible',
    period: 'Period',
    goals: 'Goals',
    card: 'Card',
    leadsTo: 'Leads to the cards',
  },
};

/** The width at which the words of a card can be read on A4 on its side (257 mm of text): 13 units are 9.5 points. */
const PAPER_WIDTH = 1_000;

/** The diagram of a theme's logic model, with its title and description. */
export function themePicture(
  theme: LogicModel & { name: string },
  language: Language,
  palette: Palette,
  width: number,
): Picture {
  const words = WORDS[language];
  const counts = LOGIC_STAGES.map((stage) => `${words.stages[stage]} ${column(theme, stage).length}`).join(
    ', ',
  );
  return logicDiagram(
    theme,
    { title: words.model(theme.name), description: words.cards(counts), stages: words.stages },
    palette,
    width,
  );
}

/** @param today ISO date of the document */
export function printTheme(
  theme: PrintedTheme,
  boardName: string,
  today: string,
  language: Language,
): PrintableDocument {
  const words = WORDS[language];
  const owner = [
    theme.ownerOrganisation === null ? null : inLanguage(theme.ownerOrganisation, language),
    theme.ownerPerson,
  ].filter((part) => part !== null);
  const day = (date: string | null): string => (date === null ? '' : formatDate(date, language));
  const facts = [
    { label: words.owner, lines: owner },
    {
      label: words.period,
      lines:
        theme.startsOn === null && theme.endsOn === null
          ? []
          : [`${day(theme.startsOn)}–${day(theme.endsOn)}`],
    },
    { label: words.goals, lines: [...theme.goals] },
  ].filter(({ lines }) => lines.length > 0);
  const picture = themePicture(theme, language, PRINT, PAPER_WIDTH);
  const textOf = new Map(theme.cards.map((card) => [card.id, card.text]));
  const tables = LOGIC_STAGES.flatMap((stage): PrintableBlock[] => {
    const cards = column(theme, stage);
    if (cards.length === 0) return [];
    return [
      {
        type: 'table',
        caption: words.stages[stage],
        columns: [
          { label: words.card, width: 5 },
          { label: words.leadsTo, width: 5 },
        ],
        rows: cards.map((card) => [
          card.text,
          theme.arrows
            .filter(({ from }) => from === card.id)
            .map(({ to }) => textOf.get(to) ?? '')
            .join('; '),
        ]),
      },
    ];
  });
  return {
    kind: 'register',
    language,
    title: `${words.type}: ${theme.name}`,
    identification: {
      organisation: boardName,
      documentType: words.type,
      number: '',
      date: formatDate(today, language),
      isoDate: today,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.type, theme.name],
    landscape: true,
    blocks: [
      { type: 'heading', level: 1, text: theme.name },
      ...(theme.summary === '' ? [] : [{ type: 'text' as const, body: richText(theme.summary).content }]),
      ...(facts.length === 0 ? [] : [{ type: 'facts' as const, rows: facts }]),
      ...(theme.cards.length === 0
        ? []
        : [
            {
              type: 'picture' as const,
              caption: '',
              alt: `${picture.title}. ${picture.description}`,
              svg: svgText(picture),
            },
          ]),
      ...tables,
    ],
  };
}
