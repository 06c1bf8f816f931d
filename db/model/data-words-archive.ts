/** What tables, columns and values of the archive are called; see data-words.ts. */

type Words = { fi: string; sv: string; en: string };
const w = (fi: string, sv: string, en: string): Words => ({ fi, sv, en });

export const ARCHIVE_TABLES: Readonly<Record<string, Words>> = {
  archive_package: w('Arkistopaketti', 'Arkivpaket', 'Archive package'),
  archive_import: w(
    'Paketista tuotu toimikausi',
    'Mandatperiod ur ett paket',
    'Term brought in from a package',
  ),
  retention_change: w('Säilytysajan muutos', 'Ändring av förvaringstid', 'Change of a retention time'),
  disposal_proposal: w('Hävitysesitys', 'Gallringsförslag', 'Disposal proposal'),
  disposal_line: w('Hävitysesityksen rivi', 'Rad i gallringsförslaget', 'Line of a disposal proposal'),
};

export const ARCHIVE_COLUMNS: Readonly<Record<string, Words>> = {
  period: w('Kausi', 'Period', 'Period'),
  personal_data: w('Henkilötiedot', 'Personuppgifter', 'Personal data'),
  envelope: w('Kuori', 'Kuvert', 'Envelope'),
  package_sha512: w('Paketin SHA-512', 'Paketets SHA-512', 'SHA-512 of the package'),
  file_sha512: w('Tiedoston SHA-512', 'Filens SHA-512', 'SHA-512 of the file'),
  counts: w('Määrät', 'Antal', 'Counts'),
  faults: w('Puutteet', 'Brister', 'Faults'),
  made_at: w('Tehty', 'Gjort', 'Made'),
  made_by: w('Tekijä', 'Gjort av', 'Made by'),
  made_on: w('Tehty', 'Gjort', 'Made'),
  verified_at: w('Tarkistettu', 'Kontrollerat', 'Verified'),
  verdict: w('Tarkistuksen tulos', 'Kontrollens resultat', 'Verdict'),
  package_name: w('Paketti', 'Paket', 'Package'),
  imported_at: w('Tuotu', 'Hämtad', 'Brought in'),
  imported_by: w('Tuoja', 'Hämtad av', 'Brought in by'),
  removed_at: w('Poistettu', 'Borttagen', 'Removed'),
  removed_by: w('Poistaja', 'Borttagen av', 'Removed by'),
  rule: w('Tietoryhmä', 'Uppgiftsgrupp', 'Group of data'),
  months: w('Säilytysaika kuukausina', 'Förvaringstid i månader', 'Retention in months'),
  old_months: w(
    'Entinen säilytysaika kuukausina',
    'Tidigare förvaringstid i månader',
    'Earlier retention in months',
  ),
  new_months: w('Uusi säilytysaika kuukausina', 'Ny förvaringstid i månader', 'New retention in months'),
  changed_by: w('Muuttaja', 'Ändrad av', 'Changed by'),
  approved_on: w('Hyväksytty', 'Godkänt', 'Approved'),
  approved_by: w('Hyväksyjä', 'Godkänt av', 'Approved by'),
  decision_reference: w('Päätöksen tunniste', 'Beslutets beteckning', 'Reference of the decision'),
  carried_out_at: w('Toteutettu', 'Verkställt', 'Carried out'),
  carried_out_by: w('Toteuttaja', 'Verkställt av', 'Carried out by'),
  before_on: w('Ennen', 'Före', 'Before'),
  entry_count: w('Määrä', 'Antal', 'Count'),
  done_count: w('Hävitetty', 'Gallrat', 'Disposed'),
  subjects: w('Kohteet tiivisteinä', 'Objekt som hashvärden', 'Subjects as hashes'),
};

export const ARCHIVE_VALUES: Readonly<Record<string, Words>> = {
  included: w('mukana', 'ingår', 'included'),
  pseudonymised: w('pseudonymisoitu', 'pseudonymiserad', 'pseudonymised'),
  whole: w('ehjä', 'hel', 'whole'),
  broken: w('ei ehjä', 'inte hel', 'not whole'),
  approved: w('hyväksytty', 'godkänd', 'approved'),
  carried_out: w('toteutettu', 'verkställd', 'carried out'),
  withdrawn: w('peruttu', 'återtagen', 'withdrawn'),
  contact_data: w('yhteystiedot', 'kontaktuppgifter', 'contact data'),
  reply_words: w('vastausten lisätiedot', 'tilläggsuppgifter i svar', 'remarks in replies'),
  change_log: w('muutosloki', 'ändringslogg', 'log of changes'),
};
