import { useState } from 'react';
import {
  ENVELOPE_NAMES,
  LABEL_SHEETS,
  type EnvelopeName,
  type LabelSheet,
  type LabelSheetName,
} from '../../../db/model/letters.ts';
import type { ListRules } from '../../../db/model/mailing-list.ts';
import type { Addressee } from '../../api/address-request.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { AddressDialog } from './AddressDialog.tsx';
import styles from './Deliveries.module.css';
import { recipientId, saveLetters, type CoverageRow, type Meeting } from './use-deliveries.ts';

const cx = classes(styles);

type SheetChoice = LabelSheetName | 'own';
const MEASURES = ['columns', 'rows', 'width', 'height', 'left', 'top', 'gapX', 'gapY'] as const;

/** Labels or envelopes for those chosen; whose address is missing is listed, and can be given one. */
export function LettersDialog({
  meeting,
  rules,
  rows,
  onClose,
}: {
  meeting: Meeting;
  rules: ListRules;
  rows: readonly CoverageRow[];
  onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const [form, setForm] = useState<'labels' | 'envelopes'>('labels');
  const [choice, setChoice] = useState<SheetChoice>('3x8');
  const [own, setOwn] = useState<LabelSheet>(LABEL_SHEETS['3x8']);
  const [start, setStart] = useState(1);
  const [envelope, setEnvelope] = useState<EnvelopeName>('c5');
  const [returnAddress, setReturnAddress] = useState('');
  const [editing, setEditing] = useState<Addressee | null>(null);
  const [isSaving, setSaving] = useState(false);
  const order = { meetingId: meeting.id, rules, recipientIds: rows.map(recipientId) };
  const { data, error } = useTopicQuery(
    ['deliveries', 'persons', 'organisations'],
    ['letters.addresses', order],
    () => api.letters.addresses.query(order),
  );
  const missing = data?.filter(({ lines }) => lines === null) ?? [];
  const count = (data?.length ?? 0) - missing.length;
  const sheet = choice === 'own' ? own : LABEL_SHEETS[choice];
  const save = async (): Promise<void> => {
    setSaving(true);
    const name = t(form === 'labels' ? 'letters.fileLabels' : 'letters.fileEnvelopes');
    const isDone = await saveLetters(
      {
        ...order,
        letters: form === 'labels' ? { form, sheet, start } : { form, envelope, returnAddress },
        title: t(`letters.form.${form}`),
        language,
      },
      `${meeting.heldOn}_${name}_${meeting.number}-${meeting.year}`,
    );
    setSaving(false);
    if (isDone) onClose();
  };
  return (
    <Dialog
      isOpen
      title={t('letters.title')}
      lead={t('letters.lead')}
      onClose={onClose}
      aside={data && <span role="status">{t('letters.count', { count })}</span>}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="download"
            isPending={isSaving}
            isDisabled={count === 0}
            onPress={() => void save()}
          >
            {t('letters.make')}
          </Button>
        </>
      }
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      <RadioGroup
        label={t('letters.form')}
        value={form}
        onChange={setForm}
        options={[
          { id: 'labels', label: t('letters.form.labels') },
          { id: 'envelopes', label: t('letters.form.envelopes') },
        ]}
      />
      {form === 'labels' ? (
        <>
          <FormGrid>
            <Select<SheetChoice>
              label={t('letters.sheet')}
              value={choice}
              onChange={(next) => {
                if (next === 'own') setOwn(sheet);
                setChoice(next);
                setStart(1);
              }}
              options={(['3x8', '2x7', 'own'] as const).map((id) => ({
                id,
                label: t(`letters.sheet.${id}`),
              }))}
            />
            <NumberField
              label={t('letters.start')}
              description={t('letters.startHint')}
              value={start}
              minValue={1}
              maxValue={sheet.columns * sheet.rows}
              onChange={(value) => setStart(value ?? 1)}
            />
          </FormGrid>
          {choice === 'own' && (
            <FormGrid>
              {MEASURES.map((measure) => (
                <NumberField
                  key={measure}
                  label={t(`letters.${measure}`)}
                  value={own[measure]}
                  minValue={measure === 'columns' || measure === 'rows' ? 1 : 0}
                  step={measure === 'columns' || measure === 'rows' ? 1 : 0.1}
                  onChange={(value) =>
                    setOwn((before) => ({ ...before, [measure]: value ?? before[measure] }))
                  }
                />
              ))}
            </FormGrid>
          )}
        </>
      ) : (
        <>
          <Select<EnvelopeName>
            label={t('letters.envelope')}
            value={envelope}
            onChange={setEnvelope}
            options={ENVELOPE_NAMES.map((id) => ({ id, label: t(`letters.envelope.${id}`) }))}
          />
          <TextArea
            label={t('letters.return')}
            description={t('letters.returnHint')}
            rows={3}
            value={returnAddress}
            onChange={setReturnAddress}
          />
        </>
      )}
      {missing.length > 0 && (
        <Banner tone="warning" title={t('letters.missing', { count: missing.length })}>
          <ul className={cx('problems', 'scrolled')}>
            {missing.map((one) => (
              <li key={one.personId ?? one.organisationId} className={cx('problem')}>
                <Button size="s" icon="plus" onPress={() => setEditing(one)}>
                  {t('letters.addAddress', { name: one.name })}
                </Button>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {editing && <AddressDialog addressee={editing} onClose={() => setEditing(null)} />}
    </Dialog>
  );
}
