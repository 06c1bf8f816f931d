import { useState } from 'react';
import type { RemarkView } from '../../../db/model/examination.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './Examination.module.css';
import type { ExaminationParts } from './use-examination.ts';

const cx = classes(styles);

/** The choice of no § in particular. */
const WHOLE = 'whole';

/** Remarks per §, of every round; the open ones wait for an answer. */
export function Remarks(parts: ExaminationParts) {
  const t = useText();
  const remarks = parts.examination.rounds.flatMap((round) => round.remarks);
  const isOpen = parts.meeting.state === 'under_examination';
  if (!isOpen && remarks.length === 0) return null;
  return (
    <Panel title={t('examination.remarks')}>
      <div className={cx('form')}>
        {remarks.length === 0 ? (
          <p className={cx('muted')}>{t('examination.remarks.none')}</p>
        ) : (
          <ul className={cx('list')}>
            {remarks.map((remark) => (
              <Remark key={remark.id} remark={remark} />
            ))}
          </ul>
        )}
        {isOpen && <NewRemark {...parts} />}
      </div>
    </Panel>
  );
}

function Remark({ remark }: { remark: RemarkView }) {
  const t = useText();
  const format = useFormat();
  const [resolution, setResolution] = useState('');
  const resolve = useMutationWithFeedback(api.examination.resolveRemark.mutate);
  return (
    <li className={cx('entry')}>
      <strong>
        {remark.section === null
          ? t('examination.remark.whole')
          : t('examination.section', { section: remark.section })}
      </strong>
      <span className={cx('muted')}>
        {t('examination.remark.by', { name: remark.person.name, date: format.date(remark.notedOn) })}
      </span>
      <p className={cx('whole')}>{remark.text}</p>
      {remark.resolvedOn === null ? (
        <div className={cx('row')}>
          <TextField
            width="m"
            label={t('examination.remark.resolution')}
            value={resolution}
            onChange={setResolution}
          />
          <Button
            isPending={resolve.isPending}
            isDisabled={resolution.trim() === ''}
            onPress={() => resolve.mutate({ remarkId: remark.id, resolution, resolvedOn: todayIso() })}
          >
            {t('examination.remark.resolve')}
          </Button>
        </div>
      ) : (
        <p className={cx('whole', 'muted')}>
          {t('examination.remark.resolved', {
            date: format.date(remark.resolvedOn),
            text: remark.resolution,
          })}
        </p>
      )}
    </li>
  );
}

function NewRemark({ meeting, examination }: ExaminationParts) {
  const t = useText();
  const [personId, setPersonId] = useState<string | null>(null);
  const [itemId, setItemId] = useState<string>(WHOLE);
  const [text, setText] = useState('');
  const add = useMutationWithFeedback(api.examination.addRemark.mutate, { onSuccess: () => setText('') });
  const by = personId ?? examination.remarkers[0]?.id ?? null;
  const atOnce = new Set(examination.itemsOnTheSpot.map((item) => item.itemId));
  return (
    <>
      <div className={cx('row')}>
        <Select
          width="m"
          label={t('examination.remark.person')}
          value={by}
          options={examination.remarkers.map(({ id, name }) => ({ id, label: name }))}
          onChange={setPersonId}
        />
        <Select
          width="m"
          label={t('examination.remark.item')}
          value={itemId}
          options={[
            { id: WHOLE, label: t('examination.remark.whole') },
            ...meeting.items
              .filter((item) => !atOnce.has(item.id))
              .map((item) => ({ id: item.id, label: item.sectionLabel, detail: item.title })),
          ]}
          onChange={setItemId}
        />
      </div>
      <TextArea label={t('examination.remark.text')} rows={2} value={text} onChange={setText} />
      <div className={cx('row')}>
        <Button
          icon="plus"
          isPending={add.isPending}
          isDisabled={by === null || text.trim() === ''}
          onPress={() =>
            by !== null &&
            add.mutate({
              meetingId: meeting.id,
              itemId: itemId === WHOLE ? null : itemId,
              personId: by,
              text,
              notedOn: todayIso(),
            })
          }
        >
          {t('examination.remark.add')}
        </Button>
      </div>
    </>
  );
}
