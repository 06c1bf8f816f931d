/** Sentences about meetings: planning, the call, the session. A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const MEETING_ERRORS = {
  MEETING_BEGUN: s(
    'Kokous on jo alkanut tai pidetty, joten sitä ei voi siirtää.',
    'Mötet har redan börjat eller hållits och kan inte flyttas.',
    'The meeting has begun or been held and cannot be moved.',
  ),
  NUMBER_KEPT: s(
    'Kokouksen {meeting} kutsu tai esityslista on jo lähetetty, joten kokousta ei voi poistaa. Peru kokous; sen numeroa ei anneta toiselle.',
    'Kallelsen till möte {meeting} eller dess föredragningslista har redan sänts, så mötet kan inte tas bort. Ställ in mötet; numret ges inte till ett annat.',
    'The notice or agenda of meeting {meeting} has been sent, so it cannot be removed. Cancel it; its number is not given to another.',
  ),
  AGENDA_NOT_EMPTY: s(
    'Esityslistalla on jo asioita. Pohjan voi ottaa käyttöön vain tyhjälle esityslistalle.',
    'Föredragningslistan har redan ärenden. En mall kan användas bara för en tom lista.',
    'The agenda has items already. A template can be used only for an empty agenda.',
  ),
  EMAIL_DECISIONS_NOT_ALLOWED: s(
    'Toimielimen sääntöjen mukaan päätöksiä ei tehdä ilman kokousta. Muuta sääntöjä tai valitse toinen kokouslaji.',
    'Enligt organets regler fattas inga beslut utan möte. Ändra reglerna eller välj en annan mötestyp.',
    'By the rules of the board no decisions are made without a meeting. Change the rules or choose another kind.',
  ),
  NOBODY_LEAVES: s(
    'Sähköpostipäätöksessä kukaan ei poistu: merkitse vain, kuka vastasi määräaikaan mennessä. Virheellisen merkinnän voi perua.',
    'Vid beslut per e-post avlägsnar sig ingen: anteckna bara vem som svarade inom utsatt tid. En felaktig anteckning kan ångras.',
    'Nobody leaves a decision by e-mail: note only who answered in time. A wrong entry can be undone.',
  ),
  ANSWER_TOO_LATE: s(
    'Vastaus tuli vastausajan päätyttyä. Myöhässä tullut vastaus ei ole mukana päätöksessä; tarkista vastauspäivä tai pidennä vastausaikaa.',
    'Svaret kom efter att svarstiden hade gått ut. Ett svar som kom för sent är inte med i beslutet; kontrollera svarsdagen eller förläng svarstiden.',
    'The answer came after the time for answers. An answer that came too late takes no part in the decision; check the day of the answer, or give more time.',
  ),
  IDEA_TAKEN: s(
    'Asia on jo otettu esityslistalle. Poista se sieltä ensin.',
    'Ärendet finns redan på en föredragningslista. Ta bort det därifrån först.',
    'The matter is on an agenda already. Remove it from there first.',
  ),
  IDEA_REJECTED: s(
    'Asia on hylätty. Avaa se uudelleen ennen kuin otat sen esityslistalle.',
    'Ärendet är avvisat. Öppna det på nytt innan du tar det till en föredragningslista.',
    'The matter has been rejected. Open it again before taking it to an agenda.',
  ),
  ITEM_CONTINUED: s(
    'Asian käsittelyä jatketaan jo toisella esityslistalla.',
    'Behandlingen av ärendet fortsätter redan på en annan föredragningslista.',
    'The matter is already continued on another agenda.',
  ),
  ITEM_NOT_DECIDED: s(
    'Kirjaa ensin päätös; vasta sitten pykälän voi tarkastaa.',
    'Anteckna beslutet först; därefter kan paragrafen justeras.',
    'Record the decision first; only then can the section be examined.',
  ),
  AGENDA_FROZEN: s(
    'Kokous on päättynyt ja pykälänumerot ovat lopulliset, joten asioita ei voi lisätä, siirtää eikä poistaa. Avaa kokous uudelleen, jos se on tarpeen.',
    'Mötet är avslutat och paragrafnumren slutgiltiga, så ärenden kan inte läggas till, flyttas eller tas bort. Öppna mötet på nytt vid behov.',
    'The meeting is over and its § numbers are final, so items cannot be added, moved or removed. Reopen the meeting if needed.',
  ),
  NOT_IN_SESSION: s(
    'Kokousta ei ole vielä avattu. Avaa kokous ensin.',
    'Mötet har inte öppnats ännu. Öppna mötet först.',
    'The meeting has not been opened yet. Open the meeting first.',
  ),
  NOT_DRAFT: s(
    'Vain luonnoksen voi poistaa. Tämän kokouksen kutsu on jo lähetetty.',
    'Bara ett utkast kan tas bort. Kallelsen till detta möte har redan skickats.',
    'Only a draft can be removed. The notice of this meeting has been sent already.',
  ),
  ALREADY_ISSUED: s(
    'Kokouksesta on jo annettu kutsu tai esityslista, joten kokousta ei voi poistaa. Peru kokous.',
    'Kallelsen eller föredragningslistan till mötet har redan sänts ut, så mötet kan inte tas bort. Ställ in mötet.',
    'The notice or the agenda of this meeting has already been issued, so it cannot be removed. Cancel the meeting.',
  ),
  CALL_TOO_LATE: s(
    'Kokous on jo avattu, joten kutsua tai esityslistaa ei voi enää antaa eikä kokousta perua.',
    'Mötet har redan öppnats, så kallelsen eller föredragningslistan kan inte längre sändas ut och mötet inte ställas in.',
    'The meeting has been opened, so the notice or the agenda can no longer be issued, nor the meeting cancelled.',
  ),
  CALL_UNCHANGED: s(
    'Mikään ei ole muuttunut version {number} jälkeen. Tallenna annettu versio tiedostoksi, jos haluat lähettää sen uudelleen.',
    'Ingenting har ändrats sedan version {number}. Spara den versionen som fil om du vill sända den på nytt.',
    'Nothing has changed since version {number}. Save that version as a file to send it again.',
  ),
  CALL_NOT_ISSUED: s(
    'Kutsua ei ole vielä annettu. Anna kutsu ensin kokouksen Kutsu-osassa.',
    'Kallelsen har ännu inte sänts ut. Gör det först i mötets del Kallelse.',
    'The notice has not been issued yet. Issue it first in the meeting’s part Notice.',
  ),
  MEETING_CANCELLED: s(
    'Kokous on peruttu. Palauta kokous tai anna uusi kutsu, jos kokous sittenkin pidetään.',
    'Mötet är inställt. Återställ mötet eller sänd en ny kallelse om mötet ändå hålls.',
    'The meeting is cancelled. Restore it or issue a new notice if it is held after all.',
  ),
  ISSUED_FROZEN: s(
    'Annettua kutsua tai esityslistaa ei voi muuttaa eikä poistaa. Anna uusi versio.',
    'En utsänd kallelse eller föredragningslista kan varken ändras eller tas bort. Sänd ut en ny version.',
    'An issued notice or agenda can be neither changed nor removed. Issue a new version.',
  ),
  NOT_A_DEPUTY: s(
    'Henkilö ei ole kenenkään henkilökohtainen varajäsen kokouspäivänä. Tarkista paikat neuvottelukunnan tiedoista.',
    'Personen är inte någons personliga ersättare på mötesdagen. Kontrollera platserna i delegationens uppgifter.',
    'The person is nobody’s personal deputy on the day of the meeting. Check the seats of the board.',
  ),
  ALREADY_RECIPIENT: s(
    'Henkilö saa kutsun jo.',
    'Personen får redan kallelsen.',
    'The person already gets the notice.',
  ),
  NO_ITEMS: s(
    'Esityslistalla ei ole asioita. Lisää ainakin yksi asia.',
    'Det finns inga ärenden på föredragningslistan. Lägg till minst ett ärende.',
    'There are no items on the agenda. Add at least one.',
  ),
  CALL_NOT_SENT: s(
    'Kutsun lähettämispäivä puuttuu. Merkitse päivä kokouksen tietoihin ennen avaamista.',
    'Datumet då kallelsen skickades saknas. Ange det i mötets uppgifter innan mötet öppnas.',
    'The day of sending the notice is missing. Enter it in the meeting’s details before opening.',
  ),
  YEAR_FIXED: s(
    'Kokouksen numero kuuluu vuoteen {year}, joten päivän on oltava samana vuonna. Tee tarvittaessa uusi kokous.',
    'Mötets nummer hör till år {year}, så datumet måste vara samma år. Skapa vid behov ett nytt möte.',
    'The number of the meeting belongs to {year}, so the date must be in that year. Make a new meeting if needed.',
  ),
  MEETING_UNKNOWN: s(
    'Kokousta {meeting} ei ole. Tietokannan kokoukset: {known}.',
    'Mötet {meeting} finns inte. Databasens möten: {known}.',
    'There is no meeting {meeting}. Meetings in the database: {known}.',
  ),
  MEETING_AMBIGUOUS: s(
    'Kokous {meeting} on usealla neuvottelukunnalla ({boards}). Valitse yksi: --board LYHENNE.',
    'Flera delegationer har mötet {meeting} ({boards}). Välj en: --board FÖRKORTNING.',
    'Several boards have a meeting {meeting} ({boards}). Choose one: --board SHORT.',
  ),
  ITEM_HAS_RECORD: s(
    'Asiaa ”{title}” ei voi poistaa, koska siihen on jo kirjattu tapahtumia. Voit poistaa asian esityslistalta päätöksellä.',
    'Ärendet ”{title}” kan inte tas bort, eftersom något redan har antecknats i det. Ärendet kan strykas genom beslut.',
    'The item “{title}” cannot be removed because things have been recorded in it. It can be taken off the agenda by a decision.',
  ),
  ALREADY_PRESENT: s(
    'Henkilö on jo läsnä.',
    'Personen är redan närvarande.',
    'The person is already present.',
  ),
  PRESENCE_OVERLAP: s(
    'Henkilö on jo merkitty läsnä olevaksi osassa näistä asioista. Korjaa aiempaa jaksoa tai valitse muut asiat.',
    'Personen är redan antecknad som närvarande vid en del av dessa ärenden. Rätta den tidigare perioden eller välj andra ärenden.',
    'The person is already noted as present at some of these items. Correct the earlier stretch or choose other items.',
  ),
  BREAK_GOES_ON: s(
    'Kokous on jo tauolla. Jatka kokousta ensin.',
    'Mötet har redan paus. Fortsätt mötet först.',
    'The meeting is already adjourned. Resume it first.',
  ),
  NO_BREAK: s('Kokous ei ole tauolla.', 'Mötet har inte paus.', 'The meeting is not adjourned.'),
  NOT_PRESENT: s('Henkilö ei ole läsnä.', 'Personen är inte närvarande.', 'The person is not present.'),
  TASK_FOLLOWED_UP: s(
    'Toimenpidettä on seurattu kokouksessa, joten sitä ei voi poistaa. Merkitse se perutuksi.',
    'Åtgärden har följts upp på ett möte och kan inte tas bort. Markera den som inställd.',
    'The task has been followed up in a meeting and cannot be removed. Mark it as cancelled.',
  ),
  TRANSITION_NOT_ALLOWED: s(
    'Kokouksen tilaa ei voi muuttaa näin. Päivitä näkymä ja tarkista tila.',
    'Mötets läge kan inte ändras så. Uppdatera vyn och kontrollera läget.',
    'The state of the meeting cannot be changed like that. Refresh the view and check the state.',
  ),
  REQUIREMENT_NOT_MET: s(
    'Tätä ei voi vielä tehdä. Puuttuu: {requirements}.',
    'Det här kan inte göras ännu. Saknas: {requirements}.',
    'This cannot be done yet. Missing: {requirements}.',
  ),
  SECTION_INVALID: s(
    'Pykälänumero on virheellinen.',
    'Paragrafnumret är felaktigt.',
    'The § number is not valid.',
  ),
} as const satisfies Record<string, Sentence>;

export const MEETING_FIELDS = {
  presence_overlap: s(
    'Läsnäolojaksot menevät päällekkäin.',
    'Närvaroperioderna överlappar.',
    'Stretches of presence overlap.',
  ),
  no_items: s('Kokouksella ei ole asioita.', 'Mötet har inga ärenden.', 'The meeting has no items.'),
  same_proposal_twice: s(
    'Sama ehdotus on äänestyksen molemmilla puolilla.',
    'Samma förslag står på båda sidor i omröstningen.',
    'The same proposal is on both sides of the vote.',
  ),
  after_first_entry: s(
    'Kokouksessa on merkintöjä tätä aiemmalta ajalta. Korjaa ensin ne.',
    'Det finns anteckningar från en tidigare tidpunkt under mötet. Rätta dem först.',
    'There are entries of an earlier time in the meeting. Correct them first.',
  ),
  before_last_entry: s(
    'Kokouksessa on merkintöjä tätä myöhemmältä ajalta. Korjaa ensin ne.',
    'Det finns anteckningar från en senare tidpunkt under mötet. Rätta dem först.',
    'There are entries of a later time in the meeting. Correct them first.',
  ),
  meeting_goes_on: s(
    'Kokous on vielä käynnissä. Päätä se ensin.',
    'Mötet pågår ännu. Avsluta det först.',
    'The meeting is still going on. Close it first.',
  ),
  outside_meeting: s(
    'Aika ei ole kokouksen aikana.',
    'Tidpunkten är inte under mötet.',
    'The time is not during the meeting.',
  ),
  one_recipient: s(
    'Anna vastaanottajaksi joko henkilö tai järjestö.',
    'Ange antingen en person eller en organisation som mottagare.',
    'Give either a person or an organisation as the recipient.',
  ),
  members_required: s('Valitse ainakin yksi jäsen.', 'Välj minst en ledamot.', 'Choose at least one member.'),
  answer_too_late: s(
    'Vastaus tuli vastausajan jälkeen.',
    'Svaret kom efter svarstiden.',
    'The answer came after the time for answers.',
  ),
  kind_not_allowed: s(
    'Säännöt eivät salli tätä kokouslajia.',
    'Reglerna tillåter inte den här mötestypen.',
    'The rules do not allow this kind of meeting.',
  ),
  year_fixed: s(
    'Päivän on oltava samana vuonna.',
    'Datumet måste vara samma år.',
    'The date must be in the same year.',
  ),
  before_round: s(
    'Päivä on ennen tarkastuskierroksen alkua.',
    'Dagen är före justeringsomgångens början.',
    'The date is before the round began.',
  ),
  before_approval: s(
    'Päivä on ennen viimeistä hyväksyntää.',
    'Dagen är före det sista godkännandet.',
    'The date is before the last approval.',
  ),
  before_examination: s(
    'Päivä on ennen tarkastusta.',
    'Dagen är före justeringen.',
    'The date is before the examination.',
  ),
  before_last: s(
    'Päivä on ennen tarkastusta tai edellistä oikaisua.',
    'Dagen är före justeringen eller den föregående rättelsen.',
    'The date is before the examination or the previous correction.',
  ),
  approval_not_later: s(
    'Pykälä ei ole myöhemmän kokouksen.',
    'Paragrafen hör inte till ett senare möte.',
    'The section is not of a later meeting.',
  ),
  before_meeting: s('Päivä on ennen kokousta.', 'Datumet är före mötet.', 'The date is before the meeting.'),
} as const satisfies Record<string, Sentence>;
