import { useId, useState } from 'react';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Question, Survey } from './SurveyScreen.tsx';

const MEAN = 'mean';

/** A result becomes a measurement of an indicator. */
export function MeasureDialog({
  survey,
  question,
  onClose,
}: {
  survey: Survey;
  question: Question;
  onClose: () => void;
}) {
  const t = useText();
  const board = useOpenBoard();
  const formId = useId();
  const { data: indicators } = useTopicQuery(['indicators'], ['indicators.list', board.id], () =>
    api.indicators.list.query({ boardId: board.id }),
  );
  const hasMean = question.results.some(({ mean }) => mean !== null);
  const [roundId, setRound] = useState(survey.rounds.at(-1)?.id ?? '');
  const [figure, setFigure] = useState(hasMean ? MEAN : (question.options[0] ?? ''));
  const [indicatorId, setIndicator] = useState<string | null>(null);
  const measure = useFormWrite(
    () =>
      api.surveys.measure.mutate({
        roundId,
        questionId: question.id,
        answer: figure === MEAN ? null : figure,
        indicatorId: indicatorId ?? '',
      }),
    {
      done: t('surveys.measured'),
      onSuccess: onClose,
    },
  );
  const { refusal } = measure;
  return (
    <Dialog
      isOpen
      title={t('surveys.measure')}
      lead={t('surveys.measureNote')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={measure.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={() => measure.mutate(undefined)}>
        {refusal && (
          <Banner tone="danger" isAlert>
            {refusal.message}
          </Banner>
        )}
        <Select
          label={t('surveys.indicator')}
          isRequired
          value={indicatorId}
          onChange={setIndicator}
          error={refusal?.fields?.['indicatorId']}
          options={(indicators ?? []).map(({ id, name, unit }) => ({ id, label: name, detail: unit }))}
        />
        <Select
          label={t('surveys.year')}
          value={roundId}
          onChange={setRound}
          options={survey.rounds.map(({ id, year }) => ({ id, label: String(year) }))}
        />
        <Select
          label={t('surveys.figure')}
          value={figure}
          onChange={setFigure}
          options={[
            ...(hasMean ? [{ id: MEAN, label: t('surveys.figureMean') }] : []),
            ...question.options.map((answer) => ({
              id: answer,
              label: t('surveys.figureShare', { answer }),
            })),
          ]}
        />
      </Form>
    </Dialog>
  );
}
