/** The practices, community forums, agreements and projects that an organisation is in, as entries of its timeline. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { TimelineEntry } from './organisation-timeline.ts';

/** A practice or a forum has one entry for each of its stages; agreements and projects one, on the day they begin. */
export async function partnershipEntries(db: Kysely<Database>, id: string): Promise<TimelineEntry[]> {
  const practices = await db
    .selectFrom('practice')
    .innerJoin('practice_stage', 'practice_stage.practice_id', 'practice.id')
    .select([
      'practice.id',
      'practice.code',
      'practice.name',
      'practice_stage.stage',
      'practice_stage.changed_on',
    ])
    .where('practice_stage.municipality_code', 'is', null)
    .where((eb) =>
      eb.or([
        eb('practice.owner_organisation_id', '=', id),
        eb(
          'practice.id',
          'in',
          eb.selectFrom('practice_organisation').select('practice_id').where('organisation_id', '=', id),
        ),
      ]),
    )
    .execute();
  const forums = await db
    .selectFrom('community_forum')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'community_forum.id')
    .select([
      'community_forum.id',
      'community_forum.code',
      'community_forum.name',
      'forum_stage.stage',
      'forum_stage.changed_on',
    ])
    .where((eb) =>
      eb.or([
        eb('community_forum.chair_organisation_id', '=', id),
        eb(
          'community_forum.id',
          'in',
          eb.selectFrom('forum_organisation').select('forum_id').where('organisation_id', '=', id),
        ),
      ]),
    )
    .execute();
  const agreements = await db
    .selectFrom('agreement')
    .select(['id', 'code', 'name', 'starts_on'])
    .where(
      'id',
      'in',
      db.selectFrom('agreement_party').select('agreement_id').where('organisation_id', '=', id),
    )
    .execute();
  const projects = await db
    .selectFrom('project')
    .select(['id', 'code', 'name', 'starts_on'])
    .where((eb) =>
      eb.or([
        eb('lead_organisation_id', '=', id),
        eb(
          'id',
          'in',
          eb.selectFrom('project_organisation').select('project_id').where('organisation_id', '=', id),
        ),
      ]),
    )
    .execute();
  const begun =
    (kind: 'agreement' | 'project') =>
    (row: { id: string; code: string; name: string; starts_on: string | null }): TimelineEntry => ({
      kind,
      date: row.starts_on,
      title: row.name,
      detail: row.code,
      stage: null,
      link: { to: kind, id: row.id },
      change: null,
    });
  return [
    ...practices.map((row): TimelineEntry => ({
      kind: 'practice',
      date: row.changed_on,
      title: row.name,
      detail: row.code,
      stage: null,
      practiceStage: row.stage,
      link: { to: 'practice', id: row.id },
      change: null,
    })),
    ...forums.map((row): TimelineEntry => ({
      kind: 'forum',
      date: row.changed_on,
      title: row.name,
      detail: row.code,
      stage: null,
      forumStage: row.stage,
      link: { to: 'forum', id: row.id },
      change: null,
    })),
    ...agreements.map(begun('agreement')),
    ...projects.map(begun('project')),
  ];
}
