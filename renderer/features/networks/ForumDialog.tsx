import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { organisationChoices, personChoices } from '../../api/choices.ts';
import { api } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { FormRow, FormSection } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { ManyChoice } from '../../ui/ManyChoice.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { StageFields, type ForumCard, type ForumOverview, type StageDraft } from './forum-parts.tsx';

const named = (one: { id: string; name: string } | null): Option | null =>
  one && { id: one.id, label: one.name };

/** A community forum: whose, under which HYTE group, who is in it. A new one begins with its first stage. */
export function ForumDialog({
  forum,
  places,
  municipality,
  onClose,
  onSaved,
}: {
  /** Null makes a new one. */
  forum: ForumCard | null;
  places: ForumOverview['places'];
  /** Of a new one, where it was asked for; null: to be chosen. */
  municipality: string | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const [name, setName] = useState(forum?.name ?? '');
  const [code, setCode] = useState(forum?.municipality.code ?? municipality ?? places[0]?.code ?? '');
  const [hyteGroup, setHyteGroup] = useState(forum?.hyteGroup ?? '');
  const [description, setDescription] = useState(forum?.description ?? '');
  const organisation = (one: { id: string; name: { fi: string } }): Option => ({
    id: one.id,
    label: inLanguage(one.name, language),
  });
  const [chairOrganisation, setChairOrganisation] = useState<Option | null>(() =>
    forum?.chair.organisation ? organisation(forum.chair.organisation) : null,
  );
  const [chairPerson, setChairPerson] = useState<Option | null>(() => named(forum?.chair.person ?? null));
  const [chairRole, setChairRole] = useState(forum?.chair.role ?? '');
  const [contact, setContact] = useState<Option | null>(() => named(forum?.contactPerson ?? null));
  const [members, setMembers] = useState<readonly Option[]>(() =>
    (forum?.organisations ?? []).map(organisation),
  );
  const [themes, setThemes] = useState<readonly Option[]>(() =>
    (forum?.themes ?? []).map((one) => ({ id: one.id, label: one.name })),
  );
  const [first, setFirst] = useState<StageDraft>({
    stage: 'pilot',
    changedOn: todayIso(),
    ground: '',
    decidedBy: '',
  });
  const save = useFormWrite(
    async (): Promise<{ id: string; code: string }> => {
      const values = {
        name,
        municipality: code,
        hyteGroup,
        description,
        chairOrganisationId: chairOrganisation?.id ?? null,
        chairPersonId: chairPerson?.id ?? null,
        chairRole,
        contactPersonId: contact?.id ?? null,
        organisationIds: members.map(({ id }) => id),
        themeIds: themes.map(({ id }) => id),
      };
      if (forum === null)
        return await api.forums.create.mutate({
          boardId: board.id,
          values,
          first: { ...first, changedOn: first.changedOn ?? '' },
        });
      await api.forums.update.mutate({ id: forum.id, version: forum.version, values });
      return forum;
    },
    {
      done: (saved) => (forum ? t('forums.saved') : t('forums.created', { code: saved.code })),
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t(forum ? 'forums.edit' : 'forums.new')}
      width="wide"
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('forums.name')}
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
          label={t('forums.municipality')}
          width="s"
          value={code}
          onChange={setCode}
          options={places.map((place) => ({ id: place.code, label: inLanguage(place.name, language) }))}
          error={fieldError(refusal, 'municipality')}
        />
        <TextField
          label={t('forums.hyteGroup')}
          description={t('forums.hyteGroupHint')}
          isRequired
          value={hyteGroup}
          onChange={setHyteGroup}
          error={fieldError(refusal, 'hyteGroup')}
        />
      </FormRow>
      <TextArea
        label={t('forums.description')}
        rows={3}
        value={description}
        onChange={setDescription}
        error={fieldError(refusal, 'description')}
      />
      <FormRow>
        <ComboBox
          label={t('forums.chairOrganisation')}
          value={chairOrganisation}
          onChange={setChairOrganisation}
          load={organisationChoices}
          error={fieldError(refusal, 'chairOrganisationId')}
        />
        <ComboBox
          label={t('forums.chairPerson')}
          value={chairPerson}
          onChange={setChairPerson}
          load={personChoices}
        />
      </FormRow>
      <FormRow>
        <TextField
          label={t('forums.chairRole')}
          description={t('forums.chairRoleHint')}
          value={chairRole}
          onChange={setChairRole}
          error={fieldError(refusal, 'chairRole')}
        />
        <ComboBox
          label={t('forums.contactPerson')}
          value={contact}
          onChange={setContact}
          load={personChoices}
        />
      </FormRow>
      <ManyChoice
        label={t('forums.organisations')}
        addLabel={t('forums.addOrganisation')}
        removeLabel={(label) => t('volunteering.removeEntry', { name: label })}
        chosen={members}
        onChange={setMembers}
        load={organisationChoices}
        error={fieldError(refusal, 'organisationIds')}
      />
      <ManyChoice
        label={t('forums.themes')}
        addLabel={t('forums.addTheme')}
        removeLabel={(label) => t('volunteering.removeEntry', { name: label })}
        chosen={themes}
        onChange={setThemes}
        load={async (text) =>
          (await api.themes.list.query({ boardId: board.id }))
            .filter((theme) => theme.name.toLocaleLowerCase('fi').includes(text.toLocaleLowerCase('fi')))
            .map((theme) => ({ id: theme.id, label: theme.name }))
        }
      />
      {forum === null && (
        <FormSection isDense title={t('forums.first')}>
          <StageFields draft={first} onChange={setFirst} refusal={refusal} stages={['pilot', 'permanent']} />
        </FormSection>
      )}
    </PartDialog>
  );
}
