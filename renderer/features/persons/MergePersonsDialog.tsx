import { useState } from 'react';
import { personInputSchema, type PersonInput } from '../../../db/model/person.ts';
import * as v from 'valibot';
import { takeBatchBack } from '../../api/batches.ts';
import { personChoices } from '../../api/choices.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { MergeFields, useMerge } from '../../ui/MergeFields.tsx';
import { navigate } from '../../ui/navigation.ts';

type Person = Outputs['persons']['get'];
type Key = keyof PersonInput;
const KEYS = ['name', 'shortName', 'email', 'phone', 'language', 'notes'] as const satisfies readonly Key[];

/** Two entries of one person: the other is looked for, then it is chosen which stays and which value of each field. */
export function MergePersonsDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useText();
  const [found, setFound] = useState<Option | null>(null);
  const choice = useMerge<Key>();
  const { data: other } = useTopicQuery(
    ['persons'],
    ['persons.get', found?.id],
    () => api.persons.get.query({ id: found?.id ?? '' }),
    { enabled: found !== null },
  );
  const pair = other ? ([person, other] as const) : null;
  const textOf = (one: Person, key: Key): string =>
    key === 'language' ? t(`common.language.${one.language}`) : (one[key] ?? '');
  const fields =
    pair === null
      ? []
      : KEYS.filter((key) => pair[0][key] !== pair[1][key]).map((key) => ({
          key,
          label: t(`persons.field.${key}`),
          texts: [textOf(pair[0], key), textOf(pair[1], key)] as const,
        }));
  const merge = useMutationWithFeedback(
    ([kept, gone]: readonly [Person, Person]) =>
      api.persons.merge.mutate({
        keepId: kept.id,
        keepVersion: kept.version,
        otherId: gone.id,
        otherVersion: gone.version,
        values: v.parse(personInputSchema, {
          ...kept,
          ...Object.fromEntries(
            fields.map((field) => [field.key, (choice.sideOf(field) === '0' ? person : other)?.[field.key]]),
          ),
        }),
      }),
    {
      done: ({ counts }, [kept]) =>
        t(counts.kept > 0 ? 'persons.mergedKept' : 'persons.merged', { name: kept.name }),
      undo: ({ batchId }) => (batchId === null ? Promise.resolve() : takeBatchBack(batchId)),
      onSuccess: (_, [kept]) => {
        onClose();
        if (kept.id !== person.id) navigate({ name: 'person', id: kept.id });
      },
    },
  );
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('persons.mergeTitle')}
      lead={t('persons.mergeLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={pair === null}
            isPending={merge.isPending}
            onPress={() => pair && merge.mutate(choice.keep === '0' ? pair : [pair[1], pair[0]])}
          >
            {t('persons.mergeDo')}
          </Button>
        </>
      }
    >
      <ComboBox
        label={t('persons.mergeOther')}
        description={t('persons.mergeOtherHint')}
        value={found}
        onChange={setFound}
        load={async (text) => (await personChoices(text)).filter(({ id }) => id !== person.id)}
        isRequired
      />
      {pair !== null && (
        <MergeFields
          merge={choice}
          names={[pair[0].name, pair[1].name]}
          details={[detailOf(pair[0]), detailOf(pair[1])]}
          fields={fields}
          words={{
            keep: t('persons.mergeKeep'),
            value: (field) => t('persons.mergeValue', { field }),
            same: t('persons.mergeSame'),
          }}
        />
      )}
    </Dialog>
  );
}

const detailOf = (one: Person): string =>
  [one.seats[0]?.organisation?.fi ?? one.positions[0]?.organisation.fi, one.email, one.phone]
    .filter(Boolean)
    .join(', ');
