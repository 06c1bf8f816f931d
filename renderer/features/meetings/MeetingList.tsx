import { useMemo } from 'react';
import type { MeetingState } from '../../../db/model/meeting-state.ts';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { confirm } from '../../ui/confirm.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { Toolbar, ToolbarSpacer } from '../../ui/Page.tsx';
import { sortRows, useRows, type Sort } from '../../ui/row-source.ts';
import { Select } from '../../ui/Select.tsx';
import { openMeeting as open } from './meeting-state-views.ts';
import { yearsOf } from './next-meeting.ts';
import { StatePill } from './StatePill.tsx';

const ALL = 'all';

/** The meetings of the board as a table, the newest first. */
export function MeetingList({ meetings }: { meetings: readonly MeetingSummary[] | undefined }) {
  const t = useText();
  const format = useFormat();
  const [year, setYear] = useRemembered('meetings.year', ALL);
  const [sort, setSort] = useRemembered<Sort>('meetings.sort', {
    column: 'heldOn',
    direction: 'descending',
  });
  const years = useMemo(() => yearsOf(meetings ?? []), [meetings]);
  const shownYear = years.includes(Number(year)) ? year : ALL;
  const rows = useMemo(
    () =>
      meetings &&
      sortRows(
        meetings.filter((meeting) => shownYear === ALL || String(meeting.year) === shownYear),
        sort,
        (meeting, column) => valueOf(meeting, column, (state) => t(`meetings.state.${state}`)),
      ),
    [meetings, shownYear, sort, t],
  );
  const source = useRows(rows);

  const remove = useMutationWithFeedback(
    ({ id }: MeetingSummary) => api.meetings.remove.mutate({ meetingId: id }),
    { done: (_data, { label }) => t('meetings.removed', { label }) },
  );
  const askToRemove = async (meeting: MeetingSummary): Promise<void> => {
    const { label, itemCount } = meeting;
    const isSure = await confirm({
      title: t('meetings.removeTitle', { label }),
      body: t('meetings.removeBody', { count: itemCount }),
      confirmLabel: t('meetings.removeConfirm'),
      isDangerous: true,
    });
    if (isSure) remove.mutate(meeting);
  };

  const columns = useMemo(
    (): Column<MeetingSummary>[] => [
      {
        id: 'number',
        header: t('meetings.number'),
        width: '110px',
        cell: ({ label }) => label,
        isSortable: true,
        isRowHeader: true,
      },
      {
        id: 'heldOn',
        header: t('common.date'),
        width: '150px',
        cell: ({ heldOn }) => format.dateWithWeekday(heldOn),
        isSortable: true,
      },
      {
        id: 'start',
        header: t('common.time'),
        width: '110px',
        cell: ({ plannedStart }) => format.time(plannedStart),
      },
      {
        id: 'place',
        header: t('meetings.place'),
        width: 'minmax(160px, 3fr)',
        cell: ({ place }) => place || '–',
        isSortable: true,
      },
      {
        id: 'state',
        header: t('common.state'),
        width: '160px',
        cell: (meeting) => <StatePill meeting={meeting} />,
        isSortable: true,
      },
      {
        id: 'sections',
        header: t('meetings.sections'),
        width: '110px',
        cell: ({ sections, profile }) =>
          sections === null ? '–' : profile === 'memo' ? `${sections}.` : `§ ${sections}`,
      },
      {
        id: 'items',
        header: t('meetings.items'),
        width: '90px',
        align: 'end',
        cell: ({ itemCount }) => itemCount,
      },
    ],
    [t, format],
  );

  const menu = (meeting: MeetingSummary): MenuEntry[] => [
    {
      id: 'agenda',
      label: t('meetings.openAgenda'),
      icon: 'meetings',
      run: () => open(meeting, 'agenda'),
    },
    {
      id: 'live',
      label: t('meetings.openMinutes'),
      icon: 'edit',
      run: () => open(meeting, 'live'),
    },
    {
      id: 'preview',
      label: t('meetings.openDocument'),
      icon: 'document',
      run: () => open(meeting, 'preview'),
    },
    {
      id: 'remove',
      label: t('meetings.remove'),
      icon: 'trash',
      isDangerous: true,
      isDisabled: meeting.state !== 'draft' || meeting.keepsNumber,
      separator: true,
      run: () => void askToRemove(meeting),
    },
  ];

  return (
    <>
      {years.length > 1 && (
        <Toolbar label={t('common.filter')}>
          <Select
            label={t('meetings.year')}
            hideLabel
            width="s"
            value={shownYear}
            onChange={setYear}
            options={[
              { id: ALL, label: t('meetings.allYears') },
              ...years.map((one) => ({ id: String(one), label: String(one) })),
            ]}
          />
          <ToolbarSpacer />
        </Toolbar>
      )}
      <DataGrid
        label={t('meetings.title')}
        columns={columns}
        source={source}
        rowId={({ id }) => id}
        sort={sort}
        onSortChange={setSort}
        onOpen={(meeting) => open(meeting)}
        menu={menu}
        textOf={({ label }) => label}
        resetKey={shownYear}
        minWidth={860}
      />
    </>
  );
}

function valueOf(
  meeting: MeetingSummary,
  column: string,
  stateWord: (state: MeetingState) => string,
): string | number | null {
  switch (column) {
    case 'number':
      return meeting.year * 1_000 + meeting.number;
    case 'place':
      return meeting.place;
    case 'state':
      return stateWord(meeting.state);
    default:
      return meeting.heldOn + (meeting.plannedStart ?? '');
  }
}
