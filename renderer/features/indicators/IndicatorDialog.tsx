import { useId, useState } from 'react';
import type { SubjectKind } from '../../../db/model/indicator.ts';
import { useOpenBoard } from '../../api/board.ts';
import type { Choice } from '../../api/choices.ts';
import { api, type Inputs } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormRow } from '../../ui/Form.tsx';
import { ManyChoice } from '../../ui/ManyChoice.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import type { Indicator } from './IndicatorsScreen.tsx';

type Values = Inputs['indicators']['save']['values'];
const NONE = 'none';
interface Offered {
  kind: SubjectKind;
  choice: Choice;
}

/** An indicator: what it measures, from where to where, by when, and what it tells about. */
export function IndicatorDialog({
  indicator,
  onClose,
  onSaved,
}: {
  /** Null makes a new one. */
  indicator: Indicator | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useText();
  const board = useOpenBoard();
  const formId = useId();
  const { data: graph } = useTopicQuery(
    ['themes', 'actions', 'indicators', 'meetings'],
    ['indicators.graph', board.id],
    () => api.indicators.graph.query({ boardId: board.id }),
  );
  const { data: themes } = useTopicQuery(['themes'], ['themes.list', board.id], () =>
    api.themes.list.query({ boardId: board.id }),
  );
  const [values, setValues] = useState<Values>(() => {
    if (indicator === null) return { name: '' };
    const { name, unit, description, direction, decimals, baseline, baselineOn, target, targetOn, source } =
      indicator;
    return { name, unit, description, direction, decimals, baseline, baselineOn, target, targetOn, source };
  });
  const [subjects, setSubjects] = useState<readonly Choice[]>(() =>
    (indicator?.subjects ?? []).map(({ id, name }) => ({ id, label: name })),
  );
  const [kinds] = useState(
    () => new Map<string, SubjectKind>((indicator?.subjects ?? []).map(({ id, kind }) => [id, kind])),
  );
  const change = (part: Partial<Values>): void => setValues((now) => ({ ...now, ...part }));
  const errorOf = (name: string): string | undefined =>
    Object.entries(refusal?.fields ?? {}).find(([path]) => path.endsWith(name))?.[1];
  const offered: Offered[] = [
    ...(themes ?? []).map(({ id, name }) => ({
      kind: 'theme' as const,
      choice: { id, label: name, detail: t('indicators.subject.theme') },
    })),
    ...(graph?.nodes ?? []).flatMap(({ id, kind, title, label, stage }): Offered[] => {
      if (kind === 'action')
        return [{ kind, choice: { id, label: `${label} ${title}`, detail: t('indicators.subject.action') } }];
      return kind === 'card' && stage !== null
        ? [{ kind, choice: { id, label: title, detail: t(`themes.stage.${stage}`) } }]
        : [];
    }),
  ];
  const save = useFormWrite(
    () =>
      api.indicators.save.mutate({
        id: indicator?.id ?? null,
        boardId: board.id,
        version: indicator?.version ?? 0,
        values,
        subjects: subjects.map(({ id }) => ({
          id,
          kind: kinds.get(id) ?? offered.find(({ choice }) => choice.id === id)?.kind ?? 'action',
        })),
      }),
    {
      done: t('indicators.saved'),
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
    },
  );
  const { refusal } = save;
  const decimals = values.decimals ?? 0;
  const figures = { minimumFractionDigits: 0, maximumFractionDigits: Math.max(3, decimals) };
  return (
    <Dialog
      isOpen
      width="wide"
      title={t(indicator ? 'indicators.edit' : 'indicators.new')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {indicator ? t('common.save') : t('common.create')}
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
          label={t('indicators.name')}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          maxLength={300}
          value={values.name}
          onChange={(name) => change({ name })}
          error={errorOf('name')}
        />
        <FormRow>
          <TextField
            label={t('indicators.unit')}
            width="s"
            maxLength={40}
            value={values.unit ?? ''}
            onChange={(unit) => change({ unit })}
          />
          <NumberField
            label={t('indicators.decimals')}
            minValue={0}
            maxValue={3}
            value={decimals}
            onChange={(next) => change({ decimals: next ?? 0 })}
          />
          <Select
            label={t('indicators.direction')}
            width="m"
            value={values.direction ?? NONE}
            onChange={(direction) => change({ direction: direction === NONE ? null : direction })}
            options={[
              { id: NONE, label: t('indicators.direction.none') },
              { id: 'up', label: t('indicators.direction.up') },
              { id: 'down', label: t('indicators.direction.down') },
            ]}
          />
        </FormRow>
        <FormRow>
          <NumberField
            label={t('indicators.baseline')}
            formatOptions={figures}
            value={values.baseline ?? null}
            onChange={(baseline) => change({ baseline })}
          />
          <DateField
            label={t('indicators.baselineOn')}
            width="s"
            value={values.baselineOn ?? null}
            onChange={(baselineOn) => change({ baselineOn })}
          />
        </FormRow>
        <FormRow>
          <NumberField
            label={t('indicators.target')}
            formatOptions={figures}
            value={values.target ?? null}
            onChange={(target) => change({ target })}
            error={errorOf('target')}
          />
          <DateField
            label={t('indicators.targetOn')}
            width="s"
            value={values.targetOn ?? null}
            onChange={(targetOn) => change({ targetOn })}
            error={errorOf('targetOn')}
          />
        </FormRow>
        <TextField
          label={t('indicators.source')}
          value={values.source ?? ''}
          onChange={(source) => change({ source })}
        />
        <TextArea
          label={t('indicators.description')}
          rows={2}
          value={values.description ?? ''}
          onChange={(description) => change({ description })}
        />
        <ManyChoice
          label={t('indicators.subjects')}
          addLabel={t('indicators.addSubject')}
          removeLabel={(name) => t('indicators.removeSubject', { name })}
          chosen={subjects}
          onChange={setSubjects}
          load={(text) => {
            const wanted = text.toLocaleLowerCase('fi');
            return offered
              .filter(({ choice }) => choice.label.toLocaleLowerCase('fi').includes(wanted))
              .map(({ choice }) => choice);
          }}
          {...(subjects.length === 0 ? { description: t('indicators.subjectsNone') } : {})}
        />
      </Form>
    </Dialog>
  );
}
