import { useState } from 'react';
import { OFFICE_KINDS, type OfficeKind } from '../../../db/model/board.ts';
import { api } from '../../api/client.ts';
import type { ClientError } from '../../api/client-error.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import type { TextKey } from '../../i18n/fi.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { EndForm } from './EndForm.tsx';
import { NOBODY, PersonPicker, personIdOf, type PickedPerson } from './PersonPicker.tsx';
import type { Composition, Office } from './use-boards.ts';
import { tellAppointed } from './warnings.ts';

export const OFFICE_LABELS = {
  chair: 'boards.chair',
  vice_chair: 'boards.viceChair',
  secretary: 'boards.secretary',
  presenter: 'boards.presenter',
  expert: 'boards.expert',
} as const satisfies Record<OfficeKind, TextKey>;

/** Appoints somebody to an office of the board. */
export function OfficeDialog({
  composition,
  office,
  onClose,
}: {
  composition: Composition;
  office: OfficeKind;
  onClose: () => void;
}) {
  const t = useText();
  const [kind, setKind] = useState(office);
  const [picked, setPicked] = useState<PickedPerson>(NOBODY);
  const [title, setTitle] = useState('');
  const [date, setDate] = useState<string | null>(composition.date);
  const [error, setError] = useState<ClientError | null>(null);
  const [isMissing, setMissing] = useState(false);
  const isSingle = kind !== 'presenter' && kind !== 'expert';
  const save = useMutationWithFeedback(
    async () => {
      const personId = await personIdOf(picked);
      if (personId === null || date === null) return null;
      if (picked.kind === 'new')
        setPicked({ kind: 'known', person: { id: personId, label: picked.name.trim() } });
      return await api.boards.setOffice.mutate({
        boardId: composition.board.id,
        personId,
        office: kind,
        title,
        startsOn: date,
      });
    },
    {
      onSuccess: (set) => {
        if (set === null) return setMissing(true);
        tellAppointed(t('boards.officeSaved'), set.warnings);
        onClose();
      },
      onError: (refused) => {
        setError(refused);
        return true;
      },
    },
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('boards.appointOffice', { office: t(OFFICE_LABELS[kind]).toLowerCase() })}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="office" isPending={save.isPending}>
            {t('boards.officeAppoint')}
          </Button>
        </>
      }
    >
      <Form
        id="office"
        onSubmit={() => {
          setError(null);
          setMissing(false);
          save.mutate(undefined);
        }}
      >
        {error && (
          <Banner tone="danger" isAlert>
            {error.message}
          </Banner>
        )}
        {(office === 'expert' || office === 'presenter') && (
          <Select<OfficeKind>
            label={t('boards.officeKind')}
            value={kind}
            onChange={setKind}
            options={OFFICE_KINDS.filter((one) => one === 'expert' || one === 'presenter').map((id) => ({
              id,
              label: t(OFFICE_LABELS[id]),
            }))}
          />
        )}
        <PersonPicker
          value={picked}
          onChange={(next) => setPicked(next)}
          error={
            error?.fields['personId'] ??
            (isMissing && (picked.kind === 'new' || picked.person === null)
              ? t('boards.problem.required')
              : undefined)
          }
        />
        <TextField
          label={t('boards.officeTitle')}
          description={t('boards.officeTitleHint')}
          value={title}
          onChange={setTitle}
          error={error?.fields['title']}
        />
        <DateField
          label={t('boards.startsOn')}
          {...(isSingle ? { description: t('boards.startsOnHint') } : {})}
          value={date}
          onChange={setDate}
          error={
            error?.fields['startsOn'] ??
            (isMissing && date === null ? t('boards.problem.required') : undefined)
          }
          isRequired
        />
      </Form>
    </Dialog>
  );
}

/** Ends an office on a day. */
export function EndOfficeDialog({
  composition,
  office,
  onClose,
}: {
  composition: Composition;
  office: Office;
  onClose: () => void;
}) {
  const t = useText();
  return (
    <Dialog isOpen onClose={onClose} width="narrow" title={t('boards.officeEnd')}>
      <EndForm
        lead={`${t(OFFICE_LABELS[office.office])}: ${office.person.name}`}
        date={composition.date}
        min={office.startsOn}
        done={t('boards.officeEnded')}
        end={(endsOn) => api.boards.endOffice.mutate({ id: office.id, endsOn })}
        onDone={onClose}
      />
    </Dialog>
  );
}
