import { useState } from 'react';
import { isLargeChange } from '../../../db/model/organisation-import.ts';
import { ORGANISATION_STATES, type OrganisationState } from '../../../db/model/organisation.ts';
import { toClientError } from '../../api/client-error.ts';
import { api, type Inputs, type Outputs } from '../../api/client.ts';
import { follow } from '../../api/follow.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { Cancelled } from '../../api/send-file.ts';
import { useFieldOptions, useMunicipalities } from '../../api/register-lists.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { today, usePrhOptions } from './lists.ts';
import { undoBatch } from './undo-batch.ts';

type Change = Inputs['organisationTables']['change']['change'];
type Done = NonNullable<
  (Outputs['organisationTables']['change'] extends AsyncIterable<infer One> ? One : never)['result']
>;

const WHAT = ['state', 'checkedOn', 'field', 'municipality', 'prhClass', 'languages'] as const;
type What = (typeof WHAT)[number];

/** One value for all the selected organisations (joukkomuutos), with undo. */
export function BulkDialog({ ids, onClose }: { ids: ReadonlySet<string>; onClose: () => void }) {
  const t = useText();
  const fields = useFieldOptions();
  const prhClasses = usePrhOptions();
  const municipalities = useMunicipalities();
  const [what, setWhat] = useState<What>('state');
  const [state, setState] = useState<OrganisationState>('active');
  const [day, setDay] = useState<string | null>(today());
  const [fieldId, setFieldId] = useState<string | null>(null);
  const [prhClass, setPrhClass] = useState<string | null>(null);
  const [municipality, setMunicipality] = useState<string | null>(null);
  const [languages, setLanguages] = useState('fi');
  const [typed, setTyped] = useState('');
  const [work, setWork] = useState<{ done: number; cancel: () => void } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { data: all } = useTopicQuery(['organisations'], ['organisations.total'], () =>
    api.organisations.list.query({ limit: 1 }),
  );
  const isLarge = ids.size > 1 && isLargeChange(ids.size, all?.total ?? 0);

  const change: Record<What, Change | null> = {
    state: { state },
    checkedOn: day === null ? null : { checkedOn: day },
    field: fieldId === null ? null : { fieldId },
    municipality: municipality === null ? null : { municipalityCode: municipality },
    prhClass: prhClass === null ? null : { prhClass: Number(prhClass) },
    languages: {
      languages: languages
        .split(/[\s,;]+/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    },
  };
  const chosen = change[what];

  const apply = async (): Promise<void> => {
    if (chosen === null) return;
    const giveUp = new AbortController();
    setError(null);
    setWork({ done: 0, cancel: () => giveUp.abort() });
    try {
      const done = await follow<Done>(
        (observer) =>
          api.organisationTables.change.subscribe(
            { ids: [...ids], change: chosen, title: t(`imports.field.${what}`), confirmation: typed },
            observer,
          ),
        {
          signal: giveUp.signal,
          onProgress: (count, total) => setWork((now) => (now ? { ...now, done: count / total } : now)),
        },
      );
      const { batchId } = done;
      showToast({
        kind: 'done',
        message:
          batchId === null ? t('tables.bulkNothing') : t('tables.bulkDone', { count: done.counts.changed }),
        ...(batchId === null
          ? {}
          : { action: { label: t('common.undo'), run: () => void undoBatch(batchId) } }),
      });
      onClose();
    } catch (thrown) {
      if (!(thrown instanceof Cancelled)) setError(toClientError(thrown).message);
    } finally {
      setWork(null);
    }
  };

  return (
    <Dialog
      isOpen
      title={t('tables.bulkTitle')}
      lead={t('tables.bulkLead', { count: ids.size })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={
              chosen === null || work !== null || (isLarge && typed.replace(/\s/g, '') !== String(ids.size))
            }
            onPress={() => void apply()}
          >
            {t('tables.bulkApply')}
          </Button>
        </>
      }
    >
      {error !== null && (
        <Banner tone="danger" isAlert>
          {error}
        </Banner>
      )}
      <Select<What>
        label={t('tables.bulkWhat')}
        value={what}
        onChange={setWhat}
        options={WHAT.map((id) => ({ id, label: t(`imports.field.${id}`) }))}
      />
      {what === 'state' && (
        <Select<OrganisationState>
          label={t('tables.bulkValue')}
          value={state}
          onChange={setState}
          options={ORGANISATION_STATES.map((id) => ({ id, label: t(`organisations.state.${id}`) }))}
        />
      )}
      {what === 'checkedOn' && <DateField label={t('tables.bulkValue')} value={day} onChange={setDay} />}
      {what === 'field' && (
        <Select label={t('tables.bulkValue')} value={fieldId} onChange={setFieldId} options={fields} />
      )}
      {what === 'prhClass' && (
        <Select label={t('tables.bulkValue')} value={prhClass} onChange={setPrhClass} options={prhClasses} />
      )}
      {what === 'municipality' && (
        <ComboBox
          label={t('tables.bulkValue')}
          value={municipalities.byCode(municipality)}
          onChange={(option) => setMunicipality(option?.id ?? null)}
          load={municipalities.find}
        />
      )}
      {what === 'languages' && (
        <TextField
          label={t('tables.bulkValue')}
          description={t('tables.bulkLanguagesHint')}
          value={languages}
          onChange={setLanguages}
        />
      )}
      {isLarge && (
        <TextField label={t('tables.bulkLarge', { count: ids.size })} value={typed} onChange={setTyped} />
      )}
      {work !== null && (
        <ProgressBar label={t('tables.bulkRunning')} value={work.done} onCancel={work.cancel} />
      )}
    </Dialog>
  );
}
