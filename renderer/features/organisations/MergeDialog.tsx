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
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { showToast } from '../../ui/toasts.ts';
import { usePrhOptions } from './lists.ts';
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
  const [keep, setKeep] = useState<'0' | '1'>('0');
  const [choices, setChoices] = useState<Partial<Record<Key, '0' | '1'>>>({});
  const keys = (Object.keys(inputs[0]) as Key[]).filter(
    (key) => JSON.stringify(inputs[0][key]) !== JSON.stringify(inputs[1][key]),
  );
  // Unless the user says otherwise: the value of the one that stays, or the only one there is.
  const chosen = (key: Key): '0' | '1' => {
    const said = choices[key];
    if (said !== undefined) return said;
    return textOf(pair[Number(keep) as 0 | 1], key) === '' ? (keep === '0' ? '1' : '0') : keep;
  };
  const merge = useMutationWithFeedback(
    () => {
      const values = { ...inputs[Number(keep) as 0 | 1] } as Record<string, unknown>;
      for (const key of keys) values[key] = inputs[Number(chosen(key)) as 0 | 1][key];
      const [kept, gone] = keep === '0' ? pair : [pair[1], pair[0]];
      return api.organisationTables.merge.mutate({
        keepId: kept.id,
        keepVersion: kept.version,
        otherId: gone.id,
        otherVersion: gone.version,
        values: v.parse(organisationInputSchema, values),
      });
    },
    {
      onSuccess: ({ batchId, counts }) => {
        const { nameFi: name } = pair[Number(keep) as 0 | 1];
        showToast({
          kind: 'done',
          message: t(counts.kept > 0 ? 'tables.mergedKept' : 'tables.merged', { name }),
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
          <Button variant="primary" isPending={merge.isPending} onPress={() => merge.mutate(undefined)}>
            {t('tables.mergeDo')}
          </Button>
        </>
      }
    >
      <RadioGroup<'0' | '1'>
        label={t('tables.mergeKeep')}
        value={keep}
        onChange={setKeep}
        options={[
          { id: '0', label: pair[0].nameFi },
          { id: '1', label: pair[1].nameFi },
        ]}
      />
      {keys.length === 0 && <p>{t('tables.mergeSame')}</p>}
      {keys.map((key) => (
        <RadioGroup<'0' | '1'>
          key={key}
          label={t('tables.mergeValue', { field: t(`imports.field.${fieldOf(key)}`) })}
          value={chosen(key)}
          onChange={(at) => setChoices((now) => ({ ...now, [key]: at }))}
          options={[
            { id: '0', label: textOf(pair[0], key) || '–' },
            { id: '1', label: textOf(pair[1], key) || '–' },
          ]}
        />
      ))}
    </Dialog>
  );
}

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
