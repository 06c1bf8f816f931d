/** Sentences about tables: files that are read, mappings, imports, merging. A part of message-texts.ts. */
import { s } from './message-sentence.ts';

export const TABLE_ERRORS = {
  TABLE_TOO_LARGE: s(
    'Tiedosto {file} on liian suuri luettavaksi taulukkona. Jaa se pienempiin osiin ja tuo ne yksi kerrallaan.',
    'Filen {file} är för stor för att läsas som en tabell. Dela den i mindre delar och importera dem en i taget.',
    'The file {file} is too large to be read as a table. Split it and import the parts one at a time.',
  ),
  TABLE_TOO_LONG: s(
    'Taulukossa on yli {limit} riviä. Jaa se pienempiin osiin ja tuo ne yksi kerrallaan.',
    'Tabellen har över {limit} rader. Dela den i mindre delar och importera dem en i taget.',
    'The table has more than {limit} rows. Split it and import the parts one at a time.',
  ),
  TABLE_DAMAGED: s(
    'Tiedosto on vioittunut, eikä sitä voi lukea. Mitään ei muutettu. Avaa se taulukko-ohjelmassa ja tallenna uudelleen.',
    'Filen är skadad och kan inte läsas. Inget ändrades. Öppna den i ett kalkylprogram och spara på nytt.',
    'The file is damaged and cannot be read. Nothing was changed. Open it in a spreadsheet program and save it again.',
  ),
  TABLE_BOMB: s(
    'Tiedosto purkautuisi epätavallisen suureksi, joten sitä ei avattu. Tallenna taulukko uudelleen taulukko-ohjelmassa tai CSV-muodossa.',
    'Filen skulle bli ovanligt stor när den packas upp, så den öppnades inte. Spara tabellen på nytt i ett kalkylprogram eller som CSV.',
    'The file would unpack to an unusual size, so it was not opened. Save the table again in a spreadsheet program or as CSV.',
  ),
  TABLE_XML_ENTITY: s(
    'Tiedostossa on määrittelyjä, joita taulukossa ei kuulu olla, joten sitä ei avattu. Tallenna taulukko uudelleen taulukko-ohjelmassa.',
    'Filen innehåller definitioner som inte hör hemma i en tabell, så den öppnades inte. Spara tabellen på nytt i ett kalkylprogram.',
    'The file holds declarations that do not belong in a table, so it was not opened. Save the table again in a spreadsheet program.',
  ),
  TABLE_PROTECTED: s(
    'Tiedosto on suojattu salasanalla. Tallenna siitä suojaamaton kopio ja tuo se.',
    'Filen är skyddad med lösenord. Spara en oskyddad kopia och importera den.',
    'The file is protected by a password. Save an unprotected copy and import that.',
  ),
  TABLE_OLD_EXCEL: s(
    'Tiedosto {file} on vanhaa Excel-muotoa (.xls) tai suojattu salasanalla. Tallenna se muodossa .xlsx ilman salasanaa ja tuo uudelleen.',
    'Filen {file} är i det gamla Excelformatet (.xls) eller skyddad med lösenord. Spara den som .xlsx utan lösenord och importera på nytt.',
    'The file {file} is in the old Excel format (.xls) or protected. Save it as .xlsx without a password and import it again.',
  ),
  TABLE_NOT_A_TABLE: s(
    'Tiedosto {file} ei ole taulukko. Valitse CSV- tai XLSX-tiedosto.',
    'Filen {file} är ingen tabell. Välj en CSV- eller XLSX-fil.',
    'The file {file} is not a table. Choose a CSV or XLSX file.',
  ),
  TABLE_NO_SHEET: s(
    'Työkirjassa ei ole taulukkoa, jonka voisi lukea. Valitse toinen taulukko tai tiedosto.',
    'Arbetsboken har inget blad som går att läsa. Välj ett annat blad eller en annan fil.',
    'The workbook has no sheet that can be read. Choose another sheet or file.',
  ),
  TABLE_EMPTY: s(
    'Tiedostossa {file} ei ole rivejä. Valitse toinen tiedosto tai taulukko.',
    'Filen {file} har inga rader. Välj en annan fil eller ett annat blad.',
    'The file {file} has no rows. Choose another file or sheet.',
  ),
  TABLE_QUOTE_OPEN: s(
    'Riviltä {line} alkava lainausmerkki jää sulkematta, joten tiedostoa ei voi lukea varmasti oikein. Korjaa rivi ja tuo uudelleen.',
    'Citattecknet som börjar på rad {line} avslutas inte, så filen kan inte läsas säkert. Rätta raden och importera på nytt.',
    'The quotation mark that begins on line {line} is never closed, so the file cannot be read reliably. Correct the line and import again.',
  ),
  TABLE_TIMEOUT: s(
    'Tiedoston {file} lukeminen kesti liian kauan ja keskeytettiin. Tallenna taulukko CSV-muodossa ja tuo se.',
    'Det tog för länge att läsa filen {file}, så läsningen avbröts. Spara tabellen som CSV och importera den.',
    'Reading the file {file} took too long and was stopped. Save the table as CSV and import that.',
  ),
  MAPPING_INVALID: s(
    'Tiedosto ei ole Pykälän sarakemalli, tai sen kohta {path} on virheellinen. Valitse toinen tiedosto.',
    'Filen är ingen kolumnmall för Pykälä, eller så är dess del {path} felaktig. Välj en annan fil.',
    'The file is not a column mapping of Pykälä, or its part {path} is wrong. Choose another file.',
  ),
  MAPPING_NO_NAME: s(
    'Valitse, missä sarakkeessa on järjestön nimi, Y-tunnus tai rekisterinumero.',
    'Välj vilken kolumn som har organisationens namn, FO-nummer eller registernummer.',
    'Choose which column has the name, the business ID or the register number.',
  ),
  MAPPING_TWICE: s(
    'Sama tieto on valittu kahdelle sarakkeelle. Valitse se vain yhdelle.',
    'Samma uppgift har valts för två kolumner. Välj den för bara en.',
    'The same field is chosen for two columns. Choose it for one only.',
  ),
  IMPORT_CLOSED: s(
    'Tuotava tiedosto ei ole enää auki. Valitse tiedosto uudelleen; rekisteriä ei muutettu.',
    'Filen som importeras är inte längre öppen. Välj filen på nytt; registret ändrades inte.',
    'The file to import is no longer open. Choose it again; the register was not changed.',
  ),
  IMPORT_STALE: s(
    'Rekisteriä on muutettu tarkistuksen jälkeen. Mitään ei tuotu: tarkista rivit uudelleen ja tuo sitten.',
    'Registret har ändrats efter kontrollen. Inget importerades: kontrollera raderna på nytt och importera sedan.',
    'The register was changed after the check. Nothing was imported: check the rows again and then import.',
  ),
  CHANGE_CONFIRM: s(
    'Muutos koskee yli kymmenesosaa rekisteristä. Kirjoita vahvistukseksi muuttuvien rivien määrä: {count}.',
    'Ändringen gäller över en tiondel av registret. Bekräfta genom att skriva antalet rader som ändras: {count}.',
    'The change concerns more than a tenth of the register. Confirm by typing the number of rows that change: {count}.',
  ),
  BATCH_UNDONE: s(
    'Muutos on jo kumottu.',
    'Ändringen har redan ångrats.',
    'The change has been undone already.',
  ),
  BATCH_LATER: s(
    'Yhdistämistä ei voi kumota, koska tietoa {name} on muutettu sen jälkeen. Korjaa tiedot käsin.',
    'Sammanslagningen kan inte ångras, eftersom {name} har ändrats efter den. Rätta uppgifterna för hand.',
    'The merge cannot be undone, because {name} was changed after it. Correct the entries by hand.',
  ),
  IMPORT_CIRCLE: s(
    'Taulukossa järjestöt ovat yhdistyneet toisiinsa kehässä ({name}). Mitään ei tuotu. Korjaa sarake Yhdistynyt järjestöön.',
    'I tabellen har organisationer uppgått i varandra i en cirkel ({name}). Inget importerades. Rätta kolumnen Uppgått i organisationen.',
    'In the table organisations merge into each other in a circle ({name}). Nothing was imported. Correct the column Merged into.',
  ),
  SAME_PERSON: s('Valitse kaksi eri henkilöä.', 'Välj två olika personer.', 'Choose two different persons.'),
  PERSONS_MET: s(
    'Molemmat ovat kokouksen {meeting} osallistujaluettelossa, joten he eivät voi olla sama henkilö. Jos luettelo on väärin, korjaa se ensin.',
    'Båda finns i deltagarförteckningen för möte {meeting}, så de kan inte vara samma person. Om förteckningen är fel, rätta den först.',
    'Both stand in the roll of meeting {meeting}, so they cannot be the same person. If the roll is wrong, correct it first.',
  ),
  SAME_ORGANISATION: s(
    'Valitse kaksi eri järjestöä.',
    'Välj två olika organisationer.',
    'Choose two different organisations.',
  ),
} as const;

export const TABLE_FIELDS = {
  legal_form_unknown: s(
    'Järjestön muotoa ei tunneta.',
    'Organisationens form är okänd.',
    'The legal form is not known.',
  ),
  state_unknown: s(
    'Järjestön tilaa ei tunneta.',
    'Organisationens status är okänd.',
    'The state is not known.',
  ),
  prh_class_unknown: s('PRH:n luokkaa ei ole.', 'PRS-klassen finns inte.', 'There is no such PRH class.'),
  language_unknown: s('Kieltä ei tunneta.', 'Språket är okänt.', 'The language is not known.'),
  id_form: s(
    'Tunniste ei ole Pykälän antama.',
    'Identifieraren är inte given av Pykälä.',
    'The identifier is not one of Pykälä.',
  ),
  same_row_twice: s(
    'Sama järjestö on tiedostossa kahdesti; rivi jätetään pois.',
    'Samma organisation finns två gånger i filen; raden lämnas bort.',
    'The same organisation stands in the file twice; the row is left out.',
  ),
  key_taken: s(
    'Tunnus kuuluu toiselle järjestölle. Valitse se järjestö tai ohita rivi.',
    'Beteckningen hör till en annan organisation. Välj den eller hoppa över raden.',
    'The identifier belongs to another organisation. Choose that one or leave the row out.',
  ),
  row_to_review: s(
    'Järjestö on ehkä jo rekisterissä, eikä siitä ole päätetty.',
    'Organisationen finns kanske redan i registret, och inget har beslutats om den.',
    'The organisation may be in the register already, and nothing was decided about it.',
  ),
} as const;
