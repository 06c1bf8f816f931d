import {
  occurrenceKey,
  occurrencesInOrder,
  segmentName,
  whenText,
  type ClockTaskView,
  type ClockView,
  type OccurrenceView,
} from '../../../db/model/clock-view.ts';
import { segmentCount, segmentOf, type OccurrenceState } from '../../../db/model/clock.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import type { ClockWork } from './use-clock.ts';
import styles from './Clocks.module.css';

const cx = classes(styles);

const TONES: Record<OccurrenceState, Tone> = {
  done: 'ok',
  late: 'danger',
  due: 'warning',
  now: 'info',
  coming: 'neutral',
};

/** The same tasks as in the picture, by month or year. */
export function ClockTasks({
  clock,
  numbers,
  work,
  onOpen,
}: {
  clock: ClockView;
  /** Numbers of the picture by key. */
  numbers: ReadonlyMap<string, number>;
  work: ClockWork;
  onOpen: (key: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const all = occurrencesInOrder(clock);
  return (
    <Panel title={t('clocks.tasks')} isFlush>
      {all.length === 0 && <p className={cx('none')}>{t('clocks.noTasks')}</p>}
      {Array.from({ length: segmentCount(clock) }, (_, segment) => {
        const own = all.filter(
          ({ task, one }) => segmentOf(clock, { termYear: one.termYear, toMonth: task.toMonth }) === segment,
        );
        if (own.length === 0) return null;
        own.sort(
          (a, b) => (numbers.get(occurrenceKey(a.one)) ?? 0) - (numbers.get(occurrenceKey(b.one)) ?? 0),
        );
        return (
          <section key={segment} className={cx('segment')} aria-labelledby={`segment-${segment}`}>
            <h3 id={`segment-${segment}`} className={cx('segmentName')}>
              {segmentName(clock, segment, language)}
            </h3>
            <ul>
              {own.map(({ task, one }) => (
                <Row
                  key={occurrenceKey(one)}
                  clock={clock}
                  task={task}
                  one={one}
                  number={numbers.get(occurrenceKey(one)) ?? 0}
                  work={work}
                  onOpen={() => onOpen(occurrenceKey(one))}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </Panel>
  );
}

function Row({
  clock,
  task,
  one,
  number,
  work,
  onOpen,
}: {
  clock: ClockView;
  task: ClockTaskView;
  one: OccurrenceView;
  number: number;
  work: ClockWork;
  onOpen: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const isDone = one.state === 'done';
  return (
    <li className={cx('row')}>
      <span className={cx('number')}>{number}.</span>
      <div className={cx('words')}>
        <Button variant="quiet" size="s" onPress={onOpen}>
          {task.title}
        </Button>
        <p className={cx('detail')}>
          {[
            whenText(clock, task, one, language),
            task.responsible,
            task.responsiblePerson?.name ?? '',
            task.source,
            one.doneOn === null ? '' : t('clocks.doneOn', { date: format.date(one.doneOn) }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </div>
      <span className={cx('signs')}>
        {one.idea && (
          <Pill tone={one.idea.state === 'rejected' ? 'neutral' : 'info'}>
            {one.idea.state === 'taken'
              ? t('clocks.onAgenda', { reference: one.idea.reference ?? '' })
              : t(one.idea.state === 'rejected' ? 'clocks.rejected' : 'clocks.onList')}
          </Pill>
        )}
        {one.task && <Pill tone="info">{t('clocks.taskCode', { code: one.task.code })}</Pill>}
        {task.isUncertain && <Pill>{t('clocks.uncertain')}</Pill>}
        {one.state !== 'coming' && <Pill tone={TONES[one.state]}>{t(`clocks.state.${one.state}`)}</Pill>}
      </span>
      <span className={cx('buttons')}>
        <IconButton
          icon="check"
          size="s"
          isOn={isDone}
          isDisabled={isDone && one.doneOn === null}
          label={t(isDone ? 'clocks.markUndone' : 'clocks.markDone', { title: task.title })}
          onPress={() => work.setDone(one)}
        />
        <Menu entries={entriesOf({ clock, task, one, work, onOpen }, t)}>
          <IconButton icon="more" size="s" label={t('clocks.actionsOf', { title: task.title })} />
        </Menu>
      </span>
    </li>
  );
}

function entriesOf(
  {
    clock,
    task,
    one,
    work,
    onOpen,
  }: {
    clock: ClockView;
    task: ClockTaskView;
    one: OccurrenceView;
    work: ClockWork;
    onOpen: () => void;
  },
  t: ReturnType<typeof useText>,
): MenuEntry[] {
  const segment = segmentOf(clock, task);
  const followUp = one.task;
  return [
    { id: 'edit', label: t('clocks.taskEdit'), icon: 'edit', run: onOpen },
    {
      id: 'idea',
      label: t('clocks.toIdea'),
      icon: 'meetings',
      isDisabled: one.idea !== null,
      separator: true,
      run: () => work.toIdea(one),
    },
    followUp === null
      ? { id: 'task', label: t('clocks.toTask'), icon: 'tasks', run: () => work.toTask(one) }
      : {
          id: 'task',
          label: t('clocks.openTask', { code: followUp.code }),
          icon: 'tasks',
          run: () => navigate({ name: 'tasks', id: followUp.id }),
        },
    {
      id: 'earlier',
      label: t('clocks.earlier'),
      icon: 'arrowLeft',
      isDisabled: segment === 0,
      separator: true,
      run: () => work.moveBy(task, -1),
    },
    {
      id: 'later',
      label: t('clocks.later'),
      icon: 'arrowRight',
      isDisabled: segment === segmentCount(clock) - 1,
      run: () => work.moveBy(task, 1),
    },
    {
      id: 'remove',
      label: t('clocks.taskRemove'),
      icon: 'trash',
      isDangerous: true,
      separator: true,
      run: () => work.remove(task),
    },
  ];
}
