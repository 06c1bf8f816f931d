import { useState } from 'react';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Call.module.css';
import { saveCalendar, saveMail, type CallParts, type MailMode } from './use-call.ts';

const cx = classes(styles);

const MODES: readonly MailMode[] = ['all', 'language', 'person'];

/** Drafts of messages and the calendar entry; the secretary sends them with his own program. */
export function SendPanel(parts: CallParts) {
  const { meeting, call } = parts;
  const t = useText();
  const [mode, setMode] = useState<MailMode>('all');
  const [isSaving, setSaving] = useState(false);
  const isOut = call.state.call.number !== null;
  const isOld =
    isOut && call.mayIssue && call.state.call.changes.length + call.state.agenda.changes.length > 0;
  const save = async (): Promise<void> => {
    setSaving(true);
    await saveMail(meeting.id, mode);
    setSaving(false);
  };
  return (
    <Panel title={t('call.send')}>
      <div className={cx('form')}>
        <p className={cx('muted')}>
          {t(
            !isOut
              ? 'call.sendFirst'
              : KIND_RULES[meeting.kind].convenes
                ? 'call.sendLead'
                : 'answers.sendLead',
          )}
        </p>
        {isOld && <Banner tone="warning">{t('call.sendOld')}</Banner>}
        <Select
          label={t('call.mode')}
          value={mode}
          isDisabled={!isOut}
          options={MODES.map((id) => ({ id, label: t(`call.mode.${id}`) }))}
          onChange={setMode}
        />
        <div className={cx('row')}>
          <Button icon="mail" isDisabled={!isOut} isPending={isSaving} onPress={() => void save()}>
            {t('call.saveMail')}
          </Button>
          <Button icon="calendar" isDisabled={!isOut} onPress={() => void saveCalendar(parts)}>
            {t('call.saveCalendar')}
          </Button>
        </div>
        {call.withoutEmail.length > 0 && (
          <p className={cx('muted')}>
            {t('call.withoutEmail', {
              count: call.withoutEmail.length,
              names: call.withoutEmail.map(({ name }) => name).join(', '),
            })}
          </p>
        )}
      </div>
    </Panel>
  );
}
