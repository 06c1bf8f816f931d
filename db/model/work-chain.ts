/**
 * The chain from a decision to what came of it: decision (§) → what is done because of it (actions, practices, agreements,
 * projects, community forums, immigrant inclusion) → indicator → result, and the cards of logic models between them. It can be walked from
 * any of its links in both directions.
 */
import type { LogicStage } from './logic-model.ts';

/** päätös, toiminto, käytäntö, sopimus, hanke, yhteisöfoorumi, osallisuuden toimi, mittari, logiikkamallin kortti */
const CHAIN_KINDS = [
  'decision',
  'action',
  'practice',
  'agreement',
  'project',
  'forum',
  'inclusion',
  'indicator',
  'card',
] as const;
export type ChainKind = (typeof CHAIN_KINDS)[number];

export interface ChainNode {
  id: string;
  kind: ChainKind;
  title: string;
  /** "3/2026 § 27", "VT-1", the latest value; empty for a card. */
  label: string;
  /** Of a card. */
  stage: LogicStage | null;
  /** Where it is shown: the meeting of a decision, the theme of a card; else null. */
  placeId: string | null;
}
export interface ChainArrow {
  from: string;
  to: string;
}
export interface WorkGraph {
  nodes: readonly ChainNode[];
  arrows: readonly ChainArrow[];
}

/** Everything before and after a link, itself among both; ids. */
export interface Chain {
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
}

export function chainOf(graph: Pick<WorkGraph, 'arrows'>, id: string): Chain {
  return {
    before: walk(
      id,
      graph.arrows,
      ({ to }) => to,
      ({ from }) => from,
    ),
    after: walk(
      id,
      graph.arrows,
      ({ from }) => from,
      ({ to }) => to,
    ),
  };
}

function walk(
  start: string,
  arrows: readonly ChainArrow[],
  at: (arrow: ChainArrow) => string,
  next: (arrow: ChainArrow) => string,
): Set<string> {
  const leading = Map.groupBy(arrows, at);
  const found = new Set([start]);
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const arrow of leading.get(id) ?? []) {
      const other = next(arrow);
      if (found.has(other)) continue;
      found.add(other);
      waiting.push(other);
    }
  return found;
}

/** Columns of the chain's view from left to right. */
export const CHAIN_COLUMNS = ['decision', 'action', 'indicator', 'result'] as const;
export type ChainColumn = (typeof CHAIN_COLUMNS)[number];

/** The column of a link; cards before the results belong to what is done. */
export function columnOf(node: Pick<ChainNode, 'kind' | 'stage'>): ChainColumn {
  if (node.kind === 'card') return node.stage === 'results' || node.stage === 'impacts' ? 'result' : 'action';
  return node.kind === 'decision' || node.kind === 'indicator' ? node.kind : 'action';
}
