import { useMemo } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { isHeld, type InclusionKind } from '../../../db/model/inclusion.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { weeklyText } from '../../../db/model/opening-hours.ts';
import {
  inLanguageOrder,
  languageList,
  SPOKEN_LANGUAGES,
  spokenLanguageName,
} from '../../../db/model/spoken-language.ts';
import type { Outputs } from '../../api/client.ts';
import { useMunicipalities } from '../../api/register-lists.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Toolbar } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from '../../ui/Parts.module.css';
import { sortRows, useRows, type Sort } from '../../ui/row-source.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { openNewEntry } from './dialog-store.ts';
import inclusionStyles from './Inclusion.module.css';

const cx = classes(styles);
const ix = classes(inclusionStyles);
export type Entry = Outputs['inclusion']['list'][number];
const ALL = 'all';

/** Entries of one kind: filters by words, municipality and language, and the table. */
export function EntryList({ kind, all }: { kind: InclusionKind; all: readonly Entry[] | undefined }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [search, setSearch] = useRemembered('inclusion.search', '');
  const [municipality, setMunicipality] = useRemembered<string>('inclusion.municipality', ALL);
  const [spoken, setSpoken] = useRemembered<string>('inclusion.language', ALL);
  const { byCode } = useMunicipalities();
  const [sort, setSort] = useRemembered<Sort>('inclusion.sort', { column: 'code', direction: 'ascending' });
  const own = useMemo(() => all?.filter((one) => one.kind === kind), [all, kind]);
  const rows = useMemo(() => {
    const words = search.trim().toLocaleLowerCase('fi');
    return (
      own &&
      sortRows(
        own.filter(
          (one) =>
            (municipality === ALL || one.isRegional || one.municipalities.includes(municipality)) &&
            (spoken === ALL || one.languages.some((code) => code === spoken)) &&
            (words === '' ||
              [one.code, one.name, one.place, one.host?.name.fi ?? ''].some((text) =>
                text.toLocaleLowerCase('fi').includes(words),
              )),
        ),
        sort,
        sortValue,
      )
    );
  }, [own, search, municipality, spoken, sort]);
  const source = useRows(rows);
  const columns = useMemo((): Column<Entry>[] => {
    const figure = (one: Entry): string =>
      one.participantCount === null
        ? (one.participantBand ?? '–').replace('-', '–')
        : format.number(one.participantCount);
    return [
      { id: 'code', header: t('inclusion.code'), width: '84px', cell: ({ code }) => code, isSortable: true },
      {
        id: 'name',
        header: t('inclusion.name'),
        width: 'minmax(200px, 4fr)',
        isRowHeader: true,
        isSortable: true,
        cell: ({ name, flags }) => (
          <span className={cx('name')}>
            {flags.length > 0 && (
              <span className={cx('flag')} title={t('inclusion.flagged', { count: flags.length })}>
                <Icon name="warning" size={15} />
                <VisuallyHidden elementType="span">
                  {t('inclusion.flagged', { count: flags.length })}
                </VisuallyHidden>
              </span>
            )}
            {name}
          </span>
        ),
      },
      {
        id: 'municipalities',
        header: t('inclusion.municipalities'),
        width: 'minmax(120px, 2fr)',
        cell: ({ isRegional, places }) =>
          [
            ...(isRegional ? [t('inclusion.wholeRegion')] : []),
            ...places.map(({ name }) => inLanguage(name, language)),
          ].join(', ') || '–',
      },
      {
        id: 'languages',
        header: t('inclusion.languages'),
        width: 'minmax(140px, 3fr)',
        cell: ({ languages }) => languageList(languages, language) || '–',
      },
      ...(isHeld(kind)
        ? [
            {
              id: 'startsOn',
              header: t('inclusion.heldOn'),
              width: '112px',
              isSortable: true,
              cell: ({ startsOn }: Entry) => (startsOn === null ? '–' : format.date(startsOn)),
            },
            {
              id: 'participants',
              header: t('inclusion.participants'),
              width: '118px',
              align: 'end' as const,
              isSortable: true,
              cell: figure,
            },
          ]
        : []),
      ...(kind === 'path'
        ? [
            {
              id: 'steps',
              header: t('inclusion.steps'),
              width: '96px',
              align: 'end' as const,
              isSortable: true,
              cell: ({ steps }: Entry) => format.number(steps.length),
            },
            {
              id: 'total',
              header: t('inclusion.total'),
              width: '140px',
              align: 'end' as const,
              isSortable: true,
              cell: ({ periods }: Entry) => {
                const total = periods.at(-1)?.total;
                return total === null || total === undefined ? '–' : format.number(total);
              },
            },
          ]
        : []),
      ...(kind === 'material'
        ? [
            {
              id: 'plain',
              header: t('inclusion.plain'),
              width: '172px',
              cell: ({ plainState }: Entry) => t(`inclusion.plain.${plainState ?? 'none'}`),
            },
          ]
        : []),
      ...(kind === 'support_point'
        ? [
            {
              id: 'opening',
              header: t('inclusion.opening'),
              width: 'minmax(150px, 3fr)',
              cell: ({ weeklyHours }: Entry) => weeklyText(weeklyHours, language) || '–',
            },
          ]
        : []),
    ];
  }, [t, format, language, kind]);
  const create = (
    <Button icon="plus" onPress={() => openNewEntry({ kind, municipality: null })}>
      {t(`inclusion.new.${kind}`)}
    </Button>
  );
  if (own?.length === 0)
    return (
      <Panel>
        <EmptyState title={t(`inclusion.empty.${kind}`)} actions={create}>
          {t(`inclusion.emptyBody.${kind}`)}
        </EmptyState>
      </Panel>
    );
  // What the list is narrowed to is among the choices, also where nothing is there yet.
  const chosen = byCode(municipality);
  const places = [
    ...new Map(
      [
        ...(all ?? []).flatMap((one) =>
          one.places.map(({ code, name }) => ({ id: code, label: inLanguage(name, language) })),
        ),
        ...(chosen === null ? [] : [{ id: chosen.id, label: chosen.label }]),
      ].map((place) => [place.id, place] as const),
    ).values(),
  ].sort((a, b) => format.compare(a.label, b.label));
  const spokenCodes = inLanguageOrder([
    ...(all ?? []).flatMap(({ languages }) => languages),
    ...SPOKEN_LANGUAGES.filter((code) => code === spoken),
  ]);
  return (
    <div className={ix('fill')}>
      <Toolbar label={t('common.filter')}>
        <SearchField label={t('common.search')} width="m" value={search} onChange={setSearch} />
        <Select
          label={t('inclusion.filter.municipality')}
          hideLabel
          width="s"
          value={municipality}
          onChange={setMunicipality}
          options={[{ id: ALL, label: t('inclusion.filter.all.municipality') }, ...places]}
        />
        <Select
          label={t('inclusion.filter.language')}
          hideLabel
          width="s"
          value={spoken}
          onChange={setSpoken}
          options={[
            { id: ALL, label: t('inclusion.filter.all.language') },
            ...spokenCodes.map((code) => ({ id: code, label: spokenLanguageName(code, language) })),
          ]}
        />
      </Toolbar>
      <DataGrid
        label={t(`inclusion.kinds.${kind}`)}
        columns={columns}
        source={source}
        rowId={({ id }) => id}
        sort={sort}
        onSortChange={setSort}
        onOpen={({ id }) => navigate({ name: 'inclusionEntry', id })}
        textOf={({ name }) => name}
        resetKey={`${kind} ${search} ${municipality} ${spoken}`}
        minWidth={860}
        empty={
          <EmptyState
            title={t('inclusion.noneFound')}
            actions={
              <Button
                icon="close"
                onPress={() => {
                  setSearch('');
                  setMunicipality(ALL);
                  setSpoken(ALL);
                }}
              >
                {t('common.clearFilters')}
              </Button>
            }
          />
        }
      />
    </div>
  );
}

function sortValue(row: Entry, column: string): string | number | null {
  switch (column) {
    case 'code':
      return Number(row.code.replace(/\D/g, '')) || row.code;
    case 'startsOn':
      return row.startsOn;
    case 'participants':
      return row.participantCount;
    case 'steps':
      return row.steps.length;
    case 'total':
      return row.periods.at(-1)?.total ?? null;
    default:
      return row.name;
  }
}
