import { weekdayName } from '../../../db/model/dates.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { runAction } from '../../ui/actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { BoardFigures, QuickActions } from './BoardFigures.tsx';
import { deskList, isNewBoard } from './desk-list.ts';
import { DeskList } from './DeskList.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { MailNotice } from './MailNotice.tsx';
import { MorningSide, StandingStill } from './MorningSide.tsx';
import styles from './Start.module.css';

const cx = classes(styles);

/** What is due, by date; the board's figures and the ways to begin beside it. */
export default function StartScreen() {
  const t = useText();
  const format = useFormat();
  const board = useOpenBoard();
  const today = todayIso();
  const weekday = weekdayName(today, useLanguage());
  const { data: overview, error } = useTopicQuery(
    ['meetings', 'tasks', 'boards', 'deliveries'],
    ['start.overview', board.id, today],
    () => api.start.overview.query({ boardId: board.id }),
    { keepPrevious: true },
  );
  const { data: meetings } = useTopicQuery(['meetings'], ['meetings.list', board.id], () =>
    api.meetings.list.query({ boardId: board.id }),
  );
  const { data: morning } = useTopicQuery(
    ['meetings', 'tasks', 'boards', 'persons', 'clocks', 'communication', 'deliveries', 'agreements'],
    ['start.morning', board.id, today],
    () => api.start.morning.query({ boardId: board.id }),
    { keepPrevious: true },
  );
  const entries = overview
    ? deskList(
        overview,
        meetings ?? [],
        today,
        morning?.clockTasks,
        morning?.communication,
        morning?.agreements,
      )
    : [];

  return (
    <Page
      title={`${weekday[0]?.toUpperCase()}${weekday.slice(1)} ${format.date(today)}`}
      eyebrow={t('start.title')}
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {overview && (
        <div className={cx('columns')}>
          <div className={cx('main')}>
            <MailNotice mail={overview.mail} />
            {isNewBoard(overview) ? (
              <FirstSteps overview={overview} />
            ) : (
              <>
                {overview.nextMeeting === null && (
                  <Banner
                    actions={
                      <Button size="s" onPress={() => runAction('new-meeting')}>
                        {t('start.planNext')}
                      </Button>
                    }
                  >
                    {t('start.noNextMeeting')}
                  </Banner>
                )}
                {entries.length > 0 ? (
                  <DeskList entries={entries} today={today} />
                ) : (
                  <EmptyState title={t('start.clear')}>{t('start.clearBody')}</EmptyState>
                )}
                {morning && (
                  <StandingStill
                    // What is due is in the list above.
                    things={morning.still.filter(({ id }) => !entries.some((one) => one.id === `task:${id}`))}
                  />
                )}
              </>
            )}
          </div>
          <div className={cx('side')}>
            {morning && !isNewBoard(overview) && <MorningSide morning={morning} />}
            <BoardFigures overview={overview} isNew={isNewBoard(overview)} />
            {!isNewBoard(overview) && <QuickActions />}
          </div>
        </div>
      )}
    </Page>
  );
}
