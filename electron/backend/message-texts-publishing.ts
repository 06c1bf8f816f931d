/** Sentences about batch export and the publication folder (julkaisukansio). A part of message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const PUBLISHING_ERRORS = {
  BATCH_EMPTY: s(
    'Valinnoilla ei löytynyt vietävää. Valitse vuosi tai kausi, jolta on pidettyjä kokouksia.',
    'Det fanns inget att exportera med de här valen. Välj ett år eller en period med hållna möten.',
    'There is nothing to export with these choices. Choose a year or a term in which meetings were held.',
  ),
  BATCH_TERM_UNKNOWN: s(
    'Toimikautta, joka alkaa vuonna {term}, ei ole. Tarkista toimikauden alkuvuosi.',
    'Det finns ingen mandatperiod som börjar år {term}. Kontrollera periodens första år.',
    'There is no term that begins in {term}. Check the first year of the term.',
  ),
  PUBLICATION_TAKEN: s(
    'Kansiossa {folder} on muuta kuin Pykälän julkaisu, eikä mitään muutettu. Valitse tyhjä kansio tai hyväksy, että julkaisu tehdään muiden tiedostojen joukkoon.',
    'Mappen {folder} innehåller annat än en publikation från Pykälä, och inget ändrades. Välj en tom mapp eller godkänn att publikationen görs bland de andra filerna.',
    'The folder {folder} holds other things than a publication of Pykälä, and nothing was changed. Choose an empty folder, or agree that the publication is made among the other files.',
  ),
  PUBLICATION_DAMAGED: s(
    'Julkaisukansion luetteloa {file} ei voi lukea. Poista tiedosto ja tee julkaisu uudelleen tyhjään kansioon.',
    'Publikationens förteckning {file} går inte att läsa. Ta bort filen och gör publikationen på nytt i en tom mapp.',
    'The list {file} of the publication folder cannot be read. Remove the file and make the publication again in an empty folder.',
  ),
  PUBLICATION_EMPTY: s(
    'Julkaistavaa ei ole: neuvottelukunnalla ei ole tarkastettuja pöytäkirjoja. Tarkasta ensin pöytäkirja.',
    'Det finns inget att publicera: delegationen har inga justerade protokoll. Justera först ett protokoll.',
    'There is nothing to publish: the board has no examined minutes. Examine minutes first.',
  ),
} satisfies Record<string, Sentence>;
