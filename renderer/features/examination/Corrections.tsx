import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './Examination.module.css';
import type { ExaminationParts } from './use-examination.ts';

const cx = classes(styles);

/** The choice of no § in particular. */
const WHOLE = 'whole';

/** Dated notes beside the examined text (oikaisut). */
export function Corrections({ meeting, examination }: ExaminationParts) {
  const t = useText();
  const format = useFormat();
  const [itemId, setItemId] = useState<string>(WHOLE);
  const [text, setText] = useState('');
  const [on, setOn] = useState<string | null>(todayIso);
  const add = useMutationWithFeedback(api.examination.addCorrection.mutate, {
    done: t('examination.corrected'),
    onSuccess: () => setText(''),
  });
  const isExamined = meeting.state === 'examined' || meeting.state === 'published';
  const { corrections } = examination;
  if (!isExamined && corrections.length === 0) return null;
  return (
    <Panel title={t('examination.corrections')}>
      <div className={cx('form')}>
        {corrections.length === 0 ? (
          <p className={cx('muted')}>{t('examination.corrections.none')}</p>
        ) : (
          <ul className={cx('list')}>
            {corrections.map((note, index) => (
              <li key={index} className={cx('entry')}>
                <strong>
                  {t('examination.correction', { date: format.date(note.notedOn), name: note.notedBy })}
                </strong>
                {note.section !== null && <span>{t('examination.section', { section: note.section })}</span>}
                <p className={cx('whole')}>{note.text}</p>
              </li>
            ))}
          </ul>
        )}
        {isExamined && (
          <>
            <p className={cx('muted')}>{t('examination.correction.body')}</p>
            <div className={cx('row')}>
              <DateField
                width="s"
                label={t('examination.correction.on')}
                value={on}
                {...(meeting.examinedOn === null ? {} : { min: meeting.examinedOn })}
                onChange={setOn}
              />
              <Select
                width="m"
                label={t('examination.remark.item')}
                value={itemId}
                options={[
                  { id: WHOLE, label: t('examination.remark.whole') },
                  ...meeting.items.map((item) => ({
                    id: item.id,
                    label: item.sectionLabel,
                    detail: item.title,
                  })),
                ]}
                onChange={setItemId}
              />
            </div>
            <TextArea label={t('examination.correction.text')} rows={2} value={text} onChange={setText} />
            <div className={cx('row')}>
              <Button
                icon="plus"
                isPending={add.isPending}
                isDisabled={on === null || text.trim() === ''}
                onPress={() =>
                  on !== null &&
                  add.mutate({
                    meetingId: meeting.id,
                    itemId: itemId === WHOLE ? null : itemId,
                    notedOn: on,
                    text,
                  })
                }
              >
                {t('examination.correction.add')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}
