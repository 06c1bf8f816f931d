/** Findings of the check (tarkastus) in words: what is wrong and where. The codes stay as they are for machines. */
import type { Finding } from './errors.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';

const w = (fi: string, sv: string, en: string): LocalisedText => ({ fi, sv, en });

const WORDS: Readonly<Record<string, LocalisedText>> = {
  // The file
  integrity: w('Tietokanta on vioittunut.', 'Databasen är skadad.', 'The database is damaged.'),
  foreign_keys: w(
    'Tietokannassa on viittauksia, joiden kohde puuttuu.',
    'Databasen har hänvisningar vars mål saknas.',
    'The database has references whose target is missing.',
  ),
  search_index: w('Hakuhakemisto on vioittunut.', 'Sökregistret är skadat.', 'The search index is damaged.'),
  file_hash: w(
    'Tiedoston sisältö on muuttunut tallentamisen jälkeen.',
    'Filens innehåll har ändrats efter att den sparades.',
    'The content of a file has changed since it was stored.',
  ),
  file_missing: w(
    'Tiedoston sisältö puuttuu.',
    'Filens innehåll saknas.',
    'The content of a file is missing.',
  ),
  mentions: w(
    'Tekstin maininnat eivät vastaa hakemistoaan.',
    'Omnämnandena i texten motsvarar inte sitt register.',
    'The mentions of a text do not match their index.',
  ),
  business_id: w('Y-tunnus on virheellinen.', 'FO-numret är felaktigt.', 'The business ID is not valid.'),
  invalid_date: w('Päivämäärä on virheellinen.', 'Datumet är felaktigt.', 'A date is not valid.'),
  // Call and agenda
  notice_not_sent: w(
    'Kutsun lähettämistä ei ole kirjattu.',
    'Sändandet av kallelsen har inte antecknats.',
    'The sending of the call is not recorded.',
  ),
  notice_late: w(
    'Kutsu lähetettiin myöhemmin kuin säännöt vaativat.',
    'Kallelsen sändes senare än reglerna kräver.',
    'The call was sent later than the rules require.',
  ),
  notice_for_other_day: w(
    'Kutsu lähetettiin toiselle päivälle, eikä uutta ole lähetetty.',
    'Kallelsen sändes för en annan dag, och ingen ny har sänts.',
    'The call was sent for another day, and no new one has been sent.',
  ),
  agenda_not_sent: w(
    'Esityslistan lähettämistä ei ole kirjattu.',
    'Sändandet av föredragningslistan har inte antecknats.',
    'The sending of the agenda is not recorded.',
  ),
  agenda_late: w(
    'Esityslista lähetettiin myöhemmin kuin säännöt vaativat.',
    'Föredragningslistan sändes senare än reglerna kräver.',
    'The agenda was sent later than the rules require.',
  ),
  issued_hash: w(
    'Lähetetty kutsu tai esityslista on muuttunut lähettämisen jälkeen.',
    'En sänd kallelse eller föredragningslista har ändrats efter sändandet.',
    'A call or agenda that was sent has changed since.',
  ),
  date_outside_term: w(
    'Kokouksen päivä ei ole minkään toimikauden sisällä.',
    'Mötesdagen ligger inte inom någon mandatperiod.',
    'The day of the meeting lies in no term.',
  ),
  // Numbers
  section_invalid: w(
    'Pykälän numero on virheellinen.',
    'Paragrafens nummer är felaktigt.',
    'The number of an item is not valid.',
  ),
  section_order: w(
    'Pykälien numerot eivät ole järjestyksessä.',
    'Paragrafernas nummer är inte i ordning.',
    'The numbers of the items are out of order.',
  ),
  section_missing: w(
    'Päättyneen kokouksen pykälältä puuttuu numero.',
    'En paragraf av ett avslutat möte saknar nummer.',
    'An item of a finished meeting has no number.',
  ),
  section_start: w(
    'Pykälänumerointi ei ala ykkösestä.',
    'Paragrafnumreringen börjar inte från ett.',
    'The numbering of items does not begin at one.',
  ),
  section_gap: w(
    'Pykälänumeroinnissa on aukko.',
    'Det finns en lucka i paragrafnumreringen.',
    'There is a gap in the numbering of items.',
  ),
  section_duplicate: w(
    'Sama pykälänumero on kahdella asialla.',
    'Två ärenden har samma paragrafnummer.',
    'Two items have the same number.',
  ),
  memo_starts_at_one: w(
    'Muistion asiat on numeroitava ykkösestä alkaen.',
    'Ärendena i en promemoria ska numreras från ett.',
    'The items of a memo must be numbered from one.',
  ),
  // People
  member_on_two_seats: w(
    'Sama jäsen on kahdella paikalla.',
    'Samma medlem har två platser.',
    'One member holds two seats.',
  ),
  seat_number_twice: w(
    'Paikan numero on kahdesti.',
    'En plats nummer förekommer två gånger.',
    'A seat number occurs twice.',
  ),
  attendance_twice: w(
    'Henkilö on läsnäolijoissa kahdesti.',
    'En person finns två gånger bland de närvarande.',
    'A person is listed twice among those present.',
  ),
  not_a_member: w(
    'Jäseneksi kirjattu ei ole jäsen.',
    'Den som antecknats som medlem är inte medlem.',
    'Somebody recorded as a member is not one.',
  ),
  not_a_deputy: w(
    'Varajäseneksi kirjattu ei ole varajäsen.',
    'Den som antecknats som ersättare är inte ersättare.',
    'Somebody recorded as a deputy is not one.',
  ),
  deputies_not_in_use: w(
    'Varajäsen on läsnä, vaikka säännöissä ei ole varajäseniä.',
    'En ersättare är närvarande fast reglerna inte har ersättare.',
    'A deputy is present although the rules have no deputies.',
  ),
  remote_not_allowed: w(
    'Etäosallistumista ei ole sallittu säännöissä.',
    'Reglerna tillåter inte deltagande på distans.',
    'The rules do not allow remote participation.',
  ),
  presence_outside_agenda: w(
    'Läsnäolojakso ulottuu esityslistan ulkopuolelle.',
    'En närvaroperiod går utanför föredragningslistan.',
    'A stretch of presence lies outside the agenda.',
  ),
  presence_reversed: w(
    'Läsnäolojakso päättyy ennen alkuaan.',
    'En närvaroperiod slutar före sin början.',
    'A stretch of presence ends before it begins.',
  ),
  presence_overlap: w(
    'Läsnäolojaksot ovat päällekkäin.',
    'Närvaroperioder överlappar varandra.',
    'Stretches of presence overlap.',
  ),
  // Items
  conflict_twice: w(
    'Sama esteellisyys on kirjattu kahdesti.',
    'Samma jäv har antecknats två gånger.',
    'The same conflict of interest is recorded twice.',
  ),
  conflict_ground_missing: w(
    'Esteellisyyden peruste puuttuu.',
    'Jävsgrunden saknas.',
    'The ground of a conflict of interest is missing.',
  ),
  proposer_in_conflict: w(
    'Ehdottaja on esteellinen.',
    'Förslagsställaren är jävig.',
    'The proposer is in conflict.',
  ),
  proposer_without_vote: w(
    'Ehdottajalla ei ole äänioikeutta.',
    'Förslagsställaren saknar rösträtt.',
    'The proposer has no vote.',
  ),
  seconder_in_conflict: w(
    'Kannattaja on esteellinen.',
    'Understödjaren är jävig.',
    'The seconder is in conflict.',
  ),
  seconder_without_vote: w(
    'Kannattajalla ei ole äänioikeutta.',
    'Understödjaren saknar rösträtt.',
    'The seconder has no vote.',
  ),
  seconded_by_proposer: w(
    'Ehdottaja on kannattanut omaa ehdotustaan.',
    'Förslagsställaren har understött sitt eget förslag.',
    'A proposer has seconded the own proposal.',
  ),
  // Votes and elections
  same_proposal_twice: w(
    'Äänestyksessä sama ehdotus on vastakkain itsensä kanssa.',
    'I omröstningen står samma förslag mot sig självt.',
    'A vote sets a proposal against itself.',
  ),
  ballot_without_vote: w(
    'Äänestäjällä ei ole äänioikeutta.',
    'En röstande saknar rösträtt.',
    'Somebody without a vote has voted.',
  ),
  ballot_twice: w(
    'Sama henkilö on äänestänyt kahdesti.',
    'Samma person har röstat två gånger.',
    'Somebody has voted twice.',
  ),
  ballot_in_conflict: w(
    'Esteellinen on äänestänyt.',
    'En jävig har röstat.',
    'Somebody in conflict has voted.',
  ),
  counts_missing: w('Äänimäärät puuttuvat.', 'Röstetalen saknas.', 'The counts of votes are missing.'),
  counts_invalid: w(
    'Äänimäärät ovat virheelliset.',
    'Röstetalen är felaktiga.',
    'The counts of votes are not valid.',
  ),
  votes_missing: w('Ääniä puuttuu.', 'Röster saknas.', 'Votes are missing.'),
  too_many_votes: w('Ääniä on liikaa.', 'Det finns för många röster.', 'There are too many votes.'),
  tie_without_chair: w(
    'Äänet menivät tasan, eikä puheenjohtajaa ole kirjattu.',
    'Rösterna föll lika, och ingen ordförande har antecknats.',
    'The votes were equal and no chair is recorded.',
  ),
  tie_chair_choice_missing: w(
    'Äänet menivät tasan, ja puheenjohtajan ääni puuttuu.',
    'Rösterna föll lika, och ordförandens röst saknas.',
    'The votes were equal and the vote of the chair is missing.',
  ),
  tie_chair_blank: w(
    'Äänet menivät tasan, ja puheenjohtaja äänesti tyhjää.',
    'Rösterna föll lika, och ordföranden röstade blankt.',
    'The votes were equal and the chair cast a blank vote.',
  ),
  chair_choice_not_in_counts: w(
    'Puheenjohtajan ääni ei sovi äänimääriin.',
    'Ordförandens röst passar inte röstetalen.',
    'The vote of the chair does not fit the counts.',
  ),
  lot_missing: w('Arvan tulos puuttuu.', 'Lottens utfall saknas.', 'The outcome of the lot is missing.'),
  vote_not_quorate: w(
    'Äänestettiin, vaikka kokous ei ollut päätösvaltainen.',
    'Man röstade fast mötet inte var beslutfört.',
    'A vote was taken without a quorum.',
  ),
  vote_out_of_order: w(
    'Äänestysten järjestys ei vastaa ehdotuksia.',
    'Omröstningarnas ordning motsvarar inte förslagen.',
    'The order of votes does not follow the proposals.',
  ),
  vote_after_decision: w(
    'Asiasta on äänestetty ratkaisun jälkeen.',
    'Man har röstat efter avgörandet.',
    'There was a vote after the decision.',
  ),
  candidate_twice: w(
    'Ehdokas on kahdesti.',
    'En kandidat förekommer två gånger.',
    'A candidate occurs twice.',
  ),
  too_few_candidates: w(
    'Ehdokkaita on liian vähän.',
    'Det finns för få kandidater.',
    'There are too few candidates.',
  ),
  places_unfilled: w(
    'Kaikkia paikkoja ei ole täytetty.',
    'Alla platser har inte fyllts.',
    'Not every place is filled.',
  ),
  lot_invalid: w(
    'Arvan tulos ei sovi vaaliin.',
    'Lottens utfall passar inte valet.',
    'The outcome of the lot does not fit.',
  ),
  lot_not_needed: w('Arpaa ei tarvittu.', 'Lottning behövdes inte.', 'No lot was needed.'),
  // Decisions
  decision_missing: w('Päätös puuttuu.', 'Beslutet saknas.', 'The decision is missing.'),
  decision_text_missing: w(
    'Päätöksen teksti puuttuu.',
    'Beslutets text saknas.',
    'The text of the decision is missing.',
  ),
  not_quorate: w(
    'Kokous ei ole päätösvaltainen.',
    'Mötet är inte beslutfört.',
    'The meeting is not quorate.',
  ),
  vote_missing: w(
    'Äänestystä ei ole kirjattu.',
    'Ingen omröstning har antecknats.',
    'No vote has been recorded.',
  ),
  vote_incomplete: w('Äänestys on kesken.', 'Omröstningen är inte klar.', 'The vote is not finished.'),
  decision_against_vote: w(
    'Päätös ei vastaa äänestyksen tulosta.',
    'Beslutet motsvarar inte omröstningens resultat.',
    'The decision does not follow the vote.',
  ),
  proposals_unsettled: w(
    'Kannatettu ehdotus on ratkaisematta.',
    'Ett understött förslag är oavgjort.',
    'A seconded proposal is not settled.',
  ),
  unknown_proposal: w(
    'Päätös viittaa poistettuun ehdotukseen.',
    'Beslutet hänvisar till ett borttaget förslag.',
    'The decision refers to a removed proposal.',
  ),
  persons_missing: w(
    'Valitut henkilöt puuttuvat.',
    'De valda personerna saknas.',
    'The persons elected are missing.',
  ),
  election_incomplete: w('Vaali on kesken.', 'Valet är inte klart.', 'The election is not finished.'),
  elected_against_count: w(
    'Valitut eivät vastaa vaalin tulosta.',
    'De valda motsvarar inte valresultatet.',
    'Those elected do not match the count.',
  ),
  objection_raised: w(
    'Joku vastusti, vaikka päätös tehdään vain, jos kukaan ei vastusta.',
    'Någon har motsatt sig, fast beslutet fattas endast om ingen motsätter sig.',
    'Somebody objected although the decision is made only when nobody objects.',
  ),
  dissent_not_allowed: w(
    'Eriävä mielipide ei ole sallittu.',
    'Den avvikande meningen är inte tillåten.',
    'The dissenting opinion is not allowed.',
  ),
  // What decisions change in the register
  effect_missing: w(
    'Tarkastetun päätöksen vaikutusta ei ole tehty rekisteriin.',
    'Verkan av ett justerat beslut har inte gjorts i registret.',
    'The effect of an examined decision has not been made in the register.',
  ),
  effect_not_examined: w(
    'Päätöksen vaikutus on tehty ennen pöytäkirjan tarkastamista.',
    'Beslutets verkan har gjorts före justeringen av protokollet.',
    'The effect of a decision was made before the minutes were examined.',
  ),
  effect_unresolved: w(
    'Päätöksen vaikutusta ei voitu tehdä; se odottaa ratkaisua.',
    'Beslutets verkan kunde inte göras; den väntar på ett avgörande.',
    'The effect of a decision could not be made and waits to be settled.',
  ),
  effect_row: w(
    'Päätöksen vaikutusta on muutettu rekisterissä ilman lokimerkintää.',
    'Beslutets verkan har ändrats i registret utan anteckning i loggen.',
    'The effect of a decision was changed in the register without an entry in the log.',
  ),
  // Examination
  examination_round: w(
    'Tarkastuskierroksen tila ei vastaa kokouksen tilaa.',
    'Justeringsrundans läge motsvarar inte mötets läge.',
    'The state of the round of examination does not match that of the meeting.',
  ),
  round_number: w(
    'Tarkastuskierrosten numerot eivät ole järjestyksessä.',
    'Justeringsrundornas nummer är inte i ordning.',
    'The numbers of the rounds of examination are out of order.',
  ),
  round_hash: w(
    'Tarkastettavaksi annettu teksti on muuttunut.',
    'Texten som gavs till justering har ändrats.',
    'The text given for examination has changed.',
  ),
  round_version: w(
    'Hyväksytty tarkastuskierros ei vastaa viimeistä versiota.',
    'Den godkända justeringsrundan motsvarar inte den senaste versionen.',
    'The approved round of examination does not match the last version.',
  ),
  snapshot_version: w(
    'Pöytäkirjan versiot eivät ole järjestyksessä.',
    'Protokollets versioner är inte i ordning.',
    'The versions of the minutes are out of order.',
  ),
  snapshot_hash: w(
    'Tarkastettu pöytäkirja on muuttunut.',
    'Det justerade protokollet har ändrats.',
    'The examined minutes have changed.',
  ),
  snapshot_chain: w(
    'Tarkastettujen pöytäkirjojen ketju on katkennut.',
    'Kedjan av justerade protokoll är bruten.',
    'The chain of examined minutes is broken.',
  ),
  snapshot_missing: w(
    'Tarkastettu pöytäkirja puuttuu.',
    'Det justerade protokollet saknas.',
    'The examined minutes are missing.',
  ),
  record_differs: w(
    'Kokouksen tiedot poikkeavat tarkastetusta pöytäkirjasta.',
    'Mötets uppgifter avviker från det justerade protokollet.',
    'The record of the meeting differs from the examined minutes.',
  ),
  item_examination_hash: w(
    'Heti tarkastettu pykälä on muuttunut.',
    'En genast justerad paragraf har ändrats.',
    'An item that was examined at once has changed.',
  ),
  correction_order: w(
    'Oikaisut eivät ole aikajärjestyksessä.',
    'Rättelserna är inte i tidsordning.',
    'The corrections are not in order of time.',
  ),
  phrases_hash: w(
    'Pöytäkirjan jäädytetyt fraasit ovat muuttuneet.',
    'Protokollets frysta fraser har ändrats.',
    'The frozen phrases of the minutes have changed.',
  ),
  phrases_missing: w(
    'Pöytäkirjan jäädytetyt fraasit puuttuvat.',
    'Protokollets frysta fraser saknas.',
    'The frozen phrases of the minutes are missing.',
  ),
};

/** Codes that have words. */
export const FINDING_CODES: ReadonlySet<string> = new Set(Object.keys(WORDS));

const SUBJECTS: Readonly<Record<string, LocalisedText>> = {
  database: w('tietokanta', 'databas', 'database'),
  meeting: w('kokous', 'möte', 'meeting'),
  file: w('tiedosto', 'fil', 'file'),
  phrases: w('fraasit', 'fraser', 'phrases'),
  item: w('asia', 'ärende', 'item'),
};
/** A subject begins with what it is; the name of an organisation stands alone. */
const SUBJECT = /^(?:database|phrases)$|^(?:meeting|file)(?= [\da-f])|(?<=^meeting \S+ )item(?= \d)/g;

/** "Ehdottaja on esteellinen." and "kokous 3/2026 § 30"; a code without words is given as it is. */
export function findingWords(
  { code, subject }: Pick<Finding, 'code' | 'subject'>,
  language: Language,
): { sentence: string; subject: string } {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  return {
    sentence: words === undefined ? code : inLanguage(words, language),
    subject: subject.replaceAll(SUBJECT, (one) => inLanguage(SUBJECTS[one] ?? w(one, one, one), language)),
  };
}
