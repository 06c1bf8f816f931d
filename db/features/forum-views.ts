/** Community forums (yhteisöfoorumit) as the window reads them: by municipality, one by one, and what they measure. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  forumCoverage,
  forumEventTotals,
  forumFlags,
  workingForums,
  type ForumEventValues,
  type ForumFlag,
  type ForumStage,
  type MunicipalForum,
} from '../model/community-forum.ts';
import { AppError } from '../model/errors.ts';
import type { LocalisedText } from '../model/language.ts';
import { stageOn, stagesInOrder } from '../model/practice.ts';
import { listIndicators } from './indicators.ts';
import { practicePlaces, type PracticePlace } from './practice-places.ts';
import { decisionLinks, type DecisionLink } from './volunteer-action-parts.ts';
import { byCode } from './volunteer-actions.ts';
import { listOf, organisationsById, type WorkOrganisation } from './work-links.ts';

type Row = Selectable<Database['community_forum']>;
type StageDbRow = Selectable<Database['forum_stage']>;
type EventDbRow = Selectable<Database['forum_event']>;

export interface ForumRow {
  id: string;
  code: string;
  name: string;
  municipality: { code: string; name: LocalisedText };
  hyteGroup: string;
  stage: ForumStage;
  since: string;
  /** The body and section that made it permanent, or ended it. */
  decidedBy: string;
  members: number;
  /** Of the year of the day that is asked of. */
  year: ReturnType<typeof forumEventTotals>;
  flags: ForumFlag[];
}

export interface ForumCard extends ForumRow {
  boardId: string;
  description: string;
  chair: {
    organisation: WorkOrganisation | null;
    person: { id: string; name: string } | null;
    role: string;
  };
  contactPerson: { id: string; name: string } | null;
  organisations: WorkOrganisation[];
  themes: { id: string; name: string }[];
  version: number;
  /** The latest first. */
  history: {
    id: string;
    stage: ForumStage;
    changedOn: string;
    ground: string;
    decidedBy: string;
    decision: DecisionLink | null;
    /** The latest, which may be taken back; the first one stays. */
    isLatest: boolean;
  }[];
  /** The latest first. */
  events: (ForumEventValues & { id: string })[];
  total: ReturnType<typeof forumEventTotals>;
  actions: { id: string; code: string; name: string }[];
  practices: { id: string; code: string; name: string }[];
  decisions: DecisionLink[];
  /** Contact persons of its municipality (yhdyshenkilöt). */
  contacts: PracticePlace['contacts'];
}

export interface ForumOverview {
  /** The municipalities of the board's region, and others that have a forum; by name. */
  places: (PracticePlace & { state: MunicipalForum })[];
  forums: ForumRow[];
  working: ReturnType<typeof workingForums>;
  /** The board's indicator that the forums feed; null: none has been chosen. */
  indicator: {
    id: string;
    name: string;
    unit: string;
    latest: { measuredOn: string; value: number } | null;
    /** A measurement of the day itself is there already. */
    isMeasured: boolean;
  } | null;
}

/** All forums of a board with the municipalities, as they stood on a day. @param day ISO date */
export async function forumOverview(
  db: Kysely<Database>,
  boardId: string,
  day: string,
): Promise<ForumOverview> {
  const rows = await db.selectFrom('community_forum').selectAll().where('board_id', '=', boardId).execute();
  const { list, histories } = await forumRows(db, rows, day);
  const places = await practicePlaces(db, boardId, rows, day);
  const coverage = forumCoverage(
    places.map(({ code }) => code),
    histories,
    day,
  );
  return {
    places: places.map((place) => ({ ...place, state: coverage.get(place.code) ?? 'none' })),
    forums: list.sort(byCode),
    working: workingForums(histories, day),
    indicator: await forumIndicator(db, boardId, day),
  };
}

async function forumIndicator(
  db: Kysely<Database>,
  boardId: string,
  day: string,
): Promise<ForumOverview['indicator']> {
  const tie = await db
    .selectFrom('forum_indicator')
    .select('indicator_id')
    .where('board_id', '=', boardId)
    .executeTakeFirst();
  const found = tie && (await listIndicators(db, boardId)).find(({ id }) => id === tie.indicator_id);
  if (!found) return null;
  const latest = found.measurements.at(-1);
  return {
    id: found.id,
    name: found.name,
    unit: found.unit,
    latest: latest ? { measuredOn: latest.measuredOn, value: latest.value } : null,
    isMeasured: found.measurements.some(({ measuredOn }) => measuredOn === day),
  };
}

const stageFacts = (row: StageDbRow) => ({ id: row.id, stage: row.stage, changedOn: row.changed_on });

async function forumRows(db: Kysely<Database>, rows: readonly Row[], day: string) {
  const ids = rows.map((row) => row.id);
  const stages = await db
    .selectFrom('forum_stage')
    .selectAll()
    .where('forum_id', 'in', listOf(ids))
    .execute();
  const events = await db
    .selectFrom('forum_event')
    .selectAll()
    .where('forum_id', 'in', listOf(ids))
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const members = await db
    .selectFrom('forum_organisation')
    .selectAll()
    .where('forum_id', 'in', listOf(ids))
    .execute();
  const municipalities = await db
    .selectFrom('municipality')
    .select(['year', 'code', 'name_fi', 'name_sv'])
    .where('code', 'in', listOf(rows.map((row) => row.municipality_code)))
    .execute();
  const organisations = await organisationsById(db, [
    ...members.map((one) => one.organisation_id),
    ...rows.flatMap((row) => row.chair_organisation_id ?? []),
  ]);
  const stagesOf = Map.groupBy(stages, (one) => one.forum_id);
  const eventsOf = Map.groupBy(events, (one) => one.forum_id);
  const histories = rows.map((row) => ({
    code: row.code,
    municipality: row.municipality_code,
    rows: (stagesOf.get(row.id) ?? []).map(stageFacts),
  }));
  const list = rows.flatMap((row): ForumRow[] => {
    const own = (stagesOf.get(row.id) ?? []).map((one) => ({
      ...stageFacts(one),
      decidedBy: one.decided_by,
    }));
    const now = stageOn(own, day);
    if (now === null) return [];
    const place = municipalities.find(
      (one) => one.code === row.municipality_code && one.year === row.municipality_year,
    );
    const held = (eventsOf.get(row.id) ?? []).filter((one) => one.held_on <= day);
    const memberIds = members.flatMap((one) => (one.forum_id === row.id ? one.organisation_id : []));
    const involved = [...new Set([row.chair_organisation_id ?? '', ...memberIds])];
    return [
      {
        id: row.id,
        code: row.code,
        name: row.name,
        municipality: {
          code: row.municipality_code,
          name: { fi: place?.name_fi ?? row.municipality_code, sv: place?.name_sv ?? null },
        },
        hyteGroup: row.hyte_group,
        stage: now.stage,
        since: now.changedOn,
        decidedBy: now.decidedBy,
        members: memberIds.length,
        year: forumEventTotals(held.filter((one) => one.held_on.startsWith(day.slice(0, 4)))),
        flags: forumFlags(
          {
            stage: now.stage,
            since: now.changedOn,
            hasChair:
              row.chair_organisation_id !== null || row.chair_person_id !== null || row.chair_role !== '',
            members: memberIds.length,
            organisations: involved.flatMap((id) => {
              const one = organisations.get(id);
              return one ? [{ name: one.name.fi, state: one.state, endedOn: one.endedOn }] : [];
            }),
            lastHeldOn: held[0]?.held_on ?? null,
          },
          day,
        ),
      },
    ];
  });
  return { list, histories, stages, events, members, organisations };
}

const eventView = (row: EventDbRow): ForumCard['events'][number] => ({
  id: row.id,
  heldOn: row.held_on,
  kind: row.kind,
  title: row.title,
  participants: row.participants,
  organisations: row.organisations,
  note: row.note,
});

/** @param today ISO date. @throws AppError NOT_FOUND */
export async function forumCard(db: Kysely<Database>, id: string, today: string): Promise<ForumCard> {
  const row = await forumRow(db, id);
  const { list, stages, events, members, organisations } = await forumRows(db, [row], today);
  const linked = await db.selectFrom('forum_decision').select('item_id').where('forum_id', '=', id).execute();
  const decisions = await decisionLinks(db, [
    ...linked.map((one) => one.item_id),
    ...stages.flatMap((stage) => stage.item_id ?? []),
  ]);
  const persons = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', listOf([row.chair_person_id ?? '', row.contact_person_id ?? '']))
    .execute();
  const personOf = (personId: string | null) => persons.find((one) => one.id === personId) ?? null;
  const memberIds = new Set(members.map((one) => one.organisation_id));
  const inOrder = stagesInOrder(stages.map((stage) => ({ ...stage, changedOn: stage.changed_on })));
  const [place] = await practicePlaces(db, row.board_id, [row], today).then((all) =>
    all.filter(({ code }) => code === row.municipality_code),
  );
  return {
    ...list[0]!,
    boardId: row.board_id,
    description: row.description,
    chair: {
      organisation: organisations.get(row.chair_organisation_id ?? '') ?? null,
      person: personOf(row.chair_person_id),
      role: row.chair_role,
    },
    contactPerson: personOf(row.contact_person_id),
    organisations: [...organisations.values()].filter((one) => memberIds.has(one.id)),
    themes: await db
      .selectFrom('forum_theme')
      .innerJoin('theme', 'theme.id', 'theme_id')
      .select(['theme.id', 'theme.name'])
      .where('forum_id', '=', id)
      .orderBy('theme.position')
      .execute(),
    version: row.version,
    history: inOrder
      .map((stage, index) => ({
        id: stage.id,
        stage: stage.stage,
        changedOn: stage.changed_on,
        ground: stage.ground,
        decidedBy: stage.decided_by,
        decision: decisions.get(stage.item_id ?? '') ?? null,
        isLatest: index > 0 && index === inOrder.length - 1,
      }))
      .reverse(),
    events: events.map(eventView),
    total: forumEventTotals(events),
    actions: (
      await db
        .selectFrom('forum_action')
        .innerJoin('volunteer_action', 'volunteer_action.id', 'action_id')
        .select(['volunteer_action.id', 'code', 'name'])
        .where('forum_id', '=', id)
        .execute()
    ).sort(byCode),
    practices: (
      await db
        .selectFrom('forum_practice')
        .innerJoin('practice', 'practice.id', 'practice_id')
        .select(['practice.id', 'code', 'name'])
        .where('forum_id', '=', id)
        .execute()
    ).sort(byCode),
    decisions: linked
      .flatMap((one) => decisions.get(one.item_id) ?? [])
      .sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1)),
    contacts: place?.contacts ?? [],
  };
}

/** @throws AppError NOT_FOUND */
export async function forumRow(db: Kysely<Database>, id: string): Promise<Row> {
  const row = await db.selectFrom('community_forum').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'community_forum' });
  return row;
}
