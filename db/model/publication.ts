/**
 * The publication folder (julkaisukansio): public minutes as a static site for any web server. What is set for it, when
 * personal data go, and what its list of files says.
 */
import * as v from 'valibot';
import { addDays } from './dates.ts';
import { LANGUAGES, type Language } from './language.ts';

/**
 * Days for which persons are named on the net after the minutes were put on display: seven for the service of the notice and
 * thirty for an appeal (kuntalaki 410/2015, 139–140 §), after which personal data are to be removed. Each board may set
 * its own.
 */
const PERSONAL_DATA_DAYS = 37;

export const publicationSettingsSchema = v.object({
  /** The first one is that of the front page. */
  languages: v.optional(v.pipe(v.array(v.picklist(LANGUAGES)), v.minLength(1, 'required')), ['fi']),
  personalDataDays: v.optional(
    v.pipe(
      v.number(),
      v.integer('out_of_range'),
      v.minValue(0, 'out_of_range'),
      v.maxValue(36_500, 'out_of_range'),
    ),
    PERSONAL_DATA_DAYS,
  ),
  /** Where the folder will be found, e.g. "https://www.jane.fi/poytakirjat/"; empty when it is not known. */
  baseUrl: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.check((url) => url === '' || /^https?:\/\/[^\s<>"]+$/.test(url), 'link_not_allowed'),
    ),
    '',
  ),
  /** Where readers report a fault of accessibility: an address of mail or of a page. */
  contact: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300, 'too_long')), ''),
  /** Known faults of accessibility, in the words of the board. */
  shortcomings: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2_000, 'too_long')), ''),
});
export type PublicationSettings = v.InferOutput<typeof publicationSettingsSchema>;

/** The folder of a language: that of the first one is the front. */
export function languageFolder({ languages }: PublicationSettings, language: Language): string {
  return language === languages[0] ? '' : `${language}/`;
}

/** The list that the program keeps of its files in the folder. */
export const PUBLICATION_LIST = 'julkaisu.json';

export const publicationListSchema = v.object({
  format: v.literal('pykala-publication'),
  version: v.literal(1),
  settings: publicationSettingsSchema,
  /** SHA-256 by path, with "/" between folders. */
  files: v.record(v.string(), v.string()),
});
export type PublicationList = v.InferOutput<typeof publicationListSchema>;

/** The first day on which persons are no longer named. */
export function personalDataDueOn(shownFrom: string, days: number): string {
  return addDays(shownFrom, days);
}

export interface PublicationReport {
  /** Paths that were written for the first time, anew, and removed. */
  added: string[];
  changed: string[];
  removed: string[];
  unchanged: number;
  /** Files of minutes or languages that are no longer published; they stay until their removal is agreed to. */
  withdrawn: string[];
  /** Files that somebody else has put there or changed; they stayed as they are. */
  kept: string[];
  /** Minutes from which personal data were removed now, e.g. "1/2026". */
  personalDataRemoved: string[];
  /** When the next ones are due, and which. */
  nextDue: { on: string; meeting: string } | null;
}
