import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { CONTEXT_PLACEHOLDERS } from '../../../db/model/board-phrase.ts';
import { LANGUAGES, type Language } from '../../../db/model/language.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { previewOf, usePhraseForm, type PhraseForm, type PhraseRow } from './phrase-form.ts';
import styles from './Phrases.module.css';

const cx = classes(styles);

export interface PhrasePaneHandle {
  /** Saves what was changed; false when it could not be saved. */
  leave(): Promise<boolean>;
}

/** One phrase: its wording in each language, what it holds, and how it reads. */
export function PhrasePane({
  boardId,
  row,
  onSaved,
  onRemoved,
  ref,
}: {
  boardId: string;
  row: PhraseRow;
  onSaved: (id: string | null) => void;
  onRemoved: () => void;
  ref: Ref<PhrasePaneHandle>;
}) {
  const t = useText();
  const form = usePhraseForm(boardId, row, onSaved);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const { save } = form;
  useImperativeHandle(ref, () => ({ leave: save }), [save]);
  const remove = useMutationWithFeedback((id: string) => api.phrases.remove.mutate({ id }), {
    done: t(row.key === null ? 'writing.phrases.removed' : 'writing.phrases.resetDone'),
    undo: (removed) => api.phrases.save.mutate({ ...removed, version: null }),
    onSuccess: onRemoved,
  });
  return (
    <form
      className={cx('form')}
      aria-label={t('writing.phrases.edit')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {form.error && (
        <Banner tone="danger" isAlert>
          {form.error.message}
        </Banner>
      )}
      <Tabs
        label={t('writing.phrases.language')}
        selected={language}
        onChange={setLanguage}
        tabs={LANGUAGES.map((id) => ({
          id,
          label: t(`common.language.${id}`),
          content: <WordingFields form={form} row={row} language={id} />,
        }))}
      />
      {row.key !== null && row.offered && (
        <Checkbox
          isSelected={form.wording.hidden}
          onChange={(hidden) => form.change({ hidden })}
          detail={t('writing.phrases.hideDetail')}
        >
          {t('writing.phrases.hide')}
        </Checkbox>
      )}
      <div className={cx('actions')}>
        {row.id !== null && (
          <Button
            variant={row.key === null ? 'danger' : 'secondary'}
            icon={row.key === null ? 'trash' : 'undo'}
            isPending={remove.isPending}
            onPress={() => remove.mutate(row.id!)}
          >
            {t(row.key === null ? 'writing.phrases.remove' : 'writing.phrases.reset')}
          </Button>
        )}
        <Button variant="primary" type="submit" isDisabled={!form.isDirty} isPending={form.isSaving}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

function WordingFields({ form, row, language }: { form: PhraseForm; row: PhraseRow; language: Language }) {
  const t = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = form.wording[language];
  const preview = previewOf(text, row, t);
  const shipped = row.shipped?.[language];
  /** Puts a placeholder where the caret is. */
  const insert = (name: string): void => {
    const node = field.current;
    const from = node?.selectionStart ?? text.length;
    const to = node?.selectionEnd ?? text.length;
    form.change({ [language]: `${text.slice(0, from)}{${name}}${text.slice(to)}` });
    const caret = from + name.length + 2;
    requestAnimationFrame(() => {
      node?.focus();
      node?.setSelectionRange(caret, caret);
    });
  };
  const meaning = (name: string): string | undefined => {
    const known = row.key === null ? CONTEXT_PLACEHOLDERS.find((one) => one === name) : undefined;
    return known && t(`writing.phrases.field.${known}`);
  };
  return (
    <div className={cx('fields')}>
      <TextArea
        label={t('writing.phrases.text')}
        rows={3}
        maxLength={2_000}
        inputRef={field}
        value={text}
        onChange={(typed) => form.change({ [language]: typed })}
        error={form.error?.fields[language]}
      />
      <section className={cx('part')} aria-label={t('writing.phrases.placeholders')}>
        <h2 className={cx('heading')}>{t('writing.phrases.placeholders')}</h2>
        {row.placeholders.length === 0 ? (
          <p className={cx('muted')}>{t('writing.phrases.placeholdersNone')}</p>
        ) : (
          <>
            <p className={cx('muted')}>{t('writing.phrases.placeholdersHint')}</p>
            <ul className={cx('chips')}>
              {row.placeholders.map((name) => (
                <li key={name}>
                  <Button size="s" onPress={() => insert(name)}>
                    <code>{`{${name}}`}</code>
                    {meaning(name) && <span className={cx('meaning')}>{meaning(name)}</span>}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className={cx('part')} aria-label={t('writing.phrases.preview')}>
        <h2 className={cx('heading')}>{t('writing.phrases.preview')}</h2>
        <p className={cx('preview')} aria-live="polite">
          {preview ?? '–'}
        </p>
      </section>
      {shipped !== undefined && shipped !== text && (
        <section className={cx('part')} aria-label={t('writing.phrases.shipped')}>
          <h2 className={cx('heading')}>{t('writing.phrases.shipped')}</h2>
          <p className={cx('muted')}>{shipped}</p>
        </section>
      )}
    </div>
  );
}
