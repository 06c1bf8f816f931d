/**
 * Agenda templates (esityslistapohjat): the standing items of a meeting with their default texts, and the place of
 * the matters between them. Texts hold the placeholders of `fillPlaceholders`.
 */
import * as v from 'valibot';
import { DECISION_TYPES, type DecisionType } from './decision.ts';
import { AppError } from './errors.ts';
import type { Language } from './language.ts';
import { ITEM_KINDS, type ItemKind } from './meeting.ts';
import { MEETING_KINDS, type MeetingKind } from './meeting-kind.ts';
import { fillPlaceholders, type PhraseValues } from './phrases.ts';
import type { RuleProfile } from './rules.ts';

/** Values known when the agenda is drawn up; `account` and `proposal` use no others. */
export const PLANNING_VALUES = [
  'noticeDays',
  'agendaDays',
  /** A sentence: one of the phrases `quorum.rule…`. */
  'quorumRule',
  /** Number of examiners. */
  'examiners',
  /** Number of the previous meeting, e.g. "2/2026". */
  'previousMeeting',
  /** Term of office as printed, e.g. "1.8.2025–31.7.2029". */
  'term',
  /** A sentence on who appointed the board; may be empty. */
  'appointmentDecision',
] as const;
/** Values known in or after the meeting; `proceedings` and `decision` may use these too. */
export const SESSION_VALUES = [
  'startedAt',
  /** Who opens an organising meeting. */
  'opener',
  'endedAt',
  /** Members and deputies present, and seats. */
  'present',
  'seats',
  'examinerNames',
  'examinationDueOn',
  /** Times of the coming meetings, e.g. "1.9.2026 klo 13.00–15.00". */
  'nextMeetings',
] as const;

const nonEmpty = v.pipe(v.string(), v.minLength(1));
const text = v.strictObject({ fi: nonEmpty, sv: nonEmpty, en: nonEmpty });
const templateItem = v.strictObject({
  kind: v.picklist(ITEM_KINDS),
  title: text,
  account: v.optional(text),
  proposal: v.optional(text),
  proceedings: v.optional(text),
  decision: v.optional(text),
  decisionType: v.optional(v.picklist(DECISION_TYPES)),
});
/** The place where the meeting's own matters go. */
const slot = v.strictObject({ slot: v.literal('matters') });

export const templateSchema = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,59}$/)),
  /** Which profile of rules it belongs to: pöytäkirja or muistio. */
  profile: v.picklist(['minutes', 'memo']),
  /** For which kind of meeting; left out: the ordinary one. */
  kind: v.optional(v.picklist(MEETING_KINDS), 'meeting'),
  name: text,
  items: v.pipe(
    v.array(v.union([templateItem, slot])),
    v.check((items) => items.filter((item) => 'slot' in item).length === 1, 'one_slot'),
  ),
});
export type AgendaTemplate = v.InferOutput<typeof templateSchema>;

/** The whole of resources/agenda/templates.json. */
export const agendaTemplatesSchema = v.strictObject({
  format: v.literal('pykala-agenda-templates'),
  version: v.literal(1),
  templates: v.array(templateSchema),
});
export type AgendaTemplates = v.InferOutput<typeof agendaTemplatesSchema>;

/** The key under which a board's own template is chosen. */
export const OWN_TEMPLATE = 'own';

/** An item to be created; texts are plain. */
export interface DraftItem {
  kind: ItemKind;
  title: string;
  account: string | null;
  proposal: string | null;
}

/** Default words of the record of one standing item. */
export interface DraftRecord {
  proceedings: string | null;
  decision: string | null;
  decisionType: DecisionType | null;
}

/** The template of that key. Throws `AGENDA_TEMPLATE_NOT_FOUND`. */
export function agendaTemplate(templates: AgendaTemplates, key: string): AgendaTemplate {
  const template = templates.templates.find((one) => one.key === key);
  if (template === undefined) throw new AppError('AGENDA_TEMPLATE_NOT_FOUND', { key });
  return template;
}

/**
 * The shipped template that fits best: of the profile and the kind, else of the kind alone. Its words serve where a
 * board has no template of its own.
 */
export function shippedTemplate(
  templates: AgendaTemplates,
  profile: RuleProfile['profile'],
  kind: MeetingKind,
): AgendaTemplate {
  const fits = templates.templates.filter((template) => template.kind === kind);
  const found = fits.find((template) => template.profile === profile) ?? fits[0];
  return found ?? agendaTemplate(templates, profile === 'memo' ? 'memo' : 'ordinary');
}

/** An agenda of which a board makes its own template. */
export interface AgendaForTemplate {
  profile: RuleProfile['profile'];
  kind: MeetingKind;
  language: Language;
  /** In the order of the agenda; texts are plain. */
  items: readonly {
    /** Whether it belongs to every meeting. The place of the first that does not is where matters go. */
    isKept: boolean;
    kind: ItemKind;
    title: string;
    account: string;
    proposal: string;
  }[];
  /** The template from which the agenda probably came. */
  base: AgendaTemplate;
  /** Values with which `base` was filled. */
  values: PhraseValues;
}

/**
 * The template of an agenda. A text that is as `base` gives it keeps its placeholders and languages; words of the
 * secretary's own stand as they are in every language.
 */
export function boardTemplate(agenda: AgendaForTemplate): AgendaTemplate {
  const { base, language, values, items } = agenda;
  const sources = base.items.flatMap((item) => ('slot' in item ? [] : [item]));
  const literal = (words: string) => ({ fi: escaped(words), sv: escaped(words), en: escaped(words) });
  const kept = (words: string, candidate: v.InferOutput<typeof text> | undefined) =>
    candidate !== undefined && filled(candidate, language, values, base.key) === words.trim()
      ? candidate
      : literal(words.trim());
  const made: AgendaTemplate['items'] = [];
  let hasSlot = false;
  const addSlot = (): void => {
    if (!hasSlot) made.push({ slot: 'matters' });
    hasSlot = true;
  };
  for (const item of items) {
    if (!item.isKept || (!hasSlot && ENDING_KINDS.includes(item.kind))) addSlot();
    if (!item.isKept) continue;
    const source =
      sources.find((one) => one.kind === item.kind && one.title[language] === item.title) ??
      sources.find((one) => one.kind === item.kind);
    made.push({
      kind: item.kind,
      title: kept(item.title, source?.title),
      ...(item.account.trim() === '' ? {} : { account: kept(item.account, source?.account) }),
      ...(item.proposal.trim() === '' ? {} : { proposal: kept(item.proposal, source?.proposal) }),
      ...(source?.proceedings ? { proceedings: source.proceedings } : {}),
      ...(source?.decision ? { decision: source.decision } : {}),
      ...(source?.decisionType ? { decisionType: source.decisionType } : {}),
    });
  }
  addSlot();
  return {
    key: OWN_TEMPLATE,
    profile: agenda.profile,
    kind: agenda.kind,
    name: { fi: 'Oma pohja', sv: 'Egen mall', en: 'Own template' },
    items: made,
  };
}

/** Items that end a meeting; its matters come before them. */
export const ENDING_KINDS: readonly ItemKind[] = [
  'announcements',
  'other_matters',
  'next_meetings',
  'closing',
];

/** Braces of the secretary's own words are no placeholders. */
function escaped(words: string): string {
  return words.replaceAll('{', '(').replaceAll('}', ')');
}

/**
 * The standing items before and after the meeting's own matters, in one language. `values` gives every name of
 * `PLANNING_VALUES` that the template uses; throws `PHRASE_VALUE_MISSING` otherwise.
 */
export function draftAgenda(
  template: AgendaTemplate,
  language: Language,
  values: PhraseValues,
): { before: DraftItem[]; after: DraftItem[] } {
  const place = template.items.findIndex((item) => 'slot' in item);
  const drafts = (items: AgendaTemplate['items']): DraftItem[] =>
    items.flatMap((item) =>
      'slot' in item
        ? []
        : [
            {
              kind: item.kind,
              title: item.title[language],
              account: filled(item.account, language, values, template.key),
              proposal: filled(item.proposal, language, values, template.key),
            },
          ],
    );
  return { before: drafts(template.items.slice(0, place)), after: drafts(template.items.slice(place)) };
}

/**
 * Default words of the record of the standing item of that kind, or `null` where the template has no such item.
 * Throws `PHRASE_VALUE_MISSING` for a value its texts use and `values` lacks.
 */
export function draftRecord(
  template: AgendaTemplate,
  kind: ItemKind,
  language: Language,
  values: PhraseValues,
): DraftRecord | null {
  for (const item of template.items) {
    if ('slot' in item || item.kind !== kind) continue;
    return {
      proceedings: filled(item.proceedings, language, values, template.key),
      decision: filled(item.decision, language, values, template.key),
      decisionType: item.decisionType ?? null,
    };
  }
  return null;
}

function filled(
  localised: v.InferOutput<typeof text> | undefined,
  language: Language,
  values: PhraseValues,
  subject: string,
): string | null {
  return localised === undefined ? null : fillPlaceholders(localised[language], values, subject).trim();
}
