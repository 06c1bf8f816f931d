import { useMemo, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { AGREEMENT_WORDS } from '../../../db/model/agreement-words.ts';
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
import { saveFile } from '../../ui/save-file.ts';
import { AgreementDialog } from './AgreementDialog.tsx';
import styles from './Partnership.module.css';
import { AGREEMENT_TONES } from './words.ts';

const cx = classes({ ...parts, ...styles });
type Row = Outputs['agreements']['list'][number];

/** Who has signed what, and what expires. */
export function AgreementList() {
  const t = useText();
  const language = useLanguage();
  const words = AGREEMENT_WORDS[language];
  const format = useFormat();
  const board = useOpenBoard();
  const [isNew, setNew] = useState(false);
  const [sort, setSort] = useState<Sort>({ column: 'code', direction: 'ascending' });
  const { data, error } = useTopicQuery(['agreements', 'organisations'], ['agreements.list', board.id], () =>
    api.agreements.list.query({ boardId: board.id }),
  );
  const rows = useMemo(() => data && sortRows(data, sort, sortValue), [data, sort]);
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
        header: t('partnership.state'),
        width: '150px',
        isSortable: true,
        cell: ({ state }) => <Pill tone={AGREEMENT_TONES[state]}>{words.states[state]}</Pill>,
      },
      {
        id: 'signed',
        header: t('partnership.signed'),
        width: '140px',
        cell: ({ signed, parties }) => `${format.number(signed)} / ${format.number(parties.length)}`,
      },
      {
        id: 'ends',
        header: t('partnership.endsOn'),
        width: '130px',
        isSortable: true,
        cell: ({ endsOn }) => (endsOn === null ? t('partnership.openEnded') : format.date(endsOn)),
      },
      {
        id: 'notice',
        header: t('partnership.noticeBy'),
        width: '200px',
        cell: ({ days }) => (days === null ? '–' : format.date(days.noticeBy)),
      },
    ],
    [t, format, words],
  );
  const source = useRows(rows);
  const create = (
    <Button variant="primary" icon="plus" onPress={() => setNew(true)}>
      {t('partnership.newAgreement')}
    </Button>
  );
  return (
    <div className={cx('fill')}>
      {error && <Banner tone="danger">{error.message}</Banner>}
      <div className={cx('tools')}>
        <span className={cx('spring')} />
        <Button
          icon="calendar"
          onPress={() =>
            void saveFile('calendar', t('partnership.calendarFile'), (target) =>
              api.agreements.exportCalendar.mutate({ boardId: board.id, language, target }),
            )
          }
        >
          {t('partnership.calendar')}
        </Button>
        {create}
      </div>
      {data?.length === 0 ? (
        <Panel>
          <EmptyState title={t('partnership.noAgreements')}>{t('partnership.noAgreementsBody')}</EmptyState>
        </Panel>
      ) : (
        <DataGrid
          label={t('partnership.tab.agreements')}
          columns={columns}
          source={source}
          rowId={({ id }) => id}
          sort={sort}
          onSortChange={setSort}
          onOpen={({ id }) => navigate({ name: 'agreement', id })}
          textOf={({ name }) => name}
          minWidth={880}
          empty={<EmptyState title={t('partnership.noAgreements')} />}
        />
      )}
      {isNew && (
        <AgreementDialog
          agreement={null}
          onClose={() => setNew(false)}
          onSaved={(id) => navigate({ name: 'agreement', id })}
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
    case 'ends':
      return row.endsOn;
    default:
      return row.name;
  }
}
