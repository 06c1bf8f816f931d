/** The wording of one phrase while it is edited: saved when asked for and when it is left. */
import { useEffect, useRef, useState } from 'react';
import { placeholderFault, sampleValues, type ContextPlaceholder } from '../../../db/model/board-phrase.ts';
import type { Language } from '../../../db/model/language.ts';
import { fillPlaceholders } from '../../../db/model/phrases.ts';
import { toClientError, type ClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useUnsavedSource } from '../../api/unsaved.ts';
import { useText, type Translate } from '../../i18n/language.ts';
import { guardLeaving } from '../../ui/navigation.ts';
import { showToast } from '../../ui/toasts.ts';

export type PhraseRow = Outputs['phrases']['ofBoard'][number];

export interface Wording extends Record<Language, string> {
  hidden: boolean;
}

/** What stands in the fields: the board's own words, else the shipped ones. */
function wordingOf(row: PhraseRow): Wording {
  const text = (language: Language): string => row.own[language] ?? row.shipped?.[language] ?? '';
  return { fi: text('fi'), sv: text('sv'), en: text('en'), hidden: row.hidden };
}

export const EMPTY_PHRASE: Omit<PhraseRow, 'placeholders'> = {
  id: null,
  key: null,
  version: null,
  own: { fi: null, sv: null, en: null },
  shipped: null,
  hidden: false,
  offered: true,
};

export interface PhraseForm {
  wording: Wording;
  change: (part: Partial<Wording>) => void;
  isDirty: boolean;
  isSaving: boolean;
  error: ClientError | null;
  /** True when everything is stored. */
  save: () => Promise<boolean>;
}

/** @param onSaved is told the id under which it is stored; null when it is as shipped again */
export function usePhraseForm(
  boardId: string,
  row: PhraseRow,
  onSaved: (id: string | null) => void,
): PhraseForm {
  const t = useText();
  const [base, setBase] = useState({ version: row.version, wording: wordingOf(row) });
  const [wording, setWording] = useState(base.wording);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);
  const isDirty = JSON.stringify(wording) !== JSON.stringify(base.wording);
  if (row.version !== base.version && !isDirty && !isSaving) {
    const fresh = { version: row.version, wording: wordingOf(row) };
    setBase(fresh);
    setWording(fresh.wording);
  }
  const save = async (): Promise<boolean> => {
    if (!isDirty) return true;
    setSaving(true);
    try {
      const { id } = await api.phrases.save.mutate({
        boardId,
        id: row.id,
        key: row.key,
        version: base.version,
        ...wording,
      });
      setBase({ version: id === null ? null : (base.version ?? 0) + 1, wording });
      setError(null);
      showToast({ kind: 'done', message: t('writing.phrases.saved') });
      onSaved(id);
      return true;
    } catch (thrown) {
      setError(toClientError(thrown));
      return false;
    } finally {
      setSaving(false);
    }
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => (isDirty ? guardLeaving(() => latest.current()) : undefined), [isDirty]);
  useUnsavedSource(isDirty, save);
  return {
    wording,
    change: (part) => {
      setWording((now) => ({ ...now, ...part }));
      setError(null);
    },
    isDirty,
    isSaving,
    error,
    save,
  };
}

/** A wording with sample values; null when its placeholders cannot be filled. */
export function previewOf(text: string, row: PhraseRow, t: Translate): string | null {
  if (placeholderFault(text, row.placeholders) !== null) return null;
  const values =
    row.key === null
      ? ({
          section: '29 §',
          title: t('writing.phrases.sampleTitle'),
          diaryNumber: 'DNRO-2026-14',
          applicant: 'Esimerkki ry',
          presenter: 'Aino Esimerkki',
          chair: 'Kaarlo Malli',
          secretary: 'Aino Esimerkki',
          meeting: '3/2026',
          date: '19.5.2026',
          place: t('writing.phrases.samplePlace'),
          voters: '14',
        } satisfies Record<ContextPlaceholder, string>)
      : sampleValues(row.placeholders);
  return fillPlaceholders(text, values);
}
