import { useEffect } from 'react';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { openNewPractice, useNewPractice } from './dialog-store.ts';
import { PracticeDialog } from './PracticeDialog.tsx';
import { PracticeList } from './PracticeList.tsx';
import { PracticeMatrix } from './PracticeMatrix.tsx';
import { Spread } from './Spread.tsx';

type Tab = 'matrix' | 'list' | 'spread';

/** Good practices: in which municipality each is how far, the list, and the spread over time. */
export default function PracticesScreen() {
  const t = useText();
  const board = useOpenBoard();
  const isNew = useNewPractice(({ isOpen }) => isOpen);
  useEffect(() => () => openNewPractice(false), []);
  const [tab, setTab] = useRemembered<Tab>('practices.tab', 'matrix');
  const { data, error } = useTopicQuery(
    ['practices', 'organisations', 'themes', 'persons'],
    ['practices.matrix', board.id, ''],
    () => api.practices.matrix.query({ boardId: board.id }),
  );
  const create = (
    <Button variant="primary" icon="plus" onPress={() => openNewPractice(true)}>
      {t('practices.new')}
    </Button>
  );
  const isEmpty = data?.practices.length === 0;
  const flagged = data?.practices.filter(({ flags }) => flags.length > 0).length ?? 0;
  return (
    <Page
      title={t('practices.title')}
      layout="fill"
      actions={!isEmpty && create}
      lead={
        data &&
        !isEmpty && (
          <>
            {t('practices.count', { count: data.practices.length })}
            {flagged > 0 && <Pill tone="warning">{t('practices.flagged', { count: flagged })}</Pill>}
          </>
        )
      }
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {isEmpty && (
        <Panel>
          <EmptyState title={t('practices.empty')} actions={create}>
            {t('practices.emptyBody')}
          </EmptyState>
        </Panel>
      )}
      {data && !isEmpty && (
        <Tabs
          label={t('practices.title')}
          fill
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: 'matrix', label: t('practices.tab.matrix'), content: <PracticeMatrix /> },
            {
              id: 'list',
              label: t('practices.tab.list'),
              content: <PracticeList practices={data.practices} />,
            },
            {
              id: 'spread',
              label: t('practices.tab.spread'),
              content: <Spread practices={data.practices} places={data.places} />,
            },
          ]}
        />
      )}
      {isNew && (
        <PracticeDialog
          practice={null}
          onClose={() => openNewPractice(false)}
          onSaved={(id) => navigate({ name: 'practice', id })}
        />
      )}
    </Page>
  );
}
