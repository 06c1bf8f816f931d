import { useMemo, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { inLanguage } from '../../../db/model/language.ts';
import { PROJECT_WORDS } from '../../../db/model/project-words.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import { Pill } from '../../ui/Pill.tsx';
import { sortRows, useRows, type Sort } from '../../ui/row-source.ts';
import styles from './Partnership.module.css';
import { ProjectDialog } from './ProjectDialog.tsx';
import { PROJECT_TONES } from './words.ts';

const cx = classes({ ...parts, ...styles });
type Row = Outputs['projects']['list'][number];

/** The projects of the board. */
export function ProjectList() {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const board = useOpenBoard();
  const words = PROJECT_WORDS[language];
  const [isNew, setNew] = useState(false);
  const [sort, setSort] = useState<Sort>({ column: 'code', direction: 'ascending' });
  const { data, error } = useTopicQuery(['projects', 'organisations'], ['projects.list', board.id], () =>
    api.projects.list.query({ boardId: board.id }),
  );
  const rows = useMemo(() => data && sortRows(data, sort, sortValue), [data, sort]);
  const source = useRows(rows);
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'code',
        header: t('partnership.code'),
        width: '84px',
        cell: ({ code }) => code,
        isSortable: true,
      },
      {
        id: 'name',
        header: t('partnership.name'),
        width: 'minmax(240px, 4fr)',
        isRowHeader: true,
        isSortable: true,
        cell: ({ name, flags }) => (
          <span className={cx('name')}>
            {flags.length > 0 && (
              <span className={cx('flag')} title={t('partnership.flagged', { count: flags.length })}>
                <Icon name="warning" size={15} />
                <VisuallyHidden elementType="span">
                  {t('partnership.flagged', { count: flags.length })}
                </VisuallyHidden>
              </span>
            )}
            <span className={cx('cut')} title={name}>
              {name}
            </span>
          </span>
        ),
      },
      {
        id: 'state',
        header: words.state,
        width: '130px',
        isSortable: true,
        cell: ({ state }) => <Pill tone={PROJECT_TONES[state]}>{words.states[state]}</Pill>,
      },
      {
        id: 'period',
        header: words.period,
        width: '190px',
        isSortable: true,
        cell: ({ startsOn, endsOn }) =>
          `${startsOn === null ? '' : format.date(startsOn)}–${endsOn === null ? '' : format.date(endsOn)}`,
      },
      { id: 'area', header: words.area, width: 'minmax(120px, 1fr)', cell: ({ area }) => area || '–' },
      {
        id: 'lead',
        header: words.lead,
        width: 'minmax(160px, 2fr)',
        cell: ({ lead }) => (lead === null ? '–' : inLanguage(lead.name, language)),
      },
    ],
    [t, format, language, words],
  );
  return (
    <div className={cx('fill')}>
      {error && <Banner tone="danger">{error.message}</Banner>}
      <div className={cx('tools')}>
        <span className={cx('spring')} />
        <Button variant="primary" icon="plus" onPress={() => setNew(true)}>
          {t('partnership.newProject')}
        </Button>
      </div>
      {data?.length === 0 ? (
        <Panel>
          <EmptyState title={t('partnership.noProjects')}>{t('partnership.noProjectsBody')}</EmptyState>
        </Panel>
      ) : (
        <DataGrid
          label={t('partnership.tab.projects')}
          columns={columns}
          source={source}
          rowId={({ id }) => id}
          sort={sort}
          onSortChange={setSort}
          onOpen={({ id }) => navigate({ name: 'project', id })}
          textOf={({ name }) => name}
          minWidth={900}
          empty={<EmptyState title={t('partnership.noProjects')} />}
        />
      )}
      {isNew && (
        <ProjectDialog
          project={null}
          onClose={() => setNew(false)}
          onSaved={(id) => navigate({ name: 'project', id })}
        />
      )}
    </div>
  );
}

function sortValue(row: Row, column: string): string | number | null {
  switch (column) {
    case 'code':
      return Number(row.code.replace(/\D/g, ''));
    case 'state':
      return row.state;
    case 'period':
      return row.startsOn;
    default:
      return row.name;
  }
}
