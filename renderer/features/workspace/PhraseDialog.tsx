import { useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Collection } from 'react-aria-components/Collection';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import styles from './PhraseDialog.module.css';
import type { Target } from './targets.ts';
import { useWorkspace } from './use-meeting.ts';

const cx = classes(styles);

interface Phrase {
  id: string;
  text: string;
}

/** The phrases for the item: what its record implies first, then the standard ones. Enter puts one at the caret. */
export function PhraseDialog({ target, onClose }: { target: Target | null; onClose: () => void }) {
  const { view, item } = useWorkspace();
  const t = useText();
  const [search, setSearch] = useState('');
  const { data } = useTopicQuery([`meeting:${view.id}`], ['phrases.forItem', item.id], () =>
    api.phrases.forItem.query({ itemId: item.id }),
  );
  const groups = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase(view.language);
    const fits = ({ text }: Phrase): boolean => text.toLocaleLowerCase(view.language).includes(wanted);
    const here = (data?.record ?? []).map((text, index) => ({ id: `record:${index}`, text }));
    const own = data?.own ?? [];
    const all = [...(data?.decisions ?? []), ...(data?.general ?? [])].map(({ key, text }) => ({
      id: key,
      text,
    }));
    const seen = new Set<string>();
    const once = (phrase: Phrase): boolean => !seen.has(phrase.text) && seen.add(phrase.text) !== undefined;
    return [
      { id: 'here', title: t('workspace.phrases.here'), phrases: here.filter(fits).filter(once) },
      { id: 'own', title: t('workspace.phrases.own'), phrases: own.filter(fits).filter(once) },
      { id: 'all', title: t('workspace.phrases.all'), phrases: all.filter(fits).filter(once) },
    ].filter(({ phrases }) => phrases.length > 0);
  }, [data, search, t, view.language]);
  const insert = (id: string): void => {
    const phrase = groups.flatMap(({ phrases }) => phrases).find((one) => one.id === id);
    onClose();
    // After the dialog has given the focus back.
    if (phrase !== undefined)
      setTimeout(() => {
        if (target?.insert) target.insert(phrase.text);
        else target?.focus();
      }, 60);
  };
  return (
    <Dialog isOpen title={t('workspace.phrases.title')} lead={t('workspace.phrases.hint')} onClose={onClose}>
      <Autocomplete inputValue={search} onInputChange={setSearch}>
        <SearchField
          label={t('workspace.phrases.search')}
          placeholder={t('workspace.phrases.search')}
          {...{ autoFocus: true }}
        />
        <ListBox
          aria-label={t('workspace.phrases.title')}
          className={cx('list')}
          items={groups}
          onAction={(key) => insert(String(key))}
          renderEmptyState={() => <p className={cx('none')}>{t('workspace.phrases.nothing')}</p>}
        >
          {(group) => (
            <ListBoxSection id={group.id} className={cx('group')}>
              <Header className={cx('title')}>{group.title}</Header>
              <Collection items={group.phrases}>
                {(phrase) => (
                  <ListBoxItem id={phrase.id} textValue={phrase.text} className={cx('phrase')}>
                    {phrase.text}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}
