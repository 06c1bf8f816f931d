/** Sentences of bulletins, the communication plan and surveys; see message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const COMMUNICATION_ERRORS = {
  BULLETIN_SECRET: s(
    'Asia {reference} on salassa pidettävä, joten siitä ei tehdä tiedotetta. Tarkista asian julkisuus pöytäkirjan tarkastuksesta.',
    'Ärendet {reference} är sekretessbelagt och därför görs inget meddelande om det. Kontrollera ärendets offentlighet vid protokolljusteringen.',
    'The item {reference} is secret, so no bulletin is made of it. Check its publicity in the examination of the minutes.',
  ),
  BULLETIN_UNEXAMINED: s(
    'Päätöksestä {reference} voi tiedottaa, kun pöytäkirja on tarkastettu. Merkitse pöytäkirja ensin tarkastetuksi.',
    'Beslutet {reference} kan meddelas när protokollet har justerats. Anteckna först att protokollet är justerat.',
    'The decision {reference} can be told once the minutes have been examined. Mark them as examined first.',
  ),
  BULLETIN_TEXT_MISSING: s(
    'Kieliversiosta puuttuu otsikko tai teksti. Kirjoita ne ensin.',
    'Språkversionen saknar rubrik eller text. Skriv dem först.',
    'The language has no title or no text yet. Write them first.',
  ),
  BULLETIN_OUTDATED: s(
    'Lähdeteksti on muuttunut käännöksen jälkeen. Päivitä käännös ja merkitse se ajantasaiseksi ennen tarkistusta.',
    'Källtexten har ändrats efter översättningen. Uppdatera översättningen och markera den som aktuell före granskningen.',
    'The source has changed since the translation. Bring the translation up to date and mark it as such before it is checked.',
  ),
  BULLETIN_CHECKED_LATER: s(
    'Tarkistus merkitään, kun se on tehty. Valitse tämä päivä tai aiempi.',
    'Granskningen antecknas när den är gjord. Välj dagens datum eller ett tidigare.',
    'A check is noted once it was made. Choose today or an earlier day.',
  ),
  BULLETIN_SOURCE_LANGUAGE: s(
    'Muut kieliversiot käännetään tästä kielestä, joten sitä ei voi poistaa. Poista sen sijaan koko tiedote.',
    'De andra språkversionerna översätts från detta språk, så det kan inte tas bort. Ta i stället bort hela meddelandet.',
    'The other languages are translated from this one, so it cannot be removed. Remove the whole bulletin instead.',
  ),
  BULLETIN_NOT_WANTED: s(
    'Tiedotetta ei ole pyydetty kielellä {language}. Lisää kieli tiedotteen kieliin.',
    'Meddelandet är inte beställt på språket {language}. Lägg till språket bland meddelandets språk.',
    'The bulletin is not wanted in the language {language}. Add it to the languages of the bulletin.',
  ),
  PLAN_DONE_LATER: s(
    'Rivi merkitään tehdyksi, kun se on tehty. Valitse tämä päivä tai aiempi.',
    'Raden markeras som gjord när den är gjord. Välj dagens datum eller ett tidigare.',
    'A row is marked as done once it was done. Choose today or an earlier day.',
  ),
  SURVEY_COUNTS: s(
    'Kysymykseen ”{question}” on {total} vastausta, mutta vastaajia on {respondents}. Tarkista määrät tai vastaajien luku.',
    'På frågan ”{question}” finns {total} svar men {respondents} svarande. Kontrollera antalen eller de svarandes antal.',
    'The question “{question}” has {total} answers, but there were {respondents} respondents. Check the counts or the number of respondents.',
  ),
  SURVEY_ANSWER: s(
    'Kysymyksellä ”{question}” ei ole vastausta ”{answer}”. Valitse jokin sen vaihtoehdoista.',
    'Frågan ”{question}” har inte svaret ”{answer}”. Välj något av dess alternativ.',
    'The question “{question}” does not have the answer “{answer}”. Choose one of its answers.',
  ),
  SURVEY_NO_FIGURE: s(
    'Kysymyksestä ei saa lukua: vastauksia ei ole tai niillä ei ole keskiarvoa. Valitse toinen kierros tai vastaus.',
    'Frågan ger inget tal: den har inga svar eller inget medeltal. Välj en annan omgång eller ett svar.',
    'The question gives no figure: it has no answers, or no mean. Choose another round or an answer.',
  ),
  BULLETIN_UNKNOWN: s(
    'Tiedotetta ”{title}” ei ole. Tiedotteita ovat: {known}.',
    'Det finns inget meddelande ”{title}”. Det finns: {known}.',
    'There is no bulletin “{title}”. There are: {known}.',
  ),
} satisfies Record<string, Sentence>;

export const COMMUNICATION_FIELDS = {
  meeting_needed: s(
    'Valitse kokous, jonka asiakirjan jakelu tekee rivin tehdyksi.',
    'Välj det möte vars dokument delas ut.',
    'Choose the meeting whose document is delivered.',
  ),
  options_missing: s(
    'Anna vähintään kaksi vastausvaihtoehtoa, kukin omalle rivilleen.',
    'Ange minst två svarsalternativ, vart och ett på sin egen rad.',
    'Give at least two answers, each on a line of its own.',
  ),
  options_twice: s(
    'Sama vastausvaihtoehto on kahdesti.',
    'Samma svarsalternativ finns två gånger.',
    'The same answer is there twice.',
  ),
  more_than_invited: s(
    'Vastaajia on enemmän kuin kutsuttuja.',
    'Det finns fler svarande än inbjudna.',
    'There are more respondents than were invited.',
  ),
  one_source: s(
    'Valitse joko päätös tai tapahtuma.',
    'Välj antingen ett beslut eller ett evenemang.',
    'Choose either a decision or an event.',
  ),
} satisfies Record<string, Sentence>;
