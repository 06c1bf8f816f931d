/** How the state of a language looks. */
import type { TextState } from '../../../db/model/bulletin.ts';
import type { Tone } from '../../ui/Pill.tsx';

export const STATE_TONES: Record<TextState, Tone> = {
  missing: 'neutral',
  written: 'info',
  translated: 'info',
  checked: 'ok',
  outdated: 'warning',
};
