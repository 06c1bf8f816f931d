import { useMemo, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { classes } from '../classes.ts';
import { DataGrid, type Column } from '../DataGrid.tsx';
import { Toolbar, ToolbarSpacer } from '../Page.tsx';
import { Pill } from '../Pill.tsx';
import { sortRows, useRows, type Sort } from '../row-source.ts';
import { SearchField } from '../SearchField.tsx';
import styles from './gallery.module.css';

const cx = classes(styles);

interface Row {
  id: string;
  name: string;
  businessId: string;
  municipality: string;
  members: number;
  isActive: boolean;
}

const FIRST = [
  'Pohjois-Karjalan',
  'Joensuun',
  'Kontiolahden',
  'Liperin',
  'Lieksan',
  'Ilomantsin',
  'Kiteen',
  'Äänekosken',
  'Outokummun',
  'Nurmeksen',
];
const SECOND = [
  'Nuorisoverstas',
  'Kansanterveyden keskus',
  'Omaishoitajat ja läheiset',
  'Kylät',
  'Martat',
  'Eläkeläiset',
  'Mielenterveysyhdistys',
  'Latu',
  'Monikulttuurisuusyhdistys',
  'Sydänpiiri',
];
const PLACES = ['Joensuu', 'Kontiolahti', 'Liperi', 'Lieksa', 'Ilomantsi', 'Kitee', 'Outokumpu', 'Nurmes'];

function makeRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `row-${index}`,
    name: `${FIRST[index % 10]} ${SECOND[Math.floor(index / 10) % 10]} ry ${index + 1}`,
    businessId: `${String(1_000_000 + index).slice(0, 7)}-${index % 10}`,
    municipality: PLACES[(index * 7) % 8]!,
    members: (index * 37) % 900,
    isActive: index % 5 !== 0,
  }));
}

/** 70,000 rows unless the address says otherwise (`?rows=100`). */
export function GridPart() {
  const format = useFormat();
  const [all] = useState(() => makeRows(Number(new URLSearchParams(location.search).get('rows') ?? 70_000)));
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort | null>(null);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(['row-1']));
  const [opened, setOpened] = useState('');
  const sorted = useMemo(
    () => sortRows(all, sort, (row, column) => row[column as 'name' | 'members']),
    [all, sort],
  );
  const rows = useMemo(() => {
    const wanted = search.toLowerCase();
    return wanted ? sorted.filter(({ name }) => name.toLowerCase().includes(wanted)) : sorted;
  }, [sorted, search]);
  const source = useRows(rows);
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'name',
        header: 'Järjestö',
        width: 'minmax(220px, 3fr)',
        cell: (row) => row.name,
        isSortable: true,
      },
      { id: 'businessId', header: 'Y-tunnus', width: '110px', cell: (row) => row.businessId },
      {
        id: 'municipality',
        header: 'Kotikunta',
        width: 'minmax(110px, 1fr)',
        cell: (row) => row.municipality,
        isSortable: true,
      },
      {
        id: 'members',
        header: 'Jäseniä',
        width: '90px',
        align: 'end',
        cell: (row) => format.number(row.members),
        isSortable: true,
      },
      {
        id: 'state',
        header: 'Tila',
        width: '130px',
        cell: (row) => (row.isActive ? <Pill tone="ok">Toimii</Pill> : <Pill>Lopettanut</Pill>),
      },
    ],
    [format],
  );
  return (
    <div className={cx('stack')} style={{ height: 460 }}>
      <Toolbar label="Rajaa">
        <SearchField label="Haku" width="m" value={search} onChange={setSearch} />
        <ToolbarSpacer />
        <span data-opened={opened}>{format.number(rows.length)}</span>
      </Toolbar>
      <DataGrid
        label="Järjestöt"
        columns={columns}
        source={source}
        rowId={(row) => row.id}
        sort={sort}
        onSortChange={setSort}
        onOpen={(row) => setOpened(row.id)}
        selection={{ ids, onChange: setIds }}
        menu={(row) => [
          { id: 'open', label: 'Avaa', icon: 'eye', run: () => setOpened(row.id) },
          { id: 'remove', label: 'Poista', icon: 'trash', isDangerous: true, run: () => undefined },
        ]}
        textOf={(row) => row.name}
        resetKey={search}
      />
    </div>
  );
}
