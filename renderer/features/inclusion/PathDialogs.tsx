import { useState } from 'react';
import { addDays } from '../../../db/model/dates.ts';
import { api } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import parts from '../../ui/Parts.module.css';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './Inclusion.module.css';
import type { Card } from './InclusionEntryScreen.tsx';

const cx = classes(styles);
const px = classes(parts);

/** A step of a path in its own words. */
export function StepDialog({
  entryId,
  step,
  onClose,
}: {
  entryId: string;
  /** Null adds one at the end. */
  step: Card['steps'][number] | null;
  onClose: () => void;
}) {
  const t = useText();
  const [name, setName] = useState(step?.name ?? '');
  const [note, setNote] = useState(step?.note ?? '');
  const save = useFormWrite(
    () => api.inclusion.saveStep.mutate({ id: step?.id ?? null, entryId, values: { name, note } }),
    {
      done: t('inclusion.stepSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t(step ? 'inclusion.stepEdit' : 'inclusion.stepNew')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('inclusion.stepName')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        maxLength={300}
        value={name}
        onChange={setName}
        error={fieldError(refusal, 'name')}
      />
      <TextArea label={t('inclusion.stepNote')} rows={2} value={note} onChange={setNote} />
    </PartDialog>
  );
}

/** The counts of one period: how many reached each step. */
export function PeriodDialog({
  entry,
  period,
  onClose,
}: {
  entry: Card;
  /** Null notes a new one, from the day after the latest. */
  period: Card['periods'][number] | null;
  onClose: () => void;
}) {
  const t = useText();
  const latest = entry.periods.at(-1);
  const [startsOn, setStartsOn] = useState<string | null>(
    period?.startsOn ?? (latest ? addDays(latest.endsOn, 1) : entry.startsOn),
  );
  const [endsOn, setEndsOn] = useState<string | null>(period?.endsOn ?? null);
  const [counts, setCounts] = useState<Readonly<Record<string, number | null>>>(period?.counts ?? {});
  const [total, setTotal] = useState<number | null>(period?.total ?? null);
  const [leftCount, setLeftCount] = useState<number | null>(period?.leftCount ?? null);
  const [note, setNote] = useState(period?.note ?? '');
  const save = useFormWrite(
    () =>
      api.inclusion.savePeriod.mutate({
        id: period?.id ?? null,
        entryId: entry.id,
        version: period?.version ?? 0,
        values: {
          startsOn: startsOn ?? '',
          endsOn: endsOn ?? '',
          total,
          leftCount,
          note,
          counts: entry.steps.map(({ id }) => ({ stepId: id, count: counts[id] ?? null })),
        },
      }),
    {
      done: t('inclusion.periodSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t(period ? 'inclusion.periodEdit' : 'inclusion.periodNew')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <FormRow>
        <DateField
          label={t('inclusion.periodFrom')}
          width="s"
          isRequired
          value={startsOn}
          onChange={setStartsOn}
          error={fieldError(refusal, 'startsOn')}
        />
        <DateField
          label={t('inclusion.periodTo')}
          width="s"
          isRequired
          value={endsOn}
          onChange={setEndsOn}
          error={fieldError(refusal, 'endsOn')}
        />
      </FormRow>
      <p className={px('detail')}>{t('inclusion.periodHint')}</p>
      <div className={cx('counts')}>
        {entry.steps.map((step, index) => (
          <NumberField
            key={step.id}
            label={`${index + 1}. ${step.name}`}
            minValue={0}
            value={counts[step.id] ?? null}
            onChange={(count) => setCounts((now) => ({ ...now, [step.id]: count }))}
            error={fieldError(refusal, `counts.${index}.count`)}
          />
        ))}
      </div>
      <div className={cx('counts', 'above')}>
        <NumberField
          label={t('inclusion.total')}
          description={t('inclusion.totalDetail')}
          minValue={0}
          value={total}
          onChange={setTotal}
          error={fieldError(refusal, 'total')}
        />
        <NumberField
          label={t('inclusion.left')}
          minValue={0}
          value={leftCount}
          onChange={setLeftCount}
          error={fieldError(refusal, 'leftCount')}
        />
      </div>
      <TextArea label={t('inclusion.note')} rows={2} value={note} onChange={setNote} />
    </PartDialog>
  );
}
