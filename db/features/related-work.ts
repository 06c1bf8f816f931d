/** What hangs together: every tie between records of the work, walked from either end. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { SignatureState } from '../model/agreement.ts';
import type { CaseGroup } from '../model/cooperation-case.ts';
import type { ForumStage } from '../model/community-forum.ts';
import type { InclusionKind } from '../model/inclusion.ts';
import type { LocalisedText } from '../model/language.ts';
import type { PracticeStage } from '../model/practice.ts';
import type { ProjectState } from '../model/project.ts';
import {
  MOST_RELATED,
  RELATED_KINDS,
  type Related,
  type RelatedGroup,
  type RelatedKind,
  type RelatedState,
  type RelatedSubject,
} from '../model/related.ts';
import type { ActionStage } from '../model/volunteer-action.ts';
import { decisionLinks } from './volunteer-action-parts.ts';
import { listOf } from './work-links.ts';

/** Columns of a source that name two records. Both ends are found by an index. */
interface Tie {
  from: RelatedKind;
  to: RelatedKind;
  source: string;
  fromColumn: string;
  toColumn: string;
}
const tie = (
  from: RelatedKind,
  fromColumn: string,
  to: RelatedKind,
  toColumn: string,
  source: string,
): Tie => ({ from, to, source, fromColumn, toColumn });

const CARD_LINK = 'logic_card_link join logic_card on logic_card.id = logic_card_link.card_id';
const CARD_SUBJECT = 'indicator_subject join logic_card on logic_card.id = indicator_subject.card_id';
const EVENT_BULLETIN = 'bulletin join volunteer_action_event as event on event.id = bulletin.event_id';
/** All forums of a board feed one indicator. */
const FED_INDICATOR =
  'forum_indicator join community_forum on community_forum.board_id = forum_indicator.board_id';
const SURVEY_MEASUREMENT = `measurement_round join measurement on measurement.id = measurement_round.measurement_id
  join survey_round on survey_round.id = measurement_round.round_id`;

/** The targets of a case or a survey by the column that names them. */
const TIED_COLUMNS: readonly [kind: RelatedKind, column: string][] = [
  ['decision', 'item_id'],
  ['theme', 'theme_id'],
  ['action', 'action_id'],
  ['practice', 'practice_id'],
  ['inclusion', 'entry_id'],
  ['project', 'project_id'],
  ['organisation', 'organisation_id'],
  ['municipality', 'municipality_code'],
];

const TIES: readonly Tie[] = [
  tie('decision', 'item_id', 'action', 'action_id', 'volunteer_action_decision'),
  tie('decision', 'item_id', 'action', 'action_id', 'volunteer_action_stage'),
  tie('decision', 'item_id', 'theme', 'theme_id', CARD_LINK),
  tie('decision', 'item_id', 'practice', 'practice_id', 'practice_decision'),
  tie('decision', 'item_id', 'practice', 'practice_id', 'practice_stage'),
  tie('decision', 'item_id', 'agreement', 'agreement_id', 'agreement_decision'),
  tie('decision', 'item_id', 'project', 'project_id', 'project_decision'),
  tie('decision', 'item_id', 'inclusion', 'entry_id', 'inclusion_decision'),
  tie('decision', 'item_id', 'bulletin', 'id', 'bulletin'),
  tie('theme', 'theme_id', 'action', 'id', 'volunteer_action'),
  tie('theme', 'theme_id', 'action', 'action_id', CARD_LINK),
  tie('theme', 'theme_id', 'practice', 'id', 'practice'),
  tie('theme', 'theme_id', 'project', 'id', 'project'),
  tie('theme', 'theme_id', 'inclusion', 'id', 'inclusion_entry'),
  tie('theme', 'theme_id', 'indicator', 'indicator_id', 'indicator_subject'),
  tie('theme', 'logic_card.theme_id', 'indicator', 'indicator_id', CARD_SUBJECT),
  tie('action', 'action_id', 'practice', 'practice_id', 'practice_action'),
  tie('action', 'action_id', 'project', 'project_id', 'project_action'),
  tie('action', 'action_id', 'inclusion', 'entry_id', 'inclusion_action'),
  tie('action', 'action_id', 'indicator', 'indicator_id', 'indicator_subject'),
  tie('action', 'event.action_id', 'bulletin', 'bulletin.id', EVENT_BULLETIN),
  tie('inclusion', 'entry_id', 'bulletin', 'id', 'bulletin'),
  tie('action', 'action_id', 'plan', 'id', 'communication_entry'),
  tie('practice', 'practice_id', 'agreement', 'agreement_id', 'agreement_practice'),
  tie('inclusion', 'entry_id', 'indicator', 'indicator_id', 'inclusion_indicator'),
  tie('indicator', 'measurement.indicator_id', 'survey', 'survey_round.survey_id', SURVEY_MEASUREMENT),
  tie('bulletin', 'bulletin_id', 'plan', 'id', 'communication_entry'),
  tie('organisation', 'owner_organisation_id', 'theme', 'id', 'theme'),
  tie('organisation', 'lead_organisation_id', 'action', 'id', 'volunteer_action'),
  tie('organisation', 'organisation_id', 'action', 'action_id', 'volunteer_action_partner'),
  tie('organisation', 'owner_organisation_id', 'practice', 'id', 'practice'),
  tie('organisation', 'organisation_id', 'practice', 'practice_id', 'practice_organisation'),
  tie('organisation', 'organisation_id', 'agreement', 'agreement_id', 'agreement_party'),
  tie('organisation', 'lead_organisation_id', 'project', 'id', 'project'),
  tie('organisation', 'organisation_id', 'project', 'project_id', 'project_organisation'),
  tie('organisation', 'host_organisation_id', 'inclusion', 'id', 'inclusion_entry'),
  tie('organisation', 'organisation_id', 'inclusion', 'entry_id', 'inclusion_organisation'),
  tie('organisation', 'applicant_organisation_id', 'decision', 'id', 'agenda_item'),
  tie('municipality', 'code', 'action', 'action_id', 'volunteer_action_municipality'),
  tie('municipality', 'municipality_code', 'action', 'action_id', 'volunteer_action_event'),
  tie('municipality', 'municipality_code', 'practice', 'practice_id', 'practice_stage'),
  tie('municipality', 'municipality_code', 'practice', 'practice_id', 'practice_training'),
  tie('municipality', 'municipality_code', 'agreement', 'agreement_id', 'agreement_party'),
  tie('municipality', 'code', 'inclusion', 'entry_id', 'inclusion_municipality'),
  tie('decision', 'item_id', 'forum', 'forum_id', 'forum_decision'),
  tie('decision', 'item_id', 'forum', 'forum_id', 'forum_stage'),
  tie('theme', 'theme_id', 'forum', 'forum_id', 'forum_theme'),
  tie('action', 'action_id', 'forum', 'forum_id', 'forum_action'),
  tie('practice', 'practice_id', 'forum', 'forum_id', 'forum_practice'),
  tie('forum', 'community_forum.id', 'indicator', 'forum_indicator.indicator_id', FED_INDICATOR),
  tie('organisation', 'chair_organisation_id', 'forum', 'id', 'community_forum'),
  tie('organisation', 'organisation_id', 'forum', 'forum_id', 'forum_organisation'),
  tie('municipality', 'municipality_code', 'forum', 'id', 'community_forum'),
  ...TIED_COLUMNS.flatMap(([kind, column]) => [
    tie(kind, column, 'case', 'case_id', 'case_link'),
    tie(kind, column, 'survey', 'survey_id', 'survey_link'),
  ]),
];

/**
 * Everything that is tied to a record, by kind in the order of `RELATED_KINDS`. An unknown record has nothing.
 * @param kinds only these; all unless given
 */
export async function relatedTo(
  db: Kysely<Database>,
  subject: RelatedSubject,
  kinds: readonly RelatedKind[] = RELATED_KINDS,
): Promise<RelatedGroup[]> {
  const found = await tiedIds(db, subject, kinds);
  const groups: RelatedGroup[] = [];
  for (const kind of RELATED_KINDS) {
    const ids = found.get(kind);
    if (ids === undefined) continue;
    const entries = (await describe(db, kind, ids, subject)).sort(inReadingOrder);
    groups.push({ kind, count: entries.length, entries: entries.slice(0, MOST_RELATED) });
  }
  return groups;
}

async function tiedIds(
  db: Kysely<Database>,
  { kind, id }: RelatedSubject,
  kinds: readonly RelatedKind[],
): Promise<Map<RelatedKind, string[]>> {
  const selects = TIES.flatMap(({ from, to, source, fromColumn, toColumn }): RawBuilder<unknown>[] => {
    const one = (of: RelatedKind, wanted: string, known: string) =>
      sql`select ${sql.lit(of)} as kind, ${sql.ref(wanted)} as id from ${sql.raw(source)}
        where ${sql.ref(known)} = ${id} and ${sql.ref(wanted)} is not null`;
    return [
      ...(from === kind && kinds.includes(to) ? [one(to, toColumn, fromColumn)] : []),
      ...(to === kind && kinds.includes(from) ? [one(from, fromColumn, toColumn)] : []),
    ];
  });
  if (selects.length === 0) return new Map();
  const { rows } = await sql<{ kind: RelatedKind; id: string }>`${sql.join(selects, sql` union `)}`.execute(
    db,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.kind)].map(([of, own]) => [of, own.map((row) => row.id)]),
  );
}

const byName = new Intl.Collator('fi', { numeric: true });

/** Decisions and rows of the plan the newest first, the rest by code and name. */
function inReadingOrder(a: Related, b: Related): number {
  if (a.kind === 'decision' || a.kind === 'plan')
    return (b.from ?? '').localeCompare(a.from ?? '') || byName.compare(a.label, b.label);
  return byName.compare(a.label, b.label) || byName.compare(a.title.fi, b.title.fi);
}

interface Told {
  id: string;
  title: string;
  title_sv?: string | null;
  title_en?: string | null;
  label?: string | null;
  state?: string | null;
  starts_on?: string | null;
  ends_on?: string | null;
}

async function describe(
  db: Kysely<Database>,
  kind: RelatedKind,
  ids: readonly string[],
  subject: RelatedSubject,
): Promise<Related[]> {
  if (kind === 'decision')
    return [...(await decisionLinks(db, ids)).values()].map((one) => ({
      kind,
      id: one.itemId,
      title: named(one.title),
      label: one.reference,
      state: null,
      from: one.heldOn,
      to: null,
      placeId: one.meetingId,
    }));
  const { rows } = await tellingOf(kind, ids, subject.kind === 'municipality' ? subject.id : null).execute(
    db,
  );
  return rows.map((row) => ({
    kind,
    id: row.id,
    title: { fi: row.title, sv: row.title_sv ?? null, en: row.title_en ?? null },
    label: row.label ?? '',
    state: stateOf(kind, row.state ?? null),
    from: row.starts_on ?? null,
    to: row.ends_on ?? null,
    placeId: null,
  }));
}

const named = (text: string): LocalisedText => ({ fi: text, sv: null, en: null });

function stateOf(kind: RelatedKind, state: string | null): RelatedState | null {
  if (state === null) return null;
  switch (kind) {
    case 'action':
      return { of: kind, stage: state as ActionStage };
    case 'practice':
      return { of: kind, stage: state as PracticeStage };
    case 'inclusion':
      return { of: kind, kind: state as InclusionKind };
    case 'agreement':
      return { of: kind, signature: state as SignatureState };
    case 'project':
      return { of: kind, state: state as ProjectState };
    case 'forum':
      return { of: kind, stage: state as ForumStage };
    case 'case':
      return { of: kind, group: state as CaseGroup };
    case 'decision':
    case 'theme':
    case 'indicator':
    case 'survey':
    case 'bulletin':
    case 'plan':
    case 'organisation':
    case 'municipality':
      return null;
  }
}

/** The words of records of a kind. @param municipality the code beside which they are told */
function tellingOf(
  kind: Exclude<RelatedKind, 'decision'>,
  ids: readonly string[],
  municipality: string | null,
): RawBuilder<Told> {
  const among = listOf(ids);
  switch (kind) {
    case 'theme':
      return sql`select id, name as title, starts_on, ends_on from theme where id in ${among}`;
    case 'action':
      return sql`select id, name as title, code as label, starts_on, ends_on,
        (select stage from volunteer_action_stage as change where change.action_id = volunteer_action.id
          order by changed_on desc, change.id desc limit 1) as state
        from volunteer_action where id in ${among}`;
    case 'practice':
      return sql`select id, name as title, code as label,
        (select stage from practice_stage as change where change.practice_id = practice.id
          and municipality_code is ${municipality} order by changed_on desc, change.id desc limit 1) as state
        from practice where id in ${among}`;
    case 'inclusion':
      return sql`select id, name as title, code as label, kind as state, starts_on, ends_on
        from inclusion_entry where id in ${among}`;
    case 'agreement':
      return sql`select id, name as title, code as label, starts_on, ends_on,
        (select state from agreement_signature join agreement_party as party on party.id = party_id
          where party.agreement_id = agreement.id and municipality_code = ${municipality}
          order by noted_on desc, agreement_signature.id desc limit 1) as state
        from agreement where id in ${among}`;
    case 'project':
      return sql`select id, name as title, code as label, state, starts_on, ends_on
        from project where id in ${among}`;
    case 'forum':
      return sql`select id, name as title, code as label,
        (select stage from forum_stage as change where change.forum_id = community_forum.id
          order by changed_on desc, change.id desc limit 1) as state
        from community_forum where id in ${among}`;
    case 'case':
      return sql`select id, name as title, code as label, case_group as state
        from cooperation_case where id in ${among}`;
    case 'indicator':
      return sql`select id, name as title from indicator where id in ${among}`;
    case 'survey':
      return sql`select id, name as title from survey where id in ${among}`;
    case 'bulletin':
      return sql`select bulletin.id, bulletin_text.title, created_on as starts_on from bulletin
        join bulletin_text on bulletin_id = bulletin.id and language = source_language
        where bulletin.id in ${among}`;
    case 'plan':
      return sql`select id, title, coalesce(done_on, planned_on) as starts_on
        from communication_entry where id in ${among}`;
    case 'organisation':
      return sql`select id, name_fi as title, name_sv as title_sv, name_en as title_en
        from organisation where id in ${among}`;
    case 'municipality':
      return sql`select code as id, name_fi as title, name_sv as title_sv from municipality
        where code in ${among} and year = (select max(year) from municipality as newest
          where newest.code = municipality.code)`;
  }
}
