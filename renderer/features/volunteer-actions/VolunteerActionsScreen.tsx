import { useEffect, useMemo } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { inLanguage } from '../../../db/model/language.ts';
import { ACTION_STAGES, type ActionStage } from '../../../db/model/volunteer-action.ts';
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
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Page, Toolbar } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { sortRows, useRows, type Sort } from '../../ui/row-source.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import styles from '../../ui/Parts.module.css';
import { openNewAction, useNewAction } from './dialog-store.ts';
import { STAGE_TONES } from './stages.ts';

const cx = classes(styles);

type Row = Outputs['volunteerActions']['list'][number];
type Shown = 'all' | 'open' | 'flagged' | ActionStage;
const ALL = 'all';

/** Volunteer actions of the board: filters, the table, and what needs attention. */
export default function VolunteerActionsScreen() {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const board = useOpenBoard();
  const isNew = useNewAction(({ isOpen }) => isOpen);
  useEffect(() => () => openNewAction(false), []);
  const [search, setSearch] = useRemembered('volunteering.search', '');
  const [shown, setShown] = useRemembered<Shown>('volunteering.stage', 'all');
  const [field, setField] = useRemembered('volunteering.field', ALL);
  const [municipality, setMunicipality] = useRemembered('volunteering.municipality', ALL);
  const [sort, setSort] = useRemembered<Sort>('volunteering.sort', {
    column: 'code',
    direction: 'ascending',
  });
  const { data: all, error } = useTopicQuery(
    ['actions', 'organisations', 'themes'],
    ['volunteerActions.list', board.id],
    () => api.volunteerActions.list.query({ boardId: board.id }),
  );
  const rows = useMemo(() => {
    const words = search.trim().toLocaleLowerCase('fi');
    const isShown = (row: Row): boolean => {
      if (shown === 'flagged' && row.flags.length === 0) return false;
      if (shown === 'open' && (row.stage === 'ended' || row.stage === 'embedded')) return false;
      if (ACTION_STAGES.some((stage) => stage === shown) && row.stage !== shown) return false;
      if (field !== ALL && !row.fields.some(({ id }) => id === field)) return false;
      if (municipality !== ALL && !row.municipalities.some(({ code }) => code === municipality)) return false;
      return (
        words === '' ||
        [row.code, row.name, row.lead?.name.fi ?? '', ...row.partners.map(({ name }) => name.fi)].some(
          (text) => text.toLocaleLowerCase('fi').includes(words),
        )
      );
    };
    return all && sortRows(all.filter(isShown), sort, sortValue);
  }, [all, search, shown, field, municipality, sort]);
  const source = useRows(rows);
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'code',
        header: t('volunteering.code'),
        width: '84px',
        cell: ({ code }) => code,
        isSortable: true,
      },
      {
        id: 'name',
        header: t('volunteering.name'),
        width: 'minmax(220px, 4fr)',
        isRowHeader: true,
        isSortable: true,
        cell: ({ name, flags }) => (
          <span className={cx('name')}>
            {flags.length > 0 && (
              <span className={cx('flag')} title={t('volunteering.flagged', { count: flags.length })}>
                <Icon name="warning" size={15} />
                <VisuallyHidden elementType="span">
                  {t('volunteering.flagged', { count: flags.length })}
                </VisuallyHidden>
              </span>
            )}
            {name}
          </span>
        ),
      },
      {
        id: 'stage',
        header: t('volunteering.stage'),
        width: '118px',
        isSortable: true,
        cell: ({ stage }) => <Pill tone={STAGE_TONES[stage]}>{t(`volunteering.stage.${stage}`)}</Pill>,
      },
      {
        id: 'lead',
        header: t('volunteering.lead'),
        width: 'minmax(140px, 3fr)',
        isSortable: true,
        cell: ({ lead }) => (lead === null ? '–' : inLanguage(lead.name, language)),
      },
      {
        id: 'municipalities',
        header: t('volunteering.municipalities'),
        width: 'minmax(110px, 2fr)',
        cell: ({ municipalities }) =>
          municipalities.map(({ name }) => inLanguage(name, language)).join(', ') || '–',
      },
      {
        id: 'volunteers',
        header: t('volunteering.volunteers'),
        width: '124px',
        align: 'end',
        isSortable: true,
        cell: ({ volunteerCount, volunteerBand }) =>
          volunteerCount === null ? (volunteerBand ?? '–').replace('-', '–') : format.number(volunteerCount),
      },
      {
        id: 'participants',
        header: t('volunteering.participants'),
        width: '118px',
        align: 'end',
        isSortable: true,
        cell: ({ totals }) => (totals.events === 0 ? '–' : format.number(totals.participants)),
      },
    ],
    [t, format, language],
  );
  const create = (
    <Button variant="primary" icon="plus" onPress={() => openNewAction(true)}>
      {t('volunteering.new')}
    </Button>
  );
  const flagged = all?.filter(({ flags }) => flags.length > 0).length ?? 0;
  const isEmpty = all?.length === 0;
  const fields = unique(
    (all ?? []).flatMap((row) =>
      row.fields.map(({ id, name }) => ({ id, label: inLanguage(name, language) })),
    ),
  );
  const places = unique(
    (all ?? []).flatMap((row) =>
      row.municipalities.map(({ code, name }) => ({ id: code, label: inLanguage(name, language) })),
    ),
  );
  return (
    <Page
      title={t('volunteering.title')}
      layout="fill"
      actions={!isEmpty && create}
      lead={
        all &&
        !isEmpty && (
          <>
            {t('volunteering.count', { count: rows?.length ?? 0 })}
            {flagged > 0 && <Pill tone="warning">{t('volunteering.flagged', { count: flagged })}</Pill>}
          </>
        )
      }
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {!isEmpty && (
        <Toolbar label={t('common.filter')}>
          <SearchField label={t('common.search')} width="m" value={search} onChange={setSearch} />
          <Select
            label={t('volunteering.filter.stage')}
            hideLabel
            width="s"
            value={shown}
            onChange={setShown}
            options={[
              { id: 'all', label: t('volunteering.filter.all.stage') },
              { id: 'open', label: t('volunteering.filter.open') },
              { id: 'flagged', label: t('volunteering.filter.flagged') },
              ...ACTION_STAGES.map((id) => ({ id, label: t(`volunteering.stage.${id}`) })),
            ]}
          />
          <Select
            label={t('volunteering.filter.field')}
            hideLabel
            width="s"
            value={field}
            onChange={setField}
            options={[{ id: ALL, label: t('volunteering.filter.all.field') }, ...fields]}
          />
          <Select
            label={t('volunteering.filter.municipality')}
            hideLabel
            width="s"
            value={municipality}
            onChange={setMunicipality}
            options={[{ id: ALL, label: t('volunteering.filter.all.municipality') }, ...places]}
          />
        </Toolbar>
      )}
      {isEmpty ? (
        <Panel>
          <EmptyState title={t('volunteering.empty')} actions={create}>
            {t('volunteering.emptyBody')}
          </EmptyState>
        </Panel>
      ) : (
        <DataGrid
          label={t('volunteering.title')}
          columns={columns}
          source={source}
          rowId={({ id }) => id}
          sort={sort}
          onSortChange={setSort}
          onOpen={({ id }) => navigate({ name: 'volunteerAction', id })}
          textOf={({ name }) => name}
          resetKey={`${search} ${shown} ${field} ${municipality}`}
          minWidth={900}
          empty={
            <EmptyState
              title={t('volunteering.noneFound')}
              actions={
                <Button
                  icon="close"
                  onPress={() => {
                    setSearch('');
                    setShown('all');
                    setField(ALL);
                    setMunicipality(ALL);
                  }}
                >
                  {t('common.clearFilters')}
                </Button>
              }
            />
          }
        />
      )}
      {isNew && (
        <ActionDialog
          action={null}
          onClose={() => openNewAction(false)}
          onSaved={(id) => navigate({ name: 'volunteerAction', id })}
        />
      )}
    </Page>
  );
}

const BAND_ORDER = { '0': 0, '1-9': 1, '10-29': 10, '30-99': 30, '100+': 100 } as const;

function sortValue(row: Row, column: string): string | number | null {
  switch (column) {
    case 'code':
      return Number(row.code.replace(/\D/g, '')) || row.code;
    case 'stage':
      return ACTION_STAGES.indexOf(row.stage);
    case 'lead':
      return row.lead?.name.fi ?? '';
    case 'volunteers':
      return row.volunteerCount ?? (row.volunteerBand === null ? null : BAND_ORDER[row.volunteerBand]);
    case 'participants':
      return row.totals.events === 0 ? null : row.totals.participants;
    default:
      return row.name;
  }
}

function unique(options: readonly { id: string; label: string }[]): { id: string; label: string }[] {
  return [...new Map(options.map((one) => [one.id, one])).values()].sort((a, b) =>
    a.label.localeCompare(b.label, 'fi'),
  );
}
