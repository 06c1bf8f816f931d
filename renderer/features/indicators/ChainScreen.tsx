import { useRef, useState, type KeyboardEvent } from 'react';
import {
  CHAIN_COLUMNS,
  chainOf,
  columnOf,
  type ChainColumn,
  type ChainKind,
  type ChainNode,
} from '../../../db/model/work-chain.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Badge } from '../../ui/Pill.tsx';
import { homeOf } from './chain-home.ts';
import styles from './Indicators.module.css';

const cx = classes(styles);

/** "VT-1 Ulkoiluystävät kylillä"; the unit of an indicator is no part of its name. */
const nameOf = ({ kind, label, title }: ChainNode): string =>
  kind === 'indicator' || label === '' ? title : `${label} ${title}`;

/** Links of a column that are shown before one asks for the rest. */
const FIRST = 50;

type OtherWork = Exclude<ChainKind, 'decision' | 'action' | 'indicator' | 'card'>;
/** What is done besides volunteer actions says what it is. */
const isOtherWork = (kind: ChainKind): kind is OtherWork =>
  kind !== 'decision' && kind !== 'action' && kind !== 'indicator' && kind !== 'card';

/**
 * Decision → action → indicator → result. With a link chosen only what it follows from and leads to is left; each of
 * these can be chosen in turn, so that the chain is walked in either direction.
 */
export default function ChainScreen({ route }: ScreenProps<'chain'>) {
  const t = useText();
  const board = useOpenBoard();
  const columns = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const { data, error } = useTopicQuery(
    [
      'themes',
      'actions',
      'practices',
      'agreements',
      'projects',
      'forums',
      'inclusion',
      'indicators',
      'meetings',
    ],
    ['indicators.graph', board.id],
    () => api.indicators.graph.query({ boardId: board.id }),
  );
  const chosen = data?.nodes.find(({ id }) => id === route.from);
  const chain = data && chosen ? chainOf(data, chosen.id) : null;
  const shown = (data?.nodes ?? []).filter(
    ({ id }) => chain === null || chain.before.has(id) || chain.after.has(id),
  );
  const linked = new Set(data?.arrows.flatMap(({ from, to }) => [from, to]));
  const inColumn = (column: ChainColumn): ChainNode[] =>
    shown.filter((node) => columnOf(node) === column && (chain !== null || linked.has(node.id)));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!/^Arrow(Up|Down|Left|Right)$/.test(event.key)) return;
    const all = Array.from(columns.current?.querySelectorAll<HTMLElement>('[data-link]') ?? []);
    const here = all.find((one) => one === document.activeElement);
    const [column = 0, row = 0] = (here?.dataset['link'] ?? '').split(' ').map(Number);
    const to = (at: number, place: number): HTMLElement | undefined =>
      all.find((one) => one.dataset['link'] === `${at} ${place}`);
    const by = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 1;
    let next: HTMLElement | undefined;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') next = to(column, row + by);
    else
      for (let at = column + by; at >= 0 && at < CHAIN_COLUMNS.length && !next; at += by)
        for (let place = row; place >= 0 && !next; place--) next = to(at, place);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <Page
      title={t('indicators.chain')}
      lead={
        chosen && chain
          ? `${nameOf(chosen)}: ${t('indicators.chainCounts', { before: chain.before.size - 1, after: chain.after.size - 1 })}`
          : t('indicators.chainLead')
      }
      actions={
        chosen && <Button onPress={() => navigate({ name: 'chain' })}>{t('indicators.chainAll')}</Button>
      }
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {data && linked.size === 0 && !chosen ? (
        <Panel>
          <EmptyState title={t('indicators.chainEmpty')}>{t('indicators.chainEmptyBody')}</EmptyState>
        </Panel>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys between the buttons in it
        <div ref={columns} className={cx('chain')} onKeyDown={onKeyDown}>
          {CHAIN_COLUMNS.map((column, at) => {
            const nodes = inColumn(column);
            return (
              <section key={column} className={cx('column')} aria-labelledby={`chain-${column}`}>
                <h2 className={cx('columnName')} id={`chain-${column}`}>
                  {t(`indicators.column.${column}`)}
                  <Badge>{nodes.length}</Badge>
                </h2>
                {nodes.length === 0 && <p className={cx('none')}>{t('indicators.columnNone')}</p>}
                {(isWhole ? nodes : nodes.slice(0, FIRST)).map((node, row) => {
                  const isChosen = node.id === chosen?.id;
                  const mark = node.kind === 'indicator' ? '' : node.label;
                  return (
                    <div key={node.id} className={cx('link', isChosen && 'chosen')}>
                      <button
                        type="button"
                        className={cx('pick')}
                        data-link={`${at} ${row}`}
                        aria-pressed={isChosen}
                        onClick={() =>
                          navigate(isChosen ? { name: 'chain' } : { name: 'chain', from: node.id })
                        }
                      >
                        {mark !== '' && (
                          <span className={cx('detail')}>
                            {isOtherWork(node.kind) ? `${t(`indicators.link.${node.kind}`)} ${mark}` : mark}
                          </span>
                        )}
                        <span>{node.title}</span>
                        {node.stage !== null && (
                          <span className={cx('detail')}>{t(`themes.stage.${node.stage}`)}</span>
                        )}
                      </button>
                      <IconButton
                        icon="arrowRight"
                        size="s"
                        label={t('indicators.openLink', { name: nameOf(node) })}
                        onPress={() => navigate(homeOf(node))}
                      />
                    </div>
                  );
                })}
                {!isWhole && nodes.length > FIRST && (
                  <Button size="s" variant="quiet" onPress={() => setWhole(true)}>
                    {t('related.more', {
                      count: nodes.length - FIRST,
                      kind: t(`indicators.column.${column}`),
                    })}
                  </Button>
                )}
              </section>
            );
          })}
        </div>
      )}
    </Page>
  );
}
