import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import { MUNICIPAL_STAGES, type PracticeStage } from '../../../db/model/practice.ts';
import { useLanguage } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import type { Tone } from '../../ui/Pill.tsx';
import styles from './Practices.module.css';

const cx = classes(styles);

export const STAGE_TONES: Record<PracticeStage, Tone> = {
  collected: 'neutral',
  refined: 'info',
  offered: 'neutral',
  decided: 'warning',
  in_use: 'info',
  embedded: 'ok',
  declined: 'danger',
};

/** A stage as a shape: the circle fills as the practice takes root; a cross is declined. */
export function StageMark({ stage }: { stage: PracticeStage }) {
  return (
    <svg
      className={cx('mark')}
      data-stage={stage}
      width={20}
      height={20}
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
    >
      {stage === 'declined' ? (
        <path d="m5 5 10 10M15 5 5 15" />
      ) : (
        <>
          <circle cx={10} cy={10} r={7} fill={stage === 'embedded' ? 'currentColor' : 'none'} />
          {stage === 'decided' && <path d="M10 3a7 7 0 0 1 0 14Z" fill="currentColor" stroke="none" />}
          {stage === 'in_use' && <circle cx={10} cy={10} r={4} fill="currentColor" stroke="none" />}
          {stage === 'embedded' && <path className={cx('tick')} d="m6.8 10.2 2.3 2.3 4.2-4.7" />}
        </>
      )}
    </svg>
  );
}

/** What the shapes mean. */
export function StageLegend() {
  const words = PRACTICE_STAGE_WORDS[useLanguage()];
  return (
    <ul className={cx('legend')}>
      {MUNICIPAL_STAGES.map((stage) => (
        <li key={stage}>
          <StageMark stage={stage} />
          {words[stage]}
        </li>
      ))}
    </ul>
  );
}
