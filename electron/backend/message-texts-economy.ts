/** Sentences of the board's running costs; see message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const ECONOMY_ERRORS = {
  COST_OTHER_YEAR: s(
    'Meno kuuluu toiselle vuodelle. Valitse päivä vuodelta {year} tai kirjaa meno sen vuoden talousarvioon.',
    'Utgiften hör till ett annat år. Välj en dag år {year} eller bokför utgiften på det årets budget.',
    'The cost belongs to another year. Choose a day of {year}, or book it on the budget of its own year.',
  ),
  COST_IN_FUTURE: s(
    'Meno kirjataan, kun se on syntynyt. Valitse tämä päivä tai aiempi.',
    'En utgift bokförs när den har uppstått. Välj dagens datum eller ett tidigare.',
    'A cost is booked once it has arisen. Choose today or an earlier day.',
  ),
  COST_TWICE: s(
    'Tosite {document} on jo kirjattu tälle menolajille samalla summalla ({date}). Tarkista tositenumero tai summa.',
    'Verifikatet {document} är redan bokfört på detta kostnadsslag med samma belopp ({date}). Kontrollera numret eller beloppet.',
    'Document {document} is booked on this kind of cost already, with the same sum ({date}). Check its number or the sum.',
  ),
  LINE_HAS_COSTS: s(
    'Menolajille {line} on kirjattu menoja, joten sitä ei voi poistaa. Siirrä menot ensin toiselle menolajille.',
    'På kostnadsslaget {line} har utgifter bokförts, så det kan inte tas bort. Flytta utgifterna till ett annat kostnadsslag först.',
    'Costs are booked on {line}, so it cannot be removed. Move them to another kind of cost first.',
  ),
  BUDGET_HAS_COSTS: s(
    'Vuoden {year} talousarvioon on kirjattu menoja, joten sitä ei voi poistaa. Poista menot ensin.',
    'På budgeten för år {year} har utgifter bokförts, så den kan inte tas bort. Ta bort utgifterna först.',
    'Costs are booked on the budget of {year}, so it cannot be removed. Remove them first.',
  ),
} satisfies Record<string, Sentence>;

export const ECONOMY_FIELDS = {
  cost_other_year: s(
    'Päivä ei ole talousarvion vuotta.',
    'Dagen hör inte till budgetens år.',
    'The day is not in the year of the budget.',
  ),
  cost_twice: s(
    'Sama tosite on jo kirjattu.',
    'Samma verifikat är redan bokfört.',
    'The same document is booked already.',
  ),
  cost_zero: s(
    'Kirjoita summa; nollaa ei kirjata.',
    'Skriv beloppet; noll bokförs inte.',
    'Write the sum; zero is not booked.',
  ),
} satisfies Record<string, Sentence>;
