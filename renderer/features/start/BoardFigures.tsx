import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { runAction } from '../../ui/actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Fact, Facts } from '../../ui/Form.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { Overview } from './desk-list.ts';
import styles from './Start.module.css';

const cx = classes(styles);

/** Seats, quorum and term: what the board can do today. */
export function BoardFigures({ overview, isNew }: { overview: Overview; isNew: boolean }) {
  const t = useText();
  const format = useFormat();
  const { seats, term, openTasks } = overview;
  return (
    <Panel title={t('start.board')}>
      <div className={cx('figures')}>
        {term === null && <Banner tone="warning">{t('start.noTerm')}</Banner>}
        {!isNew && seats && seats.filled < seats.required && (
          <Banner tone="danger">{t('start.quorumAtRisk')}</Banner>
        )}
        <Facts>
          {seats && (
            <>
              <Fact name={t('start.seats')}>
                {t('start.seatsOf', { filled: seats.filled, total: seats.total })}
              </Fact>
              <Fact name={t('start.quorum')}>{t('start.quorumOf', { count: seats.required })}</Fact>
              {seats.withoutDeputy > 0 && (
                <Fact name={t('start.deputies')}>
                  {t('start.deputiesOf', { count: seats.withoutDeputy })}
                </Fact>
              )}
            </>
          )}
          {term && (
            <Fact name={t('start.term')}>
              <span className={cx('nowrap')}>{`${format.date(term.startsOn)}–`}</span>
              <span className={cx('nowrap')}>{format.date(term.endsOn)}</span>
            </Fact>
          )}
          <Fact name={t('start.openTasks')}>{openTasks}</Fact>
        </Facts>
        <Button size="s" onPress={() => navigate({ name: 'boards' })}>
          {t('start.openBoard')}
        </Button>
      </div>
    </Panel>
  );
}

const QUICK: readonly {
  id: 'meeting' | 'task' | 'organisations' | 'board';
  icon: IconName;
  run: () => unknown;
}[] = [
  { id: 'meeting', icon: 'plus', run: () => runAction('new-meeting') },
  { id: 'task', icon: 'tasks', run: () => runAction('new-task') },
  { id: 'organisations', icon: 'organisations', run: () => navigate({ name: 'organisations' }) },
  { id: 'board', icon: 'boards', run: () => navigate({ name: 'boards' }) },
];

export function QuickActions() {
  const t = useText();
  return (
    <Panel title={t('start.quick')} isFlush>
      <ul className={cx('quick')}>
        {QUICK.map(({ id, icon, run }) => (
          <li key={id}>
            <button type="button" className={cx('way')} onClick={() => run()}>
              <Icon name={icon} />
              <span>{t(`start.quick.${id}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
