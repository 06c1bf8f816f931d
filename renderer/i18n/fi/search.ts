/** Full-text search (haku). */
import { plural } from '../message.ts';

export const search = {
  title: 'Haku',
  prompt: 'Hae järjestöistä, henkilöistä, kokouksista ja pykälistä',
  minutesTitle: 'Haku pöytäkirjoista',
  minutesLead:
    'Kaikki kokoukset ja pykälät, myös tuodut pöytäkirjat. Sanat löytyvät kaikissa taivutusmuodoissaan.',
  field: 'Hae pykälistä',
  placeholder: 'Sana, asia, päivä tai diaarinumero',
  filters: 'Rajaukset',
  board: 'Toimielin',
  yearFrom: 'Vuodesta',
  yearTo: 'Vuoteen',
  kind: 'Asian laji',
  decisionType: 'Päätös',
  person: 'Henkilö',
  organisation: 'Järjestö',
  state: 'Kokouksen tila',
  conflicted: 'Esteellisyys kirjattu',
  any: 'Kaikki',
  counted: '{label} ({count})',
  meetingHead: '{board} {label}',
  section: '{section} §',
  itemNumber: '{section}.',
  conflict: 'esteellisyys',
  more: 'Näytetään {shown} ensimmäistä. Tarkenna hakua tai rajauksia.',
  start: 'Kirjoita hakusana tai valitse rajaus',
  startBody:
    'Haku käy läpi otsikot, selostukset, ehdotukset, käsittelyn, päätökset ja eriävät mielipiteet. Nuolinäppäimillä liikutaan osumissa, Enter avaa pykälän.',
  noneBody: 'Kokeile toista sanaa tai poista rajauksia.',
  open: 'Avaa {where}: {title}',
  imported: 'tuotu',
  found: plural('{count} osuma', '{count} osumaa'),
} as const;
