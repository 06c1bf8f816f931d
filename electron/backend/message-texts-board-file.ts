/** Sentences about fields of a board file (docs/board-file.md). A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const BOARD_FILE_FIELDS = {
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
