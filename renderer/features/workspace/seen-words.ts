/** A field of a row that two windows changed, in words. */
import type { Choice } from '../../../db/model/facts.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import type { SeenKind } from '../../../db/model/seen.ts';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/language.ts';
import { peopleOf } from './people.ts';
import { sideText } from './vote-words.ts';

type Values = Readonly<Record<string, unknown>>;

interface Words {
  view: MeetingView;
  t: Translate;
  format: Format;
}

const TIMES = new Set(['arrivedAt', 'leftAt', 'returnedAt', 'startedAt', 'endedAt']);
const NONE = '–';

/** The label of a field, e.g. "Kannattajat". */
export function seenLabel(field: string, t: Translate): string {
  return t(`seen.field.${field}` as 'seen.field.text');
}

/** The value of a field, e.g. "Jäsen 03, Jäsen 07". */
export function seenValue(kind: SeenKind, field: string, values: Values, words: Words): string {
  const { view, t, format } = words;
  const value = values[field];
  if (value === null || value === undefined || value === '') return NONE;
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return listWords(value, words);
  if (typeof value === 'object') {
    const counts = value as Record<Choice, number>;
    return (['aye', 'no', 'blank'] as const)
      .map((choice) => `${t(`workspace.vote.${choice}`)} ${counts[choice]}`)
      .join(', ');
  }
  const text = value as string;
  if (TIMES.has(field)) return format.time(text);
  if (field === 'proposerId') return nameOf(view, text);
  if (field.endsWith('ItemId') || field === 'itemId')
    return view.items.find(({ id }) => id === text)?.sectionLabel ?? NONE;
  if (field.endsWith('ProposalId')) {
    const item = view.items.find(({ proposals }) => proposals.some(({ id }) => id === text));
    return item === undefined ? NONE : sideText(view, item, text, null, t);
  }
  switch (`${kind}.${field}`) {
    case 'proposal.kind':
      return t(`workspace.proposal.${text}` as 'workspace.proposal.counter');
    case 'vote.method':
      return t(`workspace.vote.method.${text}` as 'workspace.vote.method.count');
    case 'vote.chairChoice':
    case 'vote.lot':
      return t(`workspace.vote.${text}` as 'workspace.vote.aye');
    case 'conflict.ground':
      return t(`workspace.ground.${text}` as 'workspace.ground.party');
    case 'conflict.declaredBy':
      return t(`workspace.conflict.${text}` as 'workspace.conflict.self');
    case 'attendee.capacity':
      return t(`workspace.capacity.${text}` as 'workspace.capacity.guest');
    case 'decision.type':
      return t(`workspace.decision.${text}` as 'workspace.decision.as_proposed');
    default:
      return text;
  }
}

const nameOf = (view: MeetingView, id: string): string => {
  const inElection = view.items
    .flatMap(({ elections }) => elections.flatMap(({ candidates }) => candidates))
    .find(({ person }) => person.id === id);
  return peopleOf(view).get(id)?.name ?? inElection?.person.name ?? '?';
};

/** Seconders, ballots or candidates. */
function listWords(list: readonly unknown[], { view, t }: Words): string {
  if (list.length === 0) return NONE;
  return list
    .map((entry) => {
      if (typeof entry === 'string') return nameOf(view, entry);
      const { personId, choice, votes, wonByLot } = entry as {
        personId: string;
        choice?: Choice;
        votes?: number;
        wonByLot?: boolean;
      };
      const name = nameOf(view, personId);
      if (choice !== undefined) return `${name} ${t(`workspace.vote.${choice}`)}`;
      return wonByLot === true ? `${name} ${votes} (${t('seen.lotWinner')})` : `${name} ${votes}`;
    })
    .join(', ');
}
