/**
 * What tables, columns and values of the database are called: for the log of changes, the report about a person and the
 * privacy notice, which show what is really stored. What has no words here is shown by its own name.
 */
import { isIsoDate, formatDate, formatTime } from './dates.ts';
import { inLanguage, type Language } from './language.ts';
import { ERASED } from './privacy.ts';
import { PARTNERSHIP_COLUMNS, PARTNERSHIP_TABLES, PARTNERSHIP_VALUES } from './data-words-partnership.ts';
import { REPORT_COLUMNS, REPORT_TABLES, REPORT_VALUES } from './data-words-reports.ts';
import { ARCHIVE_COLUMNS, ARCHIVE_TABLES, ARCHIVE_VALUES } from './data-words-archive.ts';
import {
  COMMUNICATION_COLUMNS,
  COMMUNICATION_TABLES,
  COMMUNICATION_VALUES,
} from './data-words-communication.ts';
import { INCLUSION_COLUMNS, INCLUSION_TABLES, INCLUSION_VALUES } from './data-words-inclusion.ts';
import { WORK_COLUMNS, WORK_TABLES, WORK_VALUES } from './data-words-work.ts';

type Words = { fi: string; sv: string; en: string };
const w = (fi: string, sv: string, en: string): Words => ({ fi, sv, en });

/** One row of each table. */
const TABLES: Readonly<Record<string, Words>> = {
  person: w('Henkilö', 'Person', 'Person'),
  organisation: w('Järjestö', 'Organisation', 'Organisation'),
  organisation_name: w(
    'Järjestön entinen nimi',
    'Organisationens tidigare namn',
    'Former name of an organisation',
  ),
  organisation_tag: w('Järjestön avainsana', 'Organisationens nyckelord', 'Tag of an organisation'),
  organisation_view: w('Tallennettu näkymä', 'Sparad vy', 'Saved view'),
  organisation_attachment: w('Järjestön liite', 'Organisationens bilaga', 'Attachment of an organisation'),
  network: w('Verkosto', 'Nätverk', 'Network'),
  network_member: w('Verkoston jäsenyys', 'Medlemskap i nätverk', 'Membership in a network'),
  contact_role: w('Yhdyshenkilörooli', 'Kontaktroll', 'Contact role'),
  contact_role_holder: w('Yhdyshenkilö', 'Kontaktperson', 'Contact person'),
  board_figure: w('Kokoonpanon luvut', 'Sammansättningens siffror', 'Figures of the composition'),
  position: w('Sidonnaisuus', 'Bindning', 'Position'),
  board: w('Toimielin', 'Organ', 'Board'),
  rule_profile: w('Säännöt', 'Regler', 'Rules'),
  term: w('Toimikausi', 'Mandatperiod', 'Term'),
  field: w('Järjestökenttä', 'Organisationsfält', 'Field'),
  seat: w('Paikka', 'Plats', 'Seat'),
  seat_holder: w('Jäsenyys', 'Medlemskap', 'Membership'),
  office: w('Tehtävä toimielimessä', 'Uppdrag i organet', 'Office'),
  meeting: w('Kokous', 'Möte', 'Meeting'),
  agenda_item: w('Asia', 'Ärende', 'Item'),
  item_person: w('Päätöksessä nimetty', 'Namngiven i beslutet', 'Named in a decision'),
  item_publicity: w('Asian salassapito', 'Ärendets sekretess', 'Secrecy of an item'),
  item_examination: w('Heti tarkastettu pykälä', 'Genast justerad paragraf', 'Item examined at once'),
  item_task: w('Asian toimenpide', 'Ärendets åtgärd', 'Action of an item'),
  attendance: w('Läsnäolo', 'Närvaro', 'Attendance'),
  attendance_interval: w('Läsnäolojakso', 'Närvaroperiod', 'Period of presence'),
  conflict: w('Esteellisyys', 'Jäv', 'Conflict of interest'),
  proposal: w('Ehdotus', 'Förslag', 'Proposal'),
  proposal_seconder: w('Kannatus', 'Understöd', 'Seconding'),
  vote: w('Äänestys', 'Omröstning', 'Vote'),
  ballot: w('Ääni', 'Röst', 'Ballot'),
  election: w('Vaali', 'Val', 'Election'),
  election_candidate: w('Ehdokas', 'Kandidat', 'Candidate'),
  dissent: w('Eriävä mielipide', 'Avvikande mening', 'Dissenting opinion'),
  attachment: w('Liite', 'Bilaga', 'Attachment'),
  file_content: w('Tiedosto', 'Fil', 'File'),
  file_part: w('Tiedoston osa', 'Fildel', 'Part of a file'),
  examiner: w('Pöytäkirjantarkastaja', 'Protokolljusterare', 'Examiner'),
  task: w('Toimenpide', 'Åtgärd', 'Action'),
  clock: w('Vuosi- tai valtuustokausikello', 'Års- eller fullmäktigeklocka', 'Clock'),
  clock_task: w('Kellon tehtävä', 'Klockans uppgift', 'Task of a clock'),
  clock_occurrence: w('Kellon tehtävän vuosi', 'Ett år av klockans uppgift', 'Year of a task of a clock'),
  task_deadline_change: w('Määräajan muutos', 'Ändrad tidsfrist', 'Changed deadline'),
  minutes_snapshot: w('Tarkastettu pöytäkirja', 'Justerat protokoll', 'Examined minutes'),
  phrase_set: w('Pöytäkirjan vakiosanat', 'Protokollets standardord', 'Standard words of minutes'),
  examination_round: w('Tarkastuskierros', 'Justeringsomgång', 'Examination round'),
  examiner_approval: w('Tarkastajan hyväksyntä', 'Justerarens godkännande', 'Approval of an examiner'),
  examination_remark: w('Huomautus', 'Anmärkning', 'Remark'),
  correction_note: w('Oikaisu', 'Rättelse', 'Correction'),
  issued_document: w('Annettu asiakirja', 'Utfärdad handling', 'Issued document'),
  issued_attachment: w(
    'Annetun asiakirjan liite',
    'Bilaga till utfärdad handling',
    'Attachment of an issued document',
  ),
  mailing_list: w('Jakelulista', 'Sändlista', 'Mailing list'),
  delivery: w('Jakelu', 'Utskick', 'Delivery'),
  delivery_event: w('Jakelun merkintä', 'Anteckning om utskick', 'Entry of a delivery'),
  mail_settings: w('Sähköpostin lähetysasetukset', 'Inställningar för e-post', 'Settings for sending e-mail'),
  mail_batch: w('Sähköpostin lähetyserä', 'E-postutskick', 'Batch of e-mail'),
  mail_part: w('Sähköpostiviestin sisältö', 'E-postmeddelandets innehåll', 'Content of an e-mail'),
  mail_message: w('Sähköpostiviesti', 'E-postmeddelande', 'E-mail message'),
  postal_address: w('Postiosoite', 'Postadress', 'Postal address'),
  invitation: w('Kokouskutsu', 'Möteskallelse', 'Call'),
  invitation_reply: w('Vastaus kutsuun', 'Svar på kallelsen', 'Reply to the call'),
  called_deputy: w('Kutsuttu varajäsen', 'Kallad ersättare', 'Called deputy'),
  board_organisation: w(
    'Järjestöverkoston jäsenyys',
    'Medlemskap i organisationsnätverket',
    'Membership in the network',
  ),
  register_effect: w('Päätöksen vaikutus', 'Beslutets verkan', 'Effect of a decision'),
  register_effect_event: w('Vaikutuksen toteutus', 'Verkställd verkan', 'Carrying out of an effect'),
  meeting_break: w('Tauko', 'Paus', 'Break'),
  live_entry: w('Kokousmerkintä', 'Mötesanteckning', 'Entry of a meeting'),
  person_privacy: w(
    'Henkilötietojen käsittely',
    'Behandling av personuppgifter',
    'Processing of personal data',
  ),
  consent: w('Suostumus', 'Samtycke', 'Consent'),
  privacy_settings: w('Tietosuojan asetukset', 'Dataskyddsinställningar', 'Data protection settings'),
  audit: w('Muutosloki', 'Ändringslogg', 'Log of changes'),
  change_batch: w('Muutoserä', 'Ändringsparti', 'Batch of changes'),
  table_mapping: w('Taulukon sarakkeet', 'Tabellens kolumner', 'Mapping of a table'),
  agenda_template: w('Esityslistan pohja', 'Mall för föredragningslistan', 'Template of an agenda'),
  idea: w('Ehdotus asiaksi', 'Idé till ärende', 'Idea for an item'),
  item_origin: w('Asian alkuperä', 'Ärendets ursprung', 'Origin of an item'),
  carry_dismissal: w('Siirtämättä jätetty asia', 'Ärende som inte flyttas', 'Item not carried on'),
  board_phrase: w('Toimielimen fraasi', 'Organets fras', 'Phrase of the board'),
  item_mention: w('Maininta', 'Omnämnande', 'Mention'),
  old_minutes: w('Vanha pöytäkirja', 'Gammalt protokoll', 'Old minutes'),
  old_minutes_text: w('Vanhan pöytäkirjan teksti', 'Det gamla protokollets text', 'Text of old minutes'),
  old_minutes_review: w(
    'Vanhan pöytäkirjan tarkistus',
    'Granskning av gammalt protokoll',
    'Review of old minutes',
  ),
  old_minutes_item: w('Vanhan pöytäkirjan asia', 'Ärende i gammalt protokoll', 'Item of old minutes'),
  old_minutes_person: w('Vanhan pöytäkirjan henkilö', 'Person i gammalt protokoll', 'Person of old minutes'),
  old_minutes_examiner: w(
    'Vanhan pöytäkirjan tarkastaja',
    'Justerare av gammalt protokoll',
    'Examiner of old minutes',
  ),
  erasure: w('Poiston todiste', 'Bevis på radering', 'Proof of an erasure'),
  ...ARCHIVE_TABLES,
  ...WORK_TABLES,
  ...PARTNERSHIP_TABLES,
  ...REPORT_TABLES,
  ...COMMUNICATION_TABLES,
  ...INCLUSION_TABLES,
};

/** Columns; the same name means the same everywhere. */
const COLUMNS: Readonly<Record<string, Words>> = {
  name: w('Nimi', 'Namn', 'Name'),
  name_fi: w('Nimi suomeksi', 'Namn på finska', 'Name in Finnish'),
  name_sv: w('Nimi ruotsiksi', 'Namn på svenska', 'Name in Swedish'),
  name_en: w('Nimi englanniksi', 'Namn på engelska', 'Name in English'),
  short_name: w('Lyhenne', 'Förkortning', 'Short name'),
  email: w('Sähköposti', 'E-post', 'E-mail'),
  phone: w('Puhelin', 'Telefon', 'Phone'),
  language: w('Kieli', 'Språk', 'Language'),
  languages: w('Palvelukielet', 'Servicespråk', 'Languages of service'),
  notes: w('Muistiinpanot', 'Anteckningar', 'Notes'),
  note: w('Merkintä', 'Anteckning', 'Note'),
  legal_form: w('Muoto', 'Form', 'Legal form'),
  business_id: w('Y-tunnus', 'FO-nummer', 'Business ID'),
  register_number: w('Yhdistysrekisterinumero', 'Föreningsregisternummer', 'Association register number'),
  prh_class: w('PRH:n luokka', 'PRS-klass', 'PRH class'),
  field_id: w('Järjestökenttä', 'Organisationsfält', 'Field'),
  municipality_code: w('Kunta', 'Kommun', 'Municipality'),
  municipality_year: w('Kuntaluokituksen vuosi', 'Kommunindelningens år', 'Year of the classification'),
  region_code: w('Maakunta', 'Landskap', 'Region'),
  region_year: w('Maakuntaluokituksen vuosi', 'Landskapsindelningens år', 'Year of the region'),
  web: w('Verkkosivut', 'Webbplats', 'Website'),
  street_address: w('Katuosoite', 'Gatuadress', 'Street address'),
  extra: w('Osoitteen lisärivi', 'Tilläggsrad i adressen', 'Additional address line'),
  street: w('Katuosoite', 'Gatuadress', 'Street address'),
  country: w('Maa', 'Land', 'Country'),
  postal_code: w('Postinumero', 'Postnummer', 'Postal code'),
  post_office: w('Postitoimipaikka', 'Postort', 'Post office'),
  contact_role: w('Yhteyshenkilön tehtävä', 'Kontaktpersonens uppgift', 'Role of the contact'),
  checked_on: w('Tarkistettu', 'Granskad', 'Checked'),
  state: w('Tila', 'Status', 'State'),
  person_id: w('Henkilö', 'Person', 'Person'),
  organisation_id: w('Järjestö', 'Organisation', 'Organisation'),
  board_id: w('Toimielin', 'Organ', 'Board'),
  term_id: w('Toimikausi', 'Mandatperiod', 'Term'),
  seat_id: w('Paikka', 'Plats', 'Seat'),
  meeting_id: w('Kokous', 'Möte', 'Meeting'),
  item_id: w('Asia', 'Ärende', 'Item'),
  task_id: w('Toimenpide', 'Åtgärd', 'Action'),
  role: w('Tehtävä', 'Uppgift', 'Role'),
  role_id: w('Rooli', 'Roll', 'Role'),
  title: w('Nimike', 'Titel', 'Title'),
  starts_on: w('Alkaen', 'Från och med', 'From'),
  ends_on: w('Päättyen', 'Till och med', 'Until'),
  valid_from: w('Voimassa alkaen', 'Gäller från', 'Valid from'),
  rules: w('Säännöt', 'Regler', 'Rules'),
  basis: w('Peruste', 'Grund', 'Basis'),
  number: w('Numero', 'Nummer', 'Number'),
  year: w('Vuosi', 'År', 'Year'),
  office: w('Tehtävä', 'Uppdrag', 'Office'),
  kind: w('Laji', 'Slag', 'Kind'),
  held_on: w('Kokouspäivä', 'Mötesdag', 'Day of the meeting'),
  planned_start: w('Alkamisaika', 'Börjar', 'Planned start'),
  started_at: w('Alkoi', 'Började', 'Started'),
  ended_at: w('Päättyi', 'Slutade', 'Ended'),
  place: w('Paikka', 'Plats', 'Place'),
  chair_id: w('Puheenjohtaja', 'Ordförande', 'Chair'),
  secretary_id: w('Sihteeri', 'Sekreterare', 'Secretary'),
  presenter_id: w('Esittelijä', 'Föredragande', 'Presenter'),
  proposer_id: w('Ehdottaja', 'Förslagsställare', 'Proposer'),
  clock_id: w('Kello', 'Klocka', 'Clock'),
  clock_task_id: w('Kellon tehtävä', 'Klockans uppgift', 'Task of a clock'),
  first_month: w('Ensimmäinen kuukausi', 'Första månaden', 'First month'),
  center: w('Kellon keskellä', 'I klockans mitt', 'In the middle of the clock'),
  term_year: w('Kauden vuosi', 'Periodens år', 'Year of the term'),
  from_month: w('Alkukuukausi', 'Första månad', 'From month'),
  to_month: w('Loppukuukausi', 'Sista månad', 'To month'),
  day: w('Päivä', 'Dag', 'Day'),
  step: w('Vaihe', 'Skede', 'Step'),
  is_uncertain: w('Epävarma', 'Osäker', 'Uncertain'),
  repeats: w('Toistuu vuosittain', 'Upprepas årligen', 'Repeats yearly'),
  done_on: w('Tehty', 'Gjord', 'Done'),
  responsible: w('Vastuutaho', 'Ansvarig', 'Responsible'),
  responsible_person_id: w('Vastuuhenkilö', 'Ansvarig person', 'Responsible person'),
  responsible_organisation_id: w('Vastuujärjestö', 'Ansvarig organisation', 'Responsible organisation'),
  applicant_organisation_id: w('Hakijajärjestö', 'Sökande organisation', 'Applicant organisation'),
  same_as_id: w('Sama henkilö kuin', 'Samma person som', 'Same person as'),
  merged_into_id: w('Yhdistynyt järjestöön', 'Uppgått i organisationen', 'Merged into'),
  account: w('Selostus', 'Redogörelse', 'Account'),
  proposal: w('Ehdotus', 'Förslag', 'Proposal'),
  proceedings: w('Käsittely', 'Behandling', 'Proceedings'),
  decision: w('Päätös', 'Beslut', 'Decision'),
  decision_type: w('Päätöksen laji', 'Beslutstyp', 'Kind of decision'),
  diary_number: w('Diaarinumero', 'Diarienummer', 'Diary number'),
  section: w('Pykälä', 'Paragraf', 'Section'),
  code: w('Tunnus', 'Beteckning', 'Code'),
  text: w('Teksti', 'Text', 'Text'),
  capacity: w('Ominaisuus', 'Egenskap', 'Capacity'),
  excused: w('Este ilmoitettu', 'Förhinder anmält', 'Excused'),
  excused_on: w('Este ilmoitettu', 'Förhinder anmält', 'Excused on'),
  arrived_at: w('Saapui', 'Anlände', 'Arrived'),
  left_at: w('Poistui', 'Avlägsnade sig', 'Left'),
  returned_at: w('Palasi', 'Återkom', 'Returned'),
  ground: w('Peruste', 'Grund', 'Ground'),
  explanation: w('Selitys', 'Förklaring', 'Explanation'),
  declared: w('Ilmoitettu', 'Anmält', 'Declared'),
  declared_by: w('Toteaja', 'Konstaterad av', 'Declared by'),
  reasons: w('Perustelut', 'Motivering', 'Reasons'),
  reason: w('Syy', 'Orsak', 'Reason'),
  choice: w('Valinta', 'Val', 'Choice'),
  votes: w('Äänet', 'Röster', 'Votes'),
  due_on: w('Määräaika', 'Tidsfrist', 'Due'),
  old_due_on: w('Entinen määräaika', 'Tidigare tidsfrist', 'Earlier deadline'),
  new_due_on: w('Uusi määräaika', 'Ny tidsfrist', 'New deadline'),
  result: w('Tulos', 'Resultat', 'Result'),
  decided_reference: w('Päätetty', 'Beslutat', 'Decided'),
  reply: w('Vastaus', 'Svar', 'Reply'),
  replied_on: w('Vastattu', 'Besvarat', 'Replied on'),
  called_on: w('Kutsuttu', 'Kallad', 'Called on'),
  channel: w('Yhteydenottotapa', 'Kontaktsätt', 'Channel'),
  purpose: w('Käyttötarkoitus', 'Ändamål', 'Purpose'),
  legal_ground: w('Oikeusperuste', 'Rättslig grund', 'Legal ground'),
  keep_until: w('Säilytetään asti', 'Bevaras till', 'Kept until'),
  keep_reason: w('Säilyttämisen syy', 'Orsak till bevarandet', 'Reason for keeping'),
  restricted_on: w('Käsittely rajoitettu', 'Behandlingen begränsad', 'Restricted on'),
  restriction_ground: w('Rajoittamisen peruste', 'Grund för begränsningen', 'Ground of restriction'),
  subject: w('Aihe', 'Ämne', 'Subject'),
  given_on: w('Annettu', 'Givet', 'Given'),
  source: w('Lähde', 'Källa', 'Source'),
  withdrawn_on: w('Peruttu', 'Återkallat', 'Withdrawn'),
  settings: w('Asetukset', 'Inställningar', 'Settings'),
  approved_on: w('Hyväksytty', 'Godkänt', 'Approved'),
  noted_on: w('Kirjattu', 'Antecknat', 'Noted'),
  noted_by: w('Kirjaaja', 'Antecknat av', 'Noted by'),
  noted_at: w('Kirjattu', 'Antecknat', 'Noted at'),
  resolution: w('Ratkaisu', 'Avgörande', 'Resolution'),
  resolved_on: w('Ratkaistu', 'Avgjort', 'Resolved'),
  effective_on: w('Voimaan', 'I kraft', 'Effective'),
  confirmed: w('Vahvistettu', 'Bekräftat', 'Confirmed'),
  details: w('Lisätiedot', 'Närmare uppgifter', 'Details'),
  appointed_by: w('Asettaja', 'Tillsatt av', 'Appointed by'),
  appointment_decision: w('Asettamispäätös', 'Beslut om tillsättande', 'Decision of appointment'),
  meetings_per_year: w('Kokouksia vuodessa', 'Möten per år', 'Meetings per year'),
  file_name: w('Tiedoston nimi', 'Filnamn', 'File name'),
  media_type: w('Tiedostomuoto', 'Filformat', 'File type'),
  byte_size: w('Koko', 'Storlek', 'Size'),
  call_sent_on: w('Kutsu lähetetty', 'Kallelsen sänd', 'Call sent'),
  agenda_sent_on: w('Esityslista lähetetty', 'Föredragningslistan sänd', 'Agenda sent'),
  examined_on: w('Tarkastettu', 'Justerat', 'Examined'),
  examination_due_on: w('Tarkastettava viimeistään', 'Ska justeras senast', 'To be examined by'),
  displayed_from: w('Nähtävänä alkaen', 'Framlagt från', 'On display from'),
  life_courses: w('Elämänkaari', 'Livslopp', 'Life course'),
  ended_on: w('Toiminta päättynyt', 'Verksamheten upphört', 'Ended'),
  women: w('Naisia', 'Kvinnor', 'Women'),
  men: w('Miehiä', 'Män', 'Men'),
  counted_on: w('Laskettu', 'Räknat', 'Counted'),
  in_use: w('Käytössä', 'I bruk', 'In use'),
  life_course: w('Elämänkaari', 'Livslopp', 'Life course'),
  area_kind: w('Toiminta-alue', 'Verksamhetsområde', 'Area of work'),
  area_codes: w('Toiminta-alueen kunnat', 'Kommuner i området', 'Municipalities of the area'),
  tag: w('Avainsana', 'Nyckelord', 'Tag'),
  created_at: w('Luotu', 'Skapad', 'Created'),
  created_by: w('Luonut', 'Skapad av', 'Created by'),
  added_on: w('Lisätty', 'Tillagd', 'Added'),
  view: w('Näkymä', 'Vy', 'View'),
  is_default: w('Oletusnäkymä', 'Standardvy', 'Default view'),
  added_at: w('Lisätty', 'Tillagd', 'Added'),
  issued_on: w('Annettu', 'Utfärdad', 'Issued'),
  issued_by: w('Antaja', 'Utfärdad av', 'Issued by'),
  opened_on: w('Avattu', 'Öppnad', 'Opened'),
  closed_on: w('Päättynyt', 'Avslutad', 'Closed'),
  way: w('Tapa', 'Sätt', 'Way'),
  outcome: w('Tulos', 'Resultat', 'Outcome'),
  reference_codes: w('Viitteet', 'Referenser', 'References'),
  remote: w('Etänä', 'På distans', 'Remotely'),
  places: w('Paikkoja', 'Platser', 'Places'),
  withdrawn: w('Peruttu', 'Återtaget', 'Withdrawn'),
  erased_at: w('Poistettu', 'Raderat', 'Erased'),
  cause: w('Aihe', 'Orsak', 'Cause'),
  scope: w('Laajuus', 'Omfattning', 'Scope'),
  row_count: w('Muuttuneet rivit', 'Ändrade rader', 'Changed rows'),
  log_count: w('Siivotut lokimerkinnät', 'Rensade loggposter', 'Cleaned log entries'),
  kept_count: w('Säilyneet rivit', 'Bevarade rader', 'Kept rows'),
  ...ARCHIVE_COLUMNS,
  ...WORK_COLUMNS,
  ...PARTNERSHIP_COLUMNS,
  ...REPORT_COLUMNS,
  ...COMMUNICATION_COLUMNS,
  ...INCLUSION_COLUMNS,
};

/** Codes that stand in columns. */
const VALUES: Readonly<Record<string, Words>> = {
  active: w('Toimiva', 'Aktiv', 'Active'),
  dormant: w('Ei toimintaa', 'Vilande', 'Dormant'),
  dissolved: w('Purettu', 'Upplöst', 'Dissolved'),
  member: w('Jäsen', 'Medlem', 'Member'),
  deputy: w('Varajäsen', 'Ersättare', 'Deputy'),
  chair: w('Puheenjohtaja', 'Ordförande', 'Chair'),
  vice_chair: w('Varapuheenjohtaja', 'Vice ordförande', 'Vice chair'),
  board_member: w('Hallituksen jäsen', 'Styrelsemedlem', 'Board member'),
  manager: w('Toiminnanjohtaja', 'Verksamhetsledare', 'Manager'),
  employee: w('Työntekijä', 'Anställd', 'Employee'),
  contact: w('Yhteyshenkilö', 'Kontaktperson', 'Contact'),
  secretary: w('Sihteeri', 'Sekreterare', 'Secretary'),
  presenter: w('Esittelijä', 'Föredragande', 'Presenter'),
  expert: w('Asiantuntija', 'Sakkunnig', 'Expert'),
  guest: w('Vieras', 'Gäst', 'Guest'),
  examiner: w('Pöytäkirjantarkastaja', 'Protokolljusterare', 'Examiner'),
  teller: w('Ääntenlaskija', 'Rösträknare', 'Teller'),
  elected: w('Valittu', 'Vald', 'Elected'),
  open: w('Avoin', 'Öppen', 'Open'),
  in_progress: w('Kesken', 'Pågår', 'In progress'),
  done: w('Valmis', 'Klar', 'Done'),
  cancelled: w('Peruttu', 'Inställd', 'Cancelled'),
  draft: w('Luonnos', 'Utkast', 'Draft'),
  called: w('Kutsuttu', 'Kallat', 'Called'),
  in_session: w('Käynnissä', 'Pågår', 'In session'),
  closed: w('Päättynyt', 'Avslutat', 'Closed'),
  under_examination: w('Tarkastettavana', 'Under justering', 'Under examination'),
  examined: w('Tarkastettu', 'Justerat', 'Examined'),
  published: w('Julkaistu', 'Publicerat', 'Published'),
  aye: w('JAA', 'JA', 'AYE'),
  no: w('EI', 'NEJ', 'NO'),
  blank: w('Tyhjä', 'Blank', 'Blank'),
  coming: w('Tulossa', 'Kommer', 'Coming'),
  remote: w('Etänä', 'På distans', 'Remotely'),
  excused: w('Estynyt', 'Förhindrad', 'Excused'),
  email: w('Sähköposti', 'E-post', 'E-mail'),
  phone: w('Puhelin', 'Telefon', 'Phone'),
  letter: w('Kirje', 'Brev', 'Letter'),
  none: w('Ei yhteydenottoja', 'Inga kontakter', 'No contact'),
  public_task: w(
    'Yleistä etua koskeva tehtävä',
    'Uppgift av allmänt intresse',
    'Task in the public interest',
  ),
  consent: w('Suostumus', 'Samtycke', 'Consent'),
  legitimate_interest: w('Oikeutettu etu', 'Berättigat intresse', 'Legitimate interest'),
  legal_obligation: w('Lakisääteinen velvoite', 'Rättslig förpliktelse', 'Legal obligation'),
  contract: w('Sopimus', 'Avtal', 'Contract'),
  accuracy: w('Tietojen paikkansapitävyys', 'Uppgifternas korrekthet', 'Accuracy of the data'),
  unlawful: w('Lainvastainen käsittely', 'Olaglig behandling', 'Unlawful processing'),
  claims: w('Oikeusvaade', 'Rättsligt anspråk', 'Legal claims'),
  objection: w('Vastustaminen', 'Invändning', 'Objection'),
  party: w('Asianosainen', 'Part', 'Party'),
  representative: w('Edustaja', 'Företrädare', 'Representative'),
  special_benefit: w('Erityinen hyöty tai vahinko', 'Särskild nytta eller skada', 'Special benefit or loss'),
  employment: w('Palvelussuhde', 'Anställningsförhållande', 'Employment'),
  body_member: w('Yhteisön toimielimen jäsen', 'Medlem i sammanslutningens organ', 'Member of a body'),
  supervision: w('Ohjaus tai valvonta', 'Styrning eller tillsyn', 'Supervision'),
  general_clause: w('Muu erityinen syy', 'Annan särskild orsak', 'General clause'),
  self: w('Itse', 'Själv', 'Self'),
  board: w('Toimielin', 'Organet', 'Board'),
  fi: w('suomi', 'finska', 'Finnish'),
  sv: w('ruotsi', 'svenska', 'Swedish'),
  en: w('englanti', 'engelska', 'English'),
  children: w('Lapset ja lapsiperheet', 'Barn och barnfamiljer', 'Children and families'),
  youth: w('Nuoret ja nuoret aikuiset', 'Unga och unga vuxna', 'Youth and young adults'),
  working_age: w('Työikäiset', 'Personer i arbetsför ålder', 'People of working age'),
  older: w('Ikäihmiset', 'Äldre', 'Older people'),
  municipalities: w('Useita kuntia', 'Flera kommuner', 'Several municipalities'),
  region: w('Maakunta', 'Landskapet', 'The region'),
  country: w('Koko maa', 'Hela landet', 'The whole country'),
  ...ARCHIVE_VALUES,
  ...WORK_VALUES,
  ...PARTNERSHIP_VALUES,
  ...REPORT_VALUES,
  ...COMMUNICATION_VALUES,
  ...INCLUSION_VALUES,
  other: w('Muu', 'Annan', 'Other'),
};

const plain = (name: string): string => name.replaceAll('_', ' ');

/** "Sidonnaisuus" for `position`. */
export function tableWord(table: string, language: Language): string {
  const words = Object.hasOwn(TABLES, table) ? TABLES[table] : undefined;
  return words === undefined ? plain(table) : inLanguage(words, language);
}

/** "Alkaen" for `starts_on`. */
export function columnWord(column: string, language: Language): string {
  const words = Object.hasOwn(COLUMNS, column) ? COLUMNS[column] : undefined;
  return words === undefined ? plain(column.replace(/_id$/, '')) : inLanguage(words, language);
}

/** Columns whose texts are people's own words: never taken for a code. */
const OWN_WORDS =
  /^(name|name_..|title|text|notes?|reasons?|explanation|subject|source|purpose|result|place)$/;

/** Columns that say no with 0 and yes with 1. */
const YES_OR_NO =
  /^(excused|remote|secret|hidden|withdrawn|won_by_lot|confirmed|in_use|speaker_only|is_regional)$/;
const YES_OR_NO_WORDS: Readonly<Record<string, Words>> = {
  0: w('ei', 'nej', 'no'),
  1: w('kyllä', 'ja', 'yes'),
};

/** What is stored as an instant is UTC; days and times of day are local already. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** "2026-05-19T10:00:00.000Z" as "19.5.2026 13.00". */
function instantWords(instant: string, language: Language): string {
  // Swedish dates are those of ISO: "2026-05-19 13:00".
  const [date = '', time = ''] = LOCAL.format(new Date(instant)).split(' ');
  return `${formatDate(date, language)} ${formatTime(time, language)}`;
}

/**
 * A stored value in words: codes, yes and no, days, instants, marks of erasure, rich text as its words; anything else
 * as it stands.
 */
export function valueWord(column: string, value: string, language: Language): string {
  if (value === ERASED) return inLanguage(ERASED_WORDS, language);
  if (isIsoDate(value)) return formatDate(value, language);
  if (INSTANT.test(value)) return instantWords(value, language);
  if (YES_OR_NO.test(column)) return inLanguage(YES_OR_NO_WORDS[value] ?? w(value, value, value), language);
  if (OWN_WORDS.test(column)) return value;
  const words = Object.hasOwn(VALUES, value) ? VALUES[value] : undefined;
  if (words !== undefined) return inLanguage(words, language);
  if (!/^[[{]/.test(value)) return value;
  try {
    return jsonWords(JSON.parse(value), language);
  } catch {
    return value;
  }
}

const ERASED_WORDS = w('(poistettu)', '(raderat)', '(erased)');

/** The words of stored JSON without its syntax. */
function jsonWords(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map((one) => jsonWords(one, language))
      .filter((part) => part !== '')
      .join(', ');
  if (typeof value === 'string' && Object.hasOwn(VALUES, value))
    return inLanguage(VALUES[value] ?? ERASED_WORDS, language);
  if (typeof value !== 'object') return String(value as string | number | boolean);
  const node = value as Record<string, unknown>;
  if (node['type'] === 'doc' && Array.isArray(node['content']))
    return node['content'].map(richWords).join(' ');
  return Object.entries(node)
    .map(([key, one]) => [plain(key), jsonWords(one, language)] as const)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${key}: ${text}`)
    .join('; ');
}

function richWords(value: unknown): string {
  const { text, content } = (value ?? {}) as { text?: unknown; content?: unknown };
  if (typeof text === 'string') return text;
  return Array.isArray(content) ? content.map(richWords).join('') : '';
}
