import { useText } from '../../i18n/language.ts';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ChangeLog } from './ChangeLog.tsx';
import { Consents } from './Consents.tsx';
import { DueList } from './DueList.tsx';
import { Notice } from './Notice.tsx';
import { PersonData } from './PersonData.tsx';

type Tab = 'due' | 'person' | 'consents' | 'log' | 'notice';

/** Data protection: what is due, one person's data, consents, the log of changes, and the notice with its settings. */
export default function PrivacyScreen({ route }: ScreenProps<'privacy'>) {
  const t = useText();
  const [tab, setTab] = useRemembered<Tab>('privacy.tab', 'due');
  const shown = route.person === undefined ? tab : 'person';
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')} layout={shown === 'log' ? 'fill' : 'scroll'}>
      <Tabs
        label={t('privacy.title')}
        fill={shown === 'log'}
        selected={shown}
        onChange={(next) => {
          setTab(next);
          if (route.person !== undefined && next !== 'person')
            navigate({ name: 'privacy' }, { replace: true });
        }}
        tabs={[
          { id: 'due', label: t('privacy.due'), content: <DueList /> },
          {
            id: 'person',
            label: t('privacy.person'),
            content: <PersonData personId={route.person ?? null} />,
          },
          { id: 'consents', label: t('privacy.consents'), content: <Consents /> },
          { id: 'log', label: t('privacy.log'), content: <ChangeLog /> },
          { id: 'notice', label: t('privacy.notice'), content: <Notice /> },
        ]}
      />
    </Page>
  );
}
