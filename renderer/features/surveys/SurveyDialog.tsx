import { useId, useState } from 'react';
import { QUESTION_KINDS, type QuestionKind } from '../../../db/model/survey.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import type { Survey } from './SurveyScreen.tsx';
import styles from './Surveys.module.css';

const cx = classes(styles);
interface Draft {
  text: string;
  kind: QuestionKind;
  options: string;
}
const EMPTY: Draft = { text: '', kind: 'scale', options: '1\n2\n3\n4\n5' };

/** A survey and its questions; these are fixed once answers have been counted by them. */
export function SurveyDialog({
  survey,
  onClose,
  onSaved,
}: {
  survey: Survey | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useText();
  const board = useOpenBoard();
  const formId = useId();
  const [name, setName] = useState(survey?.name ?? '');
  const [description, setDescription] = useState(survey?.description ?? '');
  const [questions, setQuestions] = useState<readonly Draft[]>(
    survey === null
      ? [EMPTY]
      : survey.questions.map(({ text, kind, options }) => ({ text, kind, options: options.join('\n') })),
  );
  const isFixed = (survey?.rounds.length ?? 0) > 0;
  const set = (at: number, change: Partial<Draft>): void =>
    setQuestions((now) => now.map((one, index) => (index === at ? { ...one, ...change } : one)));
  const save = useFormWrite(
    () =>
      api.surveys.save.mutate({
        id: survey?.id ?? null,
        boardId: board.id,
        version: survey?.version ?? 0,
        values: {
          name,
          description,
          questions: questions.map(({ text, kind, options }) => ({
            text,
            kind,
            options:
              kind === 'number'
                ? []
                : options
                    .split('\n')
                    .map((one) => one.trim())
                    .filter((one) => one !== ''),
          })),
        },
      }),
    {
      done: t('surveys.saved'),
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
    },
  );
  const { refusal } = save;
  const errorOf = (path: string): string | undefined => refusal?.fields?.[`values.${path}`];
  return (
    <Dialog
      isOpen
      width="wide"
      title={t(survey ? 'surveys.edit' : 'surveys.new')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {survey ? t('common.save') : t('common.create')}
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
          label={t('surveys.name')}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          maxLength={300}
          value={name}
          onChange={setName}
          error={errorOf('name')}
        />
        <TextArea
          label={t('surveys.description')}
          rows={2}
          maxLength={5_000}
          value={description}
          onChange={setDescription}
        />
        {isFixed && <Banner>{t('surveys.fixed')}</Banner>}
        {!isFixed &&
          questions.map((question, index) => (
            <fieldset key={String(index)} className={cx('question')}>
              <legend>{t('surveys.question', { number: index + 1 })}</legend>
              <TextField
                label={t('surveys.questionText')}
                isRequired
                maxLength={500}
                value={question.text}
                onChange={(text) => set(index, { text })}
                error={errorOf(`questions.${index}.text`)}
              />
              <Select
                label={t('surveys.kind')}
                width="m"
                value={question.kind}
                onChange={(kind) => set(index, { kind })}
                options={QUESTION_KINDS.map((id) => ({ id, label: t(`surveys.kind.${id}`) }))}
              />
              {question.kind !== 'number' && (
                <TextArea
                  label={t(question.kind === 'open' ? 'surveys.optionsOpen' : 'surveys.options')}
                  rows={4}
                  value={question.options}
                  onChange={(options) => set(index, { options })}
                  error={errorOf(`questions.${index}.options`)}
                />
              )}
              {questions.length > 1 && (
                <div>
                  <Button
                    size="s"
                    icon="trash"
                    onPress={() => setQuestions((now) => now.filter((_, at) => at !== index))}
                  >
                    {t('surveys.removeQuestion', { number: index + 1 })}
                  </Button>
                </div>
              )}
            </fieldset>
          ))}
        {!isFixed && (
          <div>
            <Button size="s" icon="plus" onPress={() => setQuestions((now) => [...now, EMPTY])}>
              {t('surveys.addQuestion')}
            </Button>
          </div>
        )}
      </Form>
    </Dialog>
  );
}
