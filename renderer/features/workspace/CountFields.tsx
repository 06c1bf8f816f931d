import { useState } from 'react';
import { CHOICES, type Choice } from '../../../db/model/facts.ts';
import type { VoteView } from '../../../db/model/meeting-view.ts';
import { tallyVote } from '../../../db/model/voting.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { TieNote } from './TieNote.tsx';
import { useWorkspace } from './use-meeting.ts';
import { resultText, type SaveVote } from './vote-words.ts';
import styles from './VoteSection.module.css';

const cx = classes(styles);

type Counts = Record<Choice, number | null>;

const NOT_COUNTED: Counts = { aye: null, no: null, blank: null };

/** The counted votes of a show of hands or a secret ballot. */
export function CountFields({ vote, onSave }: { vote: VoteView; onSave: SaveVote }) {
  const { view, item } = useWorkspace();
  const t = useText();
  const [counts, setCounts] = useState<Counts>(vote.counts ?? NOT_COUNTED);
  const [waiting, setWaiting] = useState(0);
  // What another window has counted is shown, once nothing of this one is on its way.
  const stored = JSON.stringify(vote.counts);
  const [adopted, setAdopted] = useState(stored);
  if (waiting === 0 && adopted !== stored) {
    setAdopted(stored);
    setCounts(vote.counts ?? NOT_COUNTED);
  }
  const whole = { aye: counts.aye ?? 0, no: counts.no ?? 0, blank: counts.blank ?? 0 };
  const result = tallyVote(
    { ...vote, voteId: vote.id, counts: whole },
    item.status,
    view.rules,
    item.status.presidingId,
  );
  const set = (choice: Choice, value: number | null): void => {
    const next = { ...counts, [choice]: value };
    setCounts(next);
    setWaiting((now) => now + 1);
    const given = { aye: next.aye ?? 0, no: next.no ?? 0, blank: next.blank ?? 0 };
    void onSave({ counts: given }).then((done) => {
      if (done === null) setAdopted('');
      setWaiting((now) => now - 1);
    });
  };
  return (
    <>
      <div className={cx('counts')}>
        {CHOICES.map((choice) => (
          <NumberField
            key={choice}
            label={t(`workspace.vote.${choice}`)}
            width="xs"
            minValue={0}
            maxValue={99}
            value={counts[choice]}
            onChange={(value) => set(choice, value)}
          />
        ))}
        <p className={cx('left')} aria-live="polite">
          {t('workspace.vote.voters', { count: result.voters })}
          {result.missing > 0 && ` · ${t('workspace.vote.missing', { count: result.missing })}`}
          {result.winner !== null && ` · ${resultText(view, item, { ...vote, result }, t)}`}
        </p>
      </div>
      <TieNote result={result} vote={vote} onSave={onSave} />
    </>
  );
}
