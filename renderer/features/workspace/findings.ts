/** What is still to be put right before the meeting is closed or examined, by item and in words. */
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import type { DecisionProblem } from '../../../db/model/decision.ts';
import type { Translate } from '../../i18n/language.ts';

export interface ShownFinding {
  /** Null: about the meeting as a whole. */
  itemId: string | null;
  label: string;
  texts: string[];
}

/** Warnings are shown elsewhere and hold nothing up. */
const WARNINGS = new Set([
  'notice_not_sent',
  'notice_late',
  'notice_for_other_day',
  'agenda_not_sent',
  'agenda_late',
  'conflict_twice',
  'proposer_without_vote',
  'seconder_without_vote',
  'deputies_not_in_use',
  'remote_not_allowed',
]);

const DECISION_PROBLEMS = new Set<string>([
  'decision_missing',
  'decision_text_missing',
  'not_quorate',
  'vote_missing',
  'vote_incomplete',
  'decision_against_vote',
  'proposals_unsettled',
  'unknown_proposal',
  'persons_missing',
  'election_incomplete',
  'elected_against_count',
  'objection_raised',
] satisfies DecisionProblem[]);

const KNOWN = [
  'conflict_ground_missing',
  'proposer_in_conflict',
  'seconder_in_conflict',
  'seconded_by_proposer',
  'votes_missing',
  'too_many_votes',
  'ballot_without_vote',
  'ballot_in_conflict',
  'vote_not_quorate',
  'vote_unsettled',
  'vote_out_of_order',
  'vote_after_decision',
  'lot_missing',
  'dissent_not_allowed',
] as const;

function findingText(code: string, t: Translate): string {
  if (DECISION_PROBLEMS.has(code)) return t(`workspace.problem.${code as DecisionProblem}`);
  const known = KNOWN.find((one) => one === code);
  if (known !== undefined) return t(`workspace.finding.${known}`);
  if (code.startsWith('tie_') || code === 'chair_choice_not_in_counts') return t('workspace.finding.tie');
  if (code.startsWith('presence_') || code.startsWith('attendance_')) return t('workspace.finding.presence');
  return t('workspace.finding.other', { code });
}

/** The errors of the meeting; missing decisions count although the meeting goes on. */
export function closingFindings(view: MeetingView, t: Translate): ShownFinding[] {
  const byItem = new Map<string | null, Set<string>>();
  const add = (itemId: string | null, code: string): void => {
    if (!WARNINGS.has(code)) byItem.set(itemId, (byItem.get(itemId) ?? new Set()).add(code));
  };
  for (const item of view.items) for (const problem of item.problems) add(item.id, problem);
  for (const finding of view.findings) add(finding.itemId, finding.code);
  const shown = (itemId: string | null, label: string): ShownFinding[] => {
    const codes = byItem.get(itemId);
    return codes === undefined
      ? []
      : [{ itemId, label, texts: [...new Set([...codes].map((code) => findingText(code, t)))] }];
  };
  return [
    ...shown(null, t('workspace.title', { label: view.label })),
    ...view.items.flatMap((item) => shown(item.id, item.sectionLabel)),
  ];
}
