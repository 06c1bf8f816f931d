/** What tables, columns and values of immigrant inclusion are called; see data-words.ts. */

type Words = { fi: string; sv: string; en: string };
const w = (fi: string, sv: string, en: string): Words => ({ fi, sv, en });

export const INCLUSION_TABLES: Readonly<Record<string, Words>> = {
  inclusion_entry: w('Osallisuuden toimi', 'Delaktighetsinsats', 'Entry of inclusion'),
  inclusion_organisation: w(
    'Osallisuuden toimen järjestäjä',
    'Delaktighetsinsatsens arrangör',
    'Organiser of an entry of inclusion',
  ),
  inclusion_municipality: w(
    'Osallisuuden toimen kunta',
    'Delaktighetsinsatsens kommun',
    'Municipality of an entry of inclusion',
  ),
  inclusion_action: w(
    'Osallisuuden toimen vapaaehtoistoiminto',
    'Delaktighetsinsatsens frivilliginsats',
    'Volunteer action of an entry of inclusion',
  ),
  inclusion_indicator: w(
    'Osallisuuden toimen mittari',
    'Delaktighetsinsatsens indikator',
    'Indicator of an entry of inclusion',
  ),
  inclusion_decision: w(
    'Osallisuuden toimen päätös',
    'Delaktighetsinsatsens beslut',
    'Decision behind an entry of inclusion',
  ),
  inclusion_file: w('Aineiston tiedosto', 'Materialets fil', 'File of a material'),
  participation: w('Osallisuuden laji', 'Typ av delaktighet', 'Type of participation'),
  path_step: w('Polun vaihe', 'Stigens steg', 'Step of a path'),
  path_period: w('Polun jakso', 'Stigens period', 'Period of a path'),
  path_count: w('Polun vaiheen määrä', 'Antal i stigens steg', 'Count of a step of a path'),
  opening_hours: w('Aukioloaika', 'Öppettid', 'Opening hours'),
  opening_exception: w('Poikkeava aukiolo', 'Avvikande öppettid', 'Exceptional opening hours'),
};

export const INCLUSION_COLUMNS: Readonly<Record<string, Words>> = {
  entry_id: w('Osallisuuden toimi', 'Delaktighetsinsats', 'Entry of inclusion'),
  host_organisation_id: w('Vastuujärjestö', 'Ansvarig organisation', 'Host organisation'),
  is_regional: w('Koko maakunta', 'Hela landskapet', 'Whole region'),
  languages: w('Kielet', 'Språk', 'Languages'),
  participant_band: w('Osallistujien määrä', 'Antal deltagare', 'Number of participants'),
  participant_count: w('Osallistujia', 'Deltagare', 'Participants'),
  participant_goal: w('Osallistujatavoite', 'Deltagarmål', 'Participant goal'),
  topic: w('Aihe', 'Ämne', 'Topic'),
  audience: w('Kenelle', 'För vem', 'For whom'),
  training_form: w('Koulutusmuoto', 'Utbildningsform', 'Form of training'),
  plain_state: w('Selkokielisyys', 'Lättläst', 'Plain language'),
  link: w('Verkko-osoite', 'Webbadress', 'Web address'),
  contact_role_id: w('Yhdyshenkilörooli', 'Kontaktroll', 'Contact role'),
  total: w('Polulla yhteensä', 'På stigen totalt', 'On the path in all'),
  left_count: w('Jäi pois', 'Föll bort', 'Left the path'),
  step_id: w('Vaihe', 'Steg', 'Step'),
  period_id: w('Jakso', 'Period', 'Period'),
  count: w('Määrä', 'Antal', 'Count'),
  weekday: w('Viikonpäivä', 'Veckodag', 'Weekday'),
  opens_at: w('Avataan', 'Öppnar', 'Opens'),
  closes_at: w('Suljetaan', 'Stänger', 'Closes'),
  added_on: w('Lisätty', 'Tillagd', 'Added'),
};

export const INCLUSION_VALUES: Readonly<Record<string, Words>> = {
  path: w('Polku', 'Stig', 'Path'),
  event: w('Kohtaamistapahtuma', 'Träff', 'Meeting event'),
  material: w('Yhteinen aineisto', 'Gemensamt material', 'Shared material'),
  support_point: w('Tukipiste', 'Stödpunkt', 'Support point'),
  knowledge: w('Tieto-osallisuus', 'Kunskapsdelaktighet', 'Participation in knowledge'),
  onsite: w('Lähikoulutus', 'Närutbildning', 'On site'),
  online: w('Verkkokoulutus', 'Webbutbildning', 'Online'),
  standard: w('Yleiskieltä', 'Standardspråk', 'Standard language'),
  plain: w('Selkokieltä', 'Lätt språk', 'Plain language'),
};
