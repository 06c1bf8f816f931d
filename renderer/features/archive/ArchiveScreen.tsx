import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { choosePackage, useArchive } from './archive-store.ts';
import { CreateDialog, type Preset } from './CreateDialog.tsx';
import { KeyDialog } from './KeyDialog.tsx';
import { Packages } from './Packages.tsx';
import { Retention } from './Retention.tsx';

/** The archive (arkisto): packages made, verified, unpacked and opened; which terms wait for one; retention. */
export default function ArchiveScreen() {
  const t = useText();
  const [making, setMaking] = useState<Preset | null>(null);
  const [tab, setTab] = useRemembered<'packages' | 'retention'>('archive.tab', 'packages');
  const isWorking = useArchive(({ work }) => work !== null);
  return (
    <Page
      title={t('archive.title')}
      lead={t('archive.lead')}
      actions={
        <>
          <Menu
            entries={[
              {
                id: 'verify',
                icon: 'shield',
                label: t('archive.verifyPackage'),
                run: () => void choosePackage('verify'),
              },
              {
                id: 'list',
                icon: 'table',
                label: t('archive.listPackage'),
                run: () => void choosePackage('list'),
              },
              {
                id: 'extract',
                icon: 'folder',
                label: t('archive.extractPackage'),
                run: () => void choosePackage('extract'),
              },
            ]}
          >
            <Button iconAfter="chevronDown" isDisabled={isWorking}>
              {t('archive.other')}
            </Button>
          </Menu>
          <Button icon="eye" isDisabled={isWorking} onPress={() => void choosePackage('open')}>
            {t('archive.openPackage')}
          </Button>
          <Button variant="primary" icon="archive" isDisabled={isWorking} onPress={() => setMaking({})}>
            {t('archive.make')}
          </Button>
        </>
      }
    >
      <Tabs
        label={t('archive.title')}
        selected={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'packages',
            label: t('archive.tab.packages'),
            content: <Packages onMake={setMaking} />,
          },
          { id: 'retention', label: t('archive.tab.retention'), content: <Retention /> },
        ]}
      />
      {making && <CreateDialog preset={making} onClose={() => setMaking(null)} />}
      <KeyDialog />
    </Page>
  );
}
