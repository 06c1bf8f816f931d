/** Sentences about attachments, chosen files and old minutes. A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const FILE_ERRORS = {
  GRANT_UNKNOWN: s('Valitse tiedosto uudelleen.', 'Välj filen på nytt.', 'Choose the file again.'),
  FILE_ATTACHED: s(
    'Tiedosto {file} on jo järjestön liitteenä nimellä ”{title}”. Toista kopiota ei lisätty.',
    'Filen {file} finns redan bland organisationens bilagor med namnet ”{title}”. Ingen kopia lades till.',
    'The file {file} is already attached to the organisation as “{title}”. No second copy was added.',
  ),
  FILE_UNREADABLE: s(
    'Tiedostoa {file} ei voi lukea ({reason}). Tarkista, että se on olemassa ja että sinulla on oikeus siihen.',
    'Filen {file} kan inte läsas ({reason}). Kontrollera att den finns och att du har rätt till den.',
    'The file {file} cannot be read ({reason}). Check that it exists and that you may read it.',
  ),
  FILE_IS_FOLDER: s(
    '{file} on kansio. Valitse tai pudota tiedostoja.',
    '{file} är en mapp. Välj eller släpp filer.',
    '{file} is a folder. Choose or drop files.',
  ),
  FILE_EMPTY: s(
    'Tiedosto {file} on tyhjä. Tarkista tiedosto ja valitse se uudelleen.',
    'Filen {file} är tom. Kontrollera filen och välj den på nytt.',
    'The file {file} is empty. Check the file and choose it again.',
  ),
  FILE_TOO_LARGE: s(
    'Tiedosto {file} on liian suuri: raja on {limit} Mt. Pienennä tai jaa tiedosto.',
    'Filen {file} är för stor: gränsen är {limit} MB. Förminska eller dela filen.',
    'The file {file} is too large: the limit is {limit} MB. Make it smaller or split it.',
  ),
  FILE_CHANGED: s(
    'Tiedosto {file} muuttui kesken lukemisen, eikä sitä liitetty. Sulje tiedosto muissa ohjelmissa ja yritä uudelleen.',
    'Filen {file} ändrades medan den lästes och bifogades inte. Stäng filen i andra program och försök igen.',
    'The file {file} changed while it was being read and was not attached. Close it in other programs and try again.',
  ),
  FILES_TOO_MANY: s(
    'Tiedostoja on tulossa liian monta kerralla. Lisää enintään {limit} tiedostoa kerrallaan.',
    'För många filer på en gång. Lägg till högst {limit} filer åt gången.',
    'Too many files at once. Add at most {limit} files at a time.',
  ),
  FILE_MISSING: s(
    'Tiedoston sisältöä ei ole tietokannassa. Liitä tiedosto uudelleen tai palauta varmuuskopio.',
    'Filens innehåll finns inte i databasen. Bifoga filen på nytt eller återställ en säkerhetskopia.',
    'The content of the file is not in the database. Attach the file again or restore a backup.',
  ),
  FILE_INCOMPLETE: s(
    'Tiedosto ei ole kokonaan tallessa. Liitä se uudelleen.',
    'Filen är inte sparad i sin helhet. Bifoga den på nytt.',
    'The file has not been stored as a whole. Attach it again.',
  ),
  FILE_FROZEN: s(
    'Tallennetun tiedoston sisältöä ei voi muuttaa. Vaihda liitteen tiedosto uuteen.',
    'Innehållet i en sparad fil kan inte ändras. Byt ut bilagans fil.',
    'The content of a stored file cannot be changed. Replace the file of the attachment.',
  ),
  FILE_NOT_OPENED: s(
    'Tiedostoa {file} ei avata suoraan, koska sen tyyppi voi olla vaarallinen. Tallenna kopio ja tarkista se ensin.',
    'Filen {file} öppnas inte direkt eftersom filtypen kan vara farlig. Spara en kopia och granska den först.',
    'The file {file} is not opened directly, because its type may be dangerous. Save a copy and check it first.',
  ),
  ATTACHMENT_TWICE: s(
    'Tiedosto {file} on jo tämän asian liite {number}, ”{title}”. Toista kopiota ei lisätty.',
    'Filen {file} är redan bilaga {number} till ärendet, ”{title}”. Ingen kopia lades till.',
    'The file {file} is already attachment {number} of this item, “{title}”. No second copy was added.',
  ),
  ATTACHMENT_NUMBERS_FROZEN: s(
    'Päättyneen kokouksen liitteiden numerot pysyvät. Vaihda liitteen tiedosto tai otsikko, tai avaa kokous uudelleen.',
    'Bilagornas nummer i ett avslutat möte ändras inte. Byt ut bilagans fil eller rubrik, eller öppna mötet på nytt.',
    'The attachment numbers of a finished meeting stay. Replace the file or the title, or reopen the meeting.',
  ),
  REMOVAL_UNKNOWN: s(
    'Poistoa ei voi enää perua. Lisää poistettu uudelleen.',
    'Borttagningen kan inte längre ångras. Lägg till det borttagna på nytt.',
    'The removal can no longer be undone. Add what was removed again.',
  ),
  EXTRACT_LOCKED: s(
    'Tiedosto {file} on suojattu salasanalla. Tallenna siitä suojaamaton kopio ja tuo se.',
    'Filen {file} är skyddad med lösenord. Spara en oskyddad kopia och importera den.',
    'The file {file} is protected by a password. Save a copy without the protection and import that.',
  ),
  EXTRACT_NO_TEXT: s(
    'Tiedostossa {file} ei ole tekstiä: se on luultavasti skannattu kuva. Tunnista teksti skannerin tai PDF-ohjelman OCR-toiminnolla ja tuo tiedosto uudelleen.',
    'Filen {file} innehåller ingen text: den är troligen en skannad bild. Kör textigenkänning (OCR) i skannern eller PDF-programmet och importera filen på nytt.',
    'The file {file} has no text: it is probably a scanned picture. Recognise its text (OCR) with the scanner or a PDF program and import it again.',
  ),
  EXTRACT_BROKEN: s(
    'Tiedostoa {file} ei voi lukea: se on vioittunut. Avaa se alkuperäisessä ohjelmassa, tallenna uudelleen ja tuo uusi tiedosto.',
    'Filen {file} kan inte läsas: den är skadad. Öppna den i originalprogrammet, spara på nytt och importera den nya filen.',
    'The file {file} cannot be read: it is damaged. Open it in its own program, save it again and import the new file.',
  ),
  EXTRACT_TOO_LARGE: s(
    'Tiedosto {file} on liian suuri pöytäkirjaksi. Tuo yksi pöytäkirja kerrallaan.',
    'Filen {file} är för stor för ett protokoll. Importera ett protokoll åt gången.',
    'The file {file} is too large for minutes. Import one set of minutes at a time.',
  ),
  EXTRACT_TIMEOUT: s(
    'Tiedoston {file} lukeminen kesti liian kauan, ja se keskeytettiin. Tallenna tiedosto uudelleen toisella ohjelmalla ja tuo se.',
    'Läsningen av filen {file} tog för länge och avbröts. Spara filen på nytt med ett annat program och importera den.',
    'Reading the file {file} took too long and was stopped. Save the file again with another program and import it.',
  ),
  EXTRACT_CRASHED: s(
    'Tiedoston {file} lukeminen keskeytyi. Tallenna tiedosto uudelleen toisella ohjelmalla ja tuo se.',
    'Läsningen av filen {file} avbröts. Spara filen på nytt med ett annat program och importera den.',
    'Reading the file {file} broke off. Save the file again with another program and import it.',
  ),
  EXTRACT_UNKNOWN: s(
    'Tiedosto {file} ei ole PDF, Word (.docx) eikä tekstitiedosto. Tallenna se johonkin näistä muodoista ja tuo se.',
    'Filen {file} är varken PDF, Word (.docx) eller en textfil. Spara den i något av dessa format och importera den.',
    'The file {file} is neither a PDF, a Word file (.docx) nor a text file. Save it as one of these and import it.',
  ),
  OLD_MINUTES_ACCEPTED: s(
    'Tuotu pöytäkirja on jo vahvistettu. Avaa se uudelleen tarkistettavaksi, jos haluat muuttaa sitä.',
    'Det importerade protokollet är redan bekräftat. Öppna det på nytt för granskning om du vill ändra det.',
    'The imported minutes have been confirmed already. Open their review again to change them.',
  ),
  FILE_NOT_JSON: s(
    'Tiedosto {file} ei ole kelvollista JSON-muotoa: lukeminen pysähtyi riville {line}. Mitään ei tuotu. Korjaa tiedosto.',
    'Filen {file} är inte giltig JSON: läsningen stannade på rad {line}. Inget importerades. Rätta filen.',
    'The file {file} is not valid JSON: reading stopped at line {line}. Nothing was imported. Correct the file.',
  ),
  OLD_MINUTES_INCOMPLETE: s(
    'Pöytäkirjaa ei voi hyväksyä sellaisenaan: {fields} puuttuu tai on väärin. Käy se läpi ohjelmassa.',
    'Protokollet kan inte godkännas som sådant: {fields} saknas eller är fel. Gå igenom det i programmet.',
    'The minutes cannot be accepted as they are: {fields} is missing or wrong. Review them in the program.',
  ),
} as const satisfies Record<string, Sentence>;
