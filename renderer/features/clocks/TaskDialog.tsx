import { useState } from 'react';
import {
  CLOCK_WORDS,
  segmentName,
  type ClockTaskView,
  type ClockView,
} from '../../../db/model/clock-view.ts';
import { CLOCK_STEPS, monthAt, yearCount, type ClockTaskInput } from '../../../db/model/clock.ts';
import { api } from '../../api/client.ts';
import { personChoices } from '../../api/choices.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormWide } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { valuesOf } from './use-clock.ts';

const NONE = 'none';

/** A task of the segment, as it begins. */
function newTask(clock: ClockView, segment: number): ClockTaskInput {
  const isYear = clock.kind === 'year';
  const month = isYear ? monthAt(clock, segment) : null;
  return { termYear: isYear ? 1 : segment + 1, fromMonth: month, toMonth: month, title: '', repeats: isYear };
}

/** What is done when, by whom, and whether it is certain. */
export function TaskDialog({
  clock,
  task,
  segment,
  onClose,
}: {
  clock: ClockView;
  /** Null for a new one in the segment. */
  task: ClockTaskView | null;
  segment: number;
  onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const [values, setValues] = useState<ClockTaskInput>(() =>
    task === null ? newTask(clock, segment) : valuesOf(task),
  );
  const [person, setPerson] = useState<Option | null>(() =>
    task?.responsiblePerson ? { id: task.responsiblePerson.id, label: task.responsiblePerson.name } : null,
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const set = (more: Partial<ClockTaskInput>): void => setValues((before) => ({ ...before, ...more }));
  const save = useMutationWithFeedback(
    async () => {
      const input = { ...values, responsiblePersonId: person?.id ?? null };
      if (task === null) await api.clocks.addTask.mutate({ clockId: clock.id, values: input });
      else await api.clocks.updateTask.mutate({ id: task.id, version: task.version, values: input });
    },
    {
      done: t('clocks.taskSaved'),
      onSuccess: onClose,
      onError: ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    },
  );
  const months = [
    ...(clock.kind === 'term' ? [{ id: NONE, label: t('clocks.anyMonth') }] : []),
    ...Array.from({ length: 12 }, (_, offset) => {
      const month = monthAt(clock, offset);
      return { id: String(month), label: CLOCK_WORDS[language].long[month - 1] ?? '' };
    }),
  ];
  const monthOf = (id: string): number | null => (id === NONE ? null : Number(id));
  return (
    <Dialog
      isOpen
      width="wide"
      title={t(task === null ? 'clocks.taskNew' : 'clocks.taskEdit')}
      lead={clock.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="clock-task" variant="primary" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="clock-task" onSubmit={() => save.mutate(undefined)}>
        <FormGrid>
          <FormWide>
            <TextField
              label={t('clocks.taskTitle')}
              value={values.title}
              onChange={(title) => set({ title })}
              error={errors['values.title']}
              isRequired
              {...{ autoFocus: true }}
            />
          </FormWide>
          {clock.kind === 'term' && (
            <FormWide>
              <Select
                label={t('clocks.termYear')}
                width="m"
                value={String(values.termYear)}
                onChange={(id) => set({ termYear: Number(id) })}
                error={errors['values.termYear']}
                options={Array.from({ length: yearCount(clock) }, (_, index) => ({
                  id: String(index + 1),
                  label: segmentName(clock, index, language),
                }))}
              />
            </FormWide>
          )}
          <Select
            label={t('clocks.fromMonth')}
            value={values.fromMonth == null ? NONE : String(values.fromMonth)}
            // A task of one month stays one of one month.
            onChange={(id) =>
              set({
                fromMonth: monthOf(id),
                ...(values.toMonth === values.fromMonth || id === NONE ? { toMonth: monthOf(id) } : {}),
              })
            }
            error={errors['values.fromMonth']}
            options={months}
          />
          <Select
            label={t('clocks.toMonth')}
            value={values.toMonth == null ? NONE : String(values.toMonth)}
            onChange={(id) =>
              set({
                toMonth: monthOf(id),
                ...(values.fromMonth == null || id === NONE ? { fromMonth: monthOf(id) } : {}),
              })
            }
            error={errors['values.toMonth']}
            options={months}
          />
          <NumberField
            label={t('clocks.day')}
            description={t('clocks.dayHelp')}
            value={values.day ?? null}
            onChange={(day) => set({ day })}
            error={errors['values.day']}
          />
          <Select
            label={t('clocks.step')}
            description={t('clocks.stepHelp')}
            value={values.step ?? NONE}
            onChange={(id) => set({ step: CLOCK_STEPS.find((one) => one === id) ?? null })}
            options={[
              { id: NONE, label: t('clocks.noStep') },
              ...CLOCK_STEPS.map((id) => ({ id, label: t(`clocks.step.${id}`) })),
            ]}
          />
          <TextField
            label={t('clocks.responsible')}
            description={t('clocks.responsibleHelp')}
            value={values.responsible ?? ''}
            onChange={(responsible) => set({ responsible })}
            error={errors['values.responsible']}
          />
          <ComboBox label={t('clocks.person')} value={person} onChange={setPerson} load={personChoices} />
          <Checkbox
            isSelected={values.repeats ?? false}
            onChange={(repeats) => set({ repeats })}
            detail={clock.kind === 'year' ? t('clocks.repeatsHelp') : undefined}
          >
            {t('clocks.repeats')}
          </Checkbox>
          <Checkbox isSelected={values.isUncertain ?? false} onChange={(isUncertain) => set({ isUncertain })}>
            {t('clocks.uncertain')}
          </Checkbox>
          <FormWide>
            <TextArea
              label={t('clocks.text')}
              rows={2}
              value={values.text ?? ''}
              onChange={(text) => set({ text })}
              error={errors['values.text']}
            />
          </FormWide>
          <FormWide>
            <TextField
              label={t('clocks.source')}
              value={values.source ?? ''}
              onChange={(source) => set({ source })}
              error={errors['values.source']}
            />
          </FormWide>
        </FormGrid>
      </Form>
    </Dialog>
  );
}
