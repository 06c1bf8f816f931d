/** What the parts of the examination share: the meeting, its examination, and the day of the entries. */
import type { ExaminationView } from '../../../db/model/examination.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import type { ClientError } from '../../api/client-error.ts';
import { useTopicQuery } from '../../api/query-client.ts';

export interface ExaminationParts {
  meeting: MeetingView;
  examination: ExaminationView;
}

export function useExamination(meetingId: string): {
  parts: ExaminationParts | null;
  error: ClientError | null;
} {
  const topics = [`meeting:${meetingId}`, 'meetings'];
  const meeting = useTopicQuery(topics, ['meetings.get', meetingId], () =>
    api.meetings.get.query({ meetingId }),
  );
  const examination = useTopicQuery(topics, ['examination.get', meetingId], () =>
    api.examination.get.query({ meetingId }),
  );
  return {
    parts: meeting.data && examination.data ? { meeting: meeting.data, examination: examination.data } : null,
    error: meeting.error ?? examination.error,
  };
}
