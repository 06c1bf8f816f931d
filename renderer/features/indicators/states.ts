/** How the progress of an indicator looks. */
import type { ProgressState } from '../../../db/model/indicator.ts';
import type { Tone } from '../../ui/Pill.tsx';

export const STATE_TONES: Record<ProgressState, Tone> = {
  reached: 'ok',
  towards: 'info',
  none: 'neutral',
  away: 'warning',
  unknown: 'neutral',
};
