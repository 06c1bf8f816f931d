import { useState } from 'react';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import styles from './Call.module.css';
import type { CallParts } from './use-call.ts';

const cx = classes(styles);

/** What the invitation says beside the meeting's own details. Saved when the focus leaves it, or by the button. */
export function InvitationDetails({ meeting, call }: CallParts) {
  const t = useText();
  const { invitation } = call;
  // What has been typed and not yet saved; the rest follows the record.
  const [typed, setTyped] = useState<Partial<typeof invitation>>({});
  const [linkError, setLinkError] = useState<string | undefined>();
  const values = { ...invitation, ...typed };
  const isChanged = (Object.keys(invitation) as (keyof typeof invitation)[]).some(
    (key) => values[key] !== invitation[key],
  );
  const change = (part: Partial<typeof invitation>): void => {
    setTyped((before) => ({ ...before, ...part }));
    setLinkError(undefined);
  };
  const save = useMutationWithFeedback(api.calls.saveInvitation.mutate, {
    done: t('call.savedDetails'),
    onError: ({ fields }) => {
      setLinkError(fields['remoteLink']);
      return 'remoteLink' in fields;
    },
  });
  const send = (): void => {
    if (isChanged && !save.isPending) save.mutate({ meetingId: meeting.id, ...values });
  };
  return (
    <Panel title={t('call.details')}>
      <div
        className={cx('form')}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) send();
        }}
      >
        {KIND_RULES[meeting.kind].convenes && (
          <>
            <TimeField
              width="s"
              label={t('call.plannedEnd')}
              value={values.plannedEnd}
              onChange={(plannedEnd) => change({ plannedEnd })}
            />
            <TextField
              label={t('call.remoteLink')}
              description={t('call.remoteLinkHint')}
              type="url"
              value={values.remoteLink}
              onChange={(remoteLink) => change({ remoteLink })}
              error={linkError}
            />
          </>
        )}
        <TextArea
          label={t('call.greeting')}
          description={t('call.greetingHint')}
          value={values.greeting}
          onChange={(greeting) => change({ greeting })}
        />
        {isChanged && (
          <div className={cx('row')}>
            <Button isPending={save.isPending} onPress={send}>
              {t('call.saveDetails')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
