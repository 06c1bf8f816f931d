import { useId, useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { organisationChoices, personChoices } from '../../api/choices.ts';
import { api, type Inputs, type Outputs } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormRow } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

type Theme = Outputs['themes']['get'];
type Values = Inputs['themes']['save']['values'];

/** A theme area: its name, who is responsible, its goals. */
export function ThemeDialog({
  theme,
  onClose,
  onSaved,
}: {
  /** Null makes a new one. */
  theme: Theme | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const formId = useId();
  const [values, setValues] = useState<Values>(() =>
    theme
      ? {
          name: theme.name,
          summary: theme.summary,
          startsOn: theme.startsOn,
          endsOn: theme.endsOn,
        }
      : { name: '' },
  );
  const [goals, setGoals] = useState(theme?.goals.join('\n') ?? '');
  const [organisation, setOrganisation] = useState<Option | null>(
    theme?.ownerOrganisation && theme.ownerOrganisationId !== null
      ? { id: theme.ownerOrganisationId, label: inLanguage(theme.ownerOrganisation, language) }
      : null,
  );
  const [person, setPerson] = useState<Option | null>(
    theme && theme.ownerPersonId !== null
      ? { id: theme.ownerPersonId, label: theme.ownerPerson ?? '' }
      : null,
  );
  const errorOf = (name: string): string | undefined =>
    Object.entries(refusal?.fields ?? {}).find(([path]) => path.endsWith(name))?.[1];
  const change = (part: Partial<Values>): void => setValues((now) => ({ ...now, ...part }));
  const save = useFormWrite(
    () =>
      api.themes.save.mutate({
        id: theme?.id ?? null,
        boardId: board.id,
        version: theme?.version ?? 0,
        values: {
          ...values,
          goals: goals
            .split('\n')
            .map((goal) => goal.trim())
            .filter((goal) => goal !== ''),
          ownerOrganisationId: organisation?.id ?? null,
          ownerPersonId: person?.id ?? null,
        },
      }),
    {
      done: t(theme ? 'themes.saved' : 'themes.created'),
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
    },
  );
  const { refusal } = save;
  return (
    <Dialog
      isOpen
      width="wide"
      title={t(theme ? 'themes.edit' : 'themes.new')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {theme ? t('common.save') : t('common.create')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={() => save.mutate(undefined)}>
        {refusal && (
          <Banner tone="danger" isAlert>
            {refusal.message}
          </Banner>
        )}
        <TextField
          label={t('themes.name')}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          maxLength={300}
          value={values.name}
          onChange={(name) => change({ name })}
          error={errorOf('name')}
        />
        <TextArea
          label={t('themes.summary')}
          rows={3}
          value={values.summary ?? ''}
          onChange={(summary) => change({ summary })}
        />
        <TextArea
          label={t('themes.goals')}
          description={t('themes.goalsHint')}
          rows={3}
          value={goals}
          onChange={setGoals}
        />
        <FormGrid>
          <ComboBox
            label={t('themes.ownerOrganisation')}
            value={organisation}
            onChange={setOrganisation}
            load={organisationChoices}
            error={errorOf('ownerOrganisationId')}
          />
          <ComboBox
            label={t('themes.ownerPerson')}
            value={person}
            onChange={setPerson}
            load={personChoices}
          />
        </FormGrid>
        <FormRow>
          <DateField
            label={t('themes.startsOn')}
            width="s"
            value={values.startsOn ?? null}
            onChange={(startsOn) => change({ startsOn })}
          />
          <DateField
            label={t('themes.endsOn')}
            width="s"
            value={values.endsOn ?? null}
            onChange={(endsOn) => change({ endsOn })}
            error={errorOf('endsOn')}
          />
        </FormRow>
      </Form>
    </Dialog>
  );
}
