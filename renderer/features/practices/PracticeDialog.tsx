import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import { OWN_STAGES, type PracticeStage } from '../../../db/model/practice.ts';
import { useOpenBoard } from '../../api/board.ts';
import { organisationChoices, personChoices } from '../../api/choices.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow, FormSection } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { ManyChoice } from '../../ui/ManyChoice.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

type Card = Outputs['practices']['get'];
const NONE = 'none';

/** A practice: what it is, whose, where it comes from. A new one begins with its first stage and the ground of it. */
export function PracticeDialog({
  practice,
  onClose,
  onSaved,
}: {
  /** Null makes a new one. */
  practice: Card | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const { data: themes } = useTopicQuery(['themes'], ['themes.list', board.id], () =>
    api.themes.list.query({ boardId: board.id }),
  );
  const named = (one: { id: string; name: { fi: string } }): Option => ({
    id: one.id,
    label: inLanguage(one.name, language),
  });
  const [name, setName] = useState(practice?.name ?? '');
  const [description, setDescription] = useState(practice?.description ?? '');
  const [source, setSource] = useState(practice?.source ?? '');
  const [owner, setOwner] = useState<Option | null>(() => (practice?.owner ? named(practice.owner) : null));
  const [ownerName, setOwnerName] = useState(practice?.ownerName ?? '');
  const [contact, setContact] = useState<Option | null>(() =>
    practice?.contactPerson ? { id: practice.contactPerson.id, label: practice.contactPerson.name } : null,
  );
  const [themeId, setThemeId] = useState(practice?.theme?.id ?? NONE);
  const [partners, setPartners] = useState<readonly Option[]>(() => (practice?.partners ?? []).map(named));
  const [stage, setStage] = useState<PracticeStage>('collected');
  const [changedOn, setChangedOn] = useState<string | null>(todayIso());
  const [ground, setGround] = useState('');
  const save = useFormWrite(
    async (): Promise<{ id: string; code: string }> => {
      const values = {
        name,
        description,
        source,
        ownerOrganisationId: owner?.id ?? null,
        ownerName,
        contactPersonId: contact?.id ?? null,
        themeId: themeId === NONE ? null : themeId,
        organisationIds: partners.map(({ id }) => id),
      };
      if (practice === null)
        return await api.practices.create.mutate({
          boardId: board.id,
          values,
          first: { stage, changedOn: changedOn ?? '', ground },
        });
      await api.practices.update.mutate({ id: practice.id, version: practice.version, values });
      return practice;
    },
    {
      done: ({ code }) => (practice ? t('practices.saved') : t('practices.created', { code })),
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={practice ? t('practices.edit') : t('practices.new')}
      width="wide"
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('practices.name')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        maxLength={300}
        value={name}
        onChange={setName}
        error={fieldError(refusal, 'name')}
      />
      <TextArea
        label={t('practices.description')}
        rows={3}
        value={description}
        onChange={setDescription}
        error={fieldError(refusal, 'description')}
      />
      <TextField
        label={t('practices.source')}
        description={t('practices.sourceHint')}
        value={source}
        onChange={setSource}
        error={fieldError(refusal, 'source')}
      />
      <FormRow>
        <ComboBox
          label={t('practices.ownerOrganisation')}
          value={owner}
          onChange={setOwner}
          load={organisationChoices}
          error={fieldError(refusal, 'ownerOrganisationId')}
        />
        <TextField label={t('practices.ownerName')} value={ownerName} onChange={setOwnerName} />
      </FormRow>
      <FormRow>
        <ComboBox
          label={t('practices.contactPerson')}
          value={contact}
          onChange={setContact}
          load={personChoices}
        />
        <Select
          label={t('practices.theme')}
          width="m"
          value={themeId}
          onChange={setThemeId}
          options={[
            { id: NONE, label: t('volunteering.noTheme') },
            ...(themes ?? []).map((theme) => ({ id: theme.id, label: theme.name })),
          ]}
        />
      </FormRow>
      <ManyChoice
        label={t('volunteering.partners')}
        addLabel={t('volunteering.addPartner')}
        removeLabel={(label) => t('volunteering.removeEntry', { name: label })}
        chosen={partners}
        onChange={setPartners}
        load={organisationChoices}
        error={fieldError(refusal, 'organisationIds')}
      />
      {practice === null && (
        <FormSection isDense title={t('volunteering.first')}>
          <FormRow>
            <Select
              label={t('practices.stage')}
              width="s"
              value={stage}
              onChange={setStage}
              options={OWN_STAGES.map((id) => ({ id, label: PRACTICE_STAGE_WORDS[language][id] }))}
            />
            <DateField
              label={t('volunteering.changedOn')}
              width="s"
              isRequired
              value={changedOn}
              onChange={setChangedOn}
              error={fieldError(refusal, 'changedOn')}
            />
          </FormRow>
          <TextField
            label={t('volunteering.ground')}
            description={t('volunteering.groundHint')}
            isRequired
            value={ground}
            onChange={setGround}
            error={fieldError(refusal, 'ground')}
          />
        </FormSection>
      )}
    </PartDialog>
  );
}
