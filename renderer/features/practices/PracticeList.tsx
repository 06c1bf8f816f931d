import { useMemo } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { inLanguage } from '../../../db/model/language.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import { MUNICIPAL_STAGES, PRACTICE_STAGES } from '../../../db/model/practice.ts';
import type { Outputs } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import parts from '../../ui/Parts.module.css';
import { Pill } from '../../ui/Pill.tsx';
import { sortRows, useRows, type Sort } from '../../ui/row-source.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import styles from './Practices.module.css';
import { STAGE_TONES, StageMark } from './StageMark.tsx';

const cx = classes({ ...parts, ...styles });
type Row = Outputs['practices']['matrix']['practices'][number];

/** The practices as a list: whose, in which stage, in how many municipalities. */
export function PracticeList({ practices }: { practices: readonly Row[] }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [search, setSearch] = useRemembered('practices.search', '');
  const [sort, setSort] = useRemembered<Sort>('practices.sort', { column: 'code', direction: 'ascending' });
  const rows = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase('fi');
    return sortRows(
      practices.filter((row) =>
        [row.code, row.name, row.source, row.ownerName, row.owner?.name.fi ?? '']
          .join('\n')
          .toLocaleLowerCase('fi')
          .includes(wanted),
      ),
      sort,
      sortValue,
    );
  }, [practices, search, sort]);
  const columns = useMemo(
    (): Column<Row>[] => [
      { id: 'code', header: t('practices.code'), width: '84px', cell: ({ code }) => code, isSortable: true },
      {
        id: 'name',
        header: t('practices.name'),
        width: 'minmax(240px, 4fr)',
        isRowHeader: true,
        isSortable: true,
        cell: ({ name, flags }) => (
          <span className={cx('name')}>
            {flags.length > 0 && (
              <span className={cx('flag')} title={t('practices.flagged', { count: flags.length })}>
                <Icon name="warning" size={15} />
                <VisuallyHidden elementType="span">
                  {t('practices.flagged', { count: flags.length })}
                </VisuallyHidden>
              </span>
            )}
            {name}
          </span>
        ),
      },
      {
        id: 'stage',
        header: t('practices.stage'),
        width: '130px',
        isSortable: true,
        cell: ({ stage }) =>
          stage === null ? (
            '–'
          ) : (
            <Pill tone={STAGE_TONES[stage]}>{PRACTICE_STAGE_WORDS[language][stage]}</Pill>
          ),
      },
      {
        id: 'owner',
        header: t('practices.owner'),
        width: 'minmax(160px, 2fr)',
        isSortable: true,
        cell: ({ owner, ownerName }) =>
          owner === null ? ownerName || '–' : inLanguage(owner.name, language),
      },
      {
        id: 'municipalities',
        header: t('practices.municipalities'),
        width: 'minmax(248px, 2fr)',
        cell: ({ counts }) => (
          <span className={cx('counts')}>
            {MUNICIPAL_STAGES.filter((stage) => counts[stage] > 0).map((stage) => (
              <span key={stage} title={PRACTICE_STAGE_WORDS[language][stage]}>
                <StageMark stage={stage} />
                <VisuallyHidden elementType="span">{PRACTICE_STAGE_WORDS[language][stage]}</VisuallyHidden>
                {format.number(counts[stage])}
              </span>
            ))}
          </span>
        ),
      },
    ],
    [t, format, language],
  );
  return (
    <div className={cx('fill')}>
      <div className={cx('tools')}>
        <SearchField label={t('common.search')} width="m" value={search} onChange={setSearch} />
      </div>
      <DataGrid
        label={t('practices.title')}
        columns={columns}
        source={useRows(rows)}
        rowId={({ id }) => id}
        sort={sort}
        onSortChange={setSort}
        onOpen={({ id }) => navigate({ name: 'practice', id })}
        textOf={({ name }) => name}
        resetKey={search}
        minWidth={860}
        empty={
          <EmptyState
            title={t('practices.noneFound')}
            actions={
              <Button icon="close" onPress={() => setSearch('')}>
                {t('common.clearFilters')}
              </Button>
            }
          />
        }
      />
    </div>
  );
}

function sortValue(row: Row, column: string): string | number | null {
  switch (column) {
    case 'code':
      return Number(row.code.replace(/\D/g, ''));
    case 'stage':
      return row.stage === null ? null : PRACTICE_STAGES.indexOf(row.stage);
    case 'owner':
      return row.owner?.name.fi ?? row.ownerName;
    default:
      return row.name;
  }
}
