/** Sentences about the database, its folder, backups and the documents that are written. A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const STORAGE_ERRORS = {
  DATABASE_NOT_FOUND: s(
    'Tietokantaa {file} ei löydy kansiosta {folder}.',
    'Databasen {file} finns inte i mappen {folder}.',
    'The database {file} is not in the folder {folder}.',
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
} as const satisfies Record<string, Sentence>;
