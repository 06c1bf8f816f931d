import { useText } from '../../i18n/language.ts';
import { useRemembered } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ContactMatrix } from './ContactMatrix.tsx';
import { NetworkList } from './NetworkList.tsx';
import { Succession } from './Succession.tsx';

type Tab = 'contacts' | 'networks' | 'succession';

/** Contact persons of municipalities, networks of organisations, and who follows whom on the board. */
export default function NetworksScreen() {
  const t = useText();
  const [tab, setTab] = useRemembered<Tab>('networks.tab', 'contacts');
  return (
    <Page title={t('networks.title')} lead={t('networks.lead')}>
      <Tabs
        label={t('networks.title')}
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'contacts', label: t('networks.contacts'), content: <ContactMatrix /> },
          { id: 'networks', label: t('networks.networks'), content: <NetworkList /> },
          { id: 'succession', label: t('networks.succession'), content: <Succession /> },
        ]}
      />
    </Page>
  );
}
