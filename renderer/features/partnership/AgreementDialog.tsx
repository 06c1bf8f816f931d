import { useState } from 'react';
import { AGREEMENT_WORDS } from '../../../db/model/agreement-words.ts';
import { AGREEMENT_KINDS, type AgreementKind } from '../../../db/model/agreement.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { organisationChoices, personChoices } from '../../api/choices.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useMunicipalities } from '../../api/register-lists.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormGrid, FormRow } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { ManyChoice } from '../../ui/ManyChoice.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

type Card = Outputs['agreements']['get'];

/** An agreement: what, between whom, how long, when to be reminded. Parties that stay keep their signatures. */
export function AgreementDialog({
  agreement,
  onClose,
  onSaved,
}: {
  /** Null makes a new one. */
  agreement: Card | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const words = AGREEMENT_WORDS[language];
  const board = useOpenBoard();
  const places = useMunicipalities();
  const parties = agreement?.parties ?? [];
  const optionsOf = (which: (party: Card['parties'][number]) => string | null): Option[] =>
    parties.flatMap((party) => {
      const id = which(party);
      return id === null ? [] : [{ id, label: inLanguage(party.name, language) }];
    });
  const [name, setName] = useState(agreement?.name ?? '');
  const [kind, setKind] = useState<AgreementKind>(agreement?.kind ?? 'partnership');
  const [summary, setSummary] = useState(agreement?.summary ?? '');
  const [startsOn, setStartsOn] = useState<string | null>(agreement?.startsOn ?? null);
  const [endsOn, setEndsOn] = useState<string | null>(agreement?.endsOn ?? null);
  const [noticeMonths, setNoticeMonths] = useState<number | null>(agreement?.noticeMonths ?? null);
  const [remindDays, setRemindDays] = useState<number | null>(agreement?.remindDays ?? 60);
  const [contact, setContact] = useState<Option | null>(() =>
    agreement?.contactPerson ? { id: agreement.contactPerson.id, label: agreement.contactPerson.name } : null,
  );
  const [municipalities, setMunicipalities] = useState<readonly Option[]>(() =>
    optionsOf((party) => party.municipality),
  );
  const [organisations, setOrganisations] = useState<readonly Option[]>(() =>
    optionsOf((party) => party.organisationId),
  );
  const isOther = (party: Card['parties'][number]): boolean =>
    party.municipality === null && party.organisationId === null;
  const [others, setOthers] = useState(() =>
    parties
      .filter(isOther)
      .map((party) => party.name.fi)
      .join('\n'),
  );
  const save = useFormWrite(
    () => {
      const known = (which: (party: Card['parties'][number]) => boolean): string | null =>
        parties.find(which)?.id ?? null;
      const none = { organisationId: null, municipality: null, name: null };
      return api.agreements.save.mutate({
        id: agreement?.id ?? null,
        boardId: board.id,
        version: agreement?.version ?? 0,
        values: {
          name,
          kind,
          summary,
          startsOn,
          endsOn,
          noticeMonths,
          remindDays: remindDays ?? 0,
          contactPersonId: contact?.id ?? null,
          parties: [
            ...municipalities.map(({ id }) => ({
              ...none,
              municipality: id,
              id: known((party) => party.municipality === id),
            })),
            ...organisations.map(({ id }) => ({
              ...none,
              organisationId: id,
              id: known((party) => party.organisationId === id),
            })),
            ...others
              .split('\n')
              .map((one) => one.trim())
              .filter((one) => one !== '')
              .map((one) => ({
                ...none,
                name: one,
                id: known((party) => isOther(party) && party.name.fi === one),
              })),
          ],
        },
      });
    },
    {
      done: t('partnership.agreementSaved'),
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t(agreement ? 'partnership.editAgreement' : 'partnership.newAgreement')}
      width="wide"
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('partnership.name')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        maxLength={300}
        value={name}
        onChange={setName}
        error={fieldError(refusal, 'name')}
      />
      <FormRow>
        <Select
          label={t('partnership.kind')}
          width="m"
          value={kind}
          onChange={setKind}
          options={AGREEMENT_KINDS.map((id) => ({ id, label: words.kinds[id] }))}
        />
        <ComboBox
          label={t('partnership.contactPerson')}
          value={contact}
          onChange={setContact}
          load={personChoices}
        />
      </FormRow>
      <TextArea label={t('partnership.summary')} rows={2} value={summary} onChange={setSummary} />
      <FormRow>
        <DateField label={t('partnership.startsOn')} width="s" value={startsOn} onChange={setStartsOn} />
        <DateField
          label={t('partnership.endsOn')}
          width="s"
          value={endsOn}
          onChange={setEndsOn}
          error={fieldError(refusal, 'endsOn')}
        />
        <NumberField
          label={t('partnership.noticeMonths')}
          minValue={0}
          value={noticeMonths}
          onChange={setNoticeMonths}
          error={fieldError(refusal, 'noticeMonths')}
        />
        <NumberField
          label={t('partnership.remindDays')}
          minValue={0}
          value={remindDays}
          onChange={setRemindDays}
          error={fieldError(refusal, 'remindDays')}
        />
      </FormRow>
      <FormGrid>
        <ManyChoice
          label={t('partnership.municipalities')}
          addLabel={t('volunteering.addMunicipality')}
          removeLabel={(label) => t('volunteering.removeEntry', { name: label })}
          chosen={municipalities}
          onChange={setMunicipalities}
          load={places.find}
          error={fieldError(refusal, 'parties')}
        />
        <ManyChoice
          label={t('partnership.organisations')}
          addLabel={t('partnership.addOrganisation')}
          removeLabel={(label) => t('volunteering.removeEntry', { name: label })}
          chosen={organisations}
          onChange={setOrganisations}
          load={organisationChoices}
        />
      </FormGrid>
      <TextArea
        label={t('partnership.otherParties')}
        description={t('partnership.otherPartiesHint')}
        rows={2}
        value={others}
        onChange={setOthers}
      />
    </PartDialog>
  );
}
