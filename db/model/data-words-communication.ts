/** What tables, columns and values of bulletins, the communication plan and surveys are called; see data-words.ts. */

type Words = { fi: string; sv: string; en: string };
const w = (fi: string, sv: string, en: string): Words => ({ fi, sv, en });

export const COMMUNICATION_TABLES: Readonly<Record<string, Words>> = {
  bulletin: w('Selkotiedote', 'Lättläst meddelande', 'Plain-language bulletin'),
  bulletin_text: w('Tiedotteen kieliversio', 'Meddelandets språkversion', 'Language of a bulletin'),
  communication_entry: w(
    'Viestintäsuunnitelman rivi',
    'Rad i kommunikationsplanen',
    'Row of the communication plan',
  ),
  survey: w('Kysely', 'Enkät', 'Survey'),
  survey_question: w('Kyselyn kysymys', 'Enkätens fråga', 'Question of a survey'),
  survey_option: w('Vastausvaihtoehto', 'Svarsalternativ', 'Answer of a question'),
  survey_round: w('Kyselyn kierros', 'Enkätens omgång', 'Round of a survey'),
  survey_count: w('Vastausten määrä', 'Antal svar', 'Count of answers'),
  bulletin_revision: w('Kieliversion aiempi teksti', 'Språkversionens tidigare text', 'Version of a text'),
};

export const COMMUNICATION_COLUMNS: Readonly<Record<string, Words>> = {
  audience: w('Kohderyhmä', 'Målgrupp', 'Audience'),
  reach: w('Viestinnän laji', 'Slag av kommunikation', 'Kind of communication'),
  planned_on: w('Suunniteltu päivä', 'Planerad dag', 'Planned on'),
  message: w('Viesti', 'Budskap', 'Message'),
  delivered_kind: w('Jaettava asiakirja', 'Dokument som delas ut', 'Document delivered'),
  outcome: w('Mitä tehtiin', 'Vad som gjordes', 'What was done'),
  survey_id: w('Kysely', 'Enkät', 'Survey'),
  question_id: w('Kysymys', 'Fråga', 'Question'),
  option_id: w('Vastaus', 'Svar', 'Answer'),
  answer: w('Vastaus', 'Svar', 'Answer'),
  round_id: w('Kierros', 'Omgång', 'Round'),
  invited: w('Kutsuttuja', 'Inbjudna', 'Invited'),
  respondents: w('Vastaajia', 'Svarande', 'Respondents'),
  count: w('Määrä', 'Antal', 'Count'),
  event_id: w('Tapahtuma', 'Evenemang', 'Event'),
  bulletin_id: w('Selkotiedote', 'Lättläst meddelande', 'Bulletin'),
  source_language: w('Lähdekieli', 'Källspråk', 'Source language'),
  created_on: w('Laadittu', 'Uppgjort', 'Made on'),
  origin_seen: w('Lähde kirjoitettaessa', 'Källan vid skrivandet', 'Source when written'),
  price: w('Hinta', 'Pris', 'Price'),
  registration: w('Ilmoittautuminen', 'Anmälan', 'Registration'),
  languages: w('Kielet', 'Språk', 'Languages'),
  accessibility: w('Esteettömyys', 'Tillgänglighet', 'Accessibility'),
  contact: w('Lisätietoja', 'Mer information', 'Contact'),
  basis_id: w('Käännöksen lähdeteksti', 'Översättningens källtext', 'Text it was translated from'),
  checked_id: w('Tarkistettu teksti', 'Granskad text', 'Checked text'),
  checked_by: w('Tarkistanut', 'Granskat av', 'Checked by'),
  checked_on: w('Tarkistettu', 'Granskat', 'Checked on'),
  kept_at: w('Talletettu', 'Sparad', 'Kept at'),
  kept_by: w('Tallettanut', 'Sparad av', 'Kept by'),
};

export const COMMUNICATION_VALUES: Readonly<Record<string, Words>> = {
  'fi-selko': w('selkosuomi', 'lättläst finska', 'plain Finnish'),
  internal: w('sisäinen', 'intern', 'internal'),
  external: w('ulkoinen', 'extern', 'external'),
  newsletter: w('uutiskirje', 'nyhetsbrev', 'newsletter'),
  website: w('verkkosivut', 'webbplats', 'website'),
  social_media: w('sosiaalinen media', 'sociala medier', 'social media'),
  local_media: w('paikallismedia', 'lokala medier', 'local media'),
  letter: w('kirje', 'brev', 'letter'),
  poster: w('juliste tai esite', 'affisch eller broschyr', 'poster or leaflet'),
  scale: w('asteikko', 'skala', 'scale'),
  choice: w('valinta', 'val', 'choice'),
  many: w('monivalinta', 'flerval', 'several choices'),
  ru: w('venäjä', 'ryska', 'Russian'),
  uk: w('ukraina', 'ukrainska', 'Ukrainian'),
  ar: w('arabia', 'arabiska', 'Arabic'),
  so: w('somali', 'somaliska', 'Somali'),
  fa: w('persia', 'persiska', 'Persian'),
};
