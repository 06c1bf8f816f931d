/** How stages of an action look. */
import type { ActionStage } from '../../../db/model/volunteer-action.ts';
import type { Tone } from '../../ui/Pill.tsx';

export const STAGE_TONES: Record<ActionStage, Tone> = {
  idea: 'neutral',
  planning: 'neutral',
  pilot: 'warning',
  running: 'info',
  embedded: 'ok',
  ended: 'neutral',
};
