import { useText } from '../../i18n/language.ts';
import { useRemembered } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AgreementList } from './AgreementList.tsx';
import { CaseList } from './CaseList.tsx';
import { PilotView } from './PilotView.tsx';
import { ProjectList } from './ProjectList.tsx';

type Tab = 'agreements' | 'projects' | 'pilots' | 'cases';

/** Agreements, projects, pilots by area and theme, and the register of cooperation models. */
export default function AgreementsScreen() {
  const t = useText();
  const [tab, setTab] = useRemembered<Tab>('partnership.tab', 'agreements');
  return (
    <Page title={t('partnership.title')} lead={t('partnership.lead')} layout="fill">
      <Tabs
        label={t('partnership.title')}
        fill
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'agreements', label: t('partnership.tab.agreements'), content: <AgreementList /> },
          { id: 'projects', label: t('partnership.tab.projects'), content: <ProjectList /> },
          { id: 'pilots', label: t('partnership.tab.pilots'), content: <PilotView /> },
          { id: 'cases', label: t('partnership.tab.cases'), content: <CaseList /> },
        ]}
      />
    </Page>
  );
}
