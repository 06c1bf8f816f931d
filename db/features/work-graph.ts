/** What leads to what in a board's work: decisions, actions, indicators and cards of logic models. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { ChainArrow, ChainNode, WorkGraph } from '../model/work-chain.ts';
import { listIndicators } from './indicators.ts';
import { actionLinks } from './themes.ts';
import { decisionLinks } from './volunteer-action-parts.ts';

/**
 * The graph of a board. A decision leads to its actions and cards, an action to its indicators and to the cards that it
 * carries out, an indicator to the cards (results) that it shows, a card to the cards that its arrows name.
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
  const decided = await db
    .selectFrom('volunteer_action_decision')
    .innerJoin('volunteer_action', 'volunteer_action.id', 'action_id')
    .select(['action_id', 'item_id'])
    .where('board_id', '=', boardId)
    .execute();
  const staged = await db
    .selectFrom('volunteer_action_stage')
    .innerJoin('volunteer_action', 'volunteer_action.id', 'action_id')
    .select(['action_id', 'item_id'])
    .where('board_id', '=', boardId)
    .where('item_id', 'is not', null)
    .$castTo<{ action_id: string; item_id: string }>()
    .execute();
  const links = await db
    .selectFrom('logic_card_link')
    .innerJoin('logic_card', 'logic_card.id', 'card_id')
    .innerJoin('theme', 'theme.id', 'logic_card.theme_id')
    .select(['card_id', 'action_id', 'item_id'])
    .where('board_id', '=', boardId)
    .execute();
  const drawn = await db
    .selectFrom('logic_arrow')
    .innerJoin('logic_card', 'logic_card.id', 'from_card_id')
    .innerJoin('theme', 'theme.id', 'logic_card.theme_id')
    .select(['from_card_id as from', 'to_card_id as to'])
    .where('board_id', '=', boardId)
    .execute();
  const decisions = await decisionLinks(db, [
    ...new Set([...decided, ...staged, ...links].flatMap((one) => one.item_id ?? [])),
  ]);
  const nodes: ChainNode[] = [
    ...[...decisions.values()]
      .sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
      .map((one): ChainNode => ({
        id: one.itemId,
        kind: 'decision',
        title: one.title,
        label: one.reference,
        stage: null,
        placeId: one.meetingId,
      })),
    ...[...actions.values()].map((one): ChainNode => ({
      id: one.id,
      kind: 'action',
      title: one.name,
      label: one.code,
      stage: null,
      placeId: null,
    })),
    ...indicators.map((one): ChainNode => ({
      id: one.id,
      kind: 'indicator',
      title: one.name,
      label: one.unit,
      stage: null,
      placeId: null,
    })),
    ...cards.map((one): ChainNode => ({
      id: one.id,
      kind: 'card',
      title: one.text,
      label: '',
      stage: one.stage,
      placeId: one.themeId,
    })),
  ];
  const arrows: ChainArrow[] = [
    ...[...decided, ...staged].map((one) => ({ from: one.item_id, to: one.action_id })),
    ...links.map((one) => ({ from: one.action_id ?? one.item_id ?? '', to: one.card_id })),
    ...indicators.flatMap((one) =>
      one.subjects.flatMap((subject) => {
        if (subject.kind === 'action') return [{ from: subject.id, to: one.id }];
        return subject.kind === 'card' ? [{ from: one.id, to: subject.id }] : [];
      }),
    ),
    ...drawn,
  ];
  const known = new Set(nodes.map((node) => node.id));
  const seen = new Set<string>();
  return {
    nodes,
    arrows: arrows.filter(({ from, to }) => {
      const key = `${from} ${to}`;
      if (!known.has(from) || !known.has(to) || seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  };
}
