/** How states look. */
import type { AgreementState, SignatureState } from '../../../db/model/agreement.ts';
import type { ProjectState } from '../../../db/model/project.ts';
import type { Tone } from '../../ui/Pill.tsx';

export const AGREEMENT_TONES: Record<AgreementState, Tone> = {
  preparing: 'neutral',
  being_signed: 'warning',
  upcoming: 'info',
  in_force: 'ok',
  ended: 'neutral',
  terminated: 'danger',
};
export const SIGNATURE_TONES: Record<SignatureState, Tone> = {
  sent: 'neutral',
  in_hand: 'warning',
  signed: 'ok',
  declined: 'danger',
};
export const PROJECT_TONES: Record<ProjectState, Tone> = {
  planned: 'neutral',
  running: 'info',
  ended: 'ok',
  suspended: 'warning',
};
