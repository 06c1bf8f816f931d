/** Sentences about the yearly clocks (vuosikello). A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const CLOCK_ERRORS = {
  CLOCK_NOT_YEARLY: s(
    'Vain vuosikellosta voi tehdä seuraavan vuoden kellon. Tee uudelle valtuustokaudelle uusi kello.',
    'Endast en årsklocka kan föras över till nästa år. Gör en ny klocka för den nya fullmäktigeperioden.',
    'Only a year clock has a next year. Make a new clock for the new council term.',
  ),
  CLOCK_TASKS_DO_NOT_FIT: s(
    'Aloituskuukautta ei vaihdettu: tehtävä ”{title}” jatkuisi kellon vuoden yli (tällaisia on {count}). Muuta ensin tehtävien kuukaudet.',
    'Startmånaden byttes inte: uppgiften ”{title}” skulle gå över klockans årsskifte (antal: {count}). Ändra först uppgifternas månader.',
    'The first month was not changed: the task “{title}” would run over the end of the clock’s year (there are {count}). Change the months of the tasks first.',
  ),
  CLOCK_IDEA_ALREADY: s(
    'Tehtävä ”{title}” on jo asialistalla tältä vuodelta.',
    'Uppgiften ”{title}” finns redan på ärendelistan för det här året.',
    'The task “{title}” of this year is on the list of ideas already.',
  ),
  CLOCK_TASK_ALREADY: s(
    'Tehtävästä on jo toimenpide {code}. Avaa se toimenpiteistä.',
    'Det finns redan åtgärden {code} för uppgiften. Öppna den bland åtgärderna.',
    'There is an action {code} for the task already. Open it among the actions.',
  ),
} as const satisfies Record<string, Sentence>;

export const CLOCK_FIELDS = {
  clock_no_such_day: s(
    'Kuukaudessa ei ole tätä päivää (esimerkiksi 31. helmikuuta). Anna pienempi päivä tai jätä päivä tyhjäksi.',
    'Månaden har ingen sådan dag (till exempel 31 februari). Ange en tidigare dag eller lämna dagen tom.',
    'The month has no such day (e.g. 31 February). Give an earlier day or leave the day empty.',
  ),
  clock_months_reversed: s(
    'Viimeinen kuukausi on ennen ensimmäistä. Tehtävä ei voi jatkua kellon vuodenvaihteen yli; jaa se kahdeksi tehtäväksi.',
    'Den sista månaden är före den första. En uppgift kan inte gå över klockans årsskifte; dela den i två.',
    'The last month is before the first. A task cannot run over the end of the clock’s year; make two of it.',
  ),
  clock_months_both: s(
    'Anna sekä ensimmäinen että viimeinen kuukausi, tai jätä molemmat tyhjiksi.',
    'Ange både den första och den sista månaden, eller lämna båda tomma.',
    'Give both the first and the last month, or leave both empty.',
  ),
  clock_month_missing: s(
    'Vuosikellon tehtävällä on oltava kuukausi.',
    'En uppgift i en årsklocka måste ha en månad.',
    'A task of a year clock must have a month.',
  ),
  clock_day_without_month: s(
    'Päivä tarvitsee kuukauden. Anna kuukausi tai jätä päivä tyhjäksi.',
    'Dagen behöver en månad. Ange månaden eller lämna dagen tom.',
    'The day needs a month. Give the month or leave the day empty.',
  ),
  clock_year_outside: s(
    'Kellossa ei ole tätä vuotta.',
    'Klockan har inte det här året.',
    'The clock has no such year.',
  ),
} as const satisfies Record<string, Sentence>;
