import { useMemo } from 'react';
import type { MeetingState } from '../../../db/model/meeting-state.ts';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { confirm } from '../../ui/confirm.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { navigate, useRemembered, type MeetingPart } from '../../ui/navigation.ts';
import { Page, Toolbar, ToolbarSpacer } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { sortRows, useRows, type Sort } from '../../ui/row-source.ts';
import { Select } from '../../ui/Select.tsx';
import { CreateMeetingDialog } from './CreateMeetingDialog.tsx';
import { closeCreateDialog, openCreateDialog, useCreateDialog } from './dialog-store.ts';
import { yearsOf } from './next-meeting.ts';

const TONES: Record<MeetingState, Tone> = {
  draft: 'neutral',
  called: 'info',
  in_session: 'ok',
  closed: 'warning',
  under_examination: 'warning',
  examined: 'neutral',
  published: 'neutral',
  cancelled: 'neutral',
};

/** The part of the meeting that one wants to see first in that state. */
const PARTS: Record<MeetingState, MeetingPart> = {
  draft: 'agenda',
  called: 'agenda',
  in_session: 'live',
  closed: 'live',
  under_examination: 'examination',
  examined: 'preview',
  published: 'preview',
  cancelled: 'agenda',
};

const ALL = 'all';

function open({ id, state }: MeetingSummary, part: MeetingPart = PARTS[state]): void {
  navigate({ name: 'meeting', id, part });
}

/** The meetings of the board, the newest first. */
export default function MeetingsScreen() {
  const t = useText();
  const format = useFormat();
  const board = useOpenBoard();
  const isCreating = useCreateDialog(({ isOpen }) => isOpen);
  const [year, setYear] = useRemembered('meetings.year', ALL);
  const [sort, setSort] = useRemembered<Sort>('meetings.sort', {
    column: 'heldOn',
    direction: 'descending',
  });
  const { data: meetings, error } = useTopicQuery(['meetings'], ['meetings.list', board.id], () =>
    api.meetings.list.query({ boardId: board.id }),
  );

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
        cell: ({ state }) => <Pill tone={TONES[state]}>{t(`meetings.state.${state}`)}</Pill>,
        isSortable: true,
      },
      {
        id: 'sections',
        header: t('meetings.sections'),
        width: '110px',
        cell: ({ sections }) => (sections === null ? '–' : `§ ${sections}`),
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
      isDisabled: meeting.state !== 'draft',
      separator: true,
      run: () => void askToRemove(meeting),
    },
  ];

  const isEmpty = meetings?.length === 0;
  const create = (
    <Button variant="primary" icon="plus" onPress={openCreateDialog}>
      {t('meetings.new')}
    </Button>
  );
  return (
    <Page
      title={t('meetings.title')}
      lead={meetings && !isEmpty ? t('meetings.count', { count: rows?.length ?? 0 }) : undefined}
      layout="fill"
      actions={!isEmpty && create}
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
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
      {isEmpty ? (
        <Panel>
          <EmptyState title={t('meetings.empty')} actions={create}>
            {t('meetings.emptyBody')}
          </EmptyState>
        </Panel>
      ) : (
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
      )}
      {isCreating && meetings && (
        <CreateMeetingDialog board={board} meetings={meetings} onClose={closeCreateDialog} />
      )}
    </Page>
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
