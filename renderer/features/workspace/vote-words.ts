/** Votes in words: what the sides stand for, and how a vote came out. */
import type { ItemView, MeetingView, VoteView } from '../../../db/model/meeting-view.ts';
import type { Seen } from '../../../db/model/seen.ts';
import type { Translate } from '../../i18n/language.ts';

/**
 * Stores a change of a vote; null when it was not stored, or the other window's version was kept.
 * @param ballots the ballots on which the change is based, as this window last knew them
 */
export type SaveVote = (patch: Partial<Seen<'vote'>>, ballots?: VoteView['ballots']) => Promise<unknown>;

/** What a side of a vote stands for; null is the base proposal, or going on with the matter. */
export function sideText(
  view: MeetingView,
  item: ItemView,
  proposalId: string | null,
  otherId: string | null,
  t: Translate,
): string {
  const proposal = item.proposals.find(({ id }) => id === proposalId);
  if (proposal !== undefined)
    return t(`workspace.proposal.of.${proposal.kind}`, { name: proposal.proposer.name, text: proposal.text });
  const other = item.proposals.find(({ id }) => id === otherId);
  return other !== undefined && other.kind !== 'counter'
    ? t('workspace.proposal.continue')
    : t(`workspace.proposal.base.${view.rules.baseProposal}`);
}

/** Who won and why, in a sentence; empty while the vote is unsettled. */
export function resultText(view: MeetingView, item: ItemView, vote: VoteView, t: Translate): string {
  const { winner, decidedBy } = vote.result;
  if (winner === null || decidedBy === null) return '';
  const [own, other] =
    winner === 'aye' ? [vote.ayeProposalId, vote.noProposalId] : [vote.noProposalId, vote.ayeProposalId];
  const words = { side: t(`workspace.vote.${winner}`), proposal: sideText(view, item, own, other, t) };
  switch (decidedBy) {
    case 'majority':
      return t('workspace.vote.wonMajority', words);
    case 'chair':
      return t('workspace.vote.wonChair', words);
    case 'lot':
      return t('workspace.vote.wonLot', words);
    case 'base_stands':
      return t('workspace.vote.wonBase', words);
  }
}
