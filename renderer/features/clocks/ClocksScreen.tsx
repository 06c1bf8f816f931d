import { useMemo, useState, type ReactNode } from 'react';
import { clockDrawing, spanText, type ClockView } from '../../../db/model/clock-view.ts';
import { segmentOf, termYearOn } from '../../../db/model/clock.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Page, Toolbar, ToolbarSpacer } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { exportClock } from './clock-files.ts';
import { ClockDialog } from './ClockDialog.tsx';
import { ClockPicture } from './ClockPicture.tsx';
import { ClockTasks } from './ClockTasks.tsx';
import { Compare } from './Compare.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { foundByKey, useClockWork } from './use-clock.ts';
import styles from './Clocks.module.css';

const cx = classes(styles);

/** Clocks of the board, the region and the municipalities: each as a picture and a list, and beside each other. */
export default function ClocksScreen({ route }: ScreenProps<'clocks'>) {
  const t = useText();
  const board = useOpenBoard();
  const language = useLanguage();
  const [tab, setTab] = useState<'clock' | 'compare'>('clock');
  const [remembered, setRemembered] = useRemembered<string | null>('clocks.chosen', null);
  const [followed, setFollowed] = useState<string>();
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null);
  const { data: clocks, error } = useTopicQuery(
    ['clocks', 'tasks', 'meetings'],
    ['clocks.list', board.id],
    () => api.clocks.list.query({ boardId: board.id }),
  );
  // A way from another screen leads to one clock.
  if (route.id !== undefined && route.id !== followed) {
    setFollowed(route.id);
    setRemembered(route.id);
    setTab('clock');
  }
  const chosen = clocks?.find((one) => one.id === remembered) ?? clocks?.[0];
  const { data: clock } = useTopicQuery(
    ['clocks', 'tasks', 'meetings'],
    ['clocks.get', chosen?.id ?? ''],
    () => api.clocks.get.query({ id: chosen?.id ?? '' }),
    { enabled: chosen !== undefined, keepPrevious: true },
  );
  const create = (
    <Button
      variant={clocks?.length === 0 ? 'primary' : 'secondary'}
      icon="plus"
      onPress={() => setDialog('new')}
    >
      {t('clocks.new')}
    </Button>
  );
  return (
    <Page title={t('clocks.title')} lead={t('clocks.lead')} actions={clocks?.length ? create : undefined}>
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {clocks?.length === 0 && (
        <Panel>
          <EmptyState title={t('clocks.none')} actions={create}>
            {t('clocks.noneBody')}
          </EmptyState>
        </Panel>
      )}
      {clocks && chosen && (
        <Tabs
          label={t('clocks.title')}
          selected={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'clock',
              label: t('clocks.tab.clock'),
              content: clock && (
                <div className={cx('stack')}>
                  <OneClock
                    key={clock.id}
                    clock={clock}
                    choice={
                      <Select
                        label={t('clocks.chosen')}
                        width="full"
                        value={chosen.id}
                        onChange={setRemembered}
                        options={clocks.map((one) => ({
                          id: one.id,
                          label: `${inLanguage(one.owner.name, language)}: ${one.title} ${spanText(one)}`,
                        }))}
                      />
                    }
                    onEdit={() => setDialog('edit')}
                    onShow={setRemembered}
                  />
                </div>
              ),
            },
            { id: 'compare', label: t('clocks.tab.compare'), content: <Compare clocks={clocks} /> },
          ]}
        />
      )}
      {dialog !== null && (
        <ClockDialog
          clock={dialog === 'edit' ? (clock ?? null) : null}
          onClose={() => setDialog(null)}
          onCreated={(id) => {
            setRemembered(id);
            setTab('clock');
            setDialog(null);
          }}
        />
      )}
    </Page>
  );
}

function OneClock({
  clock,
  choice,
  onEdit,
  onShow,
}: {
  clock: ClockView;
  choice: ReactNode;
  onEdit: () => void;
  onShow: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const work = useClockWork(clock);
  const [open, setOpen] = useState<{ key: string } | { segment: number } | null>(null);
  const today = todayIso();
  const numbers = useMemo(
    () => new Map(clockDrawing(clock, language, today).marks.map((mark) => [mark.key, mark.number])),
    [clock, language, today],
  );
  const found = open !== null && 'key' in open ? foundByKey(clock, open.key) : null;
  const copy = useMutationWithFeedback((id: string) => api.clocks.copyToNextYear.mutate({ id }), {
    done: ({ count }) => t('clocks.nextYearDone', { count }),
    onSuccess: ({ id }) => onShow(id),
  });
  const remove = useMutationWithFeedback((id: string) => api.clocks.remove.mutate({ id }), {
    done: t('clocks.clockRemoved', { title: clock.title }),
    undo: (removal) => api.clocks.restore.mutate(removal),
  });
  /** Where a new task begins: this month or year. */
  const now =
    clock.kind === 'term'
      ? (termYearOn(clock, today) ?? 1) - 1
      : segmentOf(clock, { termYear: 1, toMonth: Number(today.slice(5, 7)) });
  return (
    <>
      <Toolbar label={t('clocks.chosen')}>
        <div className={cx('choice')}>{choice}</div>
        <ToolbarSpacer />
        <Menu
          entries={[
            { id: 'edit', label: t('clocks.editClock'), icon: 'edit', run: onEdit },
            {
              id: 'svg',
              label: t('clocks.exportSvg'),
              icon: 'download',
              separator: true,
              run: () => void exportClock(clock.id, 'svg', language),
            },
            {
              id: 'ics',
              label: t('clocks.exportIcs'),
              icon: 'meetings',
              run: () => void exportClock(clock.id, 'ics', language),
            },
            ...(clock.kind === 'year'
              ? [
                  {
                    id: 'next',
                    label: t('clocks.nextYear'),
                    icon: 'copy' as const,
                    separator: true,
                    run: () => copy.mutate(clock.id),
                  },
                ]
              : []),
            {
              id: 'remove',
              label: t('clocks.removeClock'),
              icon: 'trash',
              isDangerous: true,
              separator: true,
              run: () => remove.mutate(clock.id),
            },
          ]}
        >
          <IconButton icon="more" label={t('clocks.more')} />
        </Menu>
        <Button icon="print" onPress={() => void exportClock(clock.id, 'pdf', language)}>
          {t('clocks.exportPdf')}
        </Button>
        <Button variant="primary" icon="plus" onPress={() => setOpen({ segment: now })}>
          {t('clocks.newTask')}
        </Button>
      </Toolbar>
      <Panel>
        <p className={cx('detail')}>{t('clocks.pictureLead')}</p>
        <div className={cx('picture')}>
          <ClockPicture
            clock={clock}
            work={work}
            onAdd={(segment) => setOpen({ segment })}
            onOpen={(key) => setOpen({ key })}
          />
        </div>
      </Panel>
      <ClockTasks clock={clock} numbers={numbers} work={work} onOpen={(key) => setOpen({ key })} />
      {open !== null && ('segment' in open || found !== null) && (
        <TaskDialog
          clock={clock}
          task={found?.task ?? null}
          segment={'segment' in open ? open.segment : 0}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
