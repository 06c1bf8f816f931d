/** A board's year of inclusion, practices, agreements, projects and communication, as annual reports tell it. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type {
  AnnualAgreement,
  AnnualPathPeriod,
  AnnualPracticeChange,
  AnnualWorkFacts,
} from '../model/annual-work-facts.ts';
import { agreementState, type SignatureState } from '../model/agreement.ts';
import { BULLETIN_LANGUAGES } from '../model/bulletin.ts';
import { PLAN_CHANNELS } from '../model/communication-plan.ts';
import { INCLUSION_KINDS, type InclusionKind } from '../model/inclusion.ts';
import { coveredEntries } from '../model/inclusion-coverage.ts';
import { stageCounts, stageOn } from '../model/practice.ts';
import { countRange, sumRange, type CountRange } from '../model/small-counts.ts';
import { listAgreements } from './agreement-views.ts';
import { textViews } from './bulletin-views.ts';
import { listPlan } from './communication-plan.ts';
import { inclusionCoverage } from './inclusion-coverage.ts';
import type { InclusionEntry } from './inclusion-views.ts';
import { listProjects } from './projects.ts';
import { byCode } from './volunteer-actions.ts';

/** ISO days: the first and last of the year, and today for what is late. */
interface Asked {
  boardId: string;
  first: string;
  last: string;
  today: string;
}

/** The day as whose state the year is told: its last one, or today while it goes on. */
const asOf = ({ last, today }: Asked): string => (today < last ? today : last);

export async function annualWorkFacts(db: Kysely<Database>, asked: Asked): Promise<AnnualWorkFacts> {
  const cases = await db
    .selectFrom('cooperation_case')
    .select('id')
    .where('board_id', '=', asked.boardId)
    .execute();
  return {
    inclusion: await readInclusion(db, asked),
    practices: await readPractices(db, asked),
    agreements: await readAgreements(db, asked),
    projects: await readProjects(db, asked),
    cases: cases.length,
    communication: await readCommunication(db, asked),
  };
}

async function readInclusion(
  db: Kysely<Database>,
  { boardId, first, last, today }: Asked,
): Promise<AnnualWorkFacts['inclusion']> {
  const filter = { period: { from: first, to: last }, language: null };
  const { entries, coverage } = await inclusionCoverage(db, { boardId, regionCode: null, filter }, today);
  const own = coveredEntries(entries, filter);
  const byKind = (count: (kind: InclusionKind) => number): Record<InclusionKind, number> => ({
    path: count('path'),
    event: count('event'),
    training: count('training'),
    material: count('material'),
    support_point: count('support_point'),
  });
  return {
    kinds: INCLUSION_KINDS.map((kind) => {
      const those = own.filter((entry) => entry.kind === kind);
      const counts = those.flatMap(({ participantCount }) => participantCount ?? []);
      return {
        kind,
        entries: those.length,
        participants: counts.length === 0 ? null : sumRange(counts),
      };
    }),
    coverage: coverage.rows.map(({ code, name, cells, gaps }) => ({
      code,
      name,
      own: byKind((kind) => cells[kind].entryIds.length),
      regional: byKind((kind) => cells[kind].regionalIds.length),
      gaps,
    })),
    paths: entries.flatMap((entry) => pathPeriods(entry, first, last)),
  };
}

function pathPeriods(
  { name, steps, periods }: InclusionEntry,
  first: string,
  last: string,
): AnnualPathPeriod[] {
  const shown = (count: number | null | undefined): CountRange | null =>
    count === null || count === undefined ? null : countRange(count);
  return periods
    .filter(({ endsOn }) => endsOn >= first && endsOn <= last)
    .map(({ startsOn, endsOn, total, leftCount, counts }) => ({
      path: name,
      startsOn,
      endsOn,
      total: shown(total),
      reached: shown(counts[steps.at(-1)?.id ?? '']),
      left: shown(leftCount),
    }));
}

async function readPractices(db: Kysely<Database>, asked: Asked): Promise<AnnualWorkFacts['practices']> {
  const { boardId, first, last } = asked;
  const day = asOf(asked);
  const practices = await db
    .selectFrom('practice')
    .select(['id', 'code', 'name'])
    .where('board_id', '=', boardId)
    .execute();
  const stages = await db
    .selectFrom('practice_stage as stage')
    .innerJoin('practice', 'practice.id', 'stage.practice_id')
    .leftJoin('municipality', (join) =>
      join
        .onRef('municipality.year', '=', 'stage.municipality_year')
        .onRef('municipality.code', '=', 'stage.municipality_code'),
    )
    .select([
      'stage.id',
      'practice_id',
      'practice.code',
      'practice.name',
      'stage.stage',
      'changed_on as changedOn',
      'decided_by as decidedBy',
      'municipality_code as place',
      'name_fi',
      'name_sv',
    ])
    .where('practice.board_id', '=', boardId)
    .orderBy('changed_on')
    .orderBy('stage.id')
    .execute();
  const byPractice = Map.groupBy(stages, (row) => row.practice_id);
  return {
    practices: practices
      .map(({ id, code, name }) => {
        const own = byPractice.get(id) ?? [];
        const histories = Map.groupBy(
          own.filter(({ place }) => place !== null),
          ({ place }) => place ?? '',
        );
        return {
          code,
          name,
          stage:
            stageOn(
              own.filter(({ place }) => place === null),
              day,
            )?.stage ?? null,
          municipalities: stageCounts(
            [...histories].map(([place, rows]) => ({ code: place, rows })),
            day,
          ),
        };
      })
      .sort(byCode),
    changes: stages
      .filter(({ changedOn }) => changedOn >= first && changedOn <= last)
      .map(({ code, name, stage, changedOn, decidedBy, name_fi, name_sv }): AnnualPracticeChange => ({
        code,
        name,
        changedOn,
        municipality: name_fi === null ? null : { fi: name_fi, sv: name_sv },
        stage,
        decidedBy,
      })),
  };
}

async function readAgreements(db: Kysely<Database>, asked: Asked): Promise<AnnualAgreement[]> {
  const { boardId, first, last } = asked;
  const day = asOf(asked);
  const ended = new Map(
    (
      await db
        .selectFrom('agreement')
        .select(['id', 'terminated_on'])
        .where('board_id', '=', boardId)
        .execute()
    ).map((row) => [row.id, row.terminated_on]),
  );
  return (await listAgreements(db, boardId, day))
    .filter(
      ({ id, startsOn, endsOn }) =>
        (startsOn ?? first) <= last && (endsOn ?? last) >= first && (ended.get(id) ?? last) >= first,
    )
    .map(({ id, code, name, kind, startsOn, endsOn, parties }) => {
      // As it stood on the day: what was noted later is not of the year.
      const latest = parties.map(
        ({ signatures }) => signatures.find(({ notedOn }) => notedOn <= day) ?? null,
      );
      const signed = latest.filter((one) => one?.state === 'signed');
      return {
        code,
        name,
        kind,
        state: agreementState(
          {
            startsOn,
            endsOn,
            noticeMonths: null,
            remindDays: 0,
            terminatedOn: ended.get(id) ?? null,
            isRenewed: false,
            signatures: latest.map((one): SignatureState | null => one?.state ?? null),
          },
          day,
        ),
        startsOn,
        endsOn,
        parties: parties.length,
        signed: signed.length,
        signedInYear: signed.filter((one) => one !== null && one.notedOn >= first).length,
      };
    });
}

async function readProjects(
  db: Kysely<Database>,
  { boardId, first, last, today }: Asked,
): Promise<AnnualWorkFacts['projects']> {
  return (await listProjects(db, boardId, today))
    .filter(({ startsOn, endsOn }) => (startsOn ?? first) <= last && (endsOn ?? last) >= first)
    .map(({ code, name, state, startsOn, endsOn, area, lead, pilots }) => ({
      code,
      name,
      state,
      startsOn,
      endsOn,
      area,
      lead: lead?.name ?? null,
      pilots: pilots.length,
    }));
}

async function readCommunication(
  db: Kysely<Database>,
  { boardId, first, last, today }: Asked,
): Promise<AnnualWorkFacts['communication']> {
  const entries = (await listPlan(db, boardId, today)).filter(
    ({ plannedOn }) => plannedOn >= first && plannedOn <= last,
  );
  const bulletins = await db
    .selectFrom('bulletin')
    .select(['id', 'source_language'])
    .where('board_id', '=', boardId)
    .where('created_on', '>=', first)
    .where('created_on', '<=', last)
    .execute();
  const texts = [...(await textViews(db, bulletins)).values()].flat();
  return {
    channels: PLAN_CHANNELS.map((channel) => {
      const own = entries.filter((entry) => entry.channel === channel);
      return {
        channel,
        planned: own.length,
        done: own.filter(({ state }) => state === 'done').length,
        late: own.filter(({ state }) => state === 'late').length,
      };
    }).filter(({ planned }) => planned > 0),
    bulletins: bulletins.length,
    languages: BULLETIN_LANGUAGES.map((language) => {
      const own = texts.filter((text) => text.language === language);
      return {
        language,
        wanted: own.length,
        written: own.filter(({ state }) => state !== 'missing').length,
        checked: own.filter(({ state }) => state === 'checked').length,
      };
    }).filter(({ wanted }) => wanted > 0),
  };
}
