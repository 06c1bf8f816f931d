/** Sentences about organisations, people, boards and their terms. A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const REGISTER_ERRORS = {
  NETWORK_MEMBER_ALREADY: s(
    'Järjestö on jo verkoston jäsen. Tarkista jäsenluettelo.',
    'Organisationen är redan medlem i nätverket. Kontrollera medlemslistan.',
    'The organisation is already a member of the network. Check the list of members.',
  ),
  TERM_IN_USE: s(
    'Toimikauden vaihtoa ei voi kumota, koska uudella kaudella on jo kokous, nimitys tai päätös.',
    'Bytet av mandatperiod kan inte ångras, eftersom den nya perioden redan har ett möte, en utnämning eller ett beslut.',
    'The term change cannot be undone: the new term has a meeting, an appointment or a decision already.',
  ),
  PERSON_RESTRICTED: s(
    'Henkilön tietojen käsittelyä on rajoitettu, joten niitä ei muutettu eikä poistettu. Kumoa rajoitus ensin henkilön tietosuojatiedoissa.',
    'Behandlingen av personens uppgifter är begränsad och därför ändrades eller raderades de inte. Häv först begränsningen i personens dataskyddsuppgifter.',
    'The processing of this person’s data is restricted, so nothing was changed or erased. Lift the restriction first in the person’s data protection details.',
  ),
  PERSON_UNKNOWN: s(
    'Henkilöä {person} ei löydy. Tarkista nimi tai tunniste.',
    'Personen {person} hittades inte. Kontrollera namnet eller identifieraren.',
    'There is no person {person}. Check the name or the id.',
  ),
  PERSON_AMBIGUOUS: s(
    'Nimellä {person} on useampi henkilö. Anna henkilön tunniste.',
    'Flera personer heter {person}. Ange personens identifierare.',
    'Several persons are called {person}. Give the id of the person.',
  ),
  ERASURE_KEPT: s(
    'Tehdyn poiston todistetta ei voi muuttaa eikä poistaa.',
    'Beviset på en utförd radering kan inte ändras eller tas bort.',
    'The proof of an erasure cannot be changed or removed.',
  ),
  VIEW_NAME_TAKEN: s(
    'Näkymä ”{name}” on jo olemassa. Anna toinen nimi tai tallenna siihen näkymään.',
    'Vyn ”{name}” finns redan. Ge ett annat namn eller spara i den vyn.',
    'There is a view “{name}” already. Give another name or save into that view.',
  ),
  BOARD_FILE_INVALID: s(
    'Aineistoa ei tuotu. Kohta {path}: {reason}',
    'Materialet importerades inte. Stället {path}: {reason}',
    'Nothing was imported. At {path}: {reason}',
  ),
  BOARD_EXISTS: s(
    'Neuvottelukunta {shortName} on jo tietokannassa. Tuo aineisto uutena neuvottelukuntana tai peru tuonti.',
    'Delegationen {shortName} finns redan i databasen. Importera materialet som en ny delegation eller avbryt.',
    'The board {shortName} is in the database already. Import the file as a new board, or cancel.',
  ),
  CLASSIFICATION_HEADINGS: s(
    'Tiedostossa ei ole kuntaluokituksen sarakkeita. Tarvitaan kunta, nimi_fi, maakunta, maakunta_fi, hyvinvointialue, hyvinvointialue_fi ja kielisuhde_fi. Mitään ei muutettu.',
    'Filen saknar kommunindelningens kolumner. Det behövs kunta, nimi_fi, maakunta, maakunta_fi, hyvinvointialue, hyvinvointialue_fi och kielisuhde_fi. Inget ändrades.',
    'The file has not the columns of a classification of municipalities: kunta, nimi_fi, maakunta, maakunta_fi, hyvinvointialue, hyvinvointialue_fi and kielisuhde_fi. Nothing was changed.',
  ),
  CLASSIFICATION_ROW: s(
    'Rivin {line} tietoa ei voi lukea: {reason}. Mitään ei muutettu. Korjaa rivi ja valitse tiedosto uudelleen.',
    'Uppgiften på rad {line} kan inte läsas: {reason}. Inget ändrades. Rätta raden och välj filen på nytt.',
    'Row {line} cannot be read: {reason}. Nothing was changed. Correct the row and choose the file again.',
  ),
  CLASSIFICATION_SHORT: s(
    'Tiedostossa on vain {count} kuntaa. Valitse koko maan luokitus. Mitään ei muutettu.',
    'Filen har bara {count} kommuner. Välj hela landets indelning. Inget ändrades.',
    'The file has only {count} municipalities. Choose the classification of the whole country. Nothing was changed.',
  ),
  CLASSIFICATION_OLD: s(
    'Vuoden {latest} luokitus on jo käytössä, joten vuoden {year} luokitusta ei voi ottaa sen jälkeen. Tarkista vuosi.',
    'Indelningen för {latest} är redan i bruk, så indelningen för {year} kan inte tas efter den. Kontrollera året.',
    'The classification of {latest} is in use already, so that of {year} cannot follow it. Check the year.',
  ),
  CLASSIFICATION_INVALID: s(
    'Kuntaluokitusta ei voi lukea: {reason}. Mitään ei muutettu.',
    'Kommunindelningen kan inte läsas: {reason}. Inget ändrades.',
    'The classification of municipalities cannot be read: {reason}. Nothing was changed.',
  ),
  TERM_MISSING: s(
    'Neuvottelukunnalla ei ole toimikautta, johon {date} kuuluu. Lisää toimikausi tai muuta päivää.',
    'Delegationen har ingen mandatperiod som omfattar {date}. Lägg till en mandatperiod eller ändra datumet.',
    'The board has no term that includes {date}. Add a term or change the date.',
  ),
  DATE_OUTSIDE_TERM: s(
    'Päivä {date} ei ole toimikaudella. Muuta päivää tai lisää toimikausi.',
    'Datumet {date} hör inte till mandatperioden. Ändra datumet eller lägg till en mandatperiod.',
    'The date {date} is outside the term. Change the date or add a term.',
  ),
  SEAT_HELD: s(
    'Henkilöllä on jo jäsenen paikka tällä toimikaudella. Päätä aiempi jäsenyys ensin.',
    'Personen har redan en ledamotsplats under mandatperioden. Avsluta det tidigare ledamotskapet först.',
    'The person already holds a member’s seat in this term. End the earlier membership first.',
  ),
  DEPUTIES_NOT_USED: s(
    'Neuvottelukunnan sääntöjen mukaan varajäseniä ei ole. Muuta sääntöjä ensin.',
    'Enligt delegationens regler finns det inga ersättare. Ändra reglerna först.',
    'By the rules of the board there are no deputies. Change the rules first.',
  ),
  PERSON_HAS_OFFICE: s(
    'Henkilöllä {name} on jo tämä tehtävä.',
    'Personen {name} har redan det här uppdraget.',
    'The person {name} holds this office already.',
  ),
  RULES_FROZEN: s(
    'Näillä säännöillä pidetty kokous {meeting} on jo tarkastettu. Valitse myöhempi voimaantulopäivä.',
    'Mötet {meeting}, som hölls enligt dessa regler, har redan justerats. Välj en senare dag.',
    'Meeting {meeting}, held under these rules, has been examined already. Choose a later day.',
  ),
  OFFICE_HELD: s(
    'Tehtävässä on jo toinen henkilö. Päätä hänen tehtävänsä ensin.',
    'Uppdraget innehas redan av någon annan. Avsluta det först.',
    'Somebody else holds the office. End that first.',
  ),
  OTHER_BOARD: s(
    'Asia kuuluu toiselle toimielimelle. Valitse saman toimielimen kokous.',
    'Ärendet hör till ett annat organ. Välj ett möte i samma organ.',
    'The matter belongs to another board. Choose a meeting of the same board.',
  ),
  SUB_BODY_NESTED: s(
    'Alatoimielimelle ei voi perustaa omaa alatoimielintä. Valitse päätoimielin.',
    'Ett underorgan kan inte ha egna underorgan. Välj huvudorganet.',
    'A body below a board cannot have bodies of its own. Choose the board itself.',
  ),
  SHORT_NAME_TAKEN: s(
    'Lyhenne {shortName} on jo toisella toimielimellä. Anna toinen lyhenne.',
    'Förkortningen {shortName} används redan av ett annat organ. Ange en annan.',
    'Another board has the short name {shortName} already. Give another one.',
  ),
  NETWORK_OVERLAP: s(
    'Järjestö on jo verkostossa näinä päivinä. Tarkista päivät tai muokkaa aiempaa jäsenyyttä.',
    'Organisationen hör redan till nätverket under dessa dagar. Kontrollera datumen eller redigera det tidigare medlemskapet.',
    'The organisation is in the network on these days already. Check the days, or edit the earlier membership.',
  ),
  EFFECT_TOO_EARLY: s(
    'Muutos voi olla voimassa aikaisintaan {date}, koska kokouksen oma kokoonpano ja säännöt eivät muutu jälkikäteen. Korjaa päivä.',
    'Ändringen kan gälla tidigast {date}, eftersom mötets egen sammansättning och egna regler inte ändras i efterhand. Rätta datumet.',
    'The change can be in force from {date} at the earliest, because the composition and the rules of the meeting itself stand. Correct the date.',
  ),
  EFFECT_NOT_NOW: s(
    'Vaikutusta ei voi nyt käsitellä näin, koska sen tila on muuttunut. Tarkista sen tila ja yritä uudelleen.',
    'Verkan kan inte behandlas så nu, eftersom dess läge har ändrats. Kontrollera läget och försök igen.',
    'This cannot be done with the effect now, because its state has changed. Look at its state and try again.',
  ),
  EFFECT_CHANGED_SINCE: s(
    'Muutosta ei voi perua: samaa rekisterin tietoa on muutettu sen jälkeen. Peru ensin myöhempi muutos tai korjaa tieto suoraan rekisteriin.',
    'Ändringen kan inte återtas: samma uppgift i registret har ändrats efteråt. Återta först den senare ändringen eller rätta uppgiften direkt i registret.',
    'The change cannot be taken back: the same entry of the register has been changed since. Take the later change back first, or correct the register itself.',
  ),
  EFFECT_DOES_NOT_FIT: s(
    'Muutosta ei voi perua: aiempi tieto olisi ristiriidassa myöhemmän kanssa. Peru ensin myöhempi muutos.',
    'Ändringen kan inte återtas: den tidigare uppgiften skulle strida mot en senare. Återta först den senare ändringen.',
    'The change cannot be taken back: the earlier entry would contradict a later one. Take the later change back first.',
  ),
  EFFECT_MEETING_HELD: s(
    'Muutosta ei voi perua: kokous {meeting} on jo pidetty sen mukaisella kokoonpanolla tai säännöillä. Tee uusi muutos, joka on voimassa siitä eteenpäin.',
    'Ändringen kan inte återtas: möte {meeting} har redan hållits med sammansättningen eller reglerna enligt den. Gör en ny ändring som gäller framåt.',
    'The change cannot be taken back: meeting {meeting} has been held with the composition or the rules that it made. Make a new change for the time from here on.',
  ),
  EFFECT_KEPT: s(
    'Vaikutuksen historiaa ei voi muuttaa eikä poistaa. Peru vaikutus tarvittaessa perustelun kanssa.',
    'Verkans historik kan inte ändras eller tas bort. Återta verkan vid behov, med motivering.',
    'The history of an effect cannot be changed or removed. Take the effect back with a reason if need be.',
  ),
  TERM_OVERLAP: s(
    'Toimikaudet menevät päällekkäin. Tarkista päivät.',
    'Mandatperioderna överlappar. Kontrollera datumen.',
    'The terms overlap. Check the dates.',
  ),
  TERM_HAS_MEETINGS: s(
    'Toimikautta ei voi muuttaa näin, koska kokous {meeting} siirtyisi toimikaudelle tai pois siltä, ja sen numerot on jo annettu. Valitse päivät niin, että kokous pysyy samalla kaudella.',
    'Mandatperioden kan inte ändras så, eftersom möte {meeting} skulle byta period fastän dess nummer redan är givna. Välj datum så att mötet stannar i samma period.',
    'The term cannot be changed so, because meeting {meeting} would come into it or fall out of it, and its numbers have been given. Choose days that keep the meeting where it is.',
  ),
} as const satisfies Record<string, Sentence>;

export const REGISTER_FIELDS = {
  merged_in_circle: s(
    'Järjestö ei voi yhdistyä itseensä eikä siihen yhdistyneeseen järjestöön.',
    'En organisation kan inte uppgå i sig själv eller i en organisation som har uppgått i den.',
    'An organisation cannot merge into itself or into one that has merged into it.',
  ),
  network_member_already: s(
    'Järjestö on jo verkoston jäsen.',
    'Organisationen är redan medlem i nätverket.',
    'The organisation is already a member of the network.',
  ),
  unknown_classification_year: s(
    'Kuntaluokituksen vuotta ei ole.',
    'Kommunindelningens år finns inte.',
    'There is no classification of that year.',
  ),
  unknown_county: s(
    'Hyvinvointialuetta ei ole.',
    'Välfärdsområdet finns inte.',
    'There is no such wellbeing county.',
  ),
  organisation_ambiguous: s(
    'Y-tunnus ja rekisterinumero kuuluvat eri järjestöille.',
    'FO-numret och registernumret hör till olika organisationer.',
    'The business ID and the register number belong to different organisations.',
  ),
  business_id_form: s(
    'Y-tunnus on muotoa 1234567-8.',
    'FO-numret har formen 1234567-8.',
    'A business ID has the form 1234567-8.',
  ),
  business_id_check_digit: s(
    'Y-tunnuksen tarkistusmerkki ei täsmää. Tarkista numerot.',
    'FO-numrets kontrolltecken stämmer inte. Kontrollera siffrorna.',
    'The check digit of the business ID does not match. Check the digits.',
  ),
  business_id_never_issued: s(
    'Tällaista Y-tunnusta ei ole annettu kenellekään. Tarkista numerot.',
    'Ett sådant FO-nummer har aldrig getts. Kontrollera siffrorna.',
    'Such a business ID has never been issued. Check the digits.',
  ),
  business_id_taken: s(
    'Toisella järjestöllä on tämä Y-tunnus.',
    'En annan organisation har detta FO-nummer.',
    'Another organisation has this business ID.',
  ),
  register_number_form: s(
    'Rekisterinumerossa on enintään kuusi numeroa, esimerkiksi 123.456.',
    'Registernumret har högst sex siffror, till exempel 123.456.',
    'A register number has at most six digits, for example 123.456.',
  ),
  register_number_taken: s(
    'Toisella järjestöllä on tämä rekisterinumero.',
    'En annan organisation har detta registernummer.',
    'Another organisation has this register number.',
  ),
  email_form: s('Tarkista sähköpostiosoite.', 'Kontrollera e-postadressen.', 'Check the e-mail address.'),
  link_form: s(
    'Linkin on alettava https://, eikä siinä saa olla välilyöntejä.',
    'Länken ska börja med https:// och får inte innehålla blanksteg.',
    'The link must begin with https:// and have no spaces.',
  ),
  web_form: s('Tarkista verkko-osoite.', 'Kontrollera webbadressen.', 'Check the web address.'),
  postal_code_form: s(
    'Postinumerossa on viisi numeroa.',
    'Postnumret har fem siffror.',
    'A postal code has five digits.',
  ),
  municipality_form: s(
    'Kuntakoodissa on kolme numeroa.',
    'Kommunkoden har tre siffror.',
    'A municipality code has three digits.',
  ),
  municipality_unknown: s(
    'Kuntaa ei ole luokituksessa.',
    'Kommunen finns inte i indelningen.',
    'The municipality is not in the classification.',
  ),
  region_unknown: s(
    'Maakuntaa ei ole luokituksessa.',
    'Landskapet finns inte i indelningen.',
    'The region is not in the classification.',
  ),
  network_unknown: s(
    'Verkostoa ei ole. Lisää se ensin Verkostot-näkymässä.',
    'Nätverket finns inte. Lägg först till det under Nätverk.',
    'There is no such network. Add it first in Networks.',
  ),
  life_course_unknown: s(
    'Elämänkaaren vaihetta ei tunneta.',
    'Livsskedet är okänt.',
    'The stage of life is not known.',
  ),
  merged_into_unknown: s(
    'Järjestöä, johon tämä on yhdistynyt, ei ole rekisterissä eikä tässä taulukossa, tai samannimisiä on useita.',
    'Organisationen som denna har uppgått i finns varken i registret eller i tabellen, eller så har flera samma namn.',
    'The organisation that this one merged into is neither in the register nor in the table, or several have its name.',
  ),
  field_unknown: s('Järjestökenttää ei ole.', 'Organisationsfältet finns inte.', 'There is no such field.'),
  organisation_unknown: s(
    'Järjestöä ei ole rekisterissä.',
    'Organisationen finns inte i registret.',
    'The organisation is not in the register.',
  ),
  person_on_seat: s(
    'Henkilöllä on jo paikka.',
    'Personen har redan en plats.',
    'The person holds a seat already.',
  ),
  person_has_office: s(
    'Henkilöllä on jo tämä tehtävä.',
    'Personen har redan det här uppdraget.',
    'The person holds this office already.',
  ),
  rules_frozen: s(
    'Valitse myöhempi päivä: näillä säännöillä pidetty kokous on tarkastettu.',
    'Välj en senare dag: ett möte enligt dessa regler har justerats.',
    'Choose a later day: a meeting held under these rules has been examined.',
  ),
  office_held: s(
    'Tehtävässä on jo toinen henkilö.',
    'Uppdraget innehas redan av någon annan.',
    'Somebody else holds the office.',
  ),
  deputies_not_used: s(
    'Säännöissä ei ole varajäseniä.',
    'Reglerna har inga ersättare.',
    'The rules have no deputies.',
  ),
  outside_term: s(
    'Päivä ei ole toimikaudella.',
    'Datumet hör inte till mandatperioden.',
    'The date is outside the term.',
  ),
  term_overlap: s('Toimikaudet menevät päällekkäin.', 'Mandatperioderna överlappar.', 'The terms overlap.'),
  network_overlap: s(
    'Järjestö on jo verkostossa.',
    'Organisationen hör redan till nätverket.',
    'The organisation is in the network already.',
  ),
  term_has_meetings: s(
    'Pidetty kokous vaihtaisi toimikautta.',
    'Ett hållet möte skulle byta mandatperiod.',
    'A meeting that has been held would change its term.',
  ),
  seats_range: s('Paikkoja on 1–200.', 'Antalet platser är 1–200.', 'There are 1 to 200 seats.'),
  short_name_taken: s(
    'Lyhenne on jo toisella toimielimellä.',
    'Förkortningen används redan av ett annat organ.',
    'Another board has this short name already.',
  ),
} as const satisfies Record<string, Sentence>;
