/** The lists that a form of the register chooses from. */
import { useMemo } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { Option } from '../../ui/ListBox.tsx';

const NO_CLASSES: Outputs['classifications']['prhClasses'] = [];

/** PRH's main classes with their names. */
export function usePrhClasses(): Outputs['classifications']['prhClasses'] {
  const { data } = useTopicQuery([], ['classifications.prhClasses'], () =>
    api.classifications.prhClasses.query(),
  );
  return data ?? NO_CLASSES;
}

/** PRH's main classes as options. */
export function usePrhOptions(): readonly Option[] {
  const language = useLanguage();
  const classes = usePrhClasses();
  return useMemo(
    () => classes.map((one) => ({ id: String(one.class), label: inLanguage(one, language) })),
    [classes, language],
  );
}

/** Persons for a ComboBox; the organisation tells namesakes apart. */
export async function findPersons(text: string): Promise<readonly Option[]> {
  const { rows } = await api.persons.list.query({ text, limit: 30 });
  return rows.map((row: Outputs['persons']['list']['rows'][number]) => ({
    id: row.id,
    label: row.name,
    ...(row.organisation === null ? {} : { detail: row.organisation }),
  }));
}

/** Today as the desk has it. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}
