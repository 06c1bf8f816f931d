/** Sentences of community forums; see message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const FORUM_ERRORS = {
  FORUM_BEGINS: s(
    'Foorumi alkaa kokeiluna tai vakinaisena. Valitse ensimmäiseksi vaiheeksi toinen niistä.',
    'Ett forum börjar som försök eller som permanent. Välj något av dem som första skede.',
    'A forum begins as a pilot or as permanent. Choose one of them as its first stage.',
  ),
  FORUM_STAGE_SAME: s(
    'Foorumi on jo tässä vaiheessa. Valitse vaihe, johon se siirtyy.',
    'Forumet är redan i detta skede. Välj det skede som det övergår till.',
    'The forum is in this stage already. Choose the stage that it moves to.',
  ),
  FORUM_STAGE_BEFORE_LATEST: s(
    'Edellinen vaihe on kirjattu päivälle {date}. Uusi vaihe alkaa samana päivänä tai myöhemmin.',
    'Det föregående skedet är antecknat för {date}. Det nya skedet börjar samma dag eller senare.',
    'The stage before was noted for {date}. The new one begins on that day or later.',
  ),
  FORUM_DECISION_MISSING: s(
    'Kunta vakinaistaa foorumin omalla päätöksellään. Kirjoita toimielin, päivä ja pykälä, esimerkiksi Liperin kunnanhallitus 24.8.2026 § 171.',
    'Kommunen gör forumet permanent genom ett eget beslut. Skriv organ, dag och paragraf, till exempel Libelits kommunstyrelse 24.8.2026 § 171.',
    'The municipality makes the forum permanent by its own decision. Write the body, the day and the section, for example Liperi municipal executive 24.8.2026 § 171.',
  ),
} satisfies Record<string, Sentence>;
