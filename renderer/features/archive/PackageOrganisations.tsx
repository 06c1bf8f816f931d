import { useMemo, useState } from 'react';
import { valueWord } from '../../../db/model/data-words.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useRows } from '../../ui/row-source.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import type { Opened } from './PackageScreen.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);
type Organisation = Opened['organisations'][number];

/** The register of a package, by name and identifier. */
export function PackageOrganisations({ opened }: { opened: Opened }) {
  const t = useText();
  const language = useLanguage();
  const [text, setText] = useState('');
  const sought = text.trim().toLowerCase();
  const found = useMemo(
    () =>
      opened.organisations.filter(
        ({ name, businessId }) =>
          sought === '' || name.toLowerCase().includes(sought) || (businessId ?? '').includes(sought),
      ),
    [opened, sought],
  );
  const columns = useMemo(
    (): Column<Organisation>[] => [
      {
        id: 'name',
        header: t('archive.view.organisation'),
        width: 'minmax(260px, 3fr)',
        cell: ({ name }) => name,
        isRowHeader: true,
      },
      {
        id: 'businessId',
        header: t('archive.view.businessId'),
        width: '140px',
        cell: ({ businessId }) => businessId ?? '',
      },
      {
        id: 'state',
        header: t('archive.view.state'),
        width: '160px',
        cell: ({ state }) => valueWord('state', state, language),
      },
    ],
    [t, language],
  );
  return (
    <div className={cx('column')}>
      <SearchField label={t('archive.view.filter')} width="m" value={text} onChange={setText} />
      <DataGrid
        label={t('archive.view.organisations')}
        columns={columns}
        source={useRows(found)}
        rowId={({ id }) => id}
        resetKey={sought}
        empty={<EmptyState title={t('common.noResults')} />}
      />
    </div>
  );
}
