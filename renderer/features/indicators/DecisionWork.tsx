import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate } from '../../ui/navigation.ts';
import { homeOf } from './chain-home.ts';
import styles from './Indicators.module.css';

const cx = classes(styles);

/** What a decision has led to: the actions and cards that are tied to its §. Nothing where there are none. */
export function DecisionWork({ itemId }: { itemId: string }) {
  const t = useText();
  const board = useOpenBoard();
  const { data } = useTopicQuery(
    ['themes', 'actions', 'indicators', 'meetings'],
    ['indicators.graph', board.id],
    () => api.indicators.graph.query({ boardId: board.id }),
  );
  const next = new Set(data?.arrows.filter(({ from }) => from === itemId).map(({ to }) => to));
  const followed = data?.nodes.filter(({ id }) => next.has(id)) ?? [];
  if (followed.length === 0) return null;
  return (
    <section className={cx('decision')} aria-labelledby={`work-${itemId}`}>
      <h3 id={`work-${itemId}`} className={cx('decisionTitle')}>
        {t('indicators.fromDecision')}
      </h3>
      <ul className={cx('list')}>
        {followed.map((node) => (
          <li key={node.id} className={cx('entry')}>
            <div className={cx('words')}>
              <span>{node.title}</span>
              <span className={cx('detail')}>
                {node.stage === null ? node.label : t(`themes.stage.${node.stage}`)}
              </span>
            </div>
            <Button
              size="s"
              variant="quiet"
              aria-label={`${t('common.open')}: ${node.title}`}
              onPress={() => navigate(homeOf(node))}
            >
              {t('common.open')}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="s" icon="link" onPress={() => navigate({ name: 'chain', from: itemId })}>
        {t('indicators.chainShow')}
      </Button>
    </section>
  );
}
