import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { column, LOGIC_STAGES, type LogicStage } from '../../../db/model/logic-model.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { CardDialog } from './CardDialog.tsx';
import styles from './Themes.module.css';

const cx = classes(styles);

export type Theme = Outputs['themes']['get'];
export type Card = Theme['cards'][number];
interface Place {
  stage: LogicStage;
  index: number;
}

const DRAGGED = 'application/x-pykala-logic-card';

/** The four columns of cards: arrow keys go from card to card, Alt with an arrow moves one, the mouse drags it. */
export function LogicBoard({ theme }: { theme: Theme }) {
  const t = useText();
  const board = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<{ card: Card | null; stage: LogicStage } | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [over, setOver] = useState<Place | null>(null);
  const [said, setSaid] = useState('');
  const shown = theme.cards.find(({ id }) => id === current) ?? theme.cards[0];

  const focusCard = (id: string | undefined): void => {
    if (id === undefined) return;
    setCurrent(id);
    // A card that changes its column is drawn anew; it has the focus once it is there.
    requestAnimationFrame(() => board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus());
  };
  const move = useMutationWithFeedback(
    async ({ card, to }: { card: Card; to: Place }) =>
      await api.themes.moveCard.mutate({ id: card.id, ...to }),
    {
      onSuccess: ({ droppedArrows }, { card, to }) => {
        setSaid(
          droppedArrows.length > 0
            ? t('themes.cardMovedArrows', { count: droppedArrows.length })
            : t('themes.cardMoved', { stage: t(`themes.stage.${to.stage}`), place: to.index + 1 }),
        );
        focusCard(card.id);
      },
    },
  );
  const remove = useMutationWithFeedback((id: string) => api.themes.removeCard.mutate({ id }), {
    done: t('themes.cardRemoved'),
    undo: (removed) => api.themes.restoreCard.mutate(removed),
  });
  const placeOf = (card: Card): Place => ({
    stage: card.stage,
    index: column(theme, card.stage).findIndex(({ id }) => id === card.id),
  });
  const beside = (stage: LogicStage, by: number): LogicStage | undefined =>
    LOGIC_STAGES[LOGIC_STAGES.indexOf(stage) + by];
  /** Where Alt and an arrow key would move a card, or null at the edge. */
  const stepOf = (card: Card, key: string): Place | null => {
    const { stage, index } = placeOf(card);
    const last = column(theme, stage).length - 1;
    if (key === 'ArrowUp') return index > 0 ? { stage, index: index - 1 } : null;
    if (key === 'ArrowDown') return index < last ? { stage, index: index + 1 } : null;
    const next = beside(stage, key === 'ArrowLeft' ? -1 : 1);
    return next ? { stage: next, index: Math.min(index, column(theme, next).length) } : null;
  };
  const go = (card: Card, key: string): void => {
    const { stage, index } = placeOf(card);
    const own = column(theme, stage);
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      focusCard(own[index + (key === 'ArrowUp' ? -1 : 1)]?.id);
      return;
    }
    const by = key === 'ArrowLeft' ? -1 : 1;
    for (let next = beside(stage, by); next; next = beside(next, by)) {
      const cards = column(theme, next);
      const target = cards[Math.min(index, cards.length - 1)];
      if (target) return focusCard(target.id);
    }
  };
  const onKeyDown = (event: KeyboardEvent, card: Card): void => {
    if (/^Arrow(Up|Down|Left|Right)$/.test(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.altKey) return go(card, event.key);
      const to = stepOf(card, event.key);
      if (to && !move.isPending) move.mutate({ card, to });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setEditing({ card, stage: card.stage });
    } else if (event.key === 'Delete') {
      event.preventDefault();
      remove.mutate(card.id);
    }
  };
  const entries = (card: Card): MenuEntry[] => [
    {
      id: 'edit',
      label: t('themes.cardEdit'),
      icon: 'edit',
      run: () => setEditing({ card, stage: card.stage }),
    },
    ...(
      [
        ['ArrowUp', 'themes.moveUp', 'arrowUp'],
        ['ArrowDown', 'themes.moveDown', 'arrowDown'],
        ['ArrowLeft', 'themes.moveLeft', 'arrowLeft'],
        ['ArrowRight', 'themes.moveRight', 'arrowRight'],
      ] as const
    ).map(([key, words, icon], index): MenuEntry => {
      const to = stepOf(card, key);
      return {
        id: key,
        label: t(words),
        icon,
        shortcut: `Alt+${key}`,
        separator: index === 0,
        isDisabled: to === null,
        run: () => to && move.mutate({ card, to }),
      };
    }),
    {
      id: 'remove',
      label: t('themes.cardRemove'),
      icon: 'trash',
      isDangerous: true,
      separator: true,
      run: () => remove.mutate(card.id),
    },
  ];
  const drop = (event: DragEvent, to: Place): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(null);
    const card = theme.cards.find(({ id }) => id === event.dataTransfer.getData(DRAGGED));
    if (!card) return;
    const from = placeOf(card);
    // The place is counted once the card has left its own.
    const index = from.stage === to.stage && from.index < to.index ? to.index - 1 : to.index;
    if (from.stage !== to.stage || from.index !== index)
      move.mutate({ card, to: { stage: to.stage, index } });
  };
  const allow = (event: DragEvent, place: Place): void => {
    if (!event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    event.stopPropagation();
    if (over?.stage !== place.stage || over.index !== place.index) setOver(place);
  };

  return (
    <>
      <p className={cx('detail')} id="logic-board-help">
        {t('themes.boardHelp')}
      </p>
      <div ref={board} className={cx('board')} onDragEnd={() => setOver(null)}>
        {LOGIC_STAGES.map((stage) => {
          const cards = column(theme, stage);
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is dragged is dropped here; keys do the same
            <section
              key={stage}
              className={cx('stage')}
              aria-labelledby={`stage-${stage}`}
              onDragOver={(event) => allow(event, { stage, index: cards.length })}
              onDrop={(event) => drop(event, { stage, index: cards.length })}
            >
              <h2 className={cx('stageName')} id={`stage-${stage}`}>
                {t(`themes.stage.${stage}`)}
                <IconButton
                  icon="plus"
                  size="s"
                  label={t('themes.cardAdd', { stage: t(`themes.stage.${stage}`) })}
                  onPress={() => setEditing({ card: null, stage })}
                />
              </h2>
              {cards.length === 0 && <p className={cx('none')}>{t('themes.columnEmpty')}</p>}
              <ul className={cx('cards')} aria-labelledby={`stage-${stage}`}>
                {cards.map((card, index) => (
                  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above
                  <li
                    key={card.id}
                    className={cx(
                      'cardPlace',
                      over?.stage === stage && over.index === index && 'before',
                      over?.stage === stage &&
                        over.index === cards.length &&
                        index === cards.length - 1 &&
                        'after',
                    )}
                    onDragOver={(event) => allow(event, { stage, index })}
                    onDrop={(event) => drop(event, { stage, index })}
                  >
                    <div
                      role="button"
                      tabIndex={card.id === shown?.id ? 0 : -1}
                      className={cx('card')}
                      data-card={card.id}
                      aria-describedby="logic-board-help"
                      draggable
                      onDragStart={(event) => {
                        event.dataTransfer.setData(DRAGGED, card.id);
                        event.dataTransfer.effectAllowed = 'move';
                      }}
                      onFocus={() => setCurrent(card.id)}
                      onKeyDown={(event) => onKeyDown(event, card)}
                      onClick={() => setEditing({ card, stage })}
                    >
                      <span className={cx('cardText')}>{card.text}</span>
                      <CardMarks theme={theme} card={card} />
                    </div>
                    <div className={cx('cardMenu')}>
                      <Menu entries={entries(card)}>
                        <IconButton icon="more" size="s" label={t('themes.cardMenu', { text: card.text })} />
                      </Menu>
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <VisuallyHidden elementType="p" role="status">
        {said}
      </VisuallyHidden>
      {editing && (
        <CardDialog
          theme={theme}
          card={editing.card && (theme.cards.find(({ id }) => id === editing.card?.id) ?? null)}
          stage={editing.stage}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

/** What the card is tied to, in signs and numbers. */
function CardMarks({ theme, card }: { theme: Theme; card: Card }) {
  const t = useText();
  const leads = theme.arrows.filter(({ from }) => from === card.id).length;
  const marks: { icon: IconName; text: string; spoken?: string }[] = [
    ...card.actions.map(({ code }) => ({ icon: 'volunteers' as const, text: code })),
    ...card.decisions.map(({ reference }) => ({ icon: 'quote' as const, text: reference })),
    ...(card.indicatorIds.length > 0
      ? [
          {
            icon: 'chart' as const,
            text: t('themes.indicators', { count: card.indicatorIds.length }),
          },
        ]
      : []),
    ...(leads > 0
      ? [{ icon: 'arrowRight' as const, text: String(leads), spoken: t('themes.leads', { count: leads }) }]
      : []),
  ];
  if (marks.length === 0) return null;
  return (
    <span className={cx('marks')}>
      {marks.map(({ icon, text, spoken }) => (
        <span key={`${icon} ${text}`} className={cx('mark')}>
          <Icon name={icon} size={13} />
          <span aria-hidden={spoken !== undefined}>{text}</span>
          {spoken !== undefined && <VisuallyHidden elementType="span">{spoken}</VisuallyHidden>}
        </span>
      ))}
    </span>
  );
}
