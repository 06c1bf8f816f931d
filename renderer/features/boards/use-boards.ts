/** The composition of the board, kept true by the backend's announcements. */
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import type { Option } from '../../ui/ListBox.tsx';

export type Composition = Outputs['boards']['composition'];
export type Seat = Composition['seats'][number];
export type Holder = NonNullable<Seat['member']>;
export type Office = Composition['offices'][number];
export type HolderRole = 'member' | 'deputy';

/** @param date ISO date; null: today */
export function useComposition(boardId: string | null, date: string | null) {
  return useTopicQuery(
    ['boards', 'persons', 'organisations'],
    ['boards.composition', boardId, date],
    () => api.boards.composition.query({ boardId: boardId ?? '', ...(date === null ? {} : { date }) }),
    { enabled: boardId !== null, keepPrevious: true },
  );
}

export function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}

export interface PersonOption extends Option {
  organisation: Option | null;
}

/** Persons for a ComboBox, with the organisation that tells namesakes apart. */
export async function findPersons(text: string): Promise<readonly PersonOption[]> {
  const { rows } = await api.persons.list.query({ text, limit: 30 });
  return rows.map((row) => ({
    id: row.id,
    label: row.name,
    ...(row.organisation === null ? {} : { detail: row.organisation }),
    organisation:
      row.organisation === null || row.organisationId === null
        ? null
        : { id: row.organisationId, label: row.organisation },
  }));
}

export async function findOrganisations(text: string): Promise<readonly Option[]> {
  const { rows } = await api.organisations.list.query({ text, limit: 30 });
  return rows.map((row) => ({
    id: row.id,
    label: row.name.fi,
    ...(row.municipality ? { detail: row.municipality.fi } : {}),
  }));
}
