import { useId, useState } from 'react';
import { bridge } from '../../api/bridge.ts';
import { toClientError, type ClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormRow } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Round, Survey } from './SurveyScreen.tsx';
import { FreeTexts, SurveyColumns, type FreeText } from './RoundFile.tsx';
import styles from './Surveys.module.css';

const cx = classes(styles);
type Counted = Outputs['surveys']['countFile'];
type Counts = readonly (readonly { answer: string; count: number }[])[];

/** The answers of a year as counts: counted from a table, or entered. */
export function RoundDialog({
  survey,
  round,
  onClose,
}: {
  survey: Survey;
  round: Round | null;
  onClose: () => void;
}) {
  const t = useText();
  const formId = useId();
  const place = round === null ? -1 : survey.rounds.indexOf(round);
  const [heldOn, setHeldOn] = useState<string | null>(round?.heldOn ?? todayIso());
  const [invited, setInvited] = useState<number | null>(round?.invited ?? null);
  const [respondents, setRespondents] = useState<number | null>(round?.respondents ?? null);
  const [source, setSource] = useState(round?.source ?? '');
  const [counts, setCounts] = useState<Counts>(() =>
    survey.questions.map(
      ({ options, results }) => results[place]?.answers ?? options.map((answer) => ({ answer, count: 0 })),
    ),
  );
  const [counted, setCounted] = useState<Counted | null>(null);
  const [grant, setGrant] = useState<string | null>(null);
  const [texts, setTexts] = useState<readonly (readonly FreeText[])[]>([]);
  const [isKeeping, setKeeping] = useState(false);
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const count = async (from: string, columns?: Counted['columns']): Promise<void> => {
    try {
      const found = await api.surveys.countFile.mutate({
        id: survey.id,
        grant: from,
        ...(columns ? { columns } : {}),
      });
      setCounted(found);
      setCounts(found.counts);
      setTexts(found.texts);
      setKeeping(false);
      setRespondents(found.respondents);
      setRefusal(null);
    } catch (thrown) {
      setRefusal(toClientError(thrown));
    }
  };
  const fromFile = async (): Promise<void> => {
    const file = await bridge().native.chooseOpenFile('table');
    if (file === null) return;
    setGrant(file.grant);
    setSource((now) => now || file.name);
    await count(file.grant);
  };
  const save = useMutationWithFeedback(
    () =>
      api.surveys.saveRound.mutate({
        surveyId: survey.id,
        round: {
          year: Number((heldOn ?? '').slice(0, 4)),
          heldOn: heldOn ?? '',
          invited,
          respondents: respondents ?? 0,
          source,
        },
        counts: counts.map((own) => own.map(({ answer, count: given }) => ({ answer, count: given }))),
        ...(isKeeping ? { texts: texts.map((own) => own.map(({ text }) => text)) } : {}),
        ...(counted && counted.columns.length > 0 ? { columns: counted.columns } : {}),
      }),
    {
      done: t('surveys.roundSaved'),
      onSuccess: onClose,
      onError: (error) => {
        setRefusal(error);
        return true;
      },
    },
  );
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('surveys.round')}
      lead={t('surveys.fileNote')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {t('common.save')}
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
        <div>
          <Button icon="upload" onPress={() => void fromFile()}>
            {t('surveys.fromFile')}
          </Button>
        </div>
        {counted && <CountedNote counted={counted} />}
        {counted && grant !== null && counted.columns.length > 0 && (
          <SurveyColumns
            survey={survey}
            columns={counted.columns}
            remembered={counted.remembered}
            onChange={(columns) => void count(grant, columns)}
          />
        )}
        {texts.some((own) => own.length > 0) && (
          <FreeTexts
            survey={survey}
            texts={texts}
            isKeeping={isKeeping}
            onKeeping={setKeeping}
            onRemove={(question, at) =>
              setTexts((now) =>
                now.map((own, index) => (index === question ? own.filter((_, place) => place !== at) : own)),
              )
            }
          />
        )}
        <FormRow>
          <DateField
            label={t('surveys.heldOn')}
            isRequired
            width="s"
            value={heldOn}
            onChange={setHeldOn}
            error={refusal?.fields?.['round.heldOn']}
          />
          <NumberField label={t('surveys.invited')} minValue={0} value={invited} onChange={setInvited} />
          <NumberField
            label={t('surveys.respondents')}
            minValue={0}
            value={respondents}
            onChange={setRespondents}
            error={refusal?.fields?.['round.respondents']}
          />
          <TextField
            label={t('surveys.source')}
            width="m"
            maxLength={500}
            value={source}
            onChange={setSource}
          />
        </FormRow>
        {survey.questions.map((question, index) => (
          <fieldset key={question.id} className={cx('question')}>
            <legend>{question.text}</legend>
            <div className={cx('counts')}>
              {(counts[index] ?? []).map(({ answer, count }, at) => (
                <NumberField
                  key={answer}
                  label={answer}
                  minValue={0}
                  value={count}
                  onChange={(next) =>
                    setCounts((now) =>
                      now.map((own, one) =>
                        one === index
                          ? own.map((entry, spot) => (spot === at ? { ...entry, count: next ?? 0 } : entry))
                          : own,
                      ),
                    )
                  }
                />
              ))}
            </div>
          </fieldset>
        ))}
      </Form>
    </Dialog>
  );
}

/** What the table came to, and what of it was not counted, row by row. */
function CountedNote({ counted }: { counted: Counted }) {
  const t = useText();
  return (
    <>
      <Banner tone="ok">
        {t('surveys.counted', { count: counted.respondents })}{' '}
        {counted.unusedColumns.length > 0 &&
          t('surveys.unused', { columns: counted.unusedColumns.join(', ') })}{' '}
        {counted.missing.length > 0 && t('surveys.missing', { questions: counted.missing.join(' ') })}
      </Banner>
      {counted.problemCount > 0 && (
        <Banner tone="warning" title={t('surveys.problems', { count: counted.problemCount })}>
          <ul>
            {counted.problems.map((problem, index) => (
              <li key={`${String(index)} ${problem.row}`}>
                {t(`surveys.problem.${problem.kind}`, {
                  row: problem.row,
                  question: problem.question,
                  answer: problem.answer,
                })}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}
