/** Sentences about phrases, templates and mentions. A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const WRITING_ERRORS = {
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
  TEMPLATE_EMPTY: s(
    'Valitse pohjaan ainakin yksi asia.',
    'Välj minst ett ärende för mallen.',
    'Choose at least one item for the template.',
  ),
} as const satisfies Record<string, Sentence>;

export const WRITING_FIELDS = {
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
} as const satisfies Record<string, Sentence>;
