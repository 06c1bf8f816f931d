/** What is missing before a meeting may go on to its next state, in words that stand in a list. */
import type { Requirement } from '../../db/model/meeting-state.ts';
import { s, type Sentence } from './message-sentence.ts';

export const REQUIREMENT_WORDS: Record<Requirement, Sentence> = {
  items: s('esityslistan asiat', 'ärenden på föredragningslistan', 'items on the agenda'),
  notice_sent: s(
    'päivä, jona kutsu lähetettiin',
    'dagen då kallelsen skickades',
    'the day on which the call was sent',
  ),
  opened_at: s(
    'kokouksen alkamisaika',
    'tiden då mötet öppnades',
    'the time at which the meeting was opened',
  ),
  closed_at: s('kokouksen päättymisaika', 'tiden då mötet avslutades', 'the time at which the meeting ended'),
  no_errors: s(
    'pöytäkirjan korjattavat kohdat on korjattava',
    'punkterna att rätta i protokollet ska rättas',
    'what is to be corrected in the minutes',
  ),
  no_later_numbers: s(
    'myöhemmän kokouksen pykälänumerot on jo vahvistettu',
    'ett senare mötes paragrafnummer är redan fastställda',
    'the numbers of a later meeting are fixed already',
  ),
  never_examined: s(
    'pöytäkirja on jo kerran tarkastettu',
    'protokollet har redan justerats en gång',
    'the minutes have been examined once already',
  ),
  way_open: s(
    'tarkastustapa, johon on valittu tarkastajat',
    'ett sätt att justera med valda justerare',
    'a way of examination with elected examiners',
  ),
  examiners_approved: s(
    'tarkastajien tai seuraavan kokouksen hyväksyntä',
    'justerarnas eller nästa mötes godkännande',
    'the approval of the examiners or of the next meeting',
  ),
  remarks_resolved: s(
    'vastaus tarkastajien huomautuksiin',
    'svar på justerarnas anmärkningar',
    'an answer to the remarks of the examiners',
  ),
  display_known: s(
    'päivä, josta alkaen pöytäkirja on nähtävänä',
    'dagen från vilken protokollet är framlagt',
    'the day from which the minutes are on display',
  ),
};
