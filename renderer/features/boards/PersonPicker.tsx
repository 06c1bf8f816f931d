import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { FormRow } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { findPersons, type PersonOption } from './use-boards.ts';

/** Somebody of the register, or somebody who is entered on the spot. */
export type PickedPerson =
  | { kind: 'known'; person: Option | null }
  | { kind: 'new'; name: string; shortName: string; email: string };

export const NOBODY: PickedPerson = { kind: 'known', person: null };

/** Chooses a person by search; what is not found can be made a new person. */
export function PersonPicker({
  value,
  onChange,
  error,
}: {
  value: PickedPerson;
  /** `organisation`: the one that the chosen person represents. */
  onChange: (value: PickedPerson, organisation?: Option | null) => void;
  error?: string | undefined;
}) {
  const t = useText();
  const [found] = useState(() => new Map<string, PersonOption>());
  if (value.kind === 'new')
    return (
      <>
        <FormRow>
          <TextField
            label={t('boards.personNew')}
            width="m"
            value={value.name}
            onChange={(name) => onChange({ ...value, name })}
            error={error}
            isRequired
            {...{ autoFocus: true }}
          />
          <TextField
            label={t('boards.personShortName')}
            description={t('boards.personShortNameHint')}
            width="m"
            value={value.shortName}
            onChange={(shortName) => onChange({ ...value, shortName })}
          />
          <TextField
            label={t('common.email')}
            width="m"
            type="email"
            value={value.email}
            onChange={(email) => onChange({ ...value, email })}
          />
        </FormRow>
        <div>
          <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => onChange(NOBODY, null)}>
            {t('boards.personFromList')}
          </Button>
        </div>
      </>
    );
  return (
    <ComboBox
      label={t('boards.person')}
      placeholder={t('boards.personPlaceholder')}
      value={value.person}
      onChange={(person) =>
        onChange({ kind: 'known', person }, person ? (found.get(person.id)?.organisation ?? null) : null)
      }
      load={async (text) => {
        const options = await findPersons(text);
        for (const option of options) found.set(option.id, option);
        return options;
      }}
      onCreate={(name) => onChange({ kind: 'new', name, shortName: '', email: '' }, null)}
      createLabel={(name) => t('boards.personCreate', { name })}
      error={error}
      isRequired
      {...{ autoFocus: true }}
    />
  );
}

/** The id of the picked person; enters a new one into the register. Null when nobody was picked. */
export async function personIdOf(picked: PickedPerson): Promise<string | null> {
  if (picked.kind === 'known') return picked.person?.id ?? null;
  if (picked.name.trim() === '') return null;
  const { name, shortName, email } = picked;
  return (await api.persons.create.mutate({ name, shortName, email, phone: null })).id;
}
