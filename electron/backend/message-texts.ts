/** The sentences themselves: what happened and what to do. A test finds every code that the program can throw here. */
import { ARCHIVE_ERRORS } from './message-texts-archive.ts';
import { MAIL_ERRORS, MAIL_FIELDS } from './message-texts-mail.ts';
import { TABLE_ERRORS, TABLE_FIELDS } from './message-texts-tables.ts';
import { WORK_ERRORS, WORK_FIELDS } from './message-texts-work.ts';
import type { Language } from './protocol.ts';

export type Sentence = Record<Language, string>;

const s = (fi: string, sv: string, en: string): Sentence => ({ fi, sv, en });

export const ERROR_MESSAGES = {
  ...ARCHIVE_ERRORS,
  ...MAIL_ERRORS,
  ...TABLE_ERRORS,
  ...WORK_ERRORS,
  INTERNAL: s(
    'Jokin meni vikaan, eikä toimintoa tehty. Tietosi ovat tallessa. Yritä uudelleen; jos vika toistuu, käynnistä ohjelma uudelleen.',
    'Något gick fel och åtgärden utfördes inte. Dina uppgifter är i behåll. Försök igen; om felet återkommer, starta om programmet.',
    'Something went wrong and nothing was done. Your data is safe. Try again; if it happens again, restart the program.',
  ),
  UNKNOWN_PROCEDURE: s(
    'Ohjelman osat eivät sovi yhteen. Käynnistä ohjelma uudelleen.',
    'Programmets delar passar inte ihop. Starta om programmet.',
    'Parts of the program do not fit together. Restart the program.',
  ),
  INVALID_INPUT: s(
    'Tietoja ei tallennettu. Korjaa merkityt kohdat.',
    'Uppgifterna sparades inte. Rätta de markerade fälten.',
    'Nothing was saved. Correct the marked fields.',
  ),
  CANCELLED: s('Toiminto keskeytettiin.', 'Åtgärden avbröts.', 'The operation was cancelled.'),
  NOT_FOUND: s(
    'Tietoa ei enää ole. Se on ehkä poistettu toisessa ikkunassa; avaa luettelo uudelleen.',
    'Uppgiften finns inte längre. Den har kanske tagits bort i ett annat fönster; öppna listan på nytt.',
    'It is not there any more. It may have been removed in another window; open the list again.',
  ),
  CONFLICT: s(
    'Toinen ikkuna ehti muuttaa samaa tietoa. Mitään ei kirjoitettu päälle: tarkista uusi sisältö ja tallenna uudelleen.',
    'Ett annat fönster hann ändra samma uppgift. Inget skrevs över: kontrollera det nya innehållet och spara igen.',
    'Another window changed the same data first. Nothing was overwritten: check the new content and save again.',
  ),
  DUPLICATE: s(
    'Samalla tunnuksella on jo tieto. Tarkista merkitty kohta.',
    'Det finns redan en uppgift med samma beteckning. Kontrollera det markerade fältet.',
    'There is already an entry with the same identifier. Check the marked field.',
  ),
  // The register in full.
  NETWORK_MEMBER_ALREADY: s(
    'Järjestö on jo verkoston jäsen. Tarkista jäsenluettelo.',
    'Organisationen är redan medlem i nätverket. Kontrollera medlemslistan.',
    'The organisation is already a member of the network. Check the list of members.',
  ),
  // Clocks.
  CLOCK_NOT_YEARLY: s(
    'Vain vuosikellosta voi tehdä seuraavan vuoden kellon. Tee uudelle valtuustokaudelle uusi kello.',
    'Endast en årsklocka kan föras över till nästa år. Gör en ny klocka för den nya fullmäktigeperioden.',
    'Only a year clock has a next year. Make a new clock for the new council term.',
  ),
  CLOCK_TASKS_DO_NOT_FIT: s(
    'Aloituskuukautta ei vaihdettu: tehtävä ”{title}” jatkuisi kellon vuoden yli (tällaisia on {count}). Muuta ensin tehtävien kuukaudet.',
    'Startmånaden byttes inte: uppgiften ”{title}” skulle gå över klockans årsskifte (antal: {count}). Ändra först uppgifternas månader.',
    'The first month was not changed: the task “{title}” would run over the end of the clock’s year (there are {count}). Change the months of the tasks first.',
  ),
  CLOCK_IDEA_ALREADY: s(
    'Tehtävä ”{title}” on jo asialistalla tältä vuodelta.',
    'Uppgiften ”{title}” finns redan på ärendelistan för det här året.',
    'The task “{title}” of this year is on the list of ideas already.',
  ),
  CLOCK_TASK_ALREADY: s(
    'Tehtävästä on jo toimenpide {code}. Avaa se toimenpiteistä.',
    'Det finns redan åtgärden {code} för uppgiften. Öppna den bland åtgärderna.',
    'There is an action {code} for the task already. Open it among the actions.',
  ),
  TERM_IN_USE: s(
    'Toimikauden vaihtoa ei voi kumota, koska uudella kaudella on jo kokous, nimitys tai päätös.',
    'Bytet av mandatperiod kan inte ångras, eftersom den nya perioden redan har ett möte, en utnämning eller ett beslut.',
    'The term change cannot be undone: the new term has a meeting, an appointment or a decision already.',
  ),
  // Data protection.
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
  GRANT_UNKNOWN: s('Valitse tiedosto uudelleen.', 'Välj filen på nytt.', 'Choose the file again.'),
  BACKEND_RESTARTED: s(
    'Tietokantaa hoitava osa käynnistyi uudelleen kesken toiminnon. Tallennetuksi ilmoitettu on tallessa; tee viimeisin toiminto uudelleen.',
    'Den del som sköter databasen startade om mitt i åtgärden. Det som angetts som sparat är i behåll; gör den senaste åtgärden på nytt.',
    'The part that keeps the database restarted in the middle of the operation. What was reported saved is safe; do the last thing again.',
  ),
  // The database file and its folder.
  DATABASE_NOT_FOUND: s(
    'Tietokantaa {file} ei löydy kansiosta {folder}.',
    'Databasen {file} finns inte i mappen {folder}.',
    'The database {file} is not in the folder {folder}.',
  ),
  MAILING_LIST_NAME_TAKEN: s(
    'Jakelulista ”{name}” on jo olemassa. Anna toinen nimi tai muuta sitä listaa.',
    'Sändlistan ”{name}” finns redan. Ge ett annat namn eller ändra den listan.',
    'There is a mailing list “{name}” already. Give another name or change that list.',
  ),
  VIEW_NAME_TAKEN: s(
    'Näkymä ”{name}” on jo olemassa. Anna toinen nimi tai tallenna siihen näkymään.',
    'Vyn ”{name}” finns redan. Ge ett annat namn eller spara i den vyn.',
    'There is a view “{name}” already. Give another name or save into that view.',
  ),
  LIST_TOO_LONG: s(
    'Luettelossa on {count} järjestöä, ja kerralla tulostuu enintään {most}. Rajaa luetteloa tai vie se taulukoksi.',
    'Förteckningen har {count} organisationer, och högst {most} skrivs ut på en gång. Begränsa den eller exportera den som tabell.',
    'The list has {count} organisations, and at most {most} are printed at once. Narrow it or export it as a table.',
  ),
  FILE_ATTACHED: s(
    'Tiedosto {file} on jo järjestön liitteenä nimellä ”{title}”. Toista kopiota ei lisätty.',
    'Filen {file} finns redan bland organisationens bilagor med namnet ”{title}”. Ingen kopia lades till.',
    'The file {file} is already attached to the organisation as “{title}”. No second copy was added.',
  ),
  NOT_DELIVERABLE: s(
    'Tätä asiakirjaa ei voi vielä jakaa: kutsu ja esityslista on ensin annettava ja pöytäkirja tarkastettava.',
    'Dokumentet kan inte delas ut ännu: kallelsen och föredragningslistan ska först ges och protokollet justeras.',
    'This document cannot be delivered yet: the notice and agenda must first be issued, and the minutes examined.',
  ),
  DELIVERY_IN_FUTURE: s(
    'Jakelua ei voi merkitä tulevalle päivälle {date}. Merkitse se, kun asiakirja on lähtenyt.',
    'En utskickning kan inte antecknas för en kommande dag, {date}. Anteckna den när dokumentet har gått i väg.',
    'A delivery cannot be noted for the coming day {date}. Note it when the document has gone.',
  ),
  DELIVERY_ORDER: s(
    'Merkintä ei sovi jakelun nykyiseen vaiheeseen: vain lähetetty voi palautua tai tulla kuitatuksi, eikä lähetettyä voi perua.',
    'Anteckningen passar inte utskickets läge: bara det som har sänts kan komma i retur eller kvitteras, och det som har sänts kan inte återkallas.',
    'The entry does not fit the state of the delivery: only what was sent can bounce or be acknowledged, and what was sent cannot be withdrawn.',
  ),
  DELIVERY_KEPT: s(
    'Jakelun merkintöjä ei muuteta eikä poisteta. Lisää uusi merkintä.',
    'Anteckningar om utskick ändras eller raderas inte. Lägg till en ny anteckning.',
    'Entries of deliveries are not changed or deleted. Add a new one.',
  ),
  DATABASE_IS_SOUND: s(
    'Tiedosto {file} on auki ja kunnossa, joten sitä ei siirretty syrjään. Uuden toimielimen voit lisätä samaan tietokantaan.',
    'Filen {file} är öppen och i ordning och flyttades därför inte åt sidan. Ett nytt organ kan du lägga till i samma databas.',
    'The file {file} is open and sound, so it was not set aside. You can add a new board to the same database.',
  ),
  DATABASE_CORRUPT: s(
    'Tiedosto {file} on vioittunut tai se ei ole tietokanta. Tiedostoa ei muutettu. Palauta viimeisin varmuuskopio tai avaa toinen tiedosto.',
    'Filen {file} är skadad eller ingen databas. Filen ändrades inte. Återställ den senaste säkerhetskopian eller öppna en annan fil.',
    'The file {file} is damaged or not a database. It was not changed. Restore the latest backup or open another file.',
  ),
  DATABASE_FOREIGN: s(
    'Tiedosto {file} on toisen ohjelman tietokanta. Sitä ei muutettu. Avaa Pykälän tietokanta.',
    'Filen {file} är en databas från ett annat program. Den ändrades inte. Öppna en Pykälä-databas.',
    'The file {file} is a database of another program. It was not changed. Open a database of Pykälä.',
  ),
  DATABASE_NEWER: s(
    'Tiedosto on tehty uudemmalla Pykälällä (rakenne {version}, tämä ohjelma tukee rakennetta {supported}). Tiedostoa ei muutettu. Päivitä ohjelma.',
    'Filen är gjord med en nyare Pykälä (struktur {version}, detta program stöder struktur {supported}). Filen ändrades inte. Uppdatera programmet.',
    'The file was made with a newer Pykälä (structure {version}, this program supports {supported}). It was not changed. Update the program.',
  ),
  DATABASE_OLDER: s(
    'Tiedosto on tehty vanhemmalla Pykälällä (rakenne {version}, tarvitaan {supported}). Avaa se ensin ohjelmalla, jolloin se päivitetään.',
    'Filen är gjord med en äldre Pykälä (struktur {version}, {supported} behövs). Öppna den först i programmet, så uppdateras den.',
    'The file was made with an older Pykälä (structure {version}, {supported} is needed). Open it in the program first, which updates it.',
  ),
  DATABASE_IN_USE: s(
    'Toinen ohjelma käyttää tiedostoa {file}. Sulje toinen Pykälä ja yritä uudelleen.',
    'Ett annat program använder filen {file}. Stäng den andra Pykälä och försök igen.',
    'Another program is using the file {file}. Close the other Pykälä and try again.',
  ),
  DATABASE_SETTINGS: s(
    'Tietokantaa ei voitu avata turvallisesti ({setting}). Tiedostoa ei muutettu. Siirrä se paikalliselle levylle ja yritä uudelleen.',
    'Databasen kunde inte öppnas säkert ({setting}). Filen ändrades inte. Flytta den till en lokal disk och försök igen.',
    'The database could not be opened safely ({setting}). It was not changed. Move it to a local disk and try again.',
  ),
  MIGRATION_FAILED: s(
    'Tietokannan päivitys ei onnistunut. Tiedosto on ennallaan, ja siitä on varmuuskopio. Ilmoita viasta ohjelman tekijöille: {reason}',
    'Uppdateringen av databasen misslyckades. Filen är oförändrad och säkerhetskopierad. Meddela programmets utvecklare: {reason}',
    'The database could not be updated. The file is as it was, and backed up. Report this to the makers of the program: {reason}',
  ),
  BACKUP_FAILED: s(
    'Varmuuskopiota {file} ei voi käyttää: {reason}. Mitään ei muutettu. Valitse toinen varmuuskopio.',
    'Säkerhetskopian {file} kan inte användas: {reason}. Inget ändrades. Välj en annan säkerhetskopia.',
    'The backup {file} cannot be used: {reason}. Nothing was changed. Choose another backup.',
  ),
  FOLDER_READ_ONLY: s(
    'Kansioon {folder} ei voi kirjoittaa. Mitään ei tallennettu sinne. Valitse toinen kansio tai pyydä kirjoitusoikeus.',
    'Det går inte att skriva i mappen {folder}. Inget sparades där. Välj en annan mapp eller be om skrivrätt.',
    'The folder {folder} cannot be written to. Nothing was saved there. Choose another folder or ask for permission.',
  ),
  FOLDER_MISSING: s(
    'Kansiota {folder} ei ole. Tarkista, että levy on kytketty, tai valitse toinen kansio.',
    'Mappen {folder} finns inte. Kontrollera att disken är ansluten eller välj en annan mapp.',
    'The folder {folder} does not exist. Check that the disk is connected, or choose another folder.',
  ),
  FOLDER_SHARED: s(
    'Tietokanta ei voi olla verkkolevyllä eikä pilvikansiossa ({folder}), koska se voisi vioittua. Siirrä se tietokoneen omalle levylle.',
    'Databasen kan inte ligga på en nätverksdisk eller i en molnmapp ({folder}), eftersom den kunde skadas. Flytta den till datorns egen disk.',
    'The database cannot lie on a network drive or in a cloud folder ({folder}), as it could be damaged. Move it to a disk of this computer.',
  ),
  DISK_FULL: s(
    'Levy on täynnä. Ei tallennettu, mutta aiemmin tallennettu on ennallaan. Vapauta tilaa ja yritä uudelleen.',
    'Disken är full. Inget sparades, men det som sparats tidigare är oförändrat. Frigör utrymme och försök igen.',
    'The disk is full. Not saved, but what was saved before is as it was. Free some space and try again.',
  ),
  TARGET_IS_FOLDER: s(
    '{file} on kansio. Anna tiedostolle toinen nimi.',
    '{file} är en mapp. Ge filen ett annat namn.',
    '{file} is a folder. Give the file another name.',
  ),
  WRITE_FAILED: s(
    'Tiedostoa {file} ei voitu kirjoittaa ({reason}). Aiempi tiedosto on ennallaan. Valitse toinen paikka.',
    'Filen {file} kunde inte skrivas ({reason}). Den tidigare filen är oförändrad. Välj en annan plats.',
    'The file {file} could not be written ({reason}). The earlier file is as it was. Choose another place.',
  ),
  PUBLISH_TIMEOUT: s(
    'Asiakirjan tekeminen kesti liian kauan ja keskeytettiin. Mitään ei kirjoitettu. Yritä uudelleen; jos asiakirja on hyvin pitkä, vie se tekstinä.',
    'Det tog för lång tid att skapa dokumentet och det avbröts. Inget skrevs. Försök igen; om dokumentet är mycket långt, exportera det som text.',
    'Making the document took too long and was stopped. Nothing was written. Try again; if the document is very long, export it as text.',
  ),
  PUBLISH_CRASHED: s(
    'Asiakirjan tekevä osa kaatui kahdesti. Mitään ei kirjoitettu, ja tietosi ovat tallessa. Vie asiakirja tekstinä ja ilmoita viasta ohjelman tekijöille.',
    'Den del som skapar dokument kraschade två gånger. Inget skrevs och dina uppgifter är i behåll. Exportera dokumentet som text och meddela utvecklarna.',
    'The part that makes documents crashed twice. Nothing was written and your data is safe. Export the document as text and tell the makers of the program.',
  ),
  PUBLISH_UNAVAILABLE: s(
    'Asiakirjan tekevä osa ei käynnisty. Mitään ei kirjoitettu. Käynnistä ohjelma uudelleen; jos vika toistuu, asenna ohjelma uudelleen.',
    'Den del som skapar dokument startar inte. Inget skrevs. Starta om programmet; om felet återkommer, installera om programmet.',
    'The part that makes documents does not start. Nothing was written. Restart the program; if it happens again, install it anew.',
  ),
  PUBLISH_INVALID_DOCUMENT: s(
    'Asiakirjan sisältöä ei voitu latoa: {reason}. Mitään ei kirjoitettu.',
    'Dokumentets innehåll kunde inte sättas: {reason}. Inget skrevs.',
    'The content of the document could not be laid out: {reason}. Nothing was written.',
  ),
  PUBLISH_FAILED: s(
    'Asiakirjaa ei voitu latoa: {reason}. Mitään ei kirjoitettu. Vie asiakirja tekstinä ja ilmoita viasta ohjelman tekijöille.',
    'Dokumentet kunde inte sättas: {reason}. Inget skrevs. Exportera dokumentet som text och meddela utvecklarna.',
    'The document could not be laid out: {reason}. Nothing was written. Export it as text and tell the makers of the program.',
  ),
  EXPORT_FAILED: s(
    'Asiakirjaa {file} ei voitu tehdä: {reason}. Mitään ei kirjoitettu.',
    'Dokumentet {file} kunde inte skapas: {reason}. Inget skrevs.',
    'The document {file} could not be made: {reason}. Nothing was written.',
  ),
  // Files to be imported.
  FILE_UNREADABLE: s(
    'Tiedostoa {file} ei voi lukea ({reason}). Tarkista, että se on olemassa ja että sinulla on oikeus siihen.',
    'Filen {file} kan inte läsas ({reason}). Kontrollera att den finns och att du har rätt till den.',
    'The file {file} cannot be read ({reason}). Check that it exists and that you may read it.',
  ),
  // Files and attachments.
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
  // Old minutes.
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
  AGENDA_TEMPLATE_NOT_FOUND: s(
    'Esityslistapohjaa {key} ei ole. Valitse toinen pohja.',
    'Mallen {key} för föredragningslistan finns inte. Välj en annan mall.',
    'There is no agenda template {key}. Choose another.',
  ),
  PHRASE_VALUE_MISSING: s(
    'Vakiolauseesta {phrase} puuttuu tieto {name}.',
    'I standardfrasen {phrase} saknas uppgiften {name}.',
    'The phrase {phrase} lacks the value {name}.',
  ),
  PHRASE_PLACEHOLDER_UNKNOWN: s(
    'Fraasissa on tuntematon kenttä {names}. Käytettävissä ovat {known}.',
    'Frasen innehåller ett okänt fält {names}. Tillgängliga är {known}.',
    'The phrase has an unknown placeholder {names}. Known ones are {known}.',
  ),
  PHRASE_WITHOUT_VALUES: s(
    'Fraasissa on kenttä {names}, mutta tähän fraasiin ei tule tietoja. Poista kenttä.',
    'Frasen innehåller fältet {names}, men denna fras får inga uppgifter. Ta bort fältet.',
    'The phrase has the placeholder {names}, but this phrase takes no values. Remove it.',
  ),
  PHRASE_BRACES: s(
    'Aaltosulkeiden pitää olla pareittain kentän nimen ympärillä. Korjaa tai poista ylimääräinen sulje.',
    'Klammerparenteser ska stå parvis kring fältets namn. Rätta eller ta bort den överflödiga.',
    'Braces must stand in pairs around the name of a placeholder. Correct or remove the stray one.',
  ),
  PHRASE_EMPTY: s(
    'Kirjoita fraasi ainakin yhdellä kielellä.',
    'Skriv frasen på åtminstone ett språk.',
    'Write the phrase in at least one language.',
  ),
  MENTION_UNKNOWN: s(
    'Tekstissä viitataan henkilöön, järjestöön tai toimenpiteeseen, jota ei ole tässä tietokannassa. Poista maininnan linkki tai valitse kohde uudelleen.',
    'Texten hänvisar till en person, organisation eller åtgärd som inte finns i denna databas. Ta bort länken eller välj målet på nytt.',
    'The text refers to a person, an organisation or a task that is not in this database. Remove the link or choose it again.',
  ),
  // Boards and seats.
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
  // Meetings.
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
  OLD_MINUTES_INCOMPLETE: s(
    'Pöytäkirjaa ei voi hyväksyä sellaisenaan: {fields} puuttuu tai on väärin. Käy se läpi ohjelmassa.',
    'Protokollet kan inte godkännas som sådant: {fields} saknas eller är fel. Gå igenom det i programmet.',
    'The minutes cannot be accepted as they are: {fields} is missing or wrong. Review them in the program.',
  ),
  ANSWER_TOO_LATE: s(
    'Vastaus tuli vastausajan päätyttyä. Myöhässä tullut vastaus ei ole mukana päätöksessä; tarkista vastauspäivä tai pidennä vastausaikaa.',
    'Svaret kom efter att svarstiden hade gått ut. Ett svar som kom för sent är inte med i beslutet; kontrollera svarsdagen eller förläng svarstiden.',
    'The answer came after the time for answers. An answer that came too late takes no part in the decision; check the day of the answer, or give more time.',
  ),
  TEMPLATE_EMPTY: s(
    'Valitse pohjaan ainakin yksi asia.',
    'Välj minst ett ärende för mallen.',
    'Choose at least one item for the template.',
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
  MEETING_EXAMINED: s(
    'Pöytäkirja on tarkastettu, eikä sitä voi enää muuttaa.',
    'Protokollet är justerat och kan inte längre ändras.',
    'The minutes have been examined and can no longer be changed.',
  ),
  MINUTES_FROZEN: s(
    'Tarkastettua pöytäkirjaa ei voi muuttaa eikä poistaa.',
    'Ett justerat protokoll kan varken ändras eller tas bort.',
    'Examined minutes can be neither changed nor removed.',
  ),
  AUDIT_FROZEN: s(
    'Muutoslokia ei voi muuttaa.',
    'Ändringsloggen kan inte ändras.',
    'The log of changes cannot be changed.',
  ),
  UNDER_EXAMINATION: s(
    'Pöytäkirja on tarkastettavana, eikä sitä voi muuttaa. Palauta se ensin korjattavaksi.',
    'Protokollet är under justering och kan inte ändras. Återlämna det först för rättelse.',
    'The minutes are being examined and cannot be changed. Return them for correction first.',
  ),
  ITEM_EXAMINED: s(
    'Tämä pykälä on tarkastettu kokouksessa, joten sen tekstiä ei voi muuttaa.',
    'Denna paragraf justerades vid mötet, så texten kan inte ändras.',
    'This section was examined at the meeting, so its text cannot be changed.',
  ),
  ITEM_NOT_DECIDED: s(
    'Kirjaa ensin päätös; vasta sitten pykälän voi tarkastaa.',
    'Anteckna beslutet först; därefter kan paragrafen justeras.',
    'Record the decision first; only then can the section be examined.',
  ),
  NO_OPEN_ROUND: s(
    'Pöytäkirja ei ole tarkastettavana. Lähetä se ensin tarkastettavaksi.',
    'Protokollet är inte under justering. Sänd det först för justering.',
    'The minutes are not being examined. Send them to be examined first.',
  ),
  NOT_AN_EXAMINER: s(
    'Henkilö ei ole tämän kierroksen tarkastaja. Valitse pöytäkirjantarkastaja.',
    'Personen är inte justerare i den här omgången. Välj en protokolljusterare.',
    'The person does not examine in this round. Choose an examiner.',
  ),
  APPROVED_BEFORE_ROUND: s(
    'Hyväksymispäivä on ennen kuin pöytäkirja lähetettiin tarkastettavaksi. Tarkista päivä.',
    'Dagen för godkännandet är före protokollet sändes för justering. Kontrollera dagen.',
    'The day of approval is before the minutes were sent to be examined. Check the day.',
  ),
  APPROVAL_NOT_LATER: s(
    'Pöytäkirjan voi hyväksyä vain saman neuvottelukunnan myöhempi, päättynyt kokous. Valitse toinen pykälä.',
    'Protokollet kan godkännas bara av ett senare, avslutat möte i samma delegation. Välj en annan paragraf.',
    'Only a later, finished meeting of the same board can approve the minutes. Choose another section.',
  ),
  EXAMINED_BEFORE_APPROVAL: s(
    'Tarkastuspäivä on ennen viimeistä hyväksyntää. Tarkista päivä.',
    'Justeringsdagen är före det sista godkännandet. Kontrollera dagen.',
    'The day of examination is before the last approval. Check the day.',
  ),
  NETWORK_OVERLAP: s(
    'Järjestö on jo verkostossa näinä päivinä. Tarkista päivät tai muokkaa aiempaa jäsenyyttä.',
    'Organisationen hör redan till nätverket under dessa dagar. Kontrollera datumen eller redigera det tidigare medlemskapet.',
    'The organisation is in the network on these days already. Check the days, or edit the earlier membership.',
  ),
  // Effects of decisions on the register.
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
  ROUND_CLOSED: s(
    'Tarkastuskierros on päättynyt, eikä sen merkintöjä voi muuttaa.',
    'Justeringsomgången är avslutad och dess anteckningar kan inte ändras.',
    'The round of examination has ended and its entries cannot be changed.',
  ),
  REMARK_KEPT: s(
    'Huomautusta ei voi muuttaa eikä poistaa. Tee tarvittaessa uusi huomautus.',
    'Anmärkningen kan varken ändras eller tas bort. Gör vid behov en ny anmärkning.',
    'The remark can be neither changed nor removed. Make a new remark if needed.',
  ),
  NOT_EXAMINED: s(
    'Oikaisun voi lisätä vasta tarkastettuun pöytäkirjaan. Korjaa teksti suoraan.',
    'En rättelse kan fogas bara till ett justerat protokoll. Rätta texten direkt.',
    'A correction can be added to examined minutes only. Mend the text itself.',
  ),
  CORRECTION_FROZEN: s(
    'Oikaisua ei voi muuttaa eikä poistaa. Lisää uusi oikaisu.',
    'En rättelse kan varken ändras eller tas bort. Lägg till en ny rättelse.',
    'A correction can be neither changed nor removed. Add a new correction.',
  ),
  CORRECTION_ORDER: s(
    'Oikaisun päivä on ennen tarkastusta tai edellistä oikaisua. Tarkista päivä.',
    'Rättelsens dag är före justeringen eller den föregående rättelsen. Kontrollera dagen.',
    'The day of the correction is before the examination or the previous correction. Check the day.',
  ),
  DISPLAYED_BEFORE_EXAMINED: s(
    'Pöytäkirjaa ei voi panna nähtäville ennen tarkastusta. Tarkista päivä.',
    'Protokollet kan inte läggas fram före justeringen. Kontrollera dagen.',
    'The minutes cannot be put on display before they are examined. Check the day.',
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
  // The call.
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
  NO_ADDRESSES: s(
    'Kenelläkään valituista vastaanottajista ei ole sähköpostiosoitetta. Lisää osoite henkilön tietoihin.',
    'Ingen av de valda mottagarna har en e-postadress. Lägg till adressen i personens uppgifter.',
    'None of the chosen recipients has an e-mail address. Add it to the person’s details.',
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
  OBJECTIONS_STILL_POSSIBLE: s(
    'Vastausaikaa on {date} asti, ja {asked} paikasta on vastannut {answered}. Odota määräaikaa tai merkitse puuttuvat vastaukset: päätös syntyy vain, jos kukaan ei vastusta.',
    'Svarstiden löper till {date}, och {answered} av {asked} platser har svarat. Vänta tills tiden gått ut eller anteckna de svar som saknas: beslutet fattas endast om ingen motsätter sig.',
    'Answers are awaited until {date}, and {answered} of {asked} seats have answered. Wait for the deadline or record the missing answers: the decision is made only when nobody objects.',
  ),
  MEETING_UNFINISHED: s(
    'Pöytäkirjassa on vielä {count} korjattavaa kohtaa. Katso luettelo ja korjaa kohdat ensin.',
    'Protokollet har ännu {count} punkter att rätta. Se listan och rätta dem först.',
    'There are still {count} things to correct in the minutes. See the list and correct them first.',
  ),
  EXAMINED_BEFORE_MEETING: s(
    'Pöytäkirjaa ei ole voitu tarkastaa ennen kokousta. Tarkista päivä.',
    'Protokollet kan inte ha justerats före mötet. Kontrollera datumet.',
    'The minutes cannot have been examined before the meeting. Check the date.',
  ),
  SECTIONS_MISSING: s(
    'Otteelle ei ole valittu pykäliä. Valitse ainakin yksi.',
    'Inga paragrafer har valts för utdraget. Välj minst en.',
    'No sections have been chosen for the extract. Choose at least one.',
  ),
  SECTION_UNKNOWN: s(
    'Kokouksessa ei ole pykälää {section}. Pykälät: {known}.',
    'Mötet har ingen paragraf {section}. Paragrafer: {known}.',
    'The meeting has no section {section}. Sections: {known}.',
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
  REASON_MISSING: s('Kirjoita syy.', 'Skriv en orsak.', 'Write a reason.'),
  REQUIREMENT_NOT_MET: s(
    'Tätä ei voi vielä tehdä. Puuttuu: {requirements}.',
    'Det här kan inte göras ännu. Saknas: {requirements}.',
    'This cannot be done yet. Missing: {requirements}.',
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
  INVALID_DATE: s('Päivämäärää ei ole olemassa.', 'Datumet finns inte.', 'There is no such date.'),
  INVALID_TIME: s('Kellonaika on virheellinen.', 'Klockslaget är felaktigt.', 'The time is not valid.'),
  DATE_OUT_OF_RANGE: s(
    'Päivämäärä on liian kaukana.',
    'Datumet ligger för långt bort.',
    'The date is too far away.',
  ),
  SECTION_INVALID: s(
    'Pykälänumero on virheellinen.',
    'Paragrafnumret är felaktigt.',
    'The § number is not valid.',
  ),
  UNKNOWN_ITEM: s(
    'Asiaa ei ole esityslistalla. Avaa kokous uudelleen.',
    'Ärendet finns inte på föredragningslistan. Öppna mötet på nytt.',
    'The item is not on the agenda. Open the meeting again.',
  ),
} as const satisfies Record<string, Sentence>;

export const FIELD_MESSAGES = {
  ...MAIL_FIELDS,
  ...TABLE_FIELDS,
  ...WORK_FIELDS,
  invalid: s('Tarkista tämä kohta.', 'Kontrollera den här uppgiften.', 'Check this field.'),
  type: s('Arvo on väärää muotoa.', 'Värdet har fel form.', 'The value is of the wrong kind.'),
  unknown_key: s('Kohtaa ei tunneta.', 'Fältet är okänt.', 'The key is unknown.'),
  missing_key: s('Pakollinen kohta puuttuu.', 'Ett obligatoriskt fält saknas.', 'A required key is missing.'),
  wrong_type: s('Arvo on väärää muotoa.', 'Värdet har fel form.', 'The value is of the wrong kind.'),
  not_allowed: s('Arvo ei ole sallittu.', 'Värdet är inte tillåtet.', 'The value is not allowed.'),
  filter_condition: s(
    'Rajauksen ehdosta puuttuu arvo, tai se ei sovi kohtaan. Korjaa ehto tai poista se.',
    'Ett villkor i urvalet saknar värde eller passar inte. Rätta villkoret eller ta bort det.',
    'A condition of the filter lacks its value or does not fit. Mend the condition or remove it.',
  ),
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
  clock_no_such_day: s(
    'Kuukaudessa ei ole tätä päivää (esimerkiksi 31. helmikuuta). Anna pienempi päivä tai jätä päivä tyhjäksi.',
    'Månaden har ingen sådan dag (till exempel 31 februari). Ange en tidigare dag eller lämna dagen tom.',
    'The month has no such day (e.g. 31 February). Give an earlier day or leave the day empty.',
  ),
  clock_months_reversed: s(
    'Viimeinen kuukausi on ennen ensimmäistä. Tehtävä ei voi jatkua kellon vuodenvaihteen yli; jaa se kahdeksi tehtäväksi.',
    'Den sista månaden är före den första. En uppgift kan inte gå över klockans årsskifte; dela den i två.',
    'The last month is before the first. A task cannot run over the end of the clock’s year; make two of it.',
  ),
  clock_months_both: s(
    'Anna sekä ensimmäinen että viimeinen kuukausi, tai jätä molemmat tyhjiksi.',
    'Ange både den första och den sista månaden, eller lämna båda tomma.',
    'Give both the first and the last month, or leave both empty.',
  ),
  clock_month_missing: s(
    'Vuosikellon tehtävällä on oltava kuukausi.',
    'En uppgift i en årsklocka måste ha en månad.',
    'A task of a year clock must have a month.',
  ),
  clock_day_without_month: s(
    'Päivä tarvitsee kuukauden. Anna kuukausi tai jätä päivä tyhjäksi.',
    'Dagen behöver en månad. Ange månaden eller lämna dagen tom.',
    'The day needs a month. Give the month or leave the day empty.',
  ),
  clock_year_outside: s(
    'Kellossa ei ole tätä vuotta.',
    'Klockan har inte det här året.',
    'The clock has no such year.',
  ),
  out_of_range: s(
    'Luku ei ole sallituissa rajoissa.',
    'Talet ligger utanför tillåtna gränser.',
    'The number is out of range.',
  ),
  text_form: s(
    'Teksti ei ole sallittua muotoa.',
    'Texten har inte tillåten form.',
    'The text is not of the allowed form.',
  ),
  phrase_placeholder: s(
    'Fraasissa on kenttä, jota ei tunneta.',
    'Frasen innehåller ett okänt fält.',
    'The phrase has an unknown placeholder.',
  ),
  phrase_braces: s(
    'Aaltosulkeet eivät ole pareittain.',
    'Klammerparenteserna står inte parvis.',
    'Braces do not stand in pairs.',
  ),
  unknown_reference: s(
    'Viittaa tietoon, jota tiedostossa ei ole.',
    'Hänvisar till en uppgift som inte finns i filen.',
    'Refers to something that is not in the file.',
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
  required: s('Täytä tämä kohta.', 'Fyll i den här uppgiften.', 'Fill in this field.'),
  too_long: s('Teksti on liian pitkä.', 'Texten är för lång.', 'The text is too long.'),
  text_too_long: s('Teksti on liian pitkä.', 'Texten är för lång.', 'The text is too long.'),
  link_not_allowed: s(
    'Linkin on alettava https://, http:// tai mailto:.',
    'Länken ska börja med https://, http:// eller mailto:.',
    'The link must begin with https://, http:// or mailto:.',
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
  person_unknown: s(
    'Henkilöä ei ole rekisterissä.',
    'Personen finns inte i registret.',
    'The person is not in the register.',
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
  ends_before_start: s('Loppu on ennen alkua.', 'Slutet är före början.', 'The end is before the beginning.'),
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
  one_recipient: s(
    'Anna vastaanottajaksi joko henkilö tai järjestö.',
    'Ange antingen en person eller en organisation som mottagare.',
    'Give either a person or an organisation as the recipient.',
  ),
  seats_range: s('Paikkoja on 1–200.', 'Antalet platser är 1–200.', 'There are 1 to 200 seats.'),
  too_many: s('Kohtia on liikaa.', 'Det finns för många poster.', 'There are too many entries.'),
  twice: s('Sama on mukana kahdesti.', 'Samma finns med två gånger.', 'The same is there twice.'),
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
  short_name_taken: s(
    'Lyhenne on jo toisella toimielimellä.',
    'Förkortningen används redan av ett annat organ.',
    'Another board has this short name already.',
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
  invalid_date: s('Päivämäärää ei ole olemassa.', 'Datumet finns inte.', 'There is no such date.'),
  invalid_time: s(
    'Kellonaika on muotoa 13.05.',
    'Klockslaget har formen 13.05.',
    'A time has the form 13:05.',
  ),
  // Cross references of a board file.
  unknown_person: s(
    'Viittaa henkilöön, jota tiedostossa ei ole.',
    'Hänvisar till en person som inte finns i filen.',
    'Refers to a person who is not in the file.',
  ),
  unknown_organisation: s(
    'Viittaa järjestöön, jota tiedostossa ei ole.',
    'Hänvisar till en organisation som inte finns i filen.',
    'Refers to an organisation that is not in the file.',
  ),
  unknown_field: s(
    'Viittaa järjestökenttään, jota tiedostossa ei ole.',
    'Hänvisar till ett fält som inte finns i filen.',
    'Refers to a field that is not in the file.',
  ),
  unknown_parent: s(
    'Ylempää toimielintä ei ole ohjelmassa. Tuo se ensin.',
    'Det överordnade organet finns inte i programmet. Importera det först.',
    'The board above is not in the program. Import it first.',
  ),
  unknown_meeting: s(
    'Viittaa kokoukseen, jota tiedostossa ei ole.',
    'Hänvisar till ett möte som inte finns i filen.',
    'Refers to a meeting that is not in the file.',
  ),
  unknown_section: s(
    'Viittaa pykälään, jota kokouksessa ei ole.',
    'Hänvisar till en paragraf som inte finns på mötet.',
    'Refers to a § that the meeting does not have.',
  ),
  unknown_task: s(
    'Viittaa toimenpiteeseen, jota tiedostossa ei ole.',
    'Hänvisar till en åtgärd som inte finns i filen.',
    'Refers to a task that is not in the file.',
  ),
  unknown_attachment: s(
    'Viittaa liitteeseen, jota kokouksessa ei ole.',
    'Hänvisar till en bilaga som inte finns på mötet.',
    'Refers to an attachment that the meeting does not have.',
  ),
  unknown_proposal: s(
    'Viittaa ehdotukseen, jota asiassa ei ole.',
    'Hänvisar till ett förslag som inte finns i ärendet.',
    'Refers to a proposal that the item does not have.',
  ),
  unknown_municipality: s(
    'Kuntaa ei ole luokituksessa.',
    'Kommunen finns inte i indelningen.',
    'The municipality is not in the classification.',
  ),
  unknown_region: s(
    'Maakuntaa ei ole luokituksessa.',
    'Landskapet finns inte i indelningen.',
    'The region is not in the classification.',
  ),
  duplicate_code: s(
    'Sama tunnus on kahdesti.',
    'Samma kod förekommer två gånger.',
    'The same code occurs twice.',
  ),
  duplicate: s(
    'Sama tieto on kahdesti.',
    'Samma uppgift förekommer två gånger.',
    'The same thing occurs twice.',
  ),
  duplicate_section: s(
    'Sama pykälänumero on kahdesti.',
    'Samma paragrafnummer förekommer två gånger.',
    'The same § number occurs twice.',
  ),
  section_order: s(
    'Pykälänumerot eivät ole järjestyksessä.',
    'Paragrafnumren är inte i ordning.',
    'The § numbers are not in order.',
  ),
  holder_overlap: s(
    'Paikalla on kaksi haltijaa samaan aikaan.',
    'Platsen har två innehavare samtidigt.',
    'Two people hold the seat at the same time.',
  ),
  year_mismatch: s(
    'Vuosi ei vastaa päivää.',
    'Året stämmer inte med datumet.',
    'The year does not fit the date.',
  ),
  deadline_mismatch: s(
    'Määräajan historia ei vastaa määräaikaa.',
    'Tidsfristens historik stämmer inte med fristen.',
    'The history of the deadline does not fit the deadline.',
  ),
  ballots_not_by_name: s(
    'Nimetyt äänet kuuluvat vain nimenhuutoäänestykseen.',
    'Namngivna röster hör bara till namnupprop.',
    'Ballots by name belong to a roll call only.',
  ),
  counts_in_roll_call: s(
    'Nimenhuutoäänestyksessä äänet annetaan nimittäin.',
    'Vid namnupprop anges rösterna per namn.',
    'In a roll call the votes are given by name.',
  ),
  code_form: s(
    'Tunnuksessa on sallitut merkit vain kirjaimet, numerot, - ja _.',
    'Koden får bara ha bokstäver, siffror, - och _.',
    'A code holds only letters, digits, - and _.',
  ),
  key_form: s(
    'Avain on pienillä kirjaimilla.',
    'Nyckeln skrivs med små bokstäver.',
    'A key is in lower case.',
  ),
  language_form: s(
    'Kieli on kielikoodi, esimerkiksi fi.',
    'Språket är en språkkod, till exempel fi.',
    'The language is a language code, such as fi.',
  ),
  base64_form: s(
    'Tiedoston sisältö on Base64-muodossa.',
    'Filens innehåll anges som Base64.',
    'The content of a file is Base64.',
  ),
  meeting_form: s('Kokous on muotoa 3/2026.', 'Mötet har formen 3/2026.', 'A meeting has the form 3/2026.'),
} as const satisfies Record<string, Sentence>;
