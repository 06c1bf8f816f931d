/** Sentences of annual reports and statistics; see message-texts.ts. */
import { s, type Sentence } from './message-sentence.ts';

export const REPORT_ERRORS = {
  REPORT_THERE: s(
    '{title} on jo luonnosteltu tällä kielellä. Avaa se luettelosta tai valitse toinen vuosi tai kieli.',
    '{title} finns redan som utkast på detta språk. Öppna det i förteckningen eller välj ett annat år eller språk.',
    '{title} has been drafted in this language already. Open it from the list, or choose another year or language.',
  ),
  SECTION_THERE: s(
    'Asiakirjassa on jo tämä osa. Päivitä se lähteestään tai poista se ensin.',
    'Dokumentet har redan denna del. Uppdatera den från källan eller ta bort den först.',
    'The document has this section already. Bring it up to date from its source, or remove it first.',
  ),
  SAMPLE_TARGET_TAKEN: s(
    'Tiedosto {file} on jo olemassa, eikä siihen kirjoitettu mitään. Valitse toinen nimi tai siirrä vanha pois.',
    'Filen {file} finns redan, och inget skrevs i den. Välj ett annat namn eller flytta bort den gamla.',
    'The file {file} exists already, and nothing was written to it. Choose another name, or move the old one away.',
  ),
} satisfies Record<string, Sentence>;

export const REPORT_FIELDS = {
  report_there: s(
    'Tälle vuodelle on jo luonnos.',
    'Det finns redan ett utkast för året.',
    'There is a draft of this year already.',
  ),
} satisfies Record<string, Sentence>;
