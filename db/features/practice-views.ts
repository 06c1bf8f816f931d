/** Good practices (hyvät käytännöt) as they are read: the matrix of municipalities, the card, and the spread over time. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import type { LocalisedText } from '../model/language.ts';
import {
  ANSWER_DAYS,
  type PracticeFlag,
  practiceFlags,
  type PracticeStage,
  type PracticeTrainingValues,
  stageCounts,
  type StageCounts,
  stageOn,
  stagesInOrder,
} from '../model/practice.ts';
import { practiceFacts, type PracticePlace, practicePlaces, type StageDbRow } from './practice-places.ts';
import { type DecisionLink, decisionLinks } from './volunteer-action-parts.ts';
import { byCode } from './volunteer-actions.ts';
import { listOf, organisationsById, type WorkOrganisation } from './work-links.ts';

type Row = Selectable<Database['practice']>;

/** A stage in one municipality as the matrix and the card show it. */
export interface MunicipalState {
  code: string;
  stage: PracticeStage;
  since: string;
  ground: string;
  decidedBy: string;
  reference: string | null;
}

export interface PracticeRow {
  id: string;
  code: string;
  name: string;
  source: string;
  owner: WorkOrganisation | null;
  ownerName: string;
  theme: { id: string; name: string } | null;
  /** The practice's own. */
  stage: PracticeStage | null;
  stageSince: string | null;
  municipalities: MunicipalState[];
  counts: StageCounts;
  flags: PracticeFlag[];
}

export interface PracticeStageView {
  id: string;
  /** Null: of the practice itself. */
  municipality: { code: string; name: LocalisedText } | null;
  stage: PracticeStage;
  changedOn: string;
  ground: string;
  decidedBy: string;
  reason: string;
  decision: DecisionLink | null;
  /** The latest of its municipality, which may be taken back. */
  isLatest: boolean;
}

export interface PracticeCard extends PracticeRow {
  boardId: string;
  description: string;
  contactPerson: { id: string; name: string } | null;
  partners: WorkOrganisation[];
  version: number;
  /** The latest first. */
  history: PracticeStageView[];
  /** The latest first. */
  trainings: (PracticeTrainingValues & { id: string; municipalityName: LocalisedText | null })[];
  actions: { id: string; code: string; name: string }[];
  decisions: DecisionLink[];
  places: PracticePlace[];
}

export interface PracticeMatrix {
  /** The municipalities of the board's region, and others where a practice is; by name. */
  places: PracticePlace[];
  practices: PracticeRow[];
}

/** All practices of a board with their municipalities, as they stood on a day. @param day ISO date */
export async function practiceMatrix(
  db: Kysely<Database>,
  boardId: string,
  day: string,
): Promise<PracticeMatrix> {
  const rows = await db.selectFrom('practice').selectAll().where('board_id', '=', boardId).execute();
  const stages = await db
    .selectFrom('practice_stage')
    .innerJoin('practice', 'practice.id', 'practice_id')
    .selectAll('practice_stage')
    .where('practice.board_id', '=', boardId)
    .execute();
  const places = await practicePlaces(db, boardId, stages, day);
  return { places, practices: (await practiceRows(db, { rows, stages, places, day })).sort(byCode) };
}

async function practiceRows(
  db: Kysely<Database>,
  all: {
    rows: readonly Row[];
    stages: readonly StageDbRow[];
    places: readonly PracticePlace[];
    day: string;
  },
): Promise<PracticeRow[]> {
  const { rows, places, day } = all;
  const ids = rows.map((row) => row.id);
  const partners = await db
    .selectFrom('practice_organisation')
    .select(['practice_id', 'organisation_id'])
    .where('practice_id', 'in', listOf(ids))
    .execute();
  const trainings = await db
    .selectFrom('practice_training')
    .select(['practice_id', 'municipality_code'])
    .where('held_on', '<=', day)
    .where('practice_id', 'in', listOf(ids))
    .execute();
  const organisations = await organisationsById(db, [
    ...rows.flatMap((row) => row.owner_organisation_id ?? []),
    ...partners.map((one) => one.organisation_id),
  ]);
  const themes = new Map(
    (await db.selectFrom('theme').select(['id', 'name']).execute()).map((theme) => [theme.id, theme]),
  );
  const references = await decisionLinks(db, [
    ...new Set(all.stages.flatMap((stage) => stage.item_id ?? [])),
  ]);
  const byPractice = Map.groupBy(all.stages, (stage) => stage.practice_id);
  const placeOf = new Map(places.map((place) => [place.code, place]));
  return rows.map((row) => {
    const stages = byPractice.get(row.id) ?? [];
    const own = stageOn(stages.filter((stage) => stage.municipality_code === null).map(practiceFacts), day);
    const histories = [
      ...Map.groupBy(
        stages
          .filter((stage) => stage.municipality_code !== null)
          .sort((a, b) => ((a.municipality_code ?? '') < (b.municipality_code ?? '') ? -1 : 1)),
        (stage) => stage.municipality_code ?? '',
      ),
    ];
    const municipalities = histories.flatMap(([code, changes]): MunicipalState[] => {
      const now = stageOn(
        changes.map((change) => ({ ...practiceFacts(change), ground: change.ground })),
        day,
      );
      if (now === null) return [];
      const decided = stagesInOrder(changes.map((change) => ({ ...practiceFacts(change) }))).findLast(
        (change) => change.changedOn <= day && (change.decidedBy !== '' || change.itemId !== null),
      );
      return [
        {
          code,
          stage: now.stage,
          since: now.changedOn,
          ground: now.ground,
          decidedBy: decided?.decidedBy ?? '',
          reference: references.get(decided?.itemId ?? '')?.reference ?? null,
        },
      ];
    });
    const owner = organisations.get(row.owner_organisation_id ?? '') ?? null;
    const partnersOf = partners.flatMap((one) =>
      one.practice_id === row.id ? (organisations.get(one.organisation_id) ?? []) : [],
    );
    const trained = trainings.filter((one) => one.practice_id === row.id);
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      source: row.source,
      owner,
      ownerName: row.owner_name,
      theme: themes.get(row.theme_id ?? '') ?? null,
      stage: own?.stage ?? null,
      stageSince: own?.changedOn ?? null,
      municipalities,
      counts: stageCounts(
        histories.map(([code, changes]) => ({ code, rows: changes.map(practiceFacts) })),
        day,
      ),
      flags: practiceFlags(
        {
          hasOwner: owner !== null || row.owner_name !== '',
          organisations: [owner ?? [], partnersOf]
            .flat()
            .map((one) => ({ name: one.name.fi, state: one.state, endedOn: one.endedOn })),
          municipalities: municipalities.map(({ code, stage, since }) => ({
            name: placeOf.get(code)?.name.fi ?? code,
            stage,
            since,
            // A training for all serves every municipality.
            trainings: trained.filter(
              (one) => one.municipality_code === null || one.municipality_code === code,
            ).length,
            contacts: placeOf.get(code)?.contacts.length ?? 0,
          })),
        },
        day,
        addDays(day, -ANSWER_DAYS),
      ),
    };
  });
}

/** @param today ISO date. @throws AppError NOT_FOUND */
export async function practiceCard(db: Kysely<Database>, id: string, today: string): Promise<PracticeCard> {
  const row = await practiceRow(db, id);
  const stages = await db.selectFrom('practice_stage').selectAll().where('practice_id', '=', id).execute();
  const trainings = await db
    .selectFrom('practice_training as training')
    .leftJoin('municipality', (join) =>
      join
        .onRef('municipality.year', '=', 'training.municipality_year')
        .onRef('municipality.code', '=', 'training.municipality_code'),
    )
    .selectAll('training')
    .select(['municipality.name_fi', 'municipality.name_sv'])
    .where('practice_id', '=', id)
    .orderBy('held_on', 'desc')
    .orderBy('training.id', 'desc')
    .execute();
  const places = await practicePlaces(db, row.board_id, stages, today);
  const [list] = await practiceRows(db, { rows: [row], stages, places, day: today });
  const linked = await db
    .selectFrom('practice_decision')
    .select('item_id')
    .where('practice_id', '=', id)
    .execute();
  const decisions = await decisionLinks(db, [
    ...linked.map((one) => one.item_id),
    ...stages.flatMap((stage) => stage.item_id ?? []),
  ]);
  const partnerIds = await db
    .selectFrom('practice_organisation')
    .select('organisation_id')
    .where('practice_id', '=', id)
    .execute();
  const partners = await organisationsById(
    db,
    partnerIds.map((one) => one.organisation_id),
  );
  const person =
    row.contact_person_id === null
      ? undefined
      : await db
          .selectFrom('person')
          .select(['id', 'name'])
          .where('id', '=', row.contact_person_id)
          .executeTakeFirst();
  const names = new Map(places.map((place) => [place.code, place.name]));
  const latest = new Set(
    [...Map.groupBy(stages, (stage) => stage.municipality_code ?? '')].flatMap(([code, changes]) =>
      // The first stage of the practice itself stays.
      code === '' && changes.length < 2 ? [] : (stagesInOrder(changes.map(practiceFacts)).at(-1)?.id ?? []),
    ),
  );
  return {
    ...list!,
    boardId: row.board_id,
    description: row.description,
    contactPerson: person ?? null,
    partners: [...partners.values()],
    version: row.version,
    history: stagesInOrder(stages.map((stage) => ({ ...stage, changedOn: stage.changed_on })))
      .reverse()
      .map((stage) => ({
        id: stage.id,
        municipality:
          stage.municipality_code === null
            ? null
            : {
                code: stage.municipality_code,
                name: names.get(stage.municipality_code) ?? { fi: stage.municipality_code, sv: null },
              },
        stage: stage.stage,
        changedOn: stage.changed_on,
        ground: stage.ground,
        decidedBy: stage.decided_by,
        reason: stage.reason,
        decision: decisions.get(stage.item_id ?? '') ?? null,
        isLatest: latest.has(stage.id),
      })),
    trainings: trainings.map((one) => ({
      id: one.id,
      heldOn: one.held_on,
      title: one.title,
      municipality: one.municipality_code,
      municipalityName: one.name_fi === null ? null : { fi: one.name_fi, sv: one.name_sv },
      participants: one.participants,
      note: one.note,
    })),
    actions: (
      await db
        .selectFrom('practice_action')
        .innerJoin('volunteer_action', 'volunteer_action.id', 'action_id')
        .select(['volunteer_action.id', 'code', 'name'])
        .where('practice_id', '=', id)
        .execute()
    ).sort(byCode),
    decisions: linked
      .flatMap((one) => decisions.get(one.item_id) ?? [])
      .sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1)),
    places,
  };
}

/** Histories in municipalities: of one practice, or of all of a board. */
export async function practiceHistories(
  db: Kysely<Database>,
  of: { boardId: string; practiceId: string | null },
): Promise<{ code: string; rows: { id: string; stage: PracticeStage; changedOn: string }[] }[]> {
  let query = db
    .selectFrom('practice_stage')
    .innerJoin('practice', 'practice.id', 'practice_id')
    .select([
      'practice_stage.id',
      'practice_id',
      'stage',
      'changed_on as changedOn',
      'municipality_code as code',
    ])
    .where('practice.board_id', '=', of.boardId)
    .where('municipality_code', 'is not', null);
  if (of.practiceId !== null) query = query.where('practice_id', '=', of.practiceId);
  const rows = await query.execute();
  return [...Map.groupBy(rows, (row) => `${row.practice_id} ${row.code ?? ''}`).values()].map((changes) => ({
    code: changes[0]?.code ?? '',
    rows: changes.map(({ id, stage, changedOn }) => ({ id, stage, changedOn })),
  }));
}

/** @throws AppError NOT_FOUND */
export async function practiceRow(db: Kysely<Database>, id: string): Promise<Row> {
  const row = await db.selectFrom('practice').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'practice' });
  return row;
}
