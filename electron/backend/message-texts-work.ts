/** Sentences of the work between meetings; see message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const WORK_ERRORS = {
  STAGE_SAME: s(
    'Toiminto on jo tässä vaiheessa. Valitse vaihe, johon se siirtyy.',
    'Insatsen är redan i detta skede. Välj det skede som den övergår till.',
    'The action is in this stage already. Choose the stage that it moves to.',
  ),
  STAGE_BEFORE_LATEST: s(
    'Edellinen vaihe on kirjattu päivälle {date}. Uusi vaihe alkaa samana päivänä tai myöhemmin.',
    'Det föregående skedet är antecknat för {date}. Det nya skedet börjar samma dag eller senare.',
    'The stage before was noted for {date}. The new one begins on that day or later.',
  ),
  STAGE_IN_FUTURE: s(
    'Vaihe kirjataan, kun se on alkanut. Valitse tämä päivä tai aiempi.',
    'Skedet antecknas när det har börjat. Välj dagens datum eller ett tidigare.',
    'A stage is noted once it has begun. Choose today or an earlier day.',
  ),
  STAGE_NOT_LATEST: s(
    'Vain viimeisimmän vaiheen voi perua, eikä ensimmäistä lainkaan. Kirjaa sen sijaan uusi vaihe.',
    'Endast det senaste skedet kan tas tillbaka, och aldrig det första. Anteckna i stället ett nytt skede.',
    'Only the latest stage can be taken back, and never the first. Note a new stage instead.',
  ),
  ORGANISATION_DISSOLVED: s(
    '{organisation} on purettu, joten se ei voi aloittaa uutta. Valitse toinen järjestö tai korjaa järjestön tila rekisterissä.',
    '{organisation} är upplöst och kan därför inte börja något nytt. Välj en annan organisation eller rätta organisationens status i registret.',
    '{organisation} has been dissolved, so it cannot begin anything new. Choose another organisation, or correct its state in the register.',
  ),
  MEASURED_ALREADY: s(
    'Päivälle {date} on jo mittaus. Muuta sitä tai valitse toinen päivä.',
    'Det finns redan en mätning för {date}. Ändra den eller välj en annan dag.',
    'There is a measurement of {date} already. Change that one, or choose another day.',
  ),
  ARROW_TO_ITSELF: s(
    'Nuoli ei voi osoittaa korttiin itseensä. Valitse toinen kortti.',
    'En pil kan inte peka på kortet självt. Välj ett annat kort.',
    'An arrow cannot lead to its own card. Choose another card.',
  ),
  ARROW_BACKWARDS: s(
    'Nuolet kulkevat toimintaympäristöstä vaikutuksiin päin. Piirrä nuoli toisin päin tai siirrä kortti.',
    'Pilarna går från verksamhetsmiljön mot effekterna. Rita pilen åt andra hållet eller flytta kortet.',
    'Arrows lead from the environment towards the impacts. Draw it the other way round, or move the card.',
  ),
  ARROW_THERE: s('Nuoli on jo piirretty.', 'Pilen är redan ritad.', 'The arrow is there already.'),
  ARROW_CIRCLE: s(
    'Nuoli sulkisi kehän: kortti johtaisi itseensä. Poista ensin toinen nuoli.',
    'Pilen skulle sluta en cirkel: kortet skulle leda till sig självt. Ta först bort en annan pil.',
    'The arrow would close a circle: a card would lead to itself. Take another arrow away first.',
  ),
  OTHER_THEME: s(
    'Kortit ovat eri teema-alueilta. Nuoli yhdistää saman teema-alueen kortteja.',
    'Korten hör till olika temaområden. En pil förenar kort i samma temaområde.',
    'The cards belong to different theme areas. An arrow joins cards of one theme area.',
  ),
} satisfies Record<string, Sentence>;

export const WORK_FIELDS = {
  ground_missing: s(
    'Kirjoita, mihin muutos perustuu.',
    'Skriv vad ändringen grundar sig på.',
    'Write what the change is based on.',
  ),
  stage_same: s('Vaihe on jo tämä.', 'Skedet är redan detta.', 'This is the stage already.'),
  stage_before_latest: s(
    'Päivä on ennen edellistä vaihetta.',
    'Dagen är före det föregående skedet.',
    'The day is before the stage before.',
  ),
  date_in_future: s('Päivä on tulevaisuudessa.', 'Dagen är i framtiden.', 'The day is in the future.'),
  organisation_dissolved: s(
    'Järjestö on purettu.',
    'Organisationen är upplöst.',
    'The organisation has been dissolved.',
  ),
  measured_already: s(
    'Tälle päivälle on jo mittaus.',
    'Det finns redan en mätning för dagen.',
    'There is a measurement of this day already.',
  ),
  negative: s(
    'Luku ei voi olla negatiivinen.',
    'Talet kan inte vara negativt.',
    'The number cannot be negative.',
  ),
  whole_number: s('Anna kokonaisluku.', 'Ange ett heltal.', 'Enter a whole number.'),
  number_too_large: s('Luku on liian suuri.', 'Talet är för stort.', 'The number is too large.'),
  number_form: s('Anna luku.', 'Ange ett tal.', 'Enter a number.'),
  band_differs: s(
    'Lukumäärä ei ole valitussa suuruusluokassa.',
    'Antalet hör inte till den valda storleksklassen.',
    'The count is not within the band chosen.',
  ),
  share_range: s('Osuus on 0,01–100 %.', 'Andelen är 0,01–100 %.', 'A share is 0.01–100 %.'),
  shares_over: s(
    'Osuudet ovat yhteensä yli 100 %.',
    'Andelarna är sammanlagt över 100 %.',
    'The shares are more than 100 % together.',
  ),
  target_direction: s(
    'Tavoite on toivottua suuntaa vastaan: tarkista lähtötaso, tavoite ja suunta.',
    'Målet går mot den önskade riktningen: kontrollera utgångsnivån, målet och riktningen.',
    'The target is against the wanted direction: check the baseline, the target and the direction.',
  ),
} satisfies Record<string, Sentence>;
