/** How the states of meetings look, and where one goes from them. */
import type { MeetingState } from '../../../db/model/meeting-state.ts';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import { navigate, type MeetingPart } from '../../ui/navigation.ts';
import type { Tone } from '../../ui/Pill.tsx';

export const TONES: Record<MeetingState, Tone> = {
  draft: 'neutral',
  called: 'info',
  in_session: 'ok',
  closed: 'warning',
  under_examination: 'warning',
  examined: 'neutral',
  published: 'neutral',
  cancelled: 'neutral',
};

/** The part of the meeting that one wants to see first in that state. */
const PARTS: Record<MeetingState, MeetingPart> = {
  draft: 'agenda',
  called: 'agenda',
  in_session: 'live',
  closed: 'live',
  under_examination: 'examination',
  examined: 'preview',
  published: 'preview',
  cancelled: 'agenda',
};

/** Opens a meeting where one works on it in its state. */
export function openMeeting({ id, state }: MeetingSummary, part: MeetingPart = PARTS[state]): void {
  navigate({ name: 'meeting', id, part });
}
