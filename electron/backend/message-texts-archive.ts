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
  ARCHIVE_CANCELLED: s(
    'Keskeytettiin. Keskeneräisiä tiedostoja ei jäänyt; aloita uudelleen samalla komennolla.',
    'Avbröts. Inga ofullständiga filer blev kvar; börja om med samma kommando.',
    'Cancelled. No unfinished files are left; start again with the same command.',
  ),
  ARCHIVE_DOCUMENT_STRANGE: s(
    'Paketissa olevan kokouksen teksteissä on jotakin, mitä tämä ohjelma ei kirjoita, joten asiakirjaa ei tehty niistä uudelleen. Tallenna paketissa oleva alkuperäinen pöytäkirja sellaisenaan.',
    'Mötets texter i paketet innehåller något som det här programmet inte skriver, så dokumentet gjordes inte på nytt. Spara det ursprungliga protokollet i paketet som det är.',
    'The texts of the meeting hold something in the package that this program does not write, so the document was not made anew. Save the original minutes of the package as they are.',
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
  ARCHIVE_CONTENT_DAMAGED: s(
    'Liitteen {file} sisältö ei ole sama kuin tallennettaessa. Se otettiin pakettiin sellaisena kuin se on; hae liite uudelleen alkuperäisestä paikasta.',
    'Innehållet i bilagan {file} är inte detsamma som när den sparades. Den togs med som den är; hämta bilagan på nytt från sitt ursprung.',
    'The content of the attachment {file} is not what was stored. It was taken along as it is; fetch the attachment again from where it came.',
  ),
  ARCHIVE_FAILED: s(
    'Paketin käsittely keskeytyi ({reason}). Mitään ei jäänyt kesken: yritä uudelleen, ja jos vika toistuu, kokeile toista kohdetta.',
    'Behandlingen av paketet avbröts ({reason}). Inget blev halvfärdigt: försök igen, och prova ett annat mål om felet återkommer.',
    'Work on the package stopped ({reason}). Nothing was left half done: try again, and if it happens again, try another target.',
  ),
  ARCHIVE_HANGS: s(
    'Pakettia ei saatu luettua kohtuullisessa ajassa, joten sen lukeminen lopetettiin. Tarkista paketti ja pyydä tarvittaessa uusi kappale.',
    'Paketet kunde inte läsas inom rimlig tid, så läsningen avbröts. Kontrollera paketet och be vid behov om ett nytt exemplar.',
    'The package could not be read in reasonable time, so reading it was ended. Verify the package and ask for another copy if need be.',
  ),
  ARCHIVE_PROCESS_LOST: s(
    'Paketin lukeminen katkesi, koska sen sisältö kaatoi lukijan. Omat tietosi ovat tallessa. Tarkista paketti ennen kuin avaat sen uudelleen.',
    'Läsningen av paketet avbröts, eftersom innehållet fick läsaren att krascha. Dina egna uppgifter är i behåll. Kontrollera paketet innan du öppnar det igen.',
    'Reading the package broke off because its content crashed the reader. Your own data is safe. Verify the package before you open it again.',
  ),
  ARCHIVE_CLOSED: s(
    'Paketti ei ole enää avoinna. Avaa se uudelleen arkistosta.',
    'Paketet är inte längre öppet. Öppna det på nytt från arkivet.',
    'The package is no longer open. Open it again from the archive.',
  ),
  ARCHIVE_VERIFY_AGAIN: s(
    'Tarkistuksen tulos ei ole enää muistissa. Tarkista paketti uudelleen, niin saat todistuksen.',
    'Resultatet av kontrollen finns inte längre i minnet. Kontrollera paketet på nytt för att få intyget.',
    'The result of the verification is no longer kept. Verify the package again to get the certificate.',
  ),
  ARCHIVE_FILE_LARGE: s(
    'Tiedosto {file} on liian suuri näytettäväksi. Tallenna se omaksi tiedostoksi.',
    'Filen {file} är för stor för att visas. Spara den som en egen fil.',
    'The file {file} is too large to be shown. Save it as a file of its own.',
  ),
  ARCHIVE_DATABASE_MISSING: s(
    'Paketissa ei ole tietokantaa. Sen tiedostot voi silti avata ja tallentaa.',
    'Paketet har ingen databas. Dess filer kan ändå öppnas och sparas.',
    'The package has no database. Its files can be opened and saved all the same.',
  ),
  ARCHIVE_DATABASE_DAMAGED: s(
    'Paketin tietokanta ei ole ehjä, joten sitä ei avattu. Pöytäkirjat ja muut tiedostot voi silti avata ja tallentaa.',
    'Paketets databas är inte hel, så den öppnades inte. Protokollen och de övriga filerna kan ändå öppnas och sparas.',
    'The database in the package is not whole, so it was not opened. The minutes and other files can be opened and saved all the same.',
  ),
  ARCHIVE_DATABASE_FOREIGN: s(
    'Paketin tietokanta ei ole tämän ohjelman tekemä, joten sitä ei avattu. Tiedostot voi silti avata ja tallentaa.',
    'Databasen i paketet är inte gjord med det här programmet, så den öppnades inte. Filerna kan ändå öppnas och sparas.',
    'The database in the package was not made by this program, so it was not opened. The files can be opened and saved all the same.',
  ),
  ARCHIVE_DATABASE_NEWER: s(
    'Paketti on tehty uudemmalla ohjelmalla (rakenne {version}, tämä tuntee {supported}). Päivitä ohjelma; tiedostot voi avata jo nyt.',
    'Paketet är gjort med ett nyare program (struktur {version}, detta känner {supported}). Uppdatera programmet; filerna kan öppnas redan nu.',
    'The package was made by a newer program (structure {version}, this one knows {supported}). Update the program; the files can be opened already.',
  ),
  ARCHIVE_DATABASE_ALTERED: s(
    'Paketin tietokannan rakennetta on muutettu ({what}), joten sitä ei avattu. Tiedostot voi silti avata ja tallentaa. Kysy paketin tekijältä.',
    'Strukturen i paketets databas har ändrats ({what}), så den öppnades inte. Filerna kan ändå öppnas och sparas. Fråga den som gjorde paketet.',
    'The structure of the database in the package has been altered ({what}), so it was not opened. The files can be opened and saved all the same. Ask its maker.',
  ),
  AGE_KEY_NEEDED: s(
    'Paketti {file} on kuoressa. Anna salalause, jolla se suljettiin.',
    'Paketet {file} ligger i ett kuvert. Ange lösenfrasen som det stängdes med.',
    'The package {file} is in an envelope. Give the passphrase with which it was closed.',
  ),
  AGE_IDENTITY_NEEDED: s(
    'Paketti {file} on suljettu vastaanottajan avaimella. Anna avaintiedoston sisältö (AGE-SECRET-KEY-…).',
    'Paketet {file} är stängt med mottagarens nyckel. Ange innehållet i nyckelfilen (AGE-SECRET-KEY-…).',
    'The package {file} was closed for a recipient. Give the content of the key file (AGE-SECRET-KEY-…).',
  ),
  AGE_WRONG_KEY: s(
    'Salalause tai avain ei avaa pakettia {file}. Pakettiin ei koskettu: tarkista kirjainkoko ja näppäimistön kieli ja yritä uudelleen.',
    'Lösenfrasen eller nyckeln öppnar inte paketet {file}. Paketet rördes inte: kontrollera versaler och tangentbordets språk och försök igen.',
    'The passphrase or key does not open the package {file}. The package was not touched: check capitals and the keyboard language and try again.',
  ),
  AGE_KEY_WRONG_FORM: s(
    'Avain ei ole age-muotoinen. Avaimen rivi alkaa AGE-SECRET-KEY-.',
    'Nyckeln har inte age-format. Nyckelns rad börjar med AGE-SECRET-KEY-.',
    'The key is not of the age format. Its line begins with AGE-SECRET-KEY-.',
  ),
  AGE_DAMAGED: s(
    'Kuori {file} on vahingoittunut tai katkennut, joten sen sisältöä ei käytetty. Hae tiedosto uudelleen alkuperäisestä paikasta.',
    'Kuvertet {file} är skadat eller avbrutet, så innehållet användes inte. Hämta filen på nytt från sin ursprungliga plats.',
    'The envelope {file} is damaged or cut, so nothing in it was used. Fetch the file again from where it came.',
  ),
  AGE_ARMORED: s(
    'Kuori {file} on tekstimuotoinen. Muunna se ensin tavalliseksi age-tiedostoksi: age -d … | age -e …, tai pyydä lähettäjältä .age-tiedosto.',
    'Kuvertet {file} är i textform. Gör det först till en vanlig age-fil eller be avsändaren om en .age-fil.',
    'The envelope {file} is in text form. Turn it into a plain age file first, or ask the sender for an .age file.',
  ),
  AGE_TOO_HARD: s(
    'Kuori {file} vaatisi epätavallisen paljon muistia, joten sitä ei avattu. Kysy paketin tekijältä, onko tiedosto oikea.',
    'Kuvertet {file} skulle kräva ovanligt mycket minne, så det öppnades inte. Fråga den som gjorde paketet om filen är rätt.',
    'The envelope {file} would need an unusual amount of memory, so it was not opened. Ask its maker whether this is the right file.',
  ),
  AGE_RECIPIENT_WRONG: s(
    'Vastaanottaja {recipient} ei ole age-avain. Julkinen avain alkaa age1; pyydä se vastaanottajalta uudelleen.',
    'Mottagaren {recipient} är ingen age-nyckel. En offentlig nyckel börjar med age1; be mottagaren om den på nytt.',
    'The recipient {recipient} is no age key. A public key begins with age1; ask the recipient for it again.',
  ),
  AGE_PASSPHRASE_EMPTY: s(
    'Salalause puuttuu. Kirjoita salalause tai tee paketti ilman kuorta.',
    'Lösenfrasen saknas. Skriv en lösenfras eller gör paketet utan kuvert.',
    'There is no passphrase. Write one, or make the package without an envelope.',
  ),
  DISPOSAL_NOTHING_DUE: s(
    'Valituissa tietoryhmissä ei ole hävitettävää. Esitystä ei tehty.',
    'Det finns inget att gallra i de valda grupperna. Inget förslag gjordes.',
    'Nothing is due in the chosen groups. No proposal was made.',
  ),
  DISPOSAL_OPEN: s(
    'Hävitysesitys {number} on vielä kesken. Toteuta tai peru se ennen uutta esitystä.',
    'Gallringsförslag {number} är ännu oavslutat. Verkställ eller återta det före ett nytt förslag.',
    'Disposal proposal {number} is still open. Carry it out or withdraw it before you make another.',
  ),
  DISPOSAL_STATE: s(
    'Hävitysesitys {number} on jo toisessa vaiheessa. Katso sen tila luettelosta.',
    'Gallringsförslag {number} är redan i ett annat skede. Se dess läge i listan.',
    'Disposal proposal {number} is in another state by now. See the list.',
  ),
  ARCHIVE_IMPORT_CHANGED: s(
    'Tuotua toimikautta ei poistettu, koska sen tietoja on sittemmin muutettu tai niihin viitataan muualta. Poista muutokset ensin tai säilytä toimielin.',
    'Den hämtade mandatperioden togs inte bort, eftersom dess uppgifter har ändrats sedan dess eller används på annat håll. Ta först bort ändringarna eller behåll organet.',
    'The imported term was not removed, because its data has been changed since or is referred to elsewhere. Undo those changes first, or keep the board.',
  ),
  DISPOSAL_KEPT: s(
    'Hävitysesitystä ei voi enää muuttaa, koska se on käsitelty. Tee uusi esitys.',
    'Gallringsförslaget kan inte längre ändras, eftersom det har behandlats. Gör ett nytt förslag.',
    'The disposal proposal can no longer be changed, because it has been dealt with. Make a new proposal.',
  ),
} satisfies Record<string, Sentence>;
