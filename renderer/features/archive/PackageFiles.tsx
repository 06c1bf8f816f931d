import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Documents } from './PackageMeetings.tsx';
import type { Opened } from './PackageScreen.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);
/** Beyond these the list is narrowed by words. */
const MOST = 300;

/** Everything that lies in the package, by its path. */
export function PackageFiles({ opened }: { opened: Opened }) {
  const t = useText();
  const [text, setText] = useState('');
  const sought = text.trim().toLowerCase();
  const found = opened.files.filter(({ path }) => sought === '' || path.toLowerCase().includes(sought));
  return (
    <div className={cx('column')}>
      <SearchField label={t('archive.view.filter')} width="m" value={text} onChange={setText} />
      <Panel title={t('archive.listed.count', { count: found.length })}>
        {found.length === 0 && <EmptyState title={t('common.noResults')} />}
        <Documents sessionId={opened.sessionId} documents={found.slice(0, MOST)} showPath />
      </Panel>
    </div>
  );
}
