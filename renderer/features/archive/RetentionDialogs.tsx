import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { useDuration, type Proposal, type Rule } from './Retention.tsx';

/** Another time for a group of data, with the reason why. */
export function RuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const t = useText();
  const inYears = rule.rule === 'change_log';
  const [value, setValue] = useState<number | null>(inYears ? rule.months / 12 : rule.months);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const save = useMutationWithFeedback(
    () => api.retention.change.mutate({ rule: rule.rule, months: (value ?? 0) * (inYears ? 12 : 1), reason }),
    {
      done: t('archive.retention.saved'),
      onSuccess: onClose,
      onError: ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    },
  );
  return (
    <Dialog
      isOpen
      title={t('archive.retention.editTitle')}
      lead={t(`archive.rule.${rule.rule}`)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="retention-rule" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="retention-rule" onSubmit={() => save.mutate(undefined)}>
        <NumberField
          label={t(inYears ? 'archive.retention.inYears' : 'archive.retention.inMonths')}
          width="s"
          value={value}
          onChange={setValue}
          minValue={1}
          maxValue={inYears ? 50 : 600}
          error={errors['months']}
        />
        <TextArea
          label={t('archive.retention.reason')}
          description={t('archive.retention.reasonHint')}
          value={reason}
          onChange={setReason}
          error={errors['reason']}
        />
      </Form>
    </Dialog>
  );
}

/** Which of what is due goes into a proposal. */
export function ProposeDialog({ due, onClose }: { due: readonly Rule[]; onClose: () => void }) {
  const t = useText();
  const duration = useDuration();
  const [chosen, setChosen] = useState<readonly Rule['rule'][]>(due.map(({ rule }) => rule));
  const [note, setNote] = useState('');
  const propose = useMutationWithFeedback(() => api.retention.propose.mutate({ rules: [...chosen], note }), {
    done: t('archive.proposal.proposed'),
    undo: ({ id }) => api.retention.withdraw.mutate({ id }),
    onSuccess: onClose,
  });
  return (
    <Dialog
      isOpen
      title={t('archive.proposal.newTitle')}
      lead={t('archive.proposal.newLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="disposal-proposal"
            isDisabled={chosen.length === 0}
            isPending={propose.isPending}
          >
            {t('archive.proposal.make')}
          </Button>
        </>
      }
    >
      <Form id="disposal-proposal" onSubmit={() => propose.mutate(undefined)}>
        {due.map(({ rule, due: count, months }) => (
          <Checkbox
            key={rule}
            isSelected={chosen.includes(rule)}
            onChange={(isOn) => setChosen(isOn ? [...chosen, rule] : chosen.filter((one) => one !== rule))}
            detail={t(`archive.rule.${rule}Detail`, { time: duration(months) })}
          >
            {t(`archive.rule.${rule}`)} ({count})
          </Checkbox>
        ))}
        <TextArea label={t('archive.proposal.note')} value={note} onChange={setNote} />
      </Form>
    </Dialog>
  );
}

/** Who approved a proposal, when, and by which decision. */
export function ApproveDialog({ one, onClose }: { one: Proposal; onClose: () => void }) {
  const t = useText();
  const [approvedOn, setApprovedOn] = useState<string | null>(todayIso());
  const [approvedBy, setApprovedBy] = useState('');
  const [reference, setReference] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const approve = useMutationWithFeedback(
    () => api.retention.approve.mutate({ id: one.id, approvedOn: approvedOn ?? '', approvedBy, reference }),
    {
      done: t('archive.proposal.approvedDone'),
      onSuccess: onClose,
      onError: ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    },
  );
  return (
    <Dialog
      isOpen
      title={t('archive.proposal.approveTitle', { number: `${one.number}/${one.year}` })}
      lead={t('archive.proposal.approveLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="disposal-approval" isPending={approve.isPending}>
            {t('archive.proposal.approve')}
          </Button>
        </>
      }
    >
      <Form id="disposal-approval" onSubmit={() => approve.mutate(undefined)}>
        <TextField
          label={t('archive.proposal.approver')}
          description={t('archive.proposal.approverHint')}
          value={approvedBy}
          onChange={setApprovedBy}
          error={errors['approvedBy']}
        />
        <DateField
          label={t('archive.proposal.approvedOn')}
          value={approvedOn}
          onChange={setApprovedOn}
          error={errors['approvedOn']}
        />
        <TextField
          label={t('archive.proposal.reference')}
          value={reference}
          onChange={setReference}
          error={errors['reference']}
        />
      </Form>
    </Dialog>
  );
}
