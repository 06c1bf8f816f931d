import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import { useText } from '../../i18n/language.ts';
import { Pill } from '../../ui/Pill.tsx';
import { TONES } from './meeting-state-views.ts';

/** The state of a meeting in a word; one without an agenda is only planned (suunniteltu). */
export function StatePill({ meeting: { state, itemCount } }: { meeting: MeetingSummary }) {
  const t = useText();
  const isPlan = state === 'draft' && itemCount === 0;
  return <Pill tone={TONES[state]}>{t(isPlan ? 'planning.state.planned' : `meetings.state.${state}`)}</Pill>;
}
