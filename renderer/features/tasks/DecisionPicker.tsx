import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { FormGrid } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';

const NONE = 'none';
/** Meetings to choose from, the newest first. */
const MOST = 20;

/** The § in which something was decided: first the meeting, then its item. */
export function DecisionPicker({
  label,
  boardId,
  itemId,
  onChange,
}: {
  label: string;
  boardId: string;
  itemId: string | null;
  onChange: (itemId: string | null) => void;
}) {
  const t = useText();
  const format = useFormat();
  const [meetingId, setMeetingId] = useState(NONE);
  const { data: meetings } = useTopicQuery(['meetings'], ['meetings.list', boardId], () =>
    api.meetings.list.query({ boardId }),
  );
  const { data: meeting } = useTopicQuery(
    [`meeting:${meetingId}`],
    ['meetings.get', meetingId],
    () => api.meetings.get.query({ meetingId }),
    { enabled: meetingId !== NONE },
  );
  return (
    <FormGrid>
      <Select
        label={label}
        value={meetingId}
        onChange={(id) => {
          setMeetingId(id);
          onChange(null);
        }}
        options={[
          { id: NONE, label: t('tasks.noMeeting') },
          ...(meetings ?? []).slice(0, MOST).map(({ id, label: number, heldOn }) => ({
            id,
            label: `${number} (${format.date(heldOn)})`,
          })),
        ]}
      />
      <Select
        label={t('tasks.section')}
        value={itemId}
        onChange={onChange}
        placeholder={t('tasks.chooseSection')}
        isDisabled={meetingId === NONE || meeting === undefined}
        options={(meeting?.items ?? []).map(({ id, sectionLabel, title }) => ({
          id,
          label: `${sectionLabel} ${title}`,
        }))}
      />
    </FormGrid>
  );
}
