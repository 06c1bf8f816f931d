/** What the parts of the call share: the meeting and its call, and files that are saved from it. */
import type { CallView } from '../../../db/model/call-view.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { bridge, type FileKind } from '../../api/bridge.ts';
import { toClientError, type ClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';

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

let isAsking = false;

/**
 * Asks where, has the file written, and tells what came of it. One at a time; nothing happens when the user cancels.
 * @param write answers with the sentence to say
 */
export async function saveFile(
  kind: FileKind,
  suggestedName: () => Promise<string>,
  write: (grant: string) => Promise<string>,
): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  try {
    const file = await bridge().native.chooseSaveFile(kind, await suggestedName());
    if (file === null) return;
    const message = await write(file.grant);
    showToast({
      kind: 'done',
      message,
      action: {
        label: translate('documents.showInFolder'),
        run: () => bridge().native.showInFolder(file.grant),
      },
    });
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  } finally {
    isAsking = false;
  }
}

export type MailMode = 'all' | 'language' | 'person';

/** A draft, or several beside each other. */
export function saveMail(
  meetingId: string,
  mode: MailMode,
  personIds: string[] | null = null,
): Promise<void> {
  return saveFile(
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

export function saveCalendar({ meeting }: CallParts): Promise<void> {
  const { id: meetingId, language } = meeting;
  return saveFile(
    'calendar',
    async () => (await api.calls.invitationFileName.query({ meetingId, format: 'ics' })).name,
    async (target) => {
      const { name } = await api.calls.exportCalendar.mutate({ meetingId, language, target });
      return translate('call.savedFile', { name });
    },
  );
}
