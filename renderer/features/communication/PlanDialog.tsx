import { useId, useState } from 'react';
import { REACHES } from '../../../db/model/communication-plan.ts';
import { DELIVERED_KINDS } from '../../../db/model/delivery.ts';
import { planChannelWords } from '../../../db/model/print-communication-plan.ts';
import { useOpenBoard } from '../../api/board.ts';
import { personChoices } from '../../api/choices.ts';
import { api, type Inputs } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormWide } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import type { PlanEntry } from './PlanPart.tsx';

type Values = Inputs['communication']['save']['values'];
const NONE = 'none';

const valuesOf = (entry: PlanEntry): Values => ({
  title: entry.title,
  audience: entry.audience,
  reach: entry.reach,
  channel: entry.channel,
  plannedOn: entry.plannedOn,
  responsible: entry.responsible,
  responsiblePersonId: entry.responsiblePersonId,
  message: entry.message,
  bulletinId: entry.bulletinId,
  meetingId: entry.meetingId,
  deliveredKind: entry.deliveredKind,
  actionId: entry.actionId,
});

/** A row of the communication plan. */
export function PlanDialog({ entry, onClose }: { entry: PlanEntry | null; onClose: () => void }) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const formId = useId();
  const [values, setValues] = useState<Values>(() =>
    entry === null
      ? { title: '', audience: '', reach: 'external', channel: 'email', plannedOn: todayIso() }
      : valuesOf(entry),
  );
  const [person, setPerson] = useState<Option | null>(() =>
    entry?.responsiblePerson ? { id: entry.responsiblePerson.id, label: entry.responsiblePerson.name } : null,
  );
  const { data: links } = useTopicQuery(
    ['bulletins', 'meetings', 'actions'],
    ['communication.links', board.id],
    () => api.communication.links.query({ boardId: board.id }),
  );
  const set = (change: Partial<Values>): void => setValues((now) => ({ ...now, ...change }));
  const errorOf = (field: string): string | undefined => refusal?.fields?.[`values.${field}`];
  const save = useFormWrite(
    () =>
      api.communication.save.mutate({
        id: entry?.id ?? null,
        boardId: board.id,
        version: entry?.version ?? 0,
        values: { ...values, responsiblePersonId: person?.id ?? null },
      }),
    {
      done: t('communication.saved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  const choice = (
    label: string,
    value: string | null | undefined,
    options: readonly { id: string; name: string }[],
    onChange: (id: string | null) => void,
    error?: string,
  ) => (
    <Select
      label={label}
      value={value ?? NONE}
      onChange={(id) => onChange(id === NONE ? null : id)}
      error={error}
      options={[
        { id: NONE, label: t('communication.noLink') },
        ...options.map(({ id, name }) => ({ id, label: name })),
      ]}
    />
  );
  return (
    <Dialog
      isOpen
      width="wide"
      title={t(entry ? 'communication.edit' : 'communication.new')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {entry ? t('common.save') : t('common.create')}
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
        <FormGrid>
          <FormWide>
            <TextField
              label={t('communication.title')}
              isRequired
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
              autoFocus
              maxLength={300}
              value={values.title}
              onChange={(title) => set({ title })}
              error={errorOf('title')}
            />
          </FormWide>
          <TextField
            label={t('communication.audience')}
            isRequired
            maxLength={300}
            value={values.audience}
            onChange={(audience) => set({ audience })}
            error={errorOf('audience')}
          />
          <Select
            label={t('communication.reach')}
            value={values.reach}
            onChange={(reach) => set({ reach })}
            options={REACHES.map((id) => ({ id, label: t(`communication.reach.${id}`) }))}
          />
          <Select
            label={t('communication.channel')}
            value={values.channel}
            onChange={(channel) => set({ channel })}
            options={planChannelWords(language)}
          />
          <DateField
            label={t('communication.plannedOn')}
            isRequired
            value={values.plannedOn}
            onChange={(plannedOn) => set({ plannedOn: plannedOn ?? '' })}
            error={errorOf('plannedOn')}
          />
          <TextField
            label={t('communication.responsible')}
            maxLength={300}
            value={values.responsible ?? ''}
            onChange={(responsible) => set({ responsible })}
          />
          <ComboBox
            label={t('communication.responsiblePerson')}
            value={person}
            onChange={setPerson}
            load={personChoices}
          />
          <FormWide>
            <TextArea
              label={t('communication.message')}
              rows={2}
              maxLength={5_000}
              value={values.message ?? ''}
              onChange={(message) => set({ message })}
            />
          </FormWide>
          {choice(t('communication.bulletin'), values.bulletinId, links?.bulletins ?? [], (bulletinId) =>
            set({ bulletinId }),
          )}
          {choice(t('communication.action'), values.actionId, links?.actions ?? [], (actionId) =>
            set({ actionId }),
          )}
          {choice(
            t('communication.meeting'),
            values.meetingId,
            links?.meetings ?? [],
            (meetingId) => set({ meetingId }),
            errorOf('meetingId'),
          )}
          <Select
            label={t('communication.deliveredKind')}
            description={t('communication.deliveredKindNote')}
            value={values.deliveredKind ?? NONE}
            onChange={(kind) => set({ deliveredKind: kind === NONE ? null : kind })}
            options={[
              { id: NONE, label: t('communication.kind.none') },
              ...DELIVERED_KINDS.map((id) => ({ id, label: t(`communication.kind.${id}`) })),
            ]}
          />
        </FormGrid>
      </Form>
    </Dialog>
  );
}
