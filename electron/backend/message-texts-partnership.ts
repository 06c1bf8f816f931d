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
  SIGNER_ROLE_MISSING: s(
    'Allekirjoitus kirjataan roolin mukaan. Kirjoita, missä tehtävässä allekirjoittaja toimi, esimerkiksi kunnanjohtaja.',
    'Underskriften antecknas enligt roll. Skriv i vilken uppgift undertecknaren handlade, till exempel kommundirektör.',
    'A signature is noted by role. Write in which office the signer acted, for example municipal manager.',
  ),
  SIGNATURE_BEFORE_LATEST: s(
    'Edellinen merkintä on päivältä {date}. Uusi merkintä on samalta päivältä tai myöhempi.',
    'Den föregående anteckningen är från {date}. Den nya är från samma dag eller senare.',
    'The note before is of {date}. The new one is of that day or later.',
  ),
  SIGNATURE_IN_FUTURE: s(
    'Allekirjoituksen vaihe kirjataan, kun se on tapahtunut. Valitse tämä päivä tai aiempi.',
    'Underskriftens status antecknas när det har hänt. Välj dagens datum eller ett tidigare.',
    'The state of a signature is noted once it has happened. Choose today or an earlier day.',
  ),
  PARTY_HAS_SIGNED: s(
    'Osapuoli on allekirjoittanut sopimuksen, joten sitä ei voi poistaa. Peru ensin allekirjoitus tai tee jatkosopimus.',
    'Parten har undertecknat avtalet och kan därför inte tas bort. Ångra först underskriften eller gör ett förlängningsavtal.',
    'The party has signed the agreement, so it cannot be removed. Take the signature back first, or make a renewal.',
  ),
  AGREEMENT_WITHOUT_DAYS: s(
    'Sopimuksella ei ole muistettavaa päivää: se on voimassa toistaiseksi, irtisanottu tai jatkuu uudessa sopimuksessa. Merkitse päättymispäivä.',
    'Avtalet har ingen dag att minnas: det gäller tills vidare, är uppsagt eller fortsätter i ett nytt avtal. Anteckna slutdagen.',
    'The agreement has no day to remember: it is in force until further notice, has been ended, or goes on in a new one. Note its last day.',
  ),
  AGREEMENT_NO_CLOCK: s(
    'Toimielimellä ei ole vuosikelloa vuodelle {year}. Luo vuosikello ja yritä uudelleen.',
    'Organet har ingen årsklocka för år {year}. Skapa en årsklocka och försök igen.',
    'The board has no year clock for {year}. Create one and try again.',
  ),
} satisfies Record<string, Sentence>;

export const PARTNERSHIP_FIELDS = {
  party_one: s(
    'Valitse järjestö tai kunta tai kirjoita nimi.',
    'Välj en organisation eller en kommun eller skriv ett namn.',
    'Choose an organisation or a municipality, or write a name.',
  ),
  party_twice: s(
    'Sama osapuoli on mukana kahdesti.',
    'Samma part är med två gånger.',
    'The same party is there twice.',
  ),
  party_has_signed: s(
    'Allekirjoittanutta osapuolta ei voi poistaa.',
    'En part som har undertecknat kan inte tas bort.',
    'A party that has signed cannot be removed.',
  ),
  parties_missing: s('Lisää vähintään yksi osapuoli.', 'Lägg till minst en part.', 'Add at least one party.'),
  signer_role_missing: s(
    'Kirjoita allekirjoittajan rooli.',
    'Skriv undertecknarens roll.',
    'Write the role of the signer.',
  ),
  phase_twice: s('Sama vaihe on kahdesti.', 'Samma fas finns två gånger.', 'The same phase is there twice.'),
  phases_order: s(
    'Vaiheet alkavat järjestyksessä: kartoitus, tapaustutkimus, vertailu, arviointi. Tarkista päivät.',
    'Faserna börjar i ordning: kartläggning, fallstudie, jämförelse, utvärdering. Kontrollera dagarna.',
    'The phases begin in order: mapping, case study, comparison, assessment. Check the days.',
  ),

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
