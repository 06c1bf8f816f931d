/** What leads to what in a board's work: decisions, what is done because of them, indicators and cards of logic models. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { ChainArrow, ChainKind, ChainNode, WorkGraph } from '../model/work-chain.ts';
import { listIndicators } from './indicators.ts';
import { actionLinks } from './themes.ts';
import { decisionLinks } from './volunteer-action-parts.ts';

/** Ties that lead from one kind to another, as a table with its two columns. */
const TIES: readonly [from: ChainKind, column: string, to: ChainKind, column: string, table: string][] = [
  ['decision', 'item_id', 'action', 'action_id', 'volunteer_action_decision'],
  ['decision', 'item_id', 'action', 'action_id', 'volunteer_action_stage'],
  ['decision', 'item_id', 'practice', 'practice_id', 'practice_decision'],
  ['decision', 'item_id', 'practice', 'practice_id', 'practice_stage'],
  ['decision', 'item_id', 'agreement', 'agreement_id', 'agreement_decision'],
  ['decision', 'item_id', 'project', 'project_id', 'project_decision'],
  ['decision', 'item_id', 'forum', 'forum_id', 'forum_decision'],
  ['decision', 'item_id', 'forum', 'forum_id', 'forum_stage'],
  ['practice', 'practice_id', 'forum', 'forum_id', 'forum_practice'],
  ['action', 'action_id', 'forum', 'forum_id', 'forum_action'],
  ['decision', 'item_id', 'inclusion', 'entry_id', 'inclusion_decision'],
  ['decision', 'item_id', 'card', 'card_id', 'logic_card_link'],
  ['action', 'action_id', 'card', 'card_id', 'logic_card_link'],
  // An agreement carries practices; a practice and a project are carried out by actions; an action opens paths.
  ['agreement', 'agreement_id', 'practice', 'practice_id', 'agreement_practice'],
  ['practice', 'practice_id', 'action', 'action_id', 'practice_action'],
  ['project', 'project_id', 'action', 'action_id', 'project_action'],
  ['action', 'action_id', 'inclusion', 'entry_id', 'inclusion_action'],
  ['inclusion', 'entry_id', 'indicator', 'indicator_id', 'inclusion_indicator'],
  ['action', 'action_id', 'indicator', 'indicator_id', 'indicator_subject'],
  ['indicator', 'indicator_id', 'card', 'card_id', 'indicator_subject'],
  ['card', 'from_card_id', 'card', 'to_card_id', 'logic_arrow'],
];

/** Records of a board that have a code and a name. */
const CODED: readonly [kind: ChainKind, table: string][] = [
  ['practice', 'practice'],
  ['agreement', 'agreement'],
  ['project', 'project'],
  ['forum', 'community_forum'],
  ['inclusion', 'inclusion_entry'],
];

/**
 * The graph of a board. A decision leads to what is done because of it (actions, practices, agreements, projects,
 * inclusion) and to cards, these to their indicators and to the cards that they carry out, an indicator to the cards
 * (results) that it shows, a card to the cards that its arrows name.
 */
export async function workGraph(db: Kysely<Database>, boardId: string): Promise<WorkGraph> {
  const actions = await actionLinks(db, boardId);
  const indicators = await listIndicators(db, boardId);
  const cards = await db
    .selectFrom('logic_card')
    .innerJoin('theme', 'theme.id', 'theme_id')
    .select(['logic_card.id', 'logic_card.text', 'logic_card.stage', 'theme.id as themeId'])
    .where('theme.board_id', '=', boardId)
    .orderBy('theme.position')
    .orderBy('logic_card.position')
    .execute();
  const coded = await sql<{ kind: ChainKind; id: string; code: string; name: string }>`
    ${sql.join(
      CODED.map(
        ([kind, table]) =>
          sql`select ${sql.lit(kind)} as kind, id, code, name from ${sql.table(table)} where board_id = ${boardId}`,
      ),
      sql` union all `,
    )}`.execute(db);
  const tied = await sql<ChainArrow & { kind: ChainKind }>`
    ${sql.join(
      TIES.map(
        ([kind, from, , to, table]) =>
          sql`select ${sql.lit(kind)} as kind, ${sql.ref(from)} as "from", ${sql.ref(to)} as "to" from ${sql.table(table)}
            where ${sql.ref(from)} is not null and ${sql.ref(to)} is not null`,
      ),
      sql` union `,
    )}`.execute(db);
  const plain = (kind: ChainKind, id: string, title: string, label: string): ChainNode => ({
    id,
    kind,
    title,
    label,
    stage: null,
    placeId: null,
  });
  const done: ChainNode[] = [
    ...[...actions.values()].map(({ id, name, code }) => plain('action', id, name, code)),
    ...coded.rows.map(({ kind, id, code, name }) => plain(kind, id, name, code)),
    ...indicators.map(({ id, name, unit }) => plain('indicator', id, name, unit)),
    ...cards.map((one): ChainNode => ({
      ...plain('card', one.id, one.text, ''),
      stage: one.stage,
      placeId: one.themeId,
    })),
  ];
  // Ties are of every board of the file; those of another lead to nothing that is here.
  const here = new Set(done.map(({ id }) => id));
  const decisions = await decisionLinks(db, [
    ...new Set(tied.rows.flatMap((one) => (one.kind === 'decision' && here.has(one.to) ? [one.from] : []))),
  ]);
  const nodes: ChainNode[] = [
    ...[...decisions.values()]
      .sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
      .map((one): ChainNode => ({
        ...plain('decision', one.itemId, one.title, one.reference),
        placeId: one.meetingId,
      })),
    ...done,
  ];
  const known = new Set(nodes.map((node) => node.id));
  const arrows = new Map(tied.rows.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
  return { nodes, arrows: [...arrows.values()].filter(({ from, to }) => known.has(from) && known.has(to)) };
}
