/** The answers of a meeting and those of a decision by e-mail, where nobody comes: who has answered takes part. */
import { REPLY_KINDS, type ReplyKind } from '../../../db/model/call.ts';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import type { TextKey } from '../../i18n/fi.ts';

export const EMAIL_REPLIES: readonly ReplyKind[] = REPLY_KINDS.filter((kind) => kind !== 'remote');

export const replyKey = (kind: ReplyKind, kinds: readonly ReplyKind[]) =>
  kind === 'coming' && kinds === EMAIL_REPLIES ? 'answers.reply' : (`call.reply.${kind}` as const);

/** An answer that is noted after the time for answers came before its end, or it would not be noted. */
export function dayOfReply(meeting: Pick<MeetingView, 'kind' | 'heldOn'>, today: string): string {
  return !KIND_RULES[meeting.kind].convenes && today > meeting.heldOn ? meeting.heldOn : today;
}

export const forecastKey = (convenes: boolean, quorate: boolean) => {
  const [yes, no] = convenes
    ? (['call.forecastQuorate', 'call.forecastNotQuorate'] as const)
    : (['answers.forecastQuorate', 'answers.forecastNotQuorate'] as const);
  return (quorate ? yes : no) satisfies TextKey;
};
