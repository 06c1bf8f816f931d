/** Live minutes (kokouksen työtila). */
import type { Translation } from '../message.ts';
import type { workspace as source } from '../fi/workspace.ts';

export const workspace: Translation<typeof source> = {
  quorum: 'Beslutförhet',
  quorate: 'Beslutför',
  notQuorate: 'Inte beslutför',
  presentOf: 'Närvarande {present}/{seats}',
  present: 'Närvarande',
  absent: 'Frånvarande',
  item: 'Ärende',
  proposal: 'Förslag',
  grounds: 'Motivering',
  discussion: 'Diskussion',
  decision: 'Beslut',
  conflict: 'Jäv',
  conflictNoted: 'Jävig',
  vote: 'Omröstning',
  dissent: 'Avvikande mening',
  examiner: 'Protokolljusterare',
  examiners: 'Protokolljusterare',
  teller: 'Rösträknare',
  arrived: 'Anlände kl. {time}',
  left: 'Avlägsnade sig kl. {time}',
  insertPhrase: 'Infoga fras',
};
