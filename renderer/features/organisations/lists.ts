/** The lists that a form of the register chooses from. */
import { useCallback, useMemo } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { Option } from '../../ui/ListBox.tsx';

/** Fields (järjestökentät) as options. */
export function useFieldOptions(): readonly Option[] {
  const language = useLanguage();
  const { data } = useTopicQuery(['boards', 'workspace'], ['classifications.fields'], () =>
    api.classifications.fields.query(),
  );
  return useMemo(
    () => (data ?? []).map(({ id, name }) => ({ id, label: inLanguage(name, language) })),
    [data, language],
  );
}

/** PRH's main classes as options. */
export function usePrhOptions(): readonly Option[] {
  const language = useLanguage();
  const { data } = useTopicQuery([], ['classifications.prhClasses'], () =>
    api.classifications.prhClasses.query(),
  );
  return useMemo(
    () => (data ?? []).map((one) => ({ id: String(one.class), label: inLanguage(one, language) })),
    [data, language],
  );
}

/** Municipalities: a search in memory, and the option of a code. */
export function useMunicipalities(): {
  find: (text: string) => readonly Option[];
  byCode: (code: string | null | undefined) => Option | null;
} {
  const language = useLanguage();
  const { data } = useTopicQuery(['workspace'], ['classifications.municipalities'], () =>
    api.classifications.municipalities.query(),
  );
  const all = useMemo(
    () =>
      (data ?? []).map(({ code, name }) => {
        const label = inLanguage(name, language);
        const other = language === 'sv' ? name.fi : (name.sv ?? name.fi);
        return { id: code, label, other, ...(other === label ? {} : { detail: other }) };
      }),
    [data, language],
  );
  const find = useCallback(
    (text: string) => {
      const wanted = text.toLowerCase();
      const at = (one: (typeof all)[number]): number =>
        Math.min(...[one.label, one.other].map((name) => name.toLowerCase().indexOf(wanted)).map(orLast));
      return all
        .map((one) => ({ one, place: at(one) }))
        .filter(({ place }) => place < 1_000)
        .sort((a, b) => Math.min(a.place, 1) - Math.min(b.place, 1))
        .map(({ one }) => one);
    },
    [all],
  );
  const byCode = useCallback(
    (code: string | null | undefined) => all.find(({ id }) => id === code) ?? null,
    [all],
  );
  return { find, byCode };
}

const orLast = (place: number): number => (place < 0 ? 1_000 : place);

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
