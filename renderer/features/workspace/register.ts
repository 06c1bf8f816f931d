/** People and organisations of the register, for fields that name somebody. */
import { api } from '../../api/client.ts';
import type { Option } from '../../ui/ListBox.tsx';

const FIRST = 30;

export async function findPeople(text: string, without: ReadonlySet<string> = new Set()): Promise<Option[]> {
  const { rows } = await api.persons.list.query({ text, limit: FIRST + without.size });
  return rows
    .filter(({ id }) => !without.has(id))
    .slice(0, FIRST)
    .map(({ id, name, organisation }) => ({ id, label: name, detail: organisation ?? undefined }));
}

const PERSON = 'person:';
const ORGANISATION = 'organisation:';

/** Persons and organisations together; the id says which. */
export async function findResponsible(text: string): Promise<Option[]> {
  const [people, organisations] = await Promise.all([
    findPeople(text),
    api.organisations.list.query({ text, limit: FIRST }),
  ]);
  return [
    ...people.map((option) => ({ ...option, id: PERSON + option.id })),
    ...organisations.rows.map((row) => ({ id: ORGANISATION + row.id, label: row.name.fi })),
  ];
}

/** The fields of a task for what `findResponsible` gave. */
export function responsibleOf(option: Option | null): {
  responsiblePersonId: string | null;
  responsibleOrganisationId: string | null;
} {
  const id = option?.id ?? '';
  return {
    responsiblePersonId: id.startsWith(PERSON) ? id.slice(PERSON.length) : null,
    responsibleOrganisationId: id.startsWith(ORGANISATION) ? id.slice(ORGANISATION.length) : null,
  };
}

/** Filters names in memory, for a field that offers only some people of the meeting. */
export function matching(options: readonly Option[], text: string): Option[] {
  const wanted = text.trim().toLocaleLowerCase('fi');
  return options.filter(({ label }) => label.toLocaleLowerCase('fi').includes(wanted));
}
