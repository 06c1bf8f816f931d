import { useState } from 'react';
import * as v from 'valibot';
import { formatRegisterNumber } from '../../../db/model/identifiers.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { organisationInputSchema, type OrganisationInput } from '../../../db/model/organisation.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormRow } from '../../ui/Form.tsx';
import { MergeFields, useMerge } from '../../ui/MergeFields.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { showToast } from '../../ui/toasts.ts';
import { today, usePrhOptions } from './lists.ts';
import { undoBatch } from './undo-batch.ts';
import { inputOf, useOrganisation, type Organisation } from './use-organisation.ts';

/** Two organisations that are one: which stays, and which value of each field (yhdistäminen). */
export function MergeDialog({
  ids,
  onClose,
  onMerged,
}: {
  ids: readonly [string, string];
  onClose: () => void;
  onMerged: () => void;
}) {
  const t = useText();
  const one = useOrganisation(ids[0]);
  const other = useOrganisation(ids[1]);
  const error = one.error ?? other.error;
  if (!one.data || !other.data)
    return (
      <Dialog isOpen title={t('tables.mergeTitle')} onClose={onClose}>
        {error && <Banner tone="danger">{error.message}</Banner>}
      </Dialog>
    );
  return <Merge pair={[one.data, other.data]} onClose={onClose} onMerged={onMerged} />;
}

type Key = keyof OrganisationInput;

function Merge({
  pair,
  onClose,
  onMerged,
}: {
  pair: readonly [Organisation, Organisation];
  onClose: () => void;
  onMerged: () => void;
}) {
  const t = useText();
  const textOf = useTextOf();
  const inputs = [inputOf(pair[0]), inputOf(pair[1])] as const;
  const choice = useMerge<Key>();
  const [what, setWhat] = useState<'twice' | 'merged'>('twice');
  const [mergedOn, setMergedOn] = useState<string | null>(today());
  const fields = (Object.keys(inputs[0]) as Key[])
    .filter((key) => JSON.stringify(inputs[0][key]) !== JSON.stringify(inputs[1][key]))
    .map((key) => ({
      key,
      label: t(`imports.field.${fieldOf(key)}`),
      texts: [textOf(pair[0], key), textOf(pair[1], key)] as const,
    }));
  const [kept, gone] = choice.keep === '0' ? pair : [pair[1], pair[0]];
  const merge = useMutationWithFeedback(
    () => {
      const values = { ...inputs[Number(choice.keep) as 0 | 1] } as Record<string, unknown>;
      for (const field of fields)
        values[field.key] = inputs[Number(choice.sideOf(field)) as 0 | 1][field.key];
      return api.organisationTables.merge.mutate({
        keepId: kept.id,
        keepVersion: kept.version,
        otherId: gone.id,
        otherVersion: gone.version,
        values: v.parse(organisationInputSchema, values),
        mergedOn: what === 'merged' ? mergedOn : null,
      });
    },
    {
      onSuccess: ({ batchId, counts }) => {
        showToast({
          kind: 'done',
          message: t(
            what === 'merged' ? 'tables.mergedInto' : counts.kept > 0 ? 'tables.mergedKept' : 'tables.merged',
            { name: kept.nameFi, other: gone.nameFi },
          ),
          ...(batchId === null
            ? {}
            : { action: { label: t('common.undo'), run: () => void undoBatch(batchId) } }),
        });
        onMerged();
        onClose();
      },
    },
  );
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('tables.mergeTitle')}
      lead={t('tables.mergeLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={what === 'merged' && mergedOn === null}
            isPending={merge.isPending}
            onPress={() => merge.mutate(undefined)}
          >
            {t('tables.mergeDo')}
          </Button>
        </>
      }
    >
      <MergeFields
        merge={choice}
        names={[pair[0].nameFi, pair[1].nameFi]}
        details={[detailOf(pair[0]), detailOf(pair[1])]}
        fields={fields}
        words={{
          keep: t('tables.mergeKeep'),
          value: (field) => t('tables.mergeValue', { field }),
          same: t('tables.mergeSame'),
        }}
      />
      <RadioGroup<'twice' | 'merged'>
        label={t('tables.mergeOther', { name: gone.nameFi })}
        value={what}
        onChange={setWhat}
        options={[
          { id: 'twice', label: t('tables.mergeTwice'), detail: t('tables.mergeTwiceHint') },
          { id: 'merged', label: t('tables.mergeInto'), detail: t('tables.mergeIntoHint') },
        ]}
      />
      {what === 'merged' && (
        <FormRow>
          <DateField label={t('tables.mergedOn')} value={mergedOn} onChange={setMergedOn} isRequired />
        </FormRow>
      )}
    </Dialog>
  );
}

const detailOf = (one: Organisation): string =>
  [one.businessId, one.registerNumber === null ? null : formatRegisterNumber(one.registerNumber)]
    .filter((part) => part !== null)
    .join(', ');

function fieldOf(key: Key) {
  if (key === 'fieldId') return 'field';
  return key === 'municipalityCode' ? 'municipality' : key;
}

/** A value of an organisation in words. */
function useTextOf(): (one: Organisation, key: Key) => string {
  const t = useText();
  const language = useLanguage();
  const prhClasses = usePrhOptions();
  return (one, key) => {
    switch (key) {
      case 'fieldId':
        return one.field ? inLanguage(one.field, language) : '';
      case 'municipalityCode':
        return one.municipality ? inLanguage(one.municipality, language) : '';
      case 'legalForm':
        return t(`organisations.legalForm.${one.legalForm}`);
      case 'state':
        return t(`organisations.state.${one.state}`);
      case 'prhClass':
        return prhClasses.find(({ id }) => id === String(one.prhClass))?.label ?? '';
      case 'registerNumber':
        return one.registerNumber === null ? '' : formatRegisterNumber(one.registerNumber);
      case 'languages':
        return one.languages.join(', ');
      case 'businessId':
      case 'checkedOn':
      case 'contactRole':
      case 'email':
      case 'nameEn':
      case 'nameFi':
      case 'nameSv':
      case 'notes':
      case 'phone':
      case 'postOffice':
      case 'postalCode':
      case 'streetAddress':
      case 'web':
        return one[key] ?? '';
    }
  };
}
