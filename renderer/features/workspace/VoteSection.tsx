import { useState } from 'react';
import { VOTE_METHODS, type VoteMethod } from '../../../db/model/facts.ts';
import type { VoteView } from '../../../db/model/meeting-view.ts';
import { SEEN_OF } from '../../../db/model/seen.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { CountFields } from './CountFields.tsx';
import { RollCallTable } from './RollCallTable.tsx';
import { Section } from './Section.tsx';
import { changeSeen, writeSeen } from './seen-writes.ts';
import { useWorkspace } from './use-meeting.ts';
import { resultText, sideText, type SaveVote } from './vote-words.ts';
import styles from './VoteSection.module.css';

const cx = classes(styles);

/** What is to be voted on, the votes being taken and those that are over. */
export function VoteSection({ onDecideVoted }: { onDecideVoted: () => void }) {
  const { item, mayRecord } = useWorkspace();
  const t = useText();
  const { nextVote } = item;
  const isNeeded = nextVote.kind === 'vote';
  if (item.votes.length === 0 && !isNeeded) return null;
  return (
    <Section title={t('workspace.votes')}>
      {item.votes.map((vote, index) => (
        <VoteCard key={vote.id} vote={vote} number={index + 1} />
      ))}
      {nextVote.kind === 'unresolved' && nextVote.problem !== 'vote_unsettled' && (
        <Banner tone="warning">{t(`workspace.vote.unresolved.${nextVote.problem}`)}</Banner>
      )}
      {isNeeded && mayRecord && <NextVote />}
      {nextVote.kind === 'decided' && item.votes.length > 0 && mayRecord && item.decisionType === null && (
        <div>
          <Button variant="primary" icon="vote" onPress={onDecideVoted}>
            {t('workspace.vote.decideVoted')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Sides({ aye, no }: { aye: string | null; no: string | null }) {
  const { view, item } = useWorkspace();
  const t = useText();
  return (
    <dl className={cx('sides')}>
      <dt>{t('workspace.vote.aye')}</dt>
      <dd>{sideText(view, item, aye, no, t)}</dd>
      <dt>{t('workspace.vote.no')}</dt>
      <dd>{sideText(view, item, no, aye, t)}</dd>
    </dl>
  );
}

function NextVote() {
  const { item, act } = useWorkspace();
  const t = useText();
  const { nextVote } = item;
  if (nextVote.kind !== 'vote') return null;
  const { ayeProposalId, noProposalId, question } = nextVote;
  const start = (method: VoteMethod): void =>
    void act(() =>
      api.live.saveVote.mutate({
        id: null,
        values: { itemId: item.id, method, ayeProposalId, noProposalId, ballots: [] },
      }),
    );
  return (
    <div className={cx('next')} role="group" aria-label={t('workspace.vote.needed')}>
      <p className={cx('question')}>
        <strong>{t('workspace.vote.needed')}:</strong> {t(`workspace.vote.question.${question}`)}
      </p>
      <Sides aye={ayeProposalId} no={noProposalId} />
      {item.status.quorate ? (
        <div className={cx('methods')}>
          {VOTE_METHODS.map((method) => (
            <Button
              key={method}
              size="s"
              variant={method === 'roll_call' ? 'primary' : 'secondary'}
              onPress={() => start(method)}
            >
              {t(`workspace.vote.start.${method}`)}
            </Button>
          ))}
        </div>
      ) : (
        <Banner tone="danger">{t('workspace.vote.notQuorate')}</Banner>
      )}
    </div>
  );
}

/** One vote: taken while it has no winner, then its result. */
function VoteCard({ vote, number }: { vote: VoteView; number: number }) {
  const { view, item, mayRecord, act } = useWorkspace();
  const t = useText();
  const isUnsettled = vote.result.winner === null;
  const [isOpen, setOpen] = useState(isUnsettled);
  const row = { meetingId: view.id, kind: 'vote' as const, id: vote.id };
  const save: SaveVote = (patch, ballots = vote.ballots) =>
    act(() =>
      changeSeen(
        {
          ...row,
          send: (values, seen) =>
            api.live.saveVote.mutate({
              id: seen === null ? null : vote.id,
              values: { itemId: item.id, ...values },
              seen,
            }),
        },
        SEEN_OF.vote({ ...vote, ballots }),
        patch,
      ),
    );
  const remove = async (): Promise<void> => {
    const isEmpty = vote.result.cast === 0;
    if (
      !isEmpty &&
      !(await confirm({
        title: t('workspace.vote.removeTitle'),
        body: t('workspace.vote.removeBody'),
        confirmLabel: t('workspace.vote.remove'),
        isDangerous: true,
      }))
    )
      return;
    await act(() =>
      writeSeen({
        ...row,
        seen: SEEN_OF.vote(vote),
        mine: null,
        send: async (_none, seen) => {
          await api.live.remove.mutate({ what: 'vote', id: vote.id, seen: seen! });
          return true;
        },
      }),
    );
  };
  const { result } = vote;
  const sentence = resultText(view, item, vote, t);
  return (
    <article className={cx('card')} aria-label={t('workspace.vote.number', { number })}>
      <header className={cx('head')}>
        <h4 className={cx('name')}>{t('workspace.vote.number', { number })}</h4>
        <span className={cx('method')}>{t(`workspace.vote.method.${vote.method}`)}</span>
        <span className={cx('totals')}>
          {t('workspace.vote.aye')} <b>{result.aye}</b>
          {'  '}
          {t('workspace.vote.no')} <b>{result.no}</b>
          {'  '}
          {t('workspace.vote.blank')} <b>{result.blank}</b>
        </span>
        {mayRecord && (
          <>
            {!isOpen && (
              <IconButton
                icon="edit"
                size="s"
                label={t('workspace.vote.edit')}
                onPress={() => setOpen(true)}
              />
            )}
            <IconButton
              icon="trash"
              size="s"
              label={t('workspace.vote.remove')}
              onPress={() => void remove()}
            />
          </>
        )}
      </header>
      <Sides aye={vote.ayeProposalId} no={vote.noProposalId} />
      {isOpen && mayRecord ? (
        <>
          {vote.method === 'roll_call' ? (
            <RollCallTable vote={vote} onSave={save} />
          ) : (
            <CountFields vote={vote} onSave={save} />
          )}
          {!isUnsettled && (
            <div>
              <Button size="s" onPress={() => setOpen(false)}>
                {t('workspace.vote.done')}
              </Button>
            </div>
          )}
        </>
      ) : (
        sentence !== '' && <p className={cx('result')}>{sentence}</p>
      )}
    </article>
  );
}
