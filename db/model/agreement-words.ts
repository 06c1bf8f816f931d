/** What kinds and states of agreements (sopimukset) are called, in the window, in reports and in statistics. */
import type { AgreementKind, AgreementState } from './agreement.ts';
import type { Language } from './language.ts';

interface AgreementWords {
  kinds: Record<AgreementKind, string>;
  states: Record<AgreementState, string>;
}

export const AGREEMENT_WORDS: Record<Language, AgreementWords> = {
  fi: {
    kinds: {
      wellbeing: 'Hyvinvointisopimus',
      partnership: 'Kumppanuussopimus',
      municipal: 'Sopimus kunnan kanssa',
      purchase: 'Ostosopimus',
      placement: 'Harjoittelusopimus',
      other: 'Muu sopimus',
    },
    states: {
      preparing: 'Valmisteilla',
      being_signed: 'Allekirjoitettavana',
      upcoming: 'Tulossa voimaan',
      in_force: 'Voimassa',
      ended: 'Päättynyt',
      terminated: 'Irtisanottu',
    },
  },
  sv: {
    kinds: {
      wellbeing: 'Välfärdsavtal',
      partnership: 'Partnerskapsavtal',
      municipal: 'Avtal med en kommun',
      purchase: 'Köpeavtal',
      placement: 'Praktikavtal',
      other: 'Annat avtal',
    },
    states: {
      preparing: 'Under beredning',
      being_signed: 'För underskrift',
      upcoming: 'Träder i kraft',
      in_force: 'I kraft',
      ended: 'Avslutat',
      terminated: 'Uppsagt',
    },
  },
  en: {
    kinds: {
      wellbeing: 'Wellbeing agreement',
      partnership: 'Partnership agreement',
      municipal: 'Agreement with a municipality',
      purchase: 'Purchase contract',
      placement: 'Placement agreement',
      other: 'Another agreement',
    },
    states: {
      preparing: 'Being prepared',
      being_signed: 'Being signed',
      upcoming: 'Upcoming',
      in_force: 'In force',
      ended: 'Ended',
      terminated: 'Ended by notice',
    },
  },
};
