/** What the stages of good practices are called, wherever they are told: window, charts, minutes, command line. */
import type { Language } from './language.ts';
import type { PracticeStage } from './practice.ts';

export const PRACTICE_STAGE_WORDS: Record<Language, Record<PracticeStage, string>> = {
  fi: {
    collected: 'Kerätty',
    refined: 'Jalostettu',
    offered: 'Tarjottu',
    decided: 'Kunnan päätös',
    in_use: 'Käyttöön otettu',
    embedded: 'Juurrutettu',
    declined: 'Hylätty',
  },
  sv: {
    collected: 'Insamlad',
    refined: 'Förädlad',
    offered: 'Erbjuden',
    decided: 'Kommunens beslut',
    in_use: 'Tagen i bruk',
    embedded: 'Förankrad',
    declined: 'Förkastad',
  },
  en: {
    collected: 'Collected',
    refined: 'Refined',
    offered: 'Offered',
    decided: 'Municipality’s decision',
    in_use: 'Taken into use',
    embedded: 'Embedded',
    declined: 'Declined',
  },
};
