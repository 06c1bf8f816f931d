/** The sentences themselves: what happened and what to do. A test finds every code that the program can throw here. */
import { s, type Sentence } from './message-sentence.ts';
import { ARCHIVE_ERRORS } from './message-texts-archive.ts';
import { BOARD_FILE_FIELDS } from './message-texts-board-file.ts';
import { CLOCK_ERRORS, CLOCK_FIELDS } from './message-texts-clocks.ts';
import { EXAMINATION_ERRORS } from './message-texts-examination.ts';
import { FILE_ERRORS } from './message-texts-files.ts';
import { MAIL_ERRORS, MAIL_FIELDS } from './message-texts-mail.ts';
import { MEETING_ERRORS, MEETING_FIELDS } from './message-texts-meetings.ts';
import { REGISTER_ERRORS, REGISTER_FIELDS } from './message-texts-register.ts';
import { STORAGE_ERRORS } from './message-texts-storage.ts';
import { TABLE_ERRORS, TABLE_FIELDS } from './message-texts-tables.ts';
import { PUBLISHING_ERRORS } from './message-texts-publishing.ts';
import { ECONOMY_ERRORS, ECONOMY_FIELDS } from './message-texts-economy.ts';
import { FORUM_ERRORS } from './message-texts-forums.ts';
import { PARTNERSHIP_ERRORS, PARTNERSHIP_FIELDS } from './message-texts-partnership.ts';
import { REPORT_ERRORS, REPORT_FIELDS } from './message-texts-reports.ts';
import { COMMUNICATION_ERRORS, COMMUNICATION_FIELDS } from './message-texts-communication.ts';
import { INCLUSION_ERRORS, INCLUSION_FIELDS } from './message-texts-inclusion.ts';
import { WORK_ERRORS, WORK_FIELDS } from './message-texts-work.ts';
import { WRITING_ERRORS, WRITING_FIELDS } from './message-texts-writing.ts';

export type { Sentence };

export const ERROR_MESSAGES = {
  ...ARCHIVE_ERRORS,
  ...CLOCK_ERRORS,
  ...EXAMINATION_ERRORS,
  ...FILE_ERRORS,
  ...MAIL_ERRORS,
  ...MEETING_ERRORS,
  ...REGISTER_ERRORS,
  ...STORAGE_ERRORS,
  ...TABLE_ERRORS,
  ...WORK_ERRORS,
  ...WRITING_ERRORS,
  ...ECONOMY_ERRORS,
  ...FORUM_ERRORS,
  ...PARTNERSHIP_ERRORS,
  ...REPORT_ERRORS,
  ...PUBLISHING_ERRORS,
  ...COMMUNICATION_ERRORS,
  ...INCLUSION_ERRORS,
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
  BACKEND_RESTARTED: s(
    'Tietokantaa hoitava osa käynnistyi uudelleen kesken toiminnon. Tallennetuksi ilmoitettu on tallessa; tee viimeisin toiminto uudelleen.',
    'Den del som sköter databasen startade om mitt i åtgärden. Det som angetts som sparat är i behåll; gör den senaste åtgärden på nytt.',
    'The part that keeps the database restarted in the middle of the operation. What was reported saved is safe; do the last thing again.',
  ),
  REASON_MISSING: s('Kirjoita syy.', 'Skriv en orsak.', 'Write a reason.'),
  INVALID_DATE: s('Päivämäärää ei ole olemassa.', 'Datumet finns inte.', 'There is no such date.'),
  INVALID_TIME: s('Kellonaika on virheellinen.', 'Klockslaget är felaktigt.', 'The time is not valid.'),
  DATE_OUT_OF_RANGE: s(
    'Päivämäärä on liian kaukana.',
    'Datumet ligger för långt bort.',
    'The date is too far away.',
  ),
  UNKNOWN_ITEM: s(
    'Asiaa ei ole esityslistalla. Avaa kokous uudelleen.',
    'Ärendet finns inte på föredragningslistan. Öppna mötet på nytt.',
    'The item is not on the agenda. Open the meeting again.',
  ),
} as const satisfies Record<string, Sentence>;

export const FIELD_MESSAGES = {
  ...BOARD_FILE_FIELDS,
  ...CLOCK_FIELDS,
  ...MAIL_FIELDS,
  ...MEETING_FIELDS,
  ...REGISTER_FIELDS,
  ...TABLE_FIELDS,
  ...WORK_FIELDS,
  ...WRITING_FIELDS,
  ...ECONOMY_FIELDS,
  ...PARTNERSHIP_FIELDS,
  ...REPORT_FIELDS,
  ...COMMUNICATION_FIELDS,
  ...INCLUSION_FIELDS,
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
  unknown_reference: s(
    'Viittaa tietoon, jota tiedostossa ei ole.',
    'Hänvisar till en uppgift som inte finns i filen.',
    'Refers to something that is not in the file.',
  ),
  required: s('Täytä tämä kohta.', 'Fyll i den här uppgiften.', 'Fill in this field.'),
  too_long: s('Teksti on liian pitkä.', 'Texten är för lång.', 'The text is too long.'),
  text_too_long: s('Teksti on liian pitkä.', 'Texten är för lång.', 'The text is too long.'),
  link_not_allowed: s(
    'Linkin on alettava https://, http:// tai mailto:.',
    'Länken ska börja med https://, http:// eller mailto:.',
    'The link must begin with https://, http:// or mailto:.',
  ),
  person_unknown: s(
    'Henkilöä ei ole rekisterissä.',
    'Personen finns inte i registret.',
    'The person is not in the register.',
  ),
  ends_before_start: s('Loppu on ennen alkua.', 'Slutet är före början.', 'The end is before the beginning.'),
  too_many: s('Kohtia on liikaa.', 'Det finns för många poster.', 'There are too many entries.'),
  twice: s('Sama on mukana kahdesti.', 'Samma finns med två gånger.', 'The same is there twice.'),
  invalid_date: s('Päivämäärää ei ole olemassa.', 'Datumet finns inte.', 'There is no such date.'),
  invalid_time: s(
    'Kellonaika on muotoa 13.05.',
    'Klockslaget har formen 13.05.',
    'A time has the form 13:05.',
  ),
} as const satisfies Record<string, Sentence>;
