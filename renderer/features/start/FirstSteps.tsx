import { useText } from '../../i18n/language.ts';
import { runAction } from '../../ui/actions.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { Overview } from './desk-list.ts';
import styles from './Start.module.css';

const cx = classes(styles);

/** A new board: three steps to its first meeting. */
export function FirstSteps({ overview }: { overview: Overview }) {
  const t = useText();
  const hasTerm = overview.term !== null;
  const steps = [
    {
      id: 'organisations',
      action: t('start.quick.organisations'),
      run: () => navigate({ name: 'organisations' }),
    },
    { id: 'seats', action: t('start.openBoard'), run: () => navigate({ name: 'boards' }) },
    { id: 'meeting', action: t('start.planNext'), run: () => void runAction('new-meeting') },
  ] as const;
  return (
    <Panel title={t('start.first.title')}>
      <p className={cx('lead')}>{t('start.first.lead')}</p>
      <ol className={cx('steps')}>
        {steps.map(({ id, action, run }, index) => (
          <li key={id} className={cx('step')}>
            <span className={cx('number')} aria-hidden="true">
              {index + 1}
            </span>
            <div className={cx('words')}>
              <h3 className={cx('title')}>{t(`start.first.${id}`)}</h3>
              <p className={cx('detail')}>{t(`start.first.${id}Body`)}</p>
            </div>
            <Button
              size="s"
              variant={index === 0 ? 'primary' : 'secondary'}
              isDisabled={id === 'meeting' && !hasTerm}
              onPress={run}
            >
              {action}
            </Button>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
