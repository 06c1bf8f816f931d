import { useCallback, useState, type ReactNode } from 'react';
import type { ChartLook } from '../../../db/model/chart.ts';
import { surveyChart } from '../../../db/model/survey-chart.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ChartView } from '../../ui/ChartView.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';
import { TiesPanel } from '../../ui/TiesPanel.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { RoundDialog } from './RoundDialog.tsx';
import { SurveyDialog } from './SurveyDialog.tsx';
import styles from './Surveys.module.css';

const cx = classes(styles);
export type Survey = Outputs['surveys']['get'];
export type Round = Survey['rounds'][number];
export type Question = Survey['questions'][number];

/** One survey: what each question came to, year by year. */
export default function SurveyScreen({ route }: ScreenProps<'survey'>) {
  const t = useText();
  const { data, error } = useTopicQuery(['surveys'], ['surveys.get', route.id], () =>
    api.surveys.get.query({ id: route.id }),
  );
  const eyebrow = (
    <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => navigate({ name: 'surveys' })}>
      {t('surveys.title')}
    </Button>
  );
  if (!data)
    return (
      <Page title={t('surveys.title')} eyebrow={eyebrow}>
        {error && <Banner tone="danger">{error.message}</Banner>}
      </Page>
    );
  return <OneSurvey survey={data} eyebrow={eyebrow} />;
}

function OneSurvey({ survey, eyebrow }: { survey: Survey; eyebrow: ReactNode }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [edited, setEdited] = useState<Round | 'new' | null>(null);
  const [isEditing, setEditing] = useState(false);
  const remove = useMutationWithFeedback(() => api.surveys.remove.mutate({ id: survey.id }), {
    done: t('surveys.removed'),
    undo: (removal) => api.surveys.restore.mutate(removal),
    onSuccess: () => navigate({ name: 'surveys' }, { replace: true }),
  });
  const removeRound = useMutationWithFeedback((id: string) => api.surveys.removeRound.mutate({ id }), {
    done: t('surveys.roundRemoved'),
    undo: (removal) => api.surveys.restoreRound.mutate(removal),
  });
  const save = (): Promise<boolean> =>
    saveFile('csv', t('surveys.fileName'), (target) =>
      api.surveys.export.mutate({ id: survey.id, language, target }),
    );
  const add = (
    <Button variant="primary" icon="plus" onPress={() => setEdited('new')}>
      {t('surveys.addRound')}
    </Button>
  );
  return (
    <Page
      title={survey.name}
      eyebrow={eyebrow}
      lead={survey.description}
      actions={
        <>
          <Menu
            entries={[
              { id: 'edit', label: t('surveys.edit'), icon: 'edit', run: () => setEditing(true) },
              {
                id: 'remove',
                label: t('surveys.remove'),
                icon: 'trash',
                isDangerous: true,
                run: () =>
                  void confirm({
                    title: t('surveys.removeTitle', { name: survey.name }),
                    body: t('surveys.removeBody'),
                    confirmLabel: t('surveys.remove'),
                    isDangerous: true,
                  }).then((isSure) => {
                    if (isSure) remove.mutate(undefined);
                  }),
              },
            ]}
          >
            <IconButton icon="more" label={t('common.moreActions')} />
          </Menu>
          {survey.rounds.length > 0 && (
            <Button icon="download" onPress={() => void save()}>
              {t('surveys.export')}
            </Button>
          )}
          {survey.rounds.length > 0 && add}
        </>
      }
    >
      <div className={cx('stack')}>
        {survey.rounds.length === 0 ? (
          <Panel>
            <EmptyState title={t('surveys.noRounds')} actions={add} />
          </Panel>
        ) : (
          <Panel title={t('surveys.round')} isFlush>
            <ul className={cx('list')}>
              {survey.rounds.map((round) => (
                <li key={round.id} className={cx('row')}>
                  <span>
                    <strong>{round.year}</strong>{' '}
                    <span className={cx('detail')}>
                      {format.date(round.heldOn)} · {t('surveys.respondents')}{' '}
                      {format.number(round.respondents)}
                      {round.invited !== null && ` / ${format.number(round.invited)}`}
                      {round.source !== '' && ` · ${round.source}`}
                    </span>
                  </span>
                  <span className={cx('buttons')}>
                    <Button size="s" icon="edit" onPress={() => setEdited(round)}>
                      {t('surveys.editRound', { year: String(round.year) })}
                    </Button>
                    <IconButton
                      size="s"
                      icon="trash"
                      label={t('surveys.removeRound', { year: String(round.year) })}
                      onPress={() => removeRound.mutate(round.id)}
                    />
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {survey.rounds.length > 0 &&
          survey.questions.map((question) => (
            <QuestionPanel key={question.id} survey={survey} question={question} />
          ))}
        {survey.rounds.length > 0 && <p className={cx('detail')}>{t('surveys.exportNote')}</p>}
        <TiesPanel of="survey" id={survey.id} boardId={survey.boardId} />
        <RelatedPanel kind="survey" id={survey.id} kinds={['indicator', 'case']} />
      </div>
      {edited !== null && (
        <RoundDialog
          survey={survey}
          round={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {isEditing && <SurveyDialog survey={survey} onClose={() => setEditing(false)} />}
    </Page>
  );
}

/** Free answers of the question, the latest round first; they are in no export. */
function KeptTexts({ survey, question }: { survey: Survey; question: Question }) {
  const t = useText();
  const remove = useMutationWithFeedback((id: string) => api.surveys.removeText.mutate({ id }), {
    done: t('surveys.textRemoved'),
    undo: (removal) => api.surveys.restoreText.mutate(removal),
  });
  return survey.rounds
    .map(({ year }, index) => ({ year: String(year), texts: question.texts[index] ?? [] }))
    .filter(({ texts }) => texts.length > 0)
    .reverse()
    .map(({ year, texts }) => (
      <details key={year}>
        <summary>{t('surveys.textsOf', { year, count: texts.length })}</summary>
        <p className={cx('detail')}>{t('surveys.textsNotExported')}</p>
        <ul className={cx('texts')} aria-label={t('surveys.textsOf', { year, count: texts.length })}>
          {texts.map(({ id, text }) => (
            <li key={id} className={cx('text')}>
              <span>{text}</span>
              <IconButton
                icon="trash"
                size="s"
                label={t('surveys.textRemove', { text: text.slice(0, 60) })}
                onPress={() => remove.mutate(id)}
              />
            </li>
          ))}
        </ul>
      </details>
    ));
}

function QuestionPanel({ survey, question }: { survey: Survey; question: Question }) {
  const t = useText();
  const format = useFormat();
  const [isMeasuring, setMeasuring] = useState(false);
  const compose = useCallback(
    (look: ChartLook) =>
      surveyChart(
        question,
        survey.rounds.map(({ year }) => year),
        look,
      ),
    [question, survey.rounds],
  );
  const hasAnswers = question.results.some(({ total }) => total > 0);
  const means = survey.rounds.flatMap(({ year }, index) => {
    const mean = question.results[index]?.mean ?? null;
    return mean === null ? [] : [t('surveys.mean', { year: String(year), value: format.number(mean, 2) })];
  });
  return (
    <Panel
      title={question.text}
      actions={
        hasAnswers && (
          <Button size="s" variant="quiet" icon="chart" onPress={() => setMeasuring(true)}>
            {t('surveys.measure')}
          </Button>
        )
      }
    >
      {means.length > 0 && <p className={cx('detail')}>{means.join(' · ')}</p>}
      {hasAnswers ? (
        <ChartView compose={compose} />
      ) : (
        <p className={cx('detail')}>{t('surveys.noAnswers')}</p>
      )}
      <KeptTexts survey={survey} question={question} />
      {isMeasuring && (
        <MeasureDialog survey={survey} question={question} onClose={() => setMeasuring(false)} />
      )}
    </Panel>
  );
}
