/** Lists of the register that forms of several features choose from. */
import { useCallback, useMemo } from 'react';
import { inLanguage } from '../../db/model/language.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Choice } from './choices.ts';
import { api } from './client.ts';
import { useTopicQuery } from './query-client.ts';

/** Fields (järjestökentät) as options. */
export function useFieldOptions(): readonly Choice[] {
  const language = useLanguage();
  const { data } = useTopicQuery(['boards', 'workspace'], ['classifications.fields'], () =>
    api.classifications.fields.query(),
  );
  return useMemo(
    () => (data ?? []).map(({ id, name }) => ({ id, label: inLanguage(name, language) })),
    [data, language],
  );
}

/** Municipalities: a search in memory, and the option of a code. */
export function useMunicipalities(): {
  find: (text: string) => readonly Choice[];
  byCode: (code: string | null | undefined) => Choice | null;
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
  return useMemo(() => ({ find, byCode }), [find, byCode]);
}

const orLast = (place: number): number => (place < 0 ? 1_000 : place);
