/** Full-text search (haku). */
import { plural, type Translation } from '../message.ts';
import type { search as source } from '../fi/search.ts';

export const search: Translation<typeof source> = {
  title: 'Sökning',
  prompt: 'Sök bland organisationer, personer, möten och paragrafer',
  minutesTitle: 'Sök i protokollen',
  minutesLead:
    'Alla möten och paragrafer, också importerade protokoll. Finska ord hittas i alla böjningsformer.',
  field: 'Sök bland paragraferna',
  placeholder: 'Ord, ärende, datum eller diarienummer',
  filters: 'Avgränsningar',
  board: 'Organ',
  yearFrom: 'Från år',
  yearTo: 'Till år',
  kind: 'Ärendets art',
  decisionType: 'Beslut',
  person: 'Person',
  organisation: 'Organisation',
  state: 'Mötets läge',
  conflicted: 'Jäv antecknat',
  any: 'Alla',
  counted: '{label} ({count})',
  meetingHead: '{board} {label}',
  section: '§ {section}',
  itemNumber: '{section}.',
  conflict: 'jäv',
  more: 'De {shown} första visas. Precisera sökningen eller avgränsningarna.',
  start: 'Skriv ett sökord eller välj en avgränsning',
  startBody:
    'Sökningen går igenom rubriker, redogörelser, förslag, behandling, beslut och avvikande meningar. Med piltangenterna rör man sig bland träffarna, Enter öppnar paragrafen.',
  noneBody: 'Pröva ett annat ord eller ta bort avgränsningar.',
  open: 'Öppna {where}: {title}',
  imported: 'importerat',
  found: plural('{count} träff', '{count} träffar'),
};
