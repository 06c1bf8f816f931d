/** Sentences of immigrant inclusion; see message-texts.ts. */
import type { Sentence } from './message-texts.ts';

const s = (fi: string, sv: string, en: string): Sentence => ({ fi, sv, en });

export const INCLUSION_ERRORS = {
  PATH_WITHOUT_STEPS: s(
    'Polulla ei ole vielä vaiheita. Lisää ensin vaiheet, niin niille voi kirjata määrät.',
    'Stigen har inga steg ännu. Lägg först till stegen, så kan antalen antecknas för dem.',
    'The path has no steps yet. Add the steps first, and counts can be noted for them.',
  ),
  PERIODS_OVERLAP: s(
    'Jaksolla on yhteisiä päiviä jakson {from}–{to} kanssa. Muuta alku- tai loppupäivää, niin kukaan ei tule lasketuksi kahdesti.',
    'Perioden har gemensamma dagar med perioden {from}–{to}. Ändra början eller slutet, så räknas ingen två gånger.',
    'The period shares days with the period {from}–{to}. Change its first or last day, so that nobody is counted twice.',
  ),
  NOT_A_PATH: s(
    'Vaiheita ja jaksoja on vain poluilla. Kirjaa tapahtuman ja koulutuksen osallistujat niiden tietoihin.',
    'Endast stigar har steg och perioder. Anteckna deltagarna i ett evenemang eller en utbildning bland dess uppgifter.',
    'Only paths have steps and periods. Note the participants of an event or a training among its own details.',
  ),
  NOTHING_COUNTED: s(
    'Vuodelta {year} ei ole lukuja, joista mittaus syntyisi. Kirjaa ensin osallistujamäärät.',
    'Det finns inga antal för {year} som en mätning kunde bildas av. Anteckna först antalet deltagare.',
    'There are no counts of {year} that would make a measurement. Note the numbers of participants first.',
  ),
  COUNT_TOO_SMALL: s(
    'Alle viiden hengen määrää ei kirjata mittaukseksi, koska mittarit julkaistaan ja pienestä määrästä voi tunnistaa ihmisiä. Kirjaa mittaus, kun mukana on useampia.',
    'Ett antal under fem personer antecknas inte som mätning, eftersom indikatorerna publiceras och människor kan kännas igen ur ett litet antal. Anteckna mätningen när fler är med.',
    'A count below five people is not noted as a measurement: indicators are published, and people could be recognised by a small number. Note the measurement when there are more.',
  ),
} satisfies Record<string, Sentence>;

export const INCLUSION_FIELDS = {
  periods_overlap: s('Jaksot menevät päällekkäin.', 'Perioderna går in i varandra.', 'The periods overlap.'),
  kind_stays: s(
    'Lajia ei voi vaihtaa. Tee uusi kirjaus ja poista tämä.',
    'Typen kan inte bytas. Gör en ny anteckning och ta bort den här.',
    'The kind cannot be changed. Make a new entry and remove this one.',
  ),
  link_form: s(
    'Anna verkko-osoite muodossa https://esimerkki.fi/aineisto.',
    'Ange webbadressen i formen https://exempel.fi/material.',
    'Enter a web address such as https://example.fi/material.',
  ),
  hours_order: s(
    'Sulkemisaika on ennen avaamisaikaa.',
    'Stängningstiden är före öppningstiden.',
    'The closing time is before the opening time.',
  ),
  hours_half: s(
    'Anna molemmat ajat tai jätä molemmat tyhjiksi (suljettu).',
    'Ange båda tiderna eller lämna båda tomma (stängt).',
    'Enter both times, or leave both empty (closed).',
  ),
  hours_overlap: s(
    'Saman viikonpäivän ajat menevät päällekkäin.',
    'Tiderna för samma veckodag går in i varandra.',
    'The times of one weekday overlap.',
  ),
  exceptions_overlap: s(
    'Poikkeusten päivät menevät päällekkäin.',
    'Undantagens dagar går in i varandra.',
    'The days of the exceptions overlap.',
  ),
} satisfies Record<string, Sentence>;
