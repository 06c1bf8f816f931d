/** What cards of the work between meetings are tied to, in the same words on each of them. */
import type { ReactNode } from 'react';
import { actionChoices, decisionChoices, practiceChoices } from '../api/choices.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/language.ts';
import { linkedCard, linkedDecision, LinkPanel } from './LinkPanel.tsx';

interface CardLinksProps<Tied> {
  boardId: string;
  linked: readonly Tied[];
  onSet: (id: string, isLinked: boolean) => Promise<unknown>;
}
type Card = Parameters<ReturnType<typeof linkedCard>>[0];
type Decision = Parameters<ReturnType<typeof linkedDecision>>[0];

/** Volunteer actions (vapaaehtoistoiminta). */
export function ActionLinks({ boardId, linked, onSet }: CardLinksProps<Card>): ReactNode {
  const t = useText();
  return (
    <LinkPanel
      title={t('related.link.actions')}
      none={t('related.link.actionsNone')}
      addLabel={t('related.link.action')}
      load={actionChoices(boardId)}
      onSet={onSet}
      linked={linked.map(linkedCard('volunteerAction'))}
    />
  );
}

/** Good practices (hyvät käytännöt). @param none what is said where there is none */
export function PracticeLinks({
  boardId,
  linked,
  onSet,
  none,
}: CardLinksProps<Card> & { none?: string }): ReactNode {
  const t = useText();
  return (
    <LinkPanel
      title={t('related.link.practices')}
      none={none ?? t('related.link.practicesNone')}
      addLabel={t('related.link.practice')}
      load={practiceChoices(boardId)}
      onSet={onSet}
      linked={linked.map(linkedCard('practice'))}
    />
  );
}

/** §§ of the board (päätökset). */
export function DecisionLinks({ boardId, linked, onSet }: CardLinksProps<Decision>): ReactNode {
  const t = useText();
  const format = useFormat();
  return (
    <LinkPanel
      title={t('related.link.decisions')}
      none={t('related.link.decisionsNone')}
      addLabel={t('related.link.decision')}
      load={decisionChoices(boardId)}
      onSet={onSet}
      linked={linked.map(linkedDecision(format))}
    />
  );
}
