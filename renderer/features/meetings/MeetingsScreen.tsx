import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CreateMeetingDialog } from './CreateMeetingDialog.tsx';
import { closeDialog, openDialog, showTab, useMeetingsDesk } from './dialog-store.ts';
import { IdeaList } from './IdeaList.tsx';
import { MeetingList } from './MeetingList.tsx';
import { SeriesDialog } from './SeriesDialog.tsx';
import { YearPlan } from './YearPlan.tsx';

/** The meetings of the board: the list, the plan of the year, and the ideas for their agendas. */
export default function MeetingsScreen() {
  const t = useText();
  const board = useOpenBoard();
  const { tab, dialog } = useMeetingsDesk();
  const { data: meetings, error } = useTopicQuery(['meetings'], ['meetings.list', board.id], () =>
    api.meetings.list.query({ boardId: board.id }),
  );
  const { data: ideas } = useTopicQuery(['meetings'], ['ideas.list', board.id], () =>
    api.ideas.list.query({ boardId: board.id }),
  );
  const isEmpty = meetings?.length === 0;
  const create = (
    <Button variant="primary" icon="plus" onPress={() => openDialog('meeting')}>
      {t('meetings.new')}
    </Button>
  );
  const plan = (
    <Button icon="calendar" onPress={() => openDialog('series')}>
      {t('planning.series')}
    </Button>
  );
  const openIdeas = ideas?.filter(({ state }) => state === 'open').length ?? 0;
  return (
    <Page
      title={t('meetings.title')}
      eyebrow={board.parentId === null ? undefined : board.name}
      lead={meetings && !isEmpty ? t('meetings.count', { count: meetings.length }) : undefined}
      layout="fill"
      actions={
        tab === 'ideas' ? (
          <Button variant="primary" icon="plus" onPress={() => openDialog('idea')}>
            {t('planning.idea.new')}
          </Button>
        ) : (
          <>
            <Button variant="quiet" icon="archive" onPress={() => navigate({ name: 'oldMinutes' })}>
              {t('oldMinutes.title')}
            </Button>
            {!isEmpty && tab === 'plan' && plan}
            {!isEmpty && create}
          </>
        )
      }
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      <Tabs
        label={t('planning.tabs')}
        selected={tab}
        onChange={showTab}
        fill
        tabs={[
          {
            id: 'list',
            label: t('planning.tab.list'),
            content: isEmpty ? (
              <Panel>
                <EmptyState
                  title={t('meetings.empty')}
                  actions={
                    <>
                      {plan}
                      {create}
                    </>
                  }
                >
                  {t('meetings.emptyBody')}
                </EmptyState>
              </Panel>
            ) : (
              <MeetingList meetings={meetings} />
            ),
          },
          {
            id: 'plan',
            label: t('planning.tab.plan'),
            content: <YearPlan board={board} meetings={meetings ?? []} />,
          },
          {
            id: 'ideas',
            label: t('planning.tab.ideas'),
            ...(openIdeas > 0 ? { count: openIdeas } : {}),
            content: <IdeaList board={board} ideas={ideas ?? []} meetings={meetings ?? []} />,
          },
        ]}
      />
      {dialog === 'meeting' && meetings && (
        <CreateMeetingDialog board={board} meetings={meetings} onClose={closeDialog} />
      )}
      {dialog === 'series' && meetings && (
        <SeriesDialog board={board} meetings={meetings} onClose={closeDialog} />
      )}
    </Page>
  );
}
