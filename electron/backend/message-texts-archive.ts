/** Sentences about packages (arkistopaketti). A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const ARCHIVE_ERRORS = {
  ARCHIVE_MISSING: s(
    'Pakettia {file} ei ole. Tarkista polku ja onko muistitikku tai verkkolevy kytketty.',
    'Paketet {file} finns inte. Kontrollera sökvägen och att minnet eller nätverksdisken är ansluten.',
    'There is no package {file}. Check the path and whether the stick or network drive is connected.',
  ),
  ARCHIVE_DAMAGED: s(
    'Tiedosto {file} ei ole ehjä zip-tiedosto ({reason}). Hae paketti uudelleen alkuperäisestä paikasta ja tarkista se.',
    'Filen {file} är inte en hel zip-fil ({reason}). Hämta paketet på nytt från sin ursprungliga plats och kontrollera det.',
    'The file {file} is not a whole zip file ({reason}). Fetch the package again from where it came and verify it.',
  ),
  ARCHIVE_BOMB: s(
    'Paketti purkautuisi epätavallisen suureksi, joten sitä ei avattu. Kysy paketin tekijältä, onko tiedosto oikea.',
    'Paketet skulle bli ovanligt stort när det packas upp, så det öppnades inte. Fråga den som gjorde paketet om filen är rätt.',
    'The package would unpack to an unusual size, so it was not opened. Ask its maker whether this is the right file.',
  ),
  ARCHIVE_NAME: s(
    'Pakettiin ei voi tallentaa tiedostoa nimellä {path}. Anna liitteelle toinen nimi ja tee paketti uudelleen.',
    'En fil med namnet {path} kan inte sparas i paketet. Ge bilagan ett annat namn och gör paketet på nytt.',
    'No file named {path} can be stored in the package. Give the attachment another name and make the package again.',
  ),
  ARCHIVE_FAULT: s(
    'Paketin tekeminen keskeytyi: tiedostoa {file} ei saatu mukaan ({reason}). Keskeneräinen paketti poistettiin. Korjaa syy tai valitse, että muut tiedostot otetaan mukaan ja puuttuvat luetellaan.',
    'Paketet blev inte färdigt: filen {file} kunde inte tas med ({reason}). Det ofullständiga paketet togs bort. Rätta till orsaken eller välj att de övriga filerna tas med och de som saknas räknas upp.',
    'The package was not finished: the file {file} could not be taken along ({reason}). The unfinished package was removed. Mend the cause, or choose that the other files are taken along and the missing ones are listed.',
  ),
  ARCHIVE_TARGET_TAKEN: s(
    'Kohde {folder} on jo olemassa, eikä mitään kirjoitettu sen päälle. Valitse toinen nimi tai siirrä vanha pois.',
    'Målet {folder} finns redan och inget skrevs över det. Välj ett annat namn eller flytta bort det gamla.',
    'The target {folder} exists already, and nothing was written over it. Choose another name or move the old one away.',
  ),
  ARCHIVE_BOARD_UNKNOWN: s(
    'Neuvottelukuntaa {board} ei ole. Valitse jokin näistä: {known}.',
    'Det finns ingen delegation {board}. Välj någon av dessa: {known}.',
    'There is no board {board}. Choose one of these: {known}.',
  ),
  ARCHIVE_TERM_UNKNOWN: s(
    'Vuonna {term} ei alkanut toimikautta. Toimikaudet alkavat vuosina: {known}.',
    'Ingen mandatperiod började år {term}. Mandatperioderna börjar åren: {known}.',
    'No term began in {term}. Terms begin in these years: {known}.',
  ),
} satisfies Record<string, Sentence>;
