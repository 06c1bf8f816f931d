import { useBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { EffectEntry } from './EffectEntry.tsx';
import styles from './Effects.module.css';

const cx = classes(styles);
/** Stages from which something still comes. */
const OPEN = ['planned', 'unconfirmed', 'decided', 'unresolved'];

/** Every effect of the board's decisions, those that wait for the secretary first. */
export default function EffectsScreen() {
  const t = useText();
  const { board } = useBoard();
  const [show, setShow] = useRemembered<'all' | 'open'>('effects.show', 'all');
  const { data, error } = useTopicQuery(
    ['boards', 'meetings', 'persons', 'organisations', 'practices'],
    ['effects.ofBoard', board?.id],
    () => api.effects.ofBoard.query({ boardId: board?.id ?? '' }),
    { enabled: board !== null, keepPrevious: true },
  );
  const waiting = (data ?? []).filter(({ stage }) => stage === 'unresolved').length;
  const shown = (data ?? []).filter(({ stage }) => show === 'all' || OPEN.includes(stage));
  return (
    <Page
      title={t('effects.screenTitle')}
      lead={t('effects.screenLead')}
      actions={
        <Select
          label={t('effects.show')}
          hideLabel
          width="s"
          value={show}
          options={(['all', 'open'] as const).map((id) => ({ id, label: t(`effects.show.${id}`) }))}
          onChange={setShow}
        />
      }
    >
      <div className={cx('screen')}>
        {error && <Banner tone="danger">{error.message}</Banner>}
        {waiting > 0 && <Banner tone="warning">{t('effects.waiting', { count: waiting })}</Banner>}
        {data !== undefined && shown.length === 0 && (
          <EmptyState title={t('effects.none')}>{t('effects.noneBody')}</EmptyState>
        )}
        {shown.length > 0 && (
          <Panel title={t('effects.screenTitle')} isFlush>
            <ul className={cx('entries', 'flush')}>
              {shown.map((view) => (
                <EffectEntry
                  key={view.id}
                  view={view}
                  onEdit={null}
                  where={
                    <Button
                      size="s"
                      variant="quiet"
                      aria-label={t('effects.toItem', { reference: view.reference })}
                      onPress={() =>
                        navigate({ name: 'meeting', id: view.meetingId, part: 'live', item: view.itemId })
                      }
                    >
                      {view.reference}
                    </Button>
                  }
                />
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </Page>
  );
}
