/** Community forums of the sample board (resources/boards/malli-jane-forums.json). */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { FORUM_EVENT_KINDS, FORUM_STAGES, type ForumStageChange } from '../model/community-forum.ts';
import { isoDateSchema } from '../model/dates.ts';
import { changeForumStage, createForum, saveForumEvent, setForumIndicator, setForumLink } from './forums.ts';
import { sampleContext } from './sample-context.ts';

const text = v.pipe(v.string(), v.minLength(1));
const count = v.nullable(v.number());

export const sampleForumsSchema = v.object({
  /** The indicator that they feed, by its name. */
  indicator: text,
  forums: v.array(
    v.object({
      name: text,
      municipality: text,
      hyteGroup: text,
      description: v.string(),
      chairOrganisation: v.nullable(text),
      chairPerson: v.nullable(text),
      chairRole: v.string(),
      contactPerson: v.nullable(text),
      organisations: v.array(text),
      themes: v.array(text),
      stages: v.pipe(
        v.array(
          v.object({
            stage: v.picklist(FORUM_STAGES),
            on: isoDateSchema,
            ground: text,
            decidedBy: v.string(),
          }),
        ),
        v.minLength(1),
      ),
      events: v.array(
        v.object({
          on: isoDateSchema,
          kind: v.picklist(FORUM_EVENT_KINDS),
          title: text,
          participants: count,
          organisations: count,
          note: v.string(),
        }),
      ),
      actions: v.array(text),
      practices: v.array(text),
      decisions: v.array(text),
    }),
  ),
});
export type SampleForums = v.InferOutput<typeof sampleForumsSchema>;

/** @param files the sample board's file, and that of its forums; themes, actions and practices must be there already */
export async function addSampleForums(
  trx: Kysely<Database>,
  boardId: string,
  files: { board: BoardFile; forums: SampleForums },
): Promise<void> {
  const context = await sampleContext(trx, boardId, files.board);
  const known = async (table: 'volunteer_action' | 'practice', code: string): Promise<string> =>
    (
      await trx
        .selectFrom(table)
        .select('id')
        .where('board_id', '=', boardId)
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
    ).id;
  const named = async (table: 'theme' | 'indicator', name: string): Promise<string> =>
    (
      await trx
        .selectFrom(table)
        .select('id')
        .where('board_id', '=', boardId)
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
    ).id;
  const person = (id: string | null): string | null => (id === null ? null : context.person(id));
  for (const sample of files.forums.forums) {
    const [first, ...later] = sample.stages.map(({ stage, on, ground, decidedBy }): ForumStageChange => ({
      stage,
      changedOn: on,
      ground,
      decidedBy,
      itemId: null,
    }));
    const themeIds: string[] = [];
    for (const name of sample.themes) themeIds.push(await named('theme', name));
    const { id: forumId } = await createForum(
      trx,
      boardId,
      {
        name: sample.name,
        municipality: sample.municipality,
        hyteGroup: sample.hyteGroup,
        description: sample.description,
        chairOrganisationId:
          sample.chairOrganisation === null ? null : context.organisation(sample.chairOrganisation),
        chairPersonId: person(sample.chairPerson),
        chairRole: sample.chairRole,
        contactPersonId: person(sample.contactPerson),
        organisationIds: sample.organisations.map((id) => context.organisation(id)),
        themeIds,
      },
      first!,
      null,
    );
    for (const change of later) await changeForumStage(trx, { forumId, change }, null);
    for (const { on, ...values } of sample.events)
      await saveForumEvent(trx, { id: null, forumId, values: { heldOn: on, ...values } });
    const link = async (kind: 'action' | 'practice' | 'decision', otherId: string): Promise<void> =>
      await setForumLink(trx, { forumId, kind, otherId, isLinked: true });
    for (const code of sample.actions) await link('action', await known('volunteer_action', code));
    for (const code of sample.practices) await link('practice', await known('practice', code));
    for (const reference of sample.decisions) await link('decision', context.item(reference));
  }
  await setForumIndicator(trx, {
    boardId,
    indicatorId: await named('indicator', files.forums.indicator),
  });
}
