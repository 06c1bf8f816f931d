/** What the parts of the call share: the meeting and its call, and files that are saved from it. */
import type { CallView } from '../../../db/model/call-view.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import type { ClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { translate } from '../../i18n/language.ts';
import { saveFile } from '../../ui/save-file.ts';

export interface CallParts {
  meeting: MeetingView;
  call: CallView;
}

export function useCall(meetingId: string): { parts: CallParts | null; error: ClientError | null } {
  const topics = [`meeting:${meetingId}`, 'meetings', 'persons', 'boards'];
  const meeting = useTopicQuery([`meeting:${meetingId}`], ['meetings.get', meetingId], () =>
    api.meetings.get.query({ meetingId }),
  );
  const call = useTopicQuery(topics, ['calls.get', meetingId], () => api.calls.get.query({ meetingId }), {
    keepPrevious: true,
  });
  return {
    parts: meeting.data && call.data ? { meeting: meeting.data, call: call.data } : null,
    error: meeting.error ?? call.error,
  };
}

export type MailMode = 'all' | 'language' | 'person';

/** A draft, or several beside each other. */
export async function saveMail(
  meetingId: string,
  mode: MailMode,
  personIds: string[] | null = null,
): Promise<void> {
  await saveFile(
    'mail',
    async () =>
      (await api.calls.invitationFileName.query({ meetingId, format: 'eml', mode, personIds })).name,
    async (target) => {
      const { files, replaced } = await api.calls.exportMail.mutate({ meetingId, mode, personIds, target });
      const saved = translate('call.savedMail', { count: files.length, name: files[0] ?? '' });
      return replaced === 0 ? saved : `${saved} ${translate('call.savedReplaced', { count: replaced })}`;
    },
  );
}

export async function saveCalendar({ meeting }: CallParts): Promise<void> {
  const { id: meetingId, language } = meeting;
  await saveFile(
    'calendar',
    async () => (await api.calls.invitationFileName.query({ meetingId, format: 'ics' })).name,
    (target) => api.calls.exportCalendar.mutate({ meetingId, language, target }),
  );
}
