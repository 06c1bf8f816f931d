/** Sentences of good practices, agreements and projects; see message-texts.ts. */
import type { Sentence } from './message-texts.ts';

const s = (fi: string, sv: string, en: string): Sentence => ({ fi, sv, en });

export const PARTNERSHIP_ERRORS = {
  PRACTICE_STAGE_SAME: s(
    'Käytäntö on jo tässä vaiheessa. Valitse vaihe, johon se siirtyy.',
    'Praxisen är redan i detta skede. Välj det skede som den övergår till.',
    'The practice is in this stage already. Choose the stage that it moves to.',
  ),
  PRACTICE_STAGE_BEFORE_LATEST: s(
    'Edellinen vaihe on kirjattu päivälle {date}. Uusi vaihe alkaa samana päivänä tai myöhemmin.',
    'Det föregående skedet är antecknat för {date}. Det nya skedet börjar samma dag eller senare.',
    'The stage before was noted for {date}. The new one begins on that day or later.',
  ),
  PRACTICE_STAGE_BACK: s(
    'Käytäntö palaisi aiempaan vaiheeseen. Kirjoita syy, niin muutos voidaan kirjata.',
    'Praxisen skulle gå tillbaka till ett tidigare skede. Skriv orsaken, så kan ändringen antecknas.',
    'The practice would go back to an earlier stage. Write the reason, and the change can be noted.',
  ),
  PRACTICE_NOT_OFFERED: s(
    'Käytäntöä ei ole tuona päivänä vielä tarjottu. Kirjaa ensin käytännön oma vaihe ”Tarjottu” tai valitse myöhempi päivä.',
    'Praxisen har ännu inte erbjudits den dagen. Anteckna först praxisens eget skede ”Erbjuden” eller välj en senare dag.',
    'The practice had not been offered yet on that day. Note the practice’s own stage “Offered” first, or choose a later day.',
  ),
  PRACTICE_DECISION_MISSING: s(
    'Kunta päättää itse käytännön käyttöönotosta. Kirjoita kunnan toimielin ja pykälä tai valitse päätös.',
    'Kommunen beslutar själv om den tar praxisen i bruk. Skriv kommunens organ och paragraf eller välj ett beslut.',
    'The municipality itself decides whether it takes the practice into use. Write its body and section, or choose a decision.',
  ),
} satisfies Record<string, Sentence>;

export const PARTNERSHIP_FIELDS = {
  stage_not_here: s(
    'Tämä vaihe ei kuulu tähän. Valitse toinen vaihe.',
    'Det här skedet hör inte hit. Välj ett annat skede.',
    'This stage does not belong here. Choose another one.',
  ),
  reason_missing: s(
    'Kirjoita, miksi vaihe palaa taaksepäin.',
    'Skriv varför skedet går tillbaka.',
    'Write why the stage goes back.',
  ),
  practice_not_offered: s(
    'Käytäntöä ei ole silloin vielä tarjottu.',
    'Praxisen har då ännu inte erbjudits.',
    'The practice had not been offered by then.',
  ),
  decision_missing: s(
    'Kirjoita, kuka kunnassa päätti ja missä pykälässä.',
    'Skriv vem i kommunen som beslutade och i vilken paragraf.',
    'Write who decided in the municipality, and in which section.',
  ),
} satisfies Record<string, Sentence>;
