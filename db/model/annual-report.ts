/**
 * The annual report (toimintakertomus) and the plan of action (toimintasuunnitelma): documents made of sections. A
 * section is free text, or drafted from a source: then it remembers the draft as it was taken, so that it can tell
 * whether it was edited by hand and whether its source has changed since. What was written by hand is never overwritten
 * unless the writer chooses so.
 */
import * as v from 'valibot';
import type { Bar } from './chart-bar.ts';
import type { ChartedIndicator } from './indicator-chart.ts';
import { languageSchema } from './language.ts';
import type { LogicModel } from './logic-model.ts';
import { richTextSchema, type RichText } from './rich-text.ts';
import { idSchema } from './identity.ts';

/** toimintakertomus, toimintasuunnitelma */
export const ANNUAL_KINDS = ['report', 'plan'] as const;
export type AnnualKind = (typeof ANNUAL_KINDS)[number];

/**
 * kokoukset, päätökset, toimenpiteet, teema-alueet, vapaaehtoistoiminta, osallisuus, hyvät käytännöt, sopimukset ja
 * hankkeet, mittarit, talous, jakelu, viestintä, vuosikello; in a plan: tavoitteet, suunnitellut toiminnot, mittarien tavoitteet, tulevat kokoukset, vuosikellon tehtävät, talousarviot, ja
 * edellisen kertomuksen katse eteenpäin.
 */
export const ANNUAL_SOURCES = [
  'meetings',
  'decisions',
  'tasks',
  'themes',
  'actions',
  'inclusion',
  'practices',
  'agreements',
  'indicators',
  'money',
  'deliveries',
  'communication',
  'clock',
  'goals',
  'planned_actions',
  'targets',
  'planned_meetings',
  'planned_clock',
  'planned_money',
  'last_report',
] as const;
export type AnnualSource = (typeof ANNUAL_SOURCES)[number];

/** Sources of each kind, in the order in which they are drafted. */
export const SOURCES_OF: Record<AnnualKind, readonly AnnualSource[]> = {
  report: [
    'meetings',
    'decisions',
    'tasks',
    'themes',
    'actions',
    'inclusion',
    'practices',
    'agreements',
    'indicators',
    'money',
    'deliveries',
    'communication',
    'clock',
  ],
  plan: [
    'last_report',
    'goals',
    'planned_actions',
    'targets',
    'planned_meetings',
    'planned_clock',
    'planned_money',
  ],
};

export type ReportFigure =
  | {
      type: 'table';
      caption: string;
      columns: { label: string; width: number; isNumber?: boolean }[];
      rows: string[][];
    }
  | {
      type: 'bars';
      title: string;
      description: string;
      unit: string;
      words: [name: string, value: string];
      bars: Bar[];
    }
  | { type: 'indicators'; indicators: ChartedIndicator[] }
  | ({ type: 'logic'; name: string } & LogicModel);

/** What a source gives for a section. */
export interface Draft {
  body: RichText;
  figures: ReportFigure[];
}

export interface ReportSection {
  title: string;
  /** Null: free text. */
  source: AnnualSource | null;
  body: RichText;
  /** As the source was when it was taken last; null for free text. */
  drafted: Draft | null;
}

/** As text, whatever the order of the keys and whatever is empty. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );

/** Whether two texts or drafts say the same. */
export const saysSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Whether the text is no longer the draft's own. Free text is always the writer's. */
export function isEdited({ body, drafted }: Pick<ReportSection, 'body' | 'drafted'>): boolean {
  return drafted === null || !saysSame(body, drafted.body);
}

export type SourceState = 'own' | 'same' | 'changed';

/** Whether the source says something else now than when it was taken. @param fresh the source as it is now */
export function sourceState({ drafted }: Pick<ReportSection, 'drafted'>, fresh: Draft | null): SourceState {
  if (drafted === null || fresh === null) return 'own';
  return saysSame(drafted, fresh) ? 'same' : 'changed';
}

/** What to do with a section whose source has changed: take its text, or keep one's own and take only its figures. */
export const REFRESH_CHOICES = ['take', 'keep'] as const;
export type RefreshChoice = (typeof REFRESH_CHOICES)[number];

/** The section with its source as it is now. A text that nobody edited follows its source whatever the choice is. */
export function refreshed<Section extends Pick<ReportSection, 'body' | 'drafted'>>(
  section: Section,
  fresh: Draft,
  choice: RefreshChoice,
): Section {
  const keeps = choice === 'keep' && isEdited(section);
  return { ...section, drafted: fresh, body: keeps ? section.body : fresh.body };
}

/** What is done with all sections at once: those edited by hand wait for their own choice. */
export function mayRefreshUnasked(section: Pick<ReportSection, 'body' | 'drafted'>, fresh: Draft): boolean {
  return sourceState(section, fresh) === 'changed' && !isEdited(section);
}

const title = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));
export const annualYearSchema = v.pipe(
  v.number(),
  v.integer('whole_number'),
  v.minValue(1990, 'out_of_range'),
  v.maxValue(2100, 'out_of_range'),
);

export const annualInputSchema = v.object({
  boardId: idSchema,
  kind: v.picklist(ANNUAL_KINDS),
  year: annualYearSchema,
  language: v.optional(languageSchema, 'fi'),
});
export type AnnualInput = v.InferOutput<typeof annualInputSchema>;

/** A change of a section: only what is there is changed. */
export const sectionChangeSchema = v.object({
  title: v.optional(title),
  body: v.optional(v.nullable(richTextSchema)),
});
export type SectionChange = v.InferOutput<typeof sectionChangeSchema>;
