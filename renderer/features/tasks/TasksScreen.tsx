import { useEffect, useMemo } from 'react';
import type { TaskState } from '../../../db/model/task.ts';
import type { TaskView } from '../../../db/model/meeting-view.ts';
import { bound } from '../../../db/model/no-break.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Page, Toolbar, ToolbarSpacer } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { sortRows, useRows, type Sort } from '../../ui/row-source.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { closeTask, openTask, useTaskDialog } from './dialog-store.ts';
import { matchesTask, taskValue } from './task-list.ts';
import { inputOf } from './task-input.ts';
import { TaskDialog } from './TaskDialog.tsx';
import styles from './Tasks.module.css';

const cx = classes(styles);

const TONES: Record<TaskState, Tone> = {
  open: 'neutral',
  in_progress: 'info',
  done: 'ok',
  cancelled: 'neutral',
};

/** The tasks of the board, the soonest due first. */
export default function TasksScreen({ route }: ScreenProps<'tasks'>) {
  const t = useText();
  const format = useFormat();
  const board = useOpenBoard();
  const open = useTaskDialog((state) => state.open);
  const [shown, setShown] = useRemembered<'open' | 'all'>('tasks.shown', 'open');
  const [search, setSearch] = useRemembered('tasks.search', '');
  const [sort, setSort] = useRemembered<Sort>('tasks.sort', { column: 'due', direction: 'ascending' });
  const { data: all, error } = useTopicQuery(['tasks', 'meetings'], ['tasks.list', board.id], () =>
    api.tasks.list.query({ boardId: board.id, state: 'all' }),
  );

  const linked = route.id;
  useEffect(() => {
    if (linked === undefined) return;
    openTask({ kind: 'task', id: linked });
    // Once opened, the way back leads to the list.
    navigate({ name: 'tasks' }, { replace: true });
  }, [linked]);
  useEffect(() => closeTask, []);

  const isOpen = ({ state }: TaskView): boolean => state === 'open' || state === 'in_progress';
  const rows = useMemo(
    () =>
      all &&
      sortRows(
        all.filter((task) => (shown === 'all' || isOpen(task)) && matchesTask(task, search)),
        sort,
        taskValue,
      ),
    [all, shown, search, sort],
  );
  const source = useRows(rows);
  const late = all?.filter(({ overdue }) => overdue).length ?? 0;

  const finish = useMutationWithFeedback(
    (task: TaskView) =>
      api.tasks.update.mutate({
        id: task.id,
        version: task.version,
        values: { ...inputOf(task), state: 'done' },
      }),
    {
      done: (_data, { code }) => t('tasks.markedDone', { code }),
      undo: ({ version }, task) => api.tasks.update.mutate({ id: task.id, version, values: inputOf(task) }),
    },
  );
  const remove = useMutationWithFeedback(({ id }: TaskView) => api.tasks.remove.mutate({ id }), {
    done: (_data, { code }) => t('tasks.removed', { code }),
  });
  const askToRemove = async (task: TaskView): Promise<void> => {
    const isSure = await confirm({
      title: t('tasks.removeTitle', { code: task.code }),
      body: t('tasks.removeBody'),
      confirmLabel: t('tasks.removeConfirm'),
      isDangerous: true,
    });
    if (isSure) remove.mutate(task);
  };

  const columns = useMemo(
    (): Column<TaskView>[] => [
      {
        id: 'code',
        header: t('tasks.code'),
        width: '108px',
        cell: ({ code }) => <span className={cx('code')}>{code}</span>,
        isSortable: true,
      },
      {
        id: 'title',
        header: t('tasks.task'),
        width: 'minmax(260px, 5fr)',
        cell: ({ title }) => title,
        isSortable: true,
        isRowHeader: true,
      },
      {
        id: 'responsible',
        header: t('tasks.responsible'),
        width: 'minmax(96px, 2fr)',
        cell: ({ responsible }) => responsible ?? '–',
        isSortable: true,
      },
      {
        id: 'due',
        header: t('tasks.due'),
        width: '208px',
        cell: ({ dueOn, overdue }) => (
          <span className={cx('due')}>
            {format.dateWithWeekday(dueOn)}
            {overdue && <Pill tone="danger">{t('tasks.state.overdue')}</Pill>}
          </span>
        ),
        isSortable: true,
      },
      {
        id: 'state',
        header: t('common.state'),
        width: '108px',
        cell: ({ state }) => <Pill tone={TONES[state]}>{t(`tasks.state.${state}`)}</Pill>,
        isSortable: true,
      },
      {
        id: 'decided',
        header: t('tasks.decided'),
        width: '116px',
        cell: ({ decidedReference }) => bound(decidedReference) || '–',
      },
    ],
    [t, format],
  );

  const menu = (task: TaskView): MenuEntry[] => [
    { id: 'edit', label: t('common.edit'), icon: 'edit', run: () => openTask({ kind: 'task', id: task.id }) },
    {
      id: 'done',
      label: t('tasks.markDone'),
      icon: 'check',
      isDisabled: !isOpen(task),
      run: () => finish.mutate(task),
    },
    {
      id: 'remove',
      label: t('tasks.remove'),
      icon: 'trash',
      isDangerous: true,
      separator: true,
      run: () => void askToRemove(task),
    },
  ];

  const create = (
    <Button variant="primary" icon="plus" onPress={() => openTask({ kind: 'new' })}>
      {t('tasks.new')}
    </Button>
  );
  const isEmpty = all?.length === 0;
  const opened = open?.kind === 'task' ? all?.find(({ id }) => id === open.id) : undefined;
  return (
    <Page
      title={t('tasks.title')}
      lead={
        all &&
        !isEmpty && (
          <>
            {t('tasks.count', { count: rows?.length ?? 0 })}
            {late > 0 && <Pill tone="danger">{t('tasks.late', { count: late })}</Pill>}
          </>
        )
      }
      layout="fill"
      actions={!isEmpty && create}
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
            label={t('tasks.show')}
            hideLabel
            width="s"
            value={shown}
            onChange={setShown}
            options={[
              { id: 'open', label: t('tasks.show.open') },
              { id: 'all', label: t('tasks.show.all') },
            ]}
          />
          <ToolbarSpacer />
        </Toolbar>
      )}
      {isEmpty ? (
        <Panel>
          <EmptyState title={t('tasks.empty')} actions={create}>
            {t('tasks.emptyBody')}
          </EmptyState>
        </Panel>
      ) : (
        <DataGrid
          label={t('tasks.title')}
          columns={columns}
          source={source}
          rowId={({ id }) => id}
          sort={sort}
          onSortChange={setSort}
          onOpen={({ id }) => openTask({ kind: 'task', id })}
          menu={menu}
          textOf={({ title }) => title}
          resetKey={`${shown} ${search}`}
          minWidth={860}
          {...(search === ''
            ? {
                empty: <EmptyState title={t('tasks.emptyOpen')}>{t('tasks.emptyOpenBody')}</EmptyState>,
              }
            : {})}
        />
      )}
      {(open?.kind === 'new' || opened) && (
        <TaskDialog key={opened?.id ?? 'new'} boardId={board.id} task={opened ?? null} onClose={closeTask} />
      )}
    </Page>
  );
}
