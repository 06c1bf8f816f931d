import { useState } from 'react';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SurveyDialog } from './SurveyDialog.tsx';
import styles from './Surveys.module.css';

const cx = classes(styles);

/** The surveys of the board. */
export default function SurveysScreen() {
  const t = useText();
  const board = useOpenBoard();
  const [isNew, setNew] = useState(false);
  const { data, error } = useTopicQuery(['surveys'], ['surveys.list', board.id], () =>
    api.surveys.list.query({ boardId: board.id }),
  );
  const create = (
    <Button variant="primary" icon="plus" onPress={() => setNew(true)}>
      {t('surveys.new')}
    </Button>
  );
  return (
    <Page
      title={t('surveys.title')}
      lead={t('surveys.lead')}
      eyebrow={
        <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => navigate({ name: 'indicators' })}>
          {t('surveys.back')}
        </Button>
      }
      actions={data && data.length > 0 ? create : undefined}
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {data && (
        <Panel isFlush={data.length > 0}>
          {data.length === 0 ? (
            <EmptyState title={t('surveys.empty')} actions={create}>
              {t('surveys.emptyBody')}
            </EmptyState>
          ) : (
            <ul className={cx('list')}>
              {data.map((survey) => (
                <li key={survey.id} className={cx('row')}>
                  <div>
                    <button
                      type="button"
                      className={cx('open')}
                      onClick={() => navigate({ name: 'survey', id: survey.id })}
                    >
                      {survey.name}
                    </button>
                    <p className={cx('detail')}>{survey.description}</p>
                  </div>
                  <span className={cx('detail')}>
                    {[
                      t('surveys.questions', { count: survey.questions }),
                      t('surveys.rounds', { count: survey.rounds.length }),
                      survey.rounds
                        .map(({ year, respondents }) => t('surveys.roundOf', { year, count: respondents }))
                        .join(', '),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
      {isNew && (
        <SurveyDialog
          survey={null}
          onClose={() => setNew(false)}
          onSaved={(id) => navigate({ name: 'survey', id })}
        />
      )}
    </Page>
  );
}
