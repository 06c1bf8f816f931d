import { useState } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { infoValue } from '../../../db/model/bagit.ts';
import { choosePackage } from './archive-store.ts';
import { CompareView } from './CompareView.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { KeyDialog } from './KeyDialog.tsx';
import { PackageAbout } from './PackageAbout.tsx';
import { PackageFiles } from './PackageFiles.tsx';
import { PackageMeetings } from './PackageMeetings.tsx';
import { PackageOrganisations } from './PackageOrganisations.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);
export type Opened = Outputs['archive']['opened'];
type Tab = 'meetings' | 'organisations' | 'files' | 'about' | 'compare';

/** A package that is open: to be read, searched and copied from, never changed. It is marked on every side. */
export default function PackageScreen({ route }: ScreenProps<'archivePackage'>) {
  const { data, error } = useTopicQuery([], ['archive.opened', route.id], () =>
    api.archive.opened.query({ sessionId: route.id }),
  );
  if (error) return <Gone reason={error.message} />;
  return data ? <Shown opened={data} withOther={route.with ?? null} /> : null;
}

function Gone({ reason }: { reason: string }) {
  const t = useText();
  return (
    <Page title={t('archive.view.gone')}>
      <Panel>
        <EmptyState
          title={reason}
          actions={
            <Button variant="primary" onPress={() => navigate({ name: 'archive' })}>
              {t('archive.view.toArchive')}
            </Button>
          }
        />
      </Panel>
    </Page>
  );
}

function Shown({ opened, withOther }: { opened: Opened; withOther: string | null }) {
  const t = useText();
  const [tab, setTab] = useRemembered<Tab>(
    `archive.tab.${opened.sessionId}.${withOther ?? ''}`,
    withOther === null ? 'meetings' : 'compare',
  );
  const close = (): void => {
    void api.archive.close.mutate({ sessionId: opened.sessionId }).catch(() => undefined);
    if (withOther !== null) void api.archive.close.mutate({ sessionId: withOther }).catch(() => undefined);
    navigate({ name: 'archive' });
  };
  const [isImporting, setImporting] = useState(false);
  const hasDatabase = opened.refusal === null;
  return (
    <div className={cx('package')}>
      <Banner
        tone="warning"
        isEdge
        title={t('archive.view.mode')}
        actions={
          <Button size="s" icon="close" onPress={close}>
            {t('archive.view.close')}
          </Button>
        }
      >
        {t('archive.view.modeBody')}
      </Banner>
      <div className={cx('inside')}>
        <Page
          title={opened.name}
          eyebrow={t('archive.title')}
          lead={infoValue(opened.info, 'External-Description') ?? opened.folder}
          layout="fill"
          actions={
            hasDatabase && (
              <>
                <Button
                  icon="download"
                  isDisabled={opened.terms.length === 0}
                  onPress={() => setImporting(true)}
                >
                  {t('archive.view.import')}
                </Button>
                <Button icon="copy" onPress={() => void choosePackage('open', opened.sessionId)}>
                  {t('archive.view.compare')}
                </Button>
              </>
            )
          }
        >
          {opened.refusal !== null && (
            <Banner tone="danger" title={t('archive.view.damaged')}>
              {opened.refusal}
            </Banner>
          )}
          {opened.findings.length > 0 && <Banner tone="warning">{t('archive.view.findings')}</Banner>}
          <Tabs
            label={opened.name}
            fill
            selected={hasDatabase || tab === 'about' ? tab : 'files'}
            onChange={setTab}
            tabs={[
              ...(hasDatabase
                ? ([
                    {
                      id: 'meetings',
                      label: t('archive.view.meetings'),
                      count: opened.meetings.length,
                      content: <PackageMeetings opened={opened} />,
                    },
                    {
                      id: 'organisations',
                      label: t('archive.view.organisations'),
                      count: opened.organisations.length,
                      content: <PackageOrganisations opened={opened} />,
                    },
                  ] as const)
                : []),
              {
                id: 'files' as const,
                label: t('archive.view.files'),
                count: opened.files.length,
                content: <PackageFiles opened={opened} />,
              },
              {
                id: 'about' as const,
                label: t('archive.view.about'),
                content: <PackageAbout opened={opened} />,
              },
              ...(withOther === null
                ? []
                : [
                    {
                      id: 'compare' as const,
                      label: t('archive.compare.title'),
                      content: <CompareView first={opened.sessionId} second={withOther} />,
                    },
                  ]),
            ]}
          />
        </Page>
      </div>
      <KeyDialog />
      {isImporting && <ImportDialog opened={opened} onClose={() => setImporting(false)} />}
    </div>
  );
}
