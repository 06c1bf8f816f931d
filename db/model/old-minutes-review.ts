/** The review of old minutes: what the parser proposes as fields, each with its place, its values and the secretary's answer. */
import type { AnswerState, OldMinutesProposal, Review, Span } from './old-minutes.ts';

export type FieldKind =
  | 'number'
  | 'heldOn'
  | 'startedAt'
  | 'endedAt'
  | 'place'
  | 'person'
  | 'item'
  | 'examiner';

export type FieldValues = Readonly<Record<string, string | boolean | null>>;

export interface ReviewField {
  /** `heldOn`, `person:0`; what the secretary adds goes on from the last number. */
  id: string;
  kind: FieldKind;
  /** Where the original says it; null when it was not found there. */
  at: Span | null;
  state: AnswerState;
  /** As accepted or changed, else as proposed. */
  values: FieldValues;
}

const HEAD_KINDS = ['number', 'heldOn', 'startedAt', 'endedAt', 'place'] as const;
const LIST_KINDS = ['person', 'item', 'examiner'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** The fields in the order in which they are reviewed. */
export function reviewFields(proposal: OldMinutesProposal, review: Review): ReviewField[] {
  const { number, year } = proposal;
  const text = (value: string | undefined): FieldValues => ({ value: value ?? '' });
  const label = [number?.value, year?.value].filter((one) => one !== undefined).join('/');
  const head: Record<(typeof HEAD_KINDS)[number], { at: Span | null; values: FieldValues }> = {
    number: { at: number?.at ?? null, values: text(number === null ? '' : label) },
    heldOn: { at: proposal.heldOn?.at ?? null, values: text(proposal.heldOn?.value) },
    startedAt: { at: proposal.startedAt?.at ?? null, values: text(proposal.startedAt?.value) },
    endedAt: { at: proposal.endedAt?.at ?? null, values: text(proposal.endedAt?.value) },
    place: { at: proposal.place?.at ?? null, values: text(proposal.place?.value) },
  };
  const proposed: Record<ListKind, { at: Span; values: FieldValues }[]> = {
    person: proposal.people.map(({ at, name, capacity, present, title, arrivedAt, leftAt }) => ({
      at,
      values: { name, capacity, present, title, arrivedAt, leftAt, personId: null },
    })),
    item: proposal.items.map(({ at, ...item }) => ({
      at,
      values: { ...item, number: String(item.number) },
    })),
    examiner: proposal.examiners.map(({ at, value }) => ({ at, values: { value } })),
  };
  return [
    ...HEAD_KINDS.map((kind) => field(kind, kind, head[kind], review)),
    ...LIST_KINDS.flatMap((kind) => [
      ...proposed[kind].map((one, index) => field(`${kind}:${index}`, kind, one, review)),
      ...addedIds(kind, proposed[kind].length, review).map((id) =>
        field(id, kind, { at: null, values: {} }, review),
      ),
    ]),
  ];
}

function field(
  id: string,
  kind: FieldKind,
  proposed: { at: Span | null; values: FieldValues },
  review: Review,
): ReviewField {
  const answer = review[id];
  return {
    id,
    kind,
    at: proposed.at,
    state: answer?.state ?? 'open',
    values: answer?.value === undefined ? proposed.values : { ...proposed.values, ...answer.value },
  };
}

const indexOf = (id: string): number => Number(id.split(':')[1] ?? -1);

/** Fields that the secretary has added beyond what was proposed. */
function addedIds(kind: ListKind, proposedCount: number, review: Review): string[] {
  return Object.keys(review)
    .filter((id) => id.startsWith(`${kind}:`) && indexOf(id) >= proposedCount)
    .toSorted((one, other) => indexOf(one) - indexOf(other));
}

/** The id of a further field of that kind. */
export function nextId(kind: ListKind, fields: readonly ReviewField[]): string {
  const last = Math.max(-1, ...fields.filter((one) => one.kind === kind).map(({ id }) => indexOf(id)));
  return `${kind}:${last + 1}`;
}

/** Whether something is there to be accepted. */
export function isEmptyField({ values }: ReviewField): boolean {
  const main = values['title'] ?? values['name'] ?? values['value'];
  const named = values['name'] ?? main;
  return String(named ?? '').trim() === '';
}

/** The review with an answer to one field; a change of values is told from a mere yes. */
export function answered(
  review: Review,
  field: ReviewField,
  state: AnswerState,
  values?: FieldValues,
): Review {
  const given = values ?? field.values;
  const isChanged = values !== undefined || review[field.id]?.value !== undefined;
  return {
    ...review,
    [field.id]: {
      state: state === 'accepted' && isChanged ? 'changed' : state,
      ...(isChanged ? { value: { ...given } } : {}),
    },
  };
}

/** The review with a yes to everything that is still open and not empty; the empty ones are left out. */
export function acceptedRest(review: Review, fields: readonly ReviewField[]): Review {
  return fields
    .filter((one) => one.state === 'open')
    .reduce((all, one) => answered(all, one, isEmptyField(one) ? 'rejected' : 'accepted'), review);
}

const isTaken = ({ state }: ReviewField): boolean => state === 'accepted' || state === 'changed';
const textOf = (values: FieldValues, key: string): string => String(values[key] ?? '').trim();

/** What is accepted, in the form that `oldMinutesSchema` checks. */
export function acceptedOf(fields: readonly ReviewField[]): Record<string, unknown> {
  const taken = fields.filter(isTaken);
  const head = (kind: FieldKind): string => {
    const one = taken.find((each) => each.kind === kind);
    return one === undefined ? '' : textOf(one.values, 'value');
  };
  const number = /^(\d{1,3})\s*\/\s*(\d{4})$/.exec(head('number'));
  return {
    number: number === null ? null : Number(number[1]),
    year: number === null ? null : Number(number[2]),
    heldOn: head('heldOn'),
    startedAt: head('startedAt') || null,
    endedAt: head('endedAt') || null,
    place: head('place'),
    people: taken
      .filter(({ kind }) => kind === 'person')
      .map(({ values }) => ({
        name: textOf(values, 'name'),
        capacity: textOf(values, 'capacity') || 'other',
        present: values['present'] !== false,
        title: textOf(values, 'title'),
        arrivedAt: textOf(values, 'arrivedAt') || null,
        leftAt: textOf(values, 'leftAt') || null,
        personId: textOf(values, 'personId') || null,
      })),
    items: taken
      .filter(({ kind }) => kind === 'item')
      .map(({ values }) => ({
        number: Number(textOf(values, 'number')),
        label: textOf(values, 'label') || `${textOf(values, 'number')} §`,
        title: textOf(values, 'title'),
        diaryNumber: textOf(values, 'diaryNumber') || null,
        account: textOf(values, 'account'),
        proposal: textOf(values, 'proposal'),
        proceedings: textOf(values, 'proceedings'),
        decision: textOf(values, 'decision'),
      }))
      .toSorted((one, other) => one.number - other.number),
    examiners: taken.filter(({ kind }) => kind === 'examiner').map(({ values }) => textOf(values, 'value')),
  };
}
