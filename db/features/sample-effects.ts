/** A matter of the sample's next meeting whose decision changes a good practice: proposed, nothing has come of it yet. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { richText } from '../model/rich-text.ts';
import { addItem } from './items.ts';
import { saveEffect } from './register-effects.ts';

const MEETING = { number: 5, year: 2026 };
const PRACTICE = 'HK-6';

/** The board's meetings and practices must be there already. */
export async function addSampleEffects(trx: Kysely<Database>, boardId: string): Promise<void> {
  const meeting = await trx
    .selectFrom('meeting')
    .select(['id', 'held_on'])
    .where('board_id', '=', boardId)
    .where('number', '=', MEETING.number)
    .where('year', '=', MEETING.year)
    .executeTakeFirstOrThrow();
  const practice = await trx
    .selectFrom('practice')
    .select('id')
    .where('board_id', '=', boardId)
    .where('code', '=', PRACTICE)
    .executeTakeFirstOrThrow();
  const { id: itemId } = await addItem(
    trx,
    meeting.id,
    {
      kind: 'decision',
      title: 'Yhteisöfoorumin tarjoaminen kunnille hyvänä käytäntönä',
      diaryNumber: null,
      account: richText(
        'Yhteisöfoorumeista on kertynyt kokemuksia useasta kunnasta, ja Liperin foorumi on vakinaistettu. Käytäntö on jalostettu niin, että muut kunnat voivat ottaa sen käyttöön HYTE-ryhmänsä alla. Kukin kunta päättää käyttöönotosta itse.',
      ),
      proposal: richText(
        'Neuvottelukunta tarjoaa yhteisöfoorumia kaikille maakunnan kunnille hyvänä käytäntönä ja pyytää kuntia ilmoittamaan kantansa.',
      ),
      presenterId: null,
      applicantOrganisationId: null,
    },
    null,
  );
  await saveEffect(trx, {
    id: null,
    version: null,
    itemId,
    effect: {
      kind: 'practice_stage_changed',
      practiceId: practice.id,
      municipality: null,
      stage: 'offered',
      decidedBy: '',
      reason: '',
      from: meeting.held_on,
    },
  });
}
