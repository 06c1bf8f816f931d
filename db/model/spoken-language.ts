/** Languages in which people are met and materials are made: codes of BCP 47, plain Finnish and sign language among them. */
import type { Language } from './language.ts';

/** In the order in which lists show them. */
export const SPOKEN_LANGUAGES = [
  'fi',
  'fi-selko',
  'sv',
  'en',
  'ru',
  'uk',
  'et',
  'ar',
  'so',
  'fa',
  'ku',
  'tr',
  'sq',
  'vi',
  'th',
  'zh',
  'es',
  'fr',
  'pt',
  'my',
  'ti',
  'am',
  'sw',
  'ur',
  'bn',
  'fse',
] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

const NAMES: Record<SpokenLanguage, readonly [fi: string, sv: string, en: string]> = {
  fi: ['suomi', 'finska', 'Finnish'],
  'fi-selko': ['selkosuomi', 'lättläst finska', 'plain Finnish'],
  sv: ['ruotsi', 'svenska', 'Swedish'],
  en: ['englanti', 'engelska', 'English'],
  ru: ['venäjä', 'ryska', 'Russian'],
  uk: ['ukraina', 'ukrainska', 'Ukrainian'],
  et: ['viro', 'estniska', 'Estonian'],
  ar: ['arabia', 'arabiska', 'Arabic'],
  so: ['somali', 'somaliska', 'Somali'],
  fa: ['persia ja dari', 'persiska och dari', 'Persian and Dari'],
  ku: ['kurdi', 'kurdiska', 'Kurdish'],
  tr: ['turkki', 'turkiska', 'Turkish'],
  sq: ['albania', 'albanska', 'Albanian'],
  vi: ['vietnam', 'vietnamesiska', 'Vietnamese'],
  th: ['thai', 'thailändska', 'Thai'],
  zh: ['kiina', 'kinesiska', 'Chinese'],
  es: ['espanja', 'spanska', 'Spanish'],
  fr: ['ranska', 'franska', 'French'],
  pt: ['portugali', 'portugisiska', 'Portuguese'],
  my: ['burma', 'burmesiska', 'Burmese'],
  ti: ['tigrinja', 'tigrinska', 'Tigrinya'],
  am: ['amhara', 'amhariska', 'Amharic'],
  sw: ['swahili', 'swahili', 'Swahili'],
  ur: ['urdu', 'urdu', 'Urdu'],
  bn: ['bengali', 'bengali', 'Bengali'],
  fse: ['suomalainen viittomakieli', 'finskt teckenspråk', 'Finnish Sign Language'],
};

/** What a language is called, in small letters as Finnish and Swedish write it. */
export function spokenLanguageName(code: SpokenLanguage, language: Language): string {
  return NAMES[code][{ fi: 0, sv: 1, en: 2 }[language]] ?? code;
}

/** Each once, in the order of lists. */
export function inLanguageOrder(codes: Iterable<SpokenLanguage>): SpokenLanguage[] {
  const wanted = new Set(codes);
  return SPOKEN_LANGUAGES.filter((code) => wanted.has(code));
}

/** "suomi, venäjä, arabia" */
export function languageList(codes: Iterable<SpokenLanguage>, language: Language): string {
  return inLanguageOrder(codes)
    .map((code) => spokenLanguageName(code, language))
    .join(', ');
}
