import type { VoteView } from '../../../db/model/meeting-view.ts';
import type { VoteResult } from '../../../db/model/voting.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { peopleOf } from './people.ts';
import { useWorkspace } from './use-meeting.ts';
import type { SaveVote } from './vote-words.ts';

/** What a vote still needs after everybody has answered: how the chair voted, the lot, or why it is stuck. */
export function TieNote({ result, vote, onSave }: { result: VoteResult; vote: VoteView; onSave: SaveVote }) {
  const { view, item } = useWorkspace();
  const t = useText();
  const { problems } = result;
  const people = peopleOf(view);
  const isTied =
    result.missing === 0 && result.cast === result.voters && result.aye === result.no && result.cast > 0;
  const asksChair =
    problems.includes('tie_chair_choice_missing') ||
    (vote.method !== 'roll_call' && vote.chairChoice !== null && isTied);
  const asksLot = problems.includes('lot_missing') || (vote.lot !== null && isTied);
  return (
    <>
      {problems.includes('too_many_votes') && (
        <Banner tone="danger">{t('workspace.vote.tooMany', { voters: result.voters })}</Banner>
      )}
      {result.withoutVoteIds.length > 0 && (
        <Banner tone="danger">
          {t('workspace.vote.withoutVote', {
            names: result.withoutVoteIds.map((id) => people.get(id)?.name ?? '?').join(', '),
          })}
        </Banner>
      )}
      {problems.includes('tie_without_chair') && (
        <Banner tone="danger">{t('workspace.vote.tieNoChair')}</Banner>
      )}
      {problems.includes('tie_chair_blank') && <Banner tone="danger">{t('workspace.vote.tieBlank')}</Banner>}
      {problems.includes('chair_choice_not_in_counts') && (
        <Banner tone="danger">{t('workspace.vote.tieNotInCounts')}</Banner>
      )}
      {asksChair && (
        <Banner tone="warning" title={t('workspace.vote.tieChair')}>
          <RadioGroup
            label={t('workspace.vote.tieChairChoice')}
            isInline
            value={vote.chairChoice === 'blank' ? null : vote.chairChoice}
            onChange={(chairChoice) => void onSave({ chairChoice })}
            options={[
              { id: 'aye', label: t('workspace.vote.aye') },
              { id: 'no', label: t('workspace.vote.no') },
            ]}
          />
        </Banner>
      )}
      {asksLot && item.status.voters.length > 0 && (
        <Banner tone="warning">
          <RadioGroup
            label={t('workspace.vote.lot')}
            isInline
            value={vote.lot}
            onChange={(lot) => void onSave({ lot })}
            options={[
              { id: 'aye', label: t('workspace.vote.aye') },
              { id: 'no', label: t('workspace.vote.no') },
            ]}
          />
        </Banner>
      )}
    </>
  );
}
