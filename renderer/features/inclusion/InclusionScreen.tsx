import { useEffect } from 'react';
import { INCLUSION_KINDS, type InclusionKind } from '../../../db/model/inclusion.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CoveragePanel } from './CoveragePanel.tsx';
import { openNewEntry, useNewEntry } from './dialog-store.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { EntryList } from './EntryList.tsx';

type Tab = 'coverage' | InclusionKind;

/** Immigrant inclusion: the coverage by municipality and language, and the entries of each kind. */
export default function InclusionScreen() {
  const t = useText();
  const board = useOpenBoard();
  const wanted = useNewEntry((state) => state.wanted);
  useEffect(() => () => openNewEntry(null), []);
  const [tab, setTab] = useRemembered<Tab>('inclusion.tab', 'coverage');
  const [, setMunicipality] = useRemembered<string>('inclusion.municipality', 'all');
  const { data: entries, error } = useTopicQuery(
    ['inclusion', 'organisations', 'themes', 'actions'],
    ['inclusion.list', board.id],
    () => api.inclusion.list.query({ boardId: board.id }),
  );
  const show = (kind: InclusionKind, municipality: string): void => {
    setMunicipality(municipality);
    setTab(kind);
  };
  return (
    <Page
      title={t('inclusion.title')}
      lead={t('inclusion.lead')}
      layout={tab === 'coverage' ? 'scroll' : 'fill'}
      actions={
        <Menu
          label={t('inclusion.new')}
          entries={INCLUSION_KINDS.map((kind) => ({
            id: kind,
            label: t(`inclusion.kind.${kind}`),
            run: () => openNewEntry({ kind, municipality: null }),
          }))}
        >
          <Button variant="primary" icon="plus" iconAfter="chevronDown">
            {t('inclusion.new')}
          </Button>
        </Menu>
      }
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      <Tabs
        fill={tab !== 'coverage'}
        label={t('inclusion.title')}
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'coverage', label: t('inclusion.tab.coverage'), content: <CoveragePanel onShow={show} /> },
          ...INCLUSION_KINDS.map((kind) => ({
            id: kind,
            label: t(`inclusion.kinds.${kind}`),
            ...(entries ? { count: entries.filter((one) => one.kind === kind).length } : {}),
            content: <EntryList kind={kind} all={entries} />,
          })),
        ]}
      />
      {wanted !== null && (
        <EntryDialog
          kind={wanted.kind}
          municipality={wanted.municipality}
          entry={null}
          onClose={() => openNewEntry(null)}
          onSaved={(id) => navigate({ name: 'inclusionEntry', id })}
        />
      )}
    </Page>
  );
}
