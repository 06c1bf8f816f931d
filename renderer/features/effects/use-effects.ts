/** The effects of a meeting or of a board, kept true by the backend's announcements; and people for the fields. */
import type { EffectView } from '../../../db/model/effect-view.ts';
import { addDays } from '../../../db/model/dates.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import type { Option } from '../../ui/ListBox.tsx';

export type Composition = Outputs['boards']['composition'];

const NONE: readonly EffectView[] = [];

export function useEffects(meetingId: string): readonly EffectView[] {
  const topics = [`meeting:${meetingId}`, 'boards', 'meetings', 'persons', 'organisations', 'practices'];
  return (
    useTopicQuery(topics, ['effects.ofMeeting', meetingId], () => api.effects.ofMeeting.query({ meetingId }))
      .data ?? NONE
  );
}

/** The composition on the day of the meeting, or just after it. */
export function useComposition(boardId: string, date: string): Composition | undefined {
  return useTopicQuery(
    ['boards', 'persons', 'organisations'],
    ['boards.composition', boardId, date],
    () => api.boards.composition.query({ boardId, date }),
    { keepPrevious: true },
  ).data;
}

/** The board's good practices, with the municipalities where they may be. */
export function usePractices(boardId: string): Outputs['practices']['matrix'] | undefined {
  return useTopicQuery(['practices'], ['practices.matrix', boardId, ''], () =>
    api.practices.matrix.query({ boardId }),
  ).data;
}

export const dayAfter = (date: string): string => addDays(date, 1);

export interface PersonOption extends Option {
  organisation: Option | null;
}

/** Persons by search, with the organisation that they represent. */
export async function findPersons(text: string): Promise<PersonOption[]> {
  const { rows } = await api.persons.list.query({ text, limit: 30 });
  return rows.map((row) => ({
    id: row.id,
    label: row.name,
    detail: row.organisation ?? undefined,
    organisation:
      row.organisation === null || row.organisationId === null
        ? null
        : { id: row.organisationId, label: row.organisation },
  }));
}

export async function findOrganisations(text: string): Promise<Option[]> {
  const { rows } = await api.organisations.list.query({ text, limit: 30 });
  return rows.map((row) => ({ id: row.id, label: row.name.fi, detail: row.municipality?.fi }));
}

/** Options of which the words contain what was typed. */
export function matching<Of extends Option>(options: readonly Of[], text: string): Of[] {
  const wanted = text.trim().toLocaleLowerCase('fi');
  return options.filter(({ label, detail }) =>
    `${label} ${detail ?? ''}`.toLocaleLowerCase('fi').includes(wanted),
  );
}
