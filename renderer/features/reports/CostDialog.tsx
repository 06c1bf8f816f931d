import { useState } from 'react';
import { ECONOMY_WORDS } from '../../../db/model/board-economy.ts';
import { useOpenBoard } from '../../api/board.ts';
import { actionChoices } from '../../api/choices.ts';
import type { ClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { BoardEconomy, Cost } from './Economy.tsx';

const NONE = 'none';

/** A cost with its document, on a line of the budget; tied to a meeting or an action when it belongs to one. */
export function CostDialog({
  economy,
  cost,
  onClose,
}: {
  economy: BoardEconomy;
  /** Null books a new one. */
  cost: Cost | null;
  onClose: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const board = useOpenBoard();
  const words = ECONOMY_WORDS[useLanguage()];
  const [lineId, setLineId] = useState(cost?.lineId ?? economy.rows[0]?.id ?? '');
  const [bookedOn, setBookedOn] = useState<string | null>(() => {
    const today = todayIso();
    return cost?.bookedOn ?? (today.startsWith(String(economy.year)) ? today : null);
  });
  const [document, setDocument] = useState(cost?.document ?? '');
  const [description, setDescription] = useState(cost?.description ?? '');
  const [amount, setAmount] = useState<number | null>(cost === null ? null : cost.cents / 100);
  const [meetingId, setMeetingId] = useState(cost?.meeting?.id ?? NONE);
  const [action, setAction] = useState<Option | null>(
    cost?.action ? { id: cost.action.id, label: `${cost.action.code} ${cost.action.name}` } : null,
  );
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const save = useMutationWithFeedback(
    () =>
      api.economy.saveCost.mutate({
        id: cost?.id ?? null,
        values: {
          lineId,
          bookedOn: bookedOn ?? '',
          document,
          description,
          cents: Math.round((amount ?? 0) * 100),
          meetingId: meetingId === NONE ? null : meetingId,
          actionId: action?.id ?? null,
        },
      }),
    {
      done: t('economy.costSaved'),
      onSuccess: onClose,
      onError: (error) => {
        setRefusal(error);
        return true;
      },
    },
  );
  return (
    <PartDialog
      title={cost ? t('economy.costEdit', { document: cost.document }) : t('economy.costNew')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <Select
        label={words.line}
        value={lineId}
        onChange={setLineId}
        options={economy.rows.map(({ id, name }) => ({ id, label: name }))}
        error={fieldError(refusal, 'lineId')}
      />
      <TextField
        label={words.description}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is to be written first
        autoFocus
        value={description}
        onChange={setDescription}
        error={fieldError(refusal, 'description')}
      />
      <FormRow>
        <DateField
          label={words.day}
          width="s"
          isRequired
          value={bookedOn}
          onChange={setBookedOn}
          error={fieldError(refusal, 'bookedOn')}
        />
        <TextField
          label={words.document}
          description={t('economy.documentHint')}
          width="s"
          isRequired
          value={document}
          onChange={setDocument}
          error={fieldError(refusal, 'document')}
        />
        <NumberField
          label={words.amount}
          description={t('economy.amountHint')}
          isRequired
          formatOptions={{ minimumFractionDigits: 2, maximumFractionDigits: 2 }}
          value={amount}
          onChange={setAmount}
          error={fieldError(refusal, 'cents')}
        />
      </FormRow>
      <FormRow>
        <Select
          label={t('economy.meeting')}
          width="s"
          value={meetingId}
          onChange={setMeetingId}
          options={[
            { id: NONE, label: t('economy.noMeeting') },
            ...economy.meetings.map(({ id, label, heldOn }) => ({
              id,
              label,
              detail: format.date(heldOn),
            })),
          ]}
        />
        <ComboBox
          label={t('economy.action')}
          value={action}
          onChange={setAction}
          load={actionChoices(board.id)}
        />
      </FormRow>
    </PartDialog>
  );
}
