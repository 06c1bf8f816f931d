import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ClientError } from '../../api/client-error.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Form, FormRow } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import styles from './Boards.module.css';
import { NOBODY, PersonPicker, personIdOf, type PickedPerson } from './PersonPicker.tsx';
import { findOrganisations, type HolderRole, type Seat } from './use-boards.ts';
import { tellAppointed } from './warnings.ts';

const cx = classes(styles);

/** Appoints a member or a deputy to a seat: who, for which organisation, from when. */
export function AppointForm({
  seat,
  role,
  startsOn,
  onDone,
}: {
  seat: Seat;
  role: HolderRole;
  /** The day that is proposed. */
  startsOn: string;
  onDone: () => void;
}) {
  const t = useText();
  const [picked, setPicked] = useState<PickedPerson>(NOBODY);
  // The succession: the same organisation names the next one.
  const before = seat[role]?.organisation ?? null;
  const [organisation, setOrganisation] = useState<Option | null>(
    before ? { id: before.id, label: before.name.fi } : null,
  );
  const [date, setDate] = useState<string | null>(startsOn);
  const [error, setError] = useState<ClientError | null>(null);
  const [isMissing, setMissing] = useState(false);

  const appoint = useMutationWithFeedback(
    async () => {
      const personId = await personIdOf(picked);
      if (personId === null || date === null) return null;
      // Entered once; a second try finds him in the register.
      if (picked.kind === 'new')
        setPicked({ kind: 'known', person: { id: personId, label: picked.name.trim() } });
      return await api.boards.setSeatHolder.mutate({
        seatId: seat.id,
        role,
        personId,
        organisationId: organisation?.id ?? null,
        startsOn: date,
      });
    },
    {
      onSuccess: (set) => {
        if (set === null) return setMissing(true);
        tellAppointed(t('boards.seatSaved', { number: seat.number }), set.warnings);
        onDone();
      },
      onError: (refused) => {
        setError(refused);
        return true;
      },
    },
  );
  const personError = error?.fields['personId'] ?? error?.fields['name'];
  return (
    <div className={cx('appoint')}>
      <Form
        id={`appoint-${role}`}
        label={t(seat[role] ? 'boards.holderChange' : 'boards.holderAppoint', {
          role: t(`boards.role.${role}`),
        })}
        onSubmit={() => {
          setError(null);
          setMissing(false);
          appoint.mutate(undefined);
        }}
      >
        {error && (
          <Banner tone="danger" isAlert>
            {error.message}
          </Banner>
        )}
        <PersonPicker
          value={picked}
          onChange={(next, own) => {
            setPicked(next);
            if (own) setOrganisation(own);
          }}
          error={
            personError ??
            (isMissing && (picked.kind === 'new' || picked.person === null)
              ? t('boards.problem.required')
              : undefined)
          }
        />
        <ComboBox
          label={t('boards.organisation')}
          placeholder={t('boards.organisationPlaceholder')}
          value={organisation}
          onChange={setOrganisation}
          load={findOrganisations}
          error={error?.fields['organisationId']}
        />
        <FormRow>
          <DateField
            label={t('boards.startsOn')}
            {...(seat[role] ? { description: t('boards.startsOnHint') } : {})}
            value={date}
            onChange={setDate}
            error={
              error?.fields['startsOn'] ??
              (isMissing && date === null ? t('boards.problem.required') : undefined)
            }
            isRequired
          />
        </FormRow>
        <div className={cx('buttons')}>
          <Button variant="primary" type="submit" isPending={appoint.isPending}>
            {t('boards.officeAppoint')}
          </Button>
          <Button onPress={onDone}>{t('common.cancel')}</Button>
        </div>
      </Form>
    </div>
  );
}
