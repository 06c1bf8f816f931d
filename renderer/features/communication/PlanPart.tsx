import { useState } from 'react';
import { byMonth, type PlanState } from '../../../db/model/communication-plan.ts';
import { PLAN_WORDS } from '../../../db/model/print-communication-plan.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { navigate, useRemembered, type Route } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { PlanDoneDialog } from './PlanDoneDialog.tsx';
import styles from './Communication.module.css';

const cx = classes(styles);
export type PlanEntry = Outputs['communication']['list'][number];
const TONES: Record<PlanState, Tone> = { planned: 'neutral', due: 'info', late: 'warning', done: 'ok' };

/** The plan of a year by month, with what has been done. */
export function PlanPart() {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const thisYear = Number(todayIso().slice(0, 4));
  const [chosen, setChosen] = useRemembered<number | null>('communication.year', null);
  const [edited, setEdited] = useState<PlanEntry | 'new' | null>(null);
  const { data } = useTopicQuery(
    ['communication', 'bulletins', 'meetings', 'actions', 'deliveries', 'persons'],
    ['communication.list', board.id],
    () => api.communication.list.query({ boardId: board.id }),
  );
  if (!data) return null;
  // A year with rows is shown first: this one, or the latest there is.
  const latest = Math.max(...data.map((row) => Number(row.plannedOn.slice(0, 4))), 0);
  const hasThis = latest === 0 || data.some((row) => row.plannedOn.startsWith(String(thisYear)));
  const year = chosen ?? (hasThis ? thisYear : latest);
  const years = [
    ...new Set([thisYear, thisYear + 1, year, ...data.map((row) => Number(row.plannedOn.slice(0, 4)))]),
  ];
  const months = byMonth(data, year).filter(({ rows }) => rows.length > 0);
  const rows = months.flatMap((month) => month.rows);
  const late = rows.filter(({ state }) => state === 'late').length;
  const save = (format: 'pdf' | 'ics'): void => {
    const input = { boardId: board.id, year, language, format };
    void saveFile(
      format === 'pdf' ? 'pdf' : 'calendar',
      async () => (await api.communication.fileName.query(input)).name,
      (target) => api.communication.export.mutate({ ...input, target }),
    );
  };
  const create = (
    <Button variant="primary" icon="plus" onPress={() => setEdited('new')}>
      {t('communication.new')}
    </Button>
  );
  return (
    <div className={cx('stack')}>
      <div className={cx('buttons')}>
        <Select
          label={t('communication.year')}
          width="s"
          value={String(year)}
          onChange={(next) => setChosen(Number(next))}
          options={years.sort((a, b) => b - a).map((one) => ({ id: String(one), label: String(one) }))}
        />
        <span className={cx('detail')}>{t('communication.count', { count: rows.length })}</span>
        {late > 0 && <Pill tone="warning">{t('communication.late', { count: late })}</Pill>}
        <span className={cx('spring')} />
        <Button icon="print" onPress={() => save('pdf')}>
          {t('communication.exportPdf')}
        </Button>
        <Button icon="calendar" onPress={() => save('ics')}>
          {t('communication.exportIcs')}
        </Button>
        {rows.length > 0 && create}
      </div>
      {rows.length === 0 && (
        <Panel>
          <EmptyState title={t('communication.empty')} actions={create}>
            {t('communication.emptyBody')}
          </EmptyState>
        </Panel>
      )}
      {months.map(({ month, rows: own }) => (
        <Panel
          key={month}
          isFlush
          title={new Intl.DateTimeFormat(`${language}-FI`, { month: 'long', year: 'numeric' }).format(
            new Date(Date.UTC(year, month - 1, 15)),
          )}
        >
          <ul className={cx('list')}>
            {own.map((row) => (
              <Row key={row.id} row={row} onEdit={() => setEdited(row)} />
            ))}
          </ul>
        </Panel>
      ))}
      {edited !== null && (
        <PlanDialog entry={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}

function Row({ row, onEdit }: { row: PlanEntry; onEdit: () => void }) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const words = PLAN_WORDS[language];
  const [isNoting, setNoting] = useState(false);
  const remove = useMutationWithFeedback(() => api.communication.remove.mutate({ id: row.id }), {
    done: t('communication.removed'),
    undo: (removal) => api.communication.restore.mutate(removal),
  });
  const reopen = useMutationWithFeedback(() =>
    api.communication.noteDone.mutate({ id: row.id, doneOn: null, outcome: row.outcome }),
  );
  const links: { name: string; route: Route }[] = [
    ...(row.bulletin === null
      ? []
      : [{ name: row.bulletin.name, route: { name: 'bulletin' as const, id: row.bulletin.id } }]),
    ...(row.meeting === null
      ? []
      : [
          {
            name: `${t('communication.meeting')} ${row.meeting.name}`,
            route: { name: 'meeting' as const, id: row.meeting.id, part: 'preview' as const },
          },
        ]),
    ...(row.action === null
      ? []
      : [{ name: row.action.name, route: { name: 'volunteerAction' as const, id: row.action.id } }]),
  ];
  return (
    <li className={cx('row')}>
      <div>
        <button type="button" className={cx('open')} onClick={onEdit}>
          {row.title}
        </button>
        <div className={cx('detail')}>
          {[row.audience, words.channels[row.channel], row.responsible, row.responsiblePerson?.name ?? '']
            .filter(Boolean)
            .join(' · ')}
        </div>
        {row.outcome !== '' && <div className={cx('detail')}>{row.outcome}</div>}
      </div>
      <div className={cx('pills')}>
        <span className={cx('detail')}>{format.date(row.plannedOn)}</span>
        <Pill tone={TONES[row.state]}>
          {row.doneDay === null
            ? t(`communication.state.${row.state}`)
            : t(row.doneOn === null ? 'communication.delivered' : 'communication.doneOn', {
                date: format.date(row.doneDay),
              })}
        </Pill>
      </div>
      <div className={cx('buttons')}>
        {links.map((link) => (
          <Button
            key={link.name}
            size="s"
            variant="quiet"
            icon="link"
            aria-label={t('communication.open', { name: link.name })}
            onPress={() => navigate(link.route)}
          >
            {link.name}
          </Button>
        ))}
        <span className={cx('spring')} />
        {row.state !== 'done' && (
          <Button size="s" icon="check" onPress={() => setNoting(true)}>
            {t('communication.markDone')}
          </Button>
        )}
        <Menu
          entries={[
            { id: 'edit', label: t('common.edit'), icon: 'edit', run: onEdit },
            ...(row.doneOn === null
              ? []
              : [
                  {
                    id: 'reopen',
                    label: t('communication.markOpen'),
                    icon: 'undo' as const,
                    run: () => reopen.mutate(undefined),
                  },
                ]),
            {
              id: 'remove',
              label: t('communication.remove'),
              icon: 'trash',
              isDangerous: true,
              run: () => remove.mutate(undefined),
            },
          ]}
        >
          <IconButton icon="more" size="s" label={`${t('common.moreActions')}: ${row.title}`} />
        </Menu>
      </div>
      {isNoting && <PlanDoneDialog id={row.id} outcome={row.outcome} onClose={() => setNoting(false)} />}
    </li>
  );
}
