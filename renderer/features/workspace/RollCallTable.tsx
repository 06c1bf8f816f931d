import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { CHOICES, type Choice, type VoteFacts } from '../../../db/model/facts.ts';
import type { VoteView } from '../../../db/model/meeting-view.ts';
import { tallyVote } from '../../../db/model/voting.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Keys } from '../../ui/Keys.tsx';
import { peopleOf, votersOf } from './people.ts';
import {
  answer,
  ballotsOf,
  choiceOfKey,
  moveTo,
  startRollCall,
  withdrawAnswer,
  type RollCall,
} from './roll-call.ts';
import { TieNote } from './TieNote.tsx';
import { useWorkspace } from './use-meeting.ts';
import { resultText, type SaveVote } from './vote-words.ts';
import styles from './VoteSection.module.css';

const cx = classes(styles);

const KEY_OF: Record<Choice, string> = { aye: 'J', no: 'E', blank: 'T' };

/** The roll call: J, E, T answer and go on to the next; totals run along. Every answer is stored at once. */
export function RollCallTable({ vote, onSave }: { vote: VoteView; onSave: SaveVote }) {
  const { view, item } = useWorkspace();
  const t = useText();
  const hintId = useId();
  const body = useRef<HTMLDivElement>(null);
  const voters = useMemo(() => votersOf(view, item), [view, item]);
  const order = useMemo(() => voters.map(({ id }) => id), [voters]);
  const [call, setCall] = useState<RollCall>(() => startRollCall(order, vote.ballots));
  const current = call.order.join() === order.join() ? call : startRollCall(order, ballotsOf(call));
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** Answers on their way, and the ballots as this window last knew them. */
  const waiting = useRef(0);
  const stored = useRef(vote.ballots);
  const latestVote = useRef(vote);

  useEffect(() => {
    // The one who begins a roll call goes on with J, E, T at once.
    if (vote.ballots.length === 0) body.current?.querySelector<HTMLElement>('[data-turn="true"]')?.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const facts: VoteFacts = { ...vote, voteId: vote.id, ballots: ballotsOf(current) };
  const result = tallyVote(facts, item.status, view.rules, item.status.presidingId);
  const people = peopleOf(view);
  const namesOf = (ids: readonly string[]): string => ids.map((id) => people.get(id)?.name ?? '?').join(', ');

  // Keys come faster than renders: each goes on from what the one before made.
  const latest = useRef(current);
  useEffect(() => {
    latest.current = current;
  });
  /** Shows what is stored, e.g. what another window has recorded. */
  const adopt = useCallback(
    (ballots: VoteView['ballots']): void => {
      stored.current = ballots;
      const fresh = { ...startRollCall(order, ballots), at: latest.current.at };
      latest.current = fresh;
      setCall(fresh);
    },
    [order],
  );
  useEffect(() => {
    latestVote.current = vote;
    const asStored = ballotsOf(startRollCall(order, vote.ballots));
    if (waiting.current === 0 && JSON.stringify(asStored) !== JSON.stringify(ballotsOf(latest.current)))
      adopt(vote.ballots);
  }, [vote, order, adopt]);
  const set = (next: RollCall): void => {
    const isAnswer = next.answers !== latest.current.answers;
    latest.current = next;
    setCall(next);
    if (!isAnswer) return;
    waiting.current += 1;
    queue.current = queue.current.then(async () => {
      const ballots = ballotsOf(next);
      // What another window has recorded meanwhile is kept; see db/model/seen.ts.
      const done = await onSave({ ballots }, stored.current);
      if (done !== null) stored.current = ballots;
      waiting.current -= 1;
      if (done === null && waiting.current === 0) adopt(latestVote.current.ballots);
    });
  };
  const change = (step: (call: RollCall) => RollCall): void => {
    set(step(latest.current));
    body.current?.querySelector<HTMLElement>(`[data-place="${latest.current.at}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const choice = choiceOfKey(event.key);
    if (choice !== null) change((now) => answer(now, choice));
    else if (event.key === 'ArrowDown') change((now) => moveTo(now, now.at + 1));
    else if (event.key === 'ArrowUp') change((now) => moveTo(now, now.at - 1));
    else if (event.key === 'Backspace' || event.key === 'Delete') change((now) => withdrawAnswer(now));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <p className={cx('hint')} id={hintId}>
        {t('workspace.vote.keys')}
      </p>
      <div
        ref={body}
        role="grid"
        tabIndex={-1}
        aria-label={t('workspace.vote.rollCall')}
        aria-describedby={hintId}
        className={cx('calls')}
        onKeyDown={onKeyDown}
      >
        {voters.map(({ id, name }, index) => {
          const given = current.answers[id];
          const isTurn = index === current.at;
          return (
            <div
              key={id}
              role="row"
              aria-label={t('workspace.vote.row', {
                number: index + 1,
                name,
                choice: given === undefined ? t('workspace.vote.unanswered') : t(`workspace.vote.${given}`),
              })}
              aria-selected={isTurn}
              tabIndex={isTurn ? 0 : -1}
              data-place={index}
              data-turn={isTurn}
              className={cx('call')}
              onFocus={() => {
                if (latest.current.at !== index) set(moveTo(latest.current, index));
              }}
            >
              <span role="gridcell" className={cx('voter')}>
                {name}
              </span>
              <span role="gridcell" className={cx('choices')}>
                {CHOICES.map((choice) => (
                  <button
                    key={choice}
                    type="button"
                    tabIndex={-1}
                    aria-pressed={given === choice}
                    className={cx('choice', choice, given === choice && 'given')}
                    onClick={() => change((now) => answer(moveTo(now, index), choice, index))}
                  >
                    {t(`workspace.vote.${choice}`)}
                    {isTurn && <Keys shortcut={KEY_OF[choice]} />}
                  </button>
                ))}
              </span>
            </div>
          );
        })}
      </div>
      <div className={cx('sum')} aria-live="polite">
        <span>
          {t('workspace.vote.aye')} <b>{result.aye}</b>
        </span>
        <span>
          {t('workspace.vote.no')} <b>{result.no}</b>
        </span>
        <span>
          {t('workspace.vote.blank')} <b>{result.blank}</b>
        </span>
        <span className={cx('left')}>
          {result.missing > 0
            ? t('workspace.vote.missing', { count: result.missing })
            : resultText(view, item, { ...vote, result }, t)}
        </span>
      </div>
      {result.missing > 0 && result.missing <= 4 && (
        <p className={cx('hint')}>
          {t('workspace.vote.missingNames', { names: namesOf(result.missingIds) })}
        </p>
      )}
      <TieNote result={result} vote={vote} onSave={onSave} />
    </>
  );
}
