/**
 * A theme area (teema-alue) and its logic model: four columns of cards, toimintaympäristö nyt → toteutus → tulokset →
 * vaikutukset, with arrows from card to card.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { AppError } from './errors.ts';
import { idSchema } from './identity.ts';

/** toimintaympäristö nyt, toteutus, tulokset, vaikutukset */
export const LOGIC_STAGES = ['environment', 'implementation', 'results', 'impacts'] as const;
export type LogicStage = (typeof LOGIC_STAGES)[number];

export interface LogicCard {
  id: string;
  stage: LogicStage;
  text: string;
}
export interface LogicArrow {
  from: string;
  to: string;
}
/** Cards of one theme in the order of their columns. */
export interface LogicModel {
  cards: readonly LogicCard[];
  arrows: readonly LogicArrow[];
}

const line = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));

export const themeInputSchema = v.pipe(
  v.object({
    name: line,
    summary: v.optional(v.pipe(v.string(), v.maxLength(5_000, 'too_long')), ''),
    goals: v.optional(v.pipe(v.array(line), v.maxLength(30)), []),
    ownerOrganisationId: v.nullish(idSchema, null),
    ownerPersonId: v.nullish(idSchema, null),
    startsOn: v.nullish(isoDateSchema, null),
    endsOn: v.nullish(isoDateSchema, null),
  }),
  v.forward(
    v.check(
      ({ startsOn, endsOn }) => startsOn === null || endsOn === null || endsOn >= startsOn,
      'ends_before_start',
    ),
    ['endsOn'],
  ),
);
export type ThemeValues = v.InferOutput<typeof themeInputSchema>;

export const cardTextSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'required'),
  v.maxLength(500, 'too_long'),
);
export const logicStageSchema = v.picklist(LOGIC_STAGES);

/** The cards of one column, from top to bottom. */
export function column<Card extends LogicCard>(
  model: { readonly cards: readonly Card[] },
  stage: LogicStage,
): Card[] {
  return model.cards.filter((card) => card.stage === stage);
}

/**
 * The cards with one of them moved to a place in a column. A place beyond the end is the end; the others keep their
 * order. An unknown card changes nothing.
 * @param index place in the column once the card has left its old one, from 0
 */
export function moveCard<Card extends LogicCard>(
  cards: readonly Card[],
  id: string,
  stage: LogicStage,
  index: number,
): Card[] {
  const moved = cards.find((card) => card.id === id);
  if (!moved) return [...cards];
  const rest = cards.filter((card) => card.id !== id);
  return LOGIC_STAGES.flatMap((one) => {
    const own = rest.filter((card) => card.stage === one);
    return one === stage
      ? own.toSpliced(Math.max(0, Math.min(index, own.length)), 0, { ...moved, stage })
      : own;
  });
}

/**
 * Whether an arrow may lead from one card to another: forwards from column to column, or within one. Backwards would
 * say that an effect brings about what it follows from.
 * @throws AppError ARROW_TO_ITSELF, ARROW_BACKWARDS, ARROW_THERE, ARROW_CIRCLE
 */
export function checkArrow(model: LogicModel, arrow: LogicArrow): void {
  if (arrow.from === arrow.to) throw new AppError('ARROW_TO_ITSELF');
  const stageOf = (id: string): number =>
    LOGIC_STAGES.indexOf(model.cards.find((card) => card.id === id)?.stage ?? 'environment');
  if (stageOf(arrow.to) < stageOf(arrow.from)) throw new AppError('ARROW_BACKWARDS');
  if (model.arrows.some(({ from, to }) => from === arrow.from && to === arrow.to))
    throw new AppError('ARROW_THERE');
  if (reachable(model.arrows, arrow.to).has(arrow.from)) throw new AppError('ARROW_CIRCLE');
}

/** Arrows that lead backwards once a card has changed its column. */
export function backwardArrows(model: LogicModel): LogicArrow[] {
  const stages = new Map(model.cards.map((card) => [card.id, LOGIC_STAGES.indexOf(card.stage)]));
  return model.arrows.filter(({ from, to }) => (stages.get(to) ?? 0) < (stages.get(from) ?? 0));
}

/** Cards to which arrows lead from a card, itself among them. */
function reachable(arrows: readonly LogicArrow[], from: string): Set<string> {
  const found = new Set([from]);
  const waiting = [from];
  for (let card = waiting.pop(); card !== undefined; card = waiting.pop())
    for (const arrow of arrows)
      if (arrow.from === card && !found.has(arrow.to)) {
        found.add(arrow.to);
        waiting.push(arrow.to);
      }
  return found;
}
