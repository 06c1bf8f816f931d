import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ContactMatrix } from './ContactMatrix.tsx';
import { Forums } from './Forums.tsx';
import { NetworkList } from './NetworkList.tsx';
import { Succession } from './Succession.tsx';

type Tab = 'contacts' | 'networks' | 'forums' | 'succession';

/** Contact persons of municipalities, networks of organisations, community forums, and who follows whom on the board. */
export default function NetworksScreen({ route }: ScreenProps<'networks'>) {
  const t = useText();
  const [tab, setTab] = useRemembered<Tab>('networks.tab', 'contacts');
  // A link to a part shows it once; from there the tabs lead on.
  const [followed, setFollowed] = useState<Tab | undefined>();
  if (route.part !== undefined && route.part !== followed) {
    setFollowed(route.part);
    setTab(route.part);
  }
  return (
    <Page title={t('networks.title')} lead={t('networks.lead')}>
      <Tabs
        label={t('networks.title')}
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'contacts', label: t('networks.contacts'), content: <ContactMatrix /> },
          { id: 'networks', label: t('networks.networks'), content: <NetworkList /> },
          { id: 'forums', label: t('networks.forums'), content: <Forums /> },
          { id: 'succession', label: t('networks.succession'), content: <Succession /> },
        ]}
      />
    </Page>
  );
}
