/**
 * What bulletins are made from: decisions of examined minutes, events of actions and of immigrant inclusion. A decision reaches a bulletin only as the public
 * minutes have it, so that nothing secret (salassa pidettävä) does.
 */
import type { Kysely, NotNull } from 'kysely';
import type { Database } from '../core/schema.ts';
import { formatDate } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { INCLUSION_KINDS, isHeld } from '../model/inclusion.ts';
import { isExamined } from '../model/meeting-state.ts';
import type { Phrases } from '../model/phrases.ts';
import { printPublic } from '../model/print-public.ts';
import type { PrintableItem } from '../model/printable.ts';
import { plainText } from '../model/rich-text.ts';
import { documentSource } from './documents.ts';
import { itemReferences } from './item-references.ts';

/** päätös, toiminnon tapahtuma, maahanmuuttajien osallisuuden tapahtuma tai koulutus */
export type OriginKind = 'decision' | 'event' | 'inclusion';

/** What a bulletin tells about, as it is now. */
export interface BulletinOrigin {
  kind: OriginKind;
  /** Of the item, the event or the entry. */
  id: string;
  title: string;
  /** ISO day of the meeting or the event. */
  heldOn: string;
  /** "2/2026 § 17"; empty for an event. */
  reference: string;
  /** "2/2026"; empty for an event. */
  meetingNumber: string;
  /** The meeting, the action that the event belongs to, or the entry. */
  placeId: string;
  /** Side headings with their public words. */
  parts: { label: string; text: string }[];
  /** Null: it may go out. Else why it may not: it is secret, or its minutes are not examined (any more). */
  obstacle: 'secret' | 'unexamined' | null;
}

/** An origin that can be chosen. */
export interface OriginChoice {
  kind: OriginKind;
  id: string;
  title: string;
  /** "2/2026 § 17", the action of the event, or the code of the entry. */
  reference: string;
  heldOn: string;
}

/** Items that say nothing to people outside: opening, lawfulness and the like. */
const TOLD_KINDS = [
  'decision',
  'statement',
  'information',
  'discussion',
  'announcements',
  'other_matters',
] as const;

/** Public items of examined minutes, events of the board's actions and of immigrant inclusion, the newest first of each. */
export async function originChoices(db: Kysely<Database>, boardId: string): Promise<OriginChoice[]> {
  const items = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .leftJoin('item_publicity', 'item_publicity.item_id', 'agenda_item.id')
    .select([
      'agenda_item.id',
      'agenda_item.title',
      'meeting.held_on',
      'meeting.state',
      'item_publicity.secret',
    ])
    .where('meeting.board_id', '=', boardId)
    .where('agenda_item.kind', 'in', [...TOLD_KINDS])
    .where('agenda_item.decision', 'is not', null)
    .orderBy('meeting.held_on', 'desc')
    .orderBy('agenda_item.position')
    .execute();
  const told = items.filter((row) => isExamined(row.state) && row.secret !== 1);
  const references = await itemReferences(
    db,
    told.map(({ id }) => id),
  );
  const events = await db
    .selectFrom('volunteer_action_event')
    .innerJoin('volunteer_action', 'volunteer_action.id', 'volunteer_action_event.action_id')
    .select([
      'volunteer_action_event.id',
      'volunteer_action_event.title',
      'volunteer_action_event.held_on',
      'volunteer_action.name',
    ])
    .where('volunteer_action.board_id', '=', boardId)
    .orderBy('volunteer_action_event.held_on', 'desc')
    .execute();
  const entries = await db
    .selectFrom('inclusion_entry')
    .select(['id', 'name', 'code', 'starts_on'])
    .where('board_id', '=', boardId)
    .where('kind', 'in', INCLUSION_KINDS.filter(isHeld))
    .where('starts_on', 'is not', null)
    .orderBy('starts_on', 'desc')
    .$narrowType<{ starts_on: NotNull }>()
    .execute();
  return [
    ...told.map((row): OriginChoice => ({
      kind: 'decision',
      id: row.id,
      title: row.title,
      reference: references.get(row.id) ?? '',
      heldOn: row.held_on,
    })),
    ...events.map((row): OriginChoice => ({
      kind: 'event',
      id: row.id,
      title: row.title,
      reference: row.name,
      heldOn: row.held_on,
    })),
    ...entries.map((row): OriginChoice => ({
      kind: 'inclusion',
      id: row.id,
      title: row.name,
      reference: row.code,
      heldOn: row.starts_on,
    })),
  ];
}

/** The public words of a decision. @throws AppError NOT_FOUND */
export async function decisionOrigin(
  db: Kysely<Database>,
  itemId: string,
  phrases: Phrases,
): Promise<BulletinOrigin> {
  const row = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .leftJoin('item_publicity', 'item_publicity.item_id', 'agenda_item.id')
    .select([
      'agenda_item.id',
      'agenda_item.position',
      'agenda_item.title',
      'item_publicity.secret',
      'meeting.id as meetingId',
      'meeting.state',
      'meeting.held_on',
      'meeting.number',
      'meeting.year',
      'meeting.language',
    ])
    .where('agenda_item.id', '=', itemId)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'item' });
  const obstacle = row.secret === 1 ? 'secret' : isExamined(row.state) ? null : 'unexamined';
  const base = {
    kind: 'decision' as const,
    id: row.id,
    heldOn: row.held_on,
    reference: (await itemReferences(db, [row.id])).get(row.id) ?? '',
    meetingNumber: `${row.number}/${row.year}`,
    placeId: row.meetingId,
    obstacle,
  } satisfies Partial<BulletinOrigin>;
  if (obstacle !== null)
    return { ...base, title: obstacle === 'secret' ? base.reference : row.title, parts: [] };
  const source = await documentSource(db, row.meetingId, row.held_on);
  const printed = printPublic(
    source.minutes,
    source.secrets,
    { ...phrases, ...source.phrases },
    row.language,
  );
  const item = printed.blocks.filter((block): block is PrintableItem => block.type === 'item')[row.position];
  return {
    ...base,
    title: item?.title ?? row.title,
    parts: (item?.parts ?? []).map((part) => ({
      label: part.label,
      text:
        part.type === 'text'
          ? plainText({ type: 'doc', content: part.body })
          : [...part.lines, ...part.result].join('\n'),
    })),
  };
}

/** What is known of an event. @throws AppError NOT_FOUND */
export async function eventOrigin(db: Kysely<Database>, eventId: string): Promise<BulletinOrigin> {
  const row = await db
    .selectFrom('volunteer_action_event')
    .innerJoin('volunteer_action', 'volunteer_action.id', 'volunteer_action_event.action_id')
    .leftJoin('municipality', (join) =>
      join
        .onRef('municipality.year', '=', 'volunteer_action_event.municipality_year')
        .onRef('municipality.code', '=', 'volunteer_action_event.municipality_code'),
    )
    .select([
      'volunteer_action_event.id',
      'volunteer_action_event.title',
      'volunteer_action_event.held_on',
      'volunteer_action.id as actionId',
      'volunteer_action.name as action',
      'volunteer_action.description',
      'municipality.name_fi as municipality',
    ])
    .where('volunteer_action_event.id', '=', eventId)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'event' });
  return {
    kind: 'event',
    id: row.id,
    title: row.title,
    heldOn: row.held_on,
    reference: '',
    meetingNumber: '',
    placeId: row.actionId,
    parts: [
      { label: 'date', text: formatDate(row.held_on, 'fi') },
      { label: 'municipality', text: row.municipality ?? '' },
      { label: 'action', text: row.action },
      { label: 'description', text: row.description },
    ].filter(({ text }) => text !== ''),
    obstacle: null,
  };
}

/** What is known of an event or a training of immigrant inclusion. @throws AppError NOT_FOUND */
export async function inclusionOrigin(db: Kysely<Database>, entryId: string): Promise<BulletinOrigin> {
  const row = await db
    .selectFrom('inclusion_entry')
    .select(['id', 'name', 'starts_on', 'place', 'description'])
    .where('id', '=', entryId)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'inclusion_entry' });
  const municipalities = await db
    .selectFrom('inclusion_municipality as own')
    .innerJoin('municipality', (join) =>
      join.onRef('municipality.year', '=', 'own.year').onRef('municipality.code', '=', 'own.code'),
    )
    .select('municipality.name_fi as name')
    .where('own.entry_id', '=', entryId)
    .orderBy('municipality.name_fi')
    .execute();
  return {
    kind: 'inclusion',
    id: row.id,
    title: row.name,
    heldOn: row.starts_on ?? '',
    reference: '',
    meetingNumber: '',
    placeId: row.id,
    parts: [
      { label: 'date', text: row.starts_on === null ? '' : formatDate(row.starts_on, 'fi') },
      { label: 'municipality', text: municipalities.map(({ name }) => name).join(', ') },
      { label: 'place', text: row.place },
      { label: 'description', text: row.description },
    ].filter(({ text }) => text !== ''),
    obstacle: null,
  };
}
