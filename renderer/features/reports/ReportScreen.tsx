import { useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { ANNUAL_WORDS } from '../../../db/model/annual-words.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { SaveState, type Saving } from '../../ui/SaveState.tsx';
import { SectionConflictDialog } from './SectionConflictDialog.tsx';
import { SectionPanel } from './SectionPanel.tsx';
import { exportReport, type ReportFormat } from './report-files.ts';
import {
  useSectionSaver,
  useSectionState,
  useSectionValue,
  type Report,
  type Section,
  type SectionSaver,
} from './report-savers.ts';
import styles from './Reports.module.css';

const cx = classes(styles);
export type Source = Outputs['reports']['sources'][number];

/** Whatever the sources are made of. */
const SOURCE_TOPICS = [
  'reports',
  'meetings',
  'tasks',
  'themes',
  'actions',
  'indicators',
  'deliveries',
  'clocks',
  'boards',
] as const;

/** An annual report or plan: its sections, drafted from the year's data and edited by hand. */
export default function ReportScreen({ route }: ScreenProps<'report'>) {
  const t = useText();
  const { data, error } = useTopicQuery(['reports'], ['reports.get', route.id], () =>
    api.reports.get.query({ id: route.id }),
  );
  if (!data)
    return (
      <Page title={t('reports.title')} eyebrow={<Back />}>
        {error && <Banner tone="danger">{error.message}</Banner>}
      </Page>
    );
  return <Document report={data} />;
}

function Back() {
  const t = useText();
  return (
    <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => navigate({ name: 'reports' })}>
      {t('reports.title')}
    </Button>
  );
}

function Document({ report }: { report: Report }) {
  const t = useText();
  const saver = useSectionSaver(report);
  const [open, setOpen] = useState<string | null>(null);
  const { data: sources } = useTopicQuery(SOURCE_TOPICS, ['reports.sources', report.id], () =>
    api.reports.sources.query({ id: report.id }),
  );
  const byId = new Map(sources?.map((one) => [one.id, one]));
  const remove = useMutationWithFeedback((id: string) => api.reports.remove.mutate({ id }), {
    done: t('reports.removed', { title: report.title }),
    undo: (removal) => api.reports.restore.mutate(removal),
    onSuccess: () => navigate({ name: 'reports' }, { replace: true }),
  });
  const add = useMutationWithFeedback(api.reports.addSection.mutate, {
    onSuccess: ({ id }) => setOpen(id),
  });
  const words = ANNUAL_WORDS[report.language];
  const save = async (format: ReportFormat): Promise<void> => {
    // What is on the screen is what is saved as a file.
    await saver.flush();
    await exportReport(report.id, format);
  };
  return (
    <Page
      title={report.title}
      eyebrow={<Back />}
      lead={<Saved saver={saver} />}
      actions={
        <>
          <Menu
            label={t('reports.more')}
            entries={[
              ...(['pdf-ua', 'pdf-data'] as const).map((format) => ({
                id: format,
                label: t(`documents.format.${format}`),
                icon: 'print' as const,
                run: () => void save(format),
              })),
              {
                id: 'docx',
                label: t('reports.exportDocx'),
                icon: 'document',
                run: () => void save('docx'),
              },
              {
                id: 'json',
                label: t('reports.exportJson'),
                icon: 'download',
                run: () => void save('json'),
              },
              {
                id: 'remove',
                label: t('reports.remove'),
                icon: 'trash',
                isDangerous: true,
                separator: true,
                run: () => remove.mutate(report.id),
              },
            ]}
          >
            <IconButton icon="more" label={t('reports.more')} />
          </Menu>
          <Menu
            label={t('reports.addSection')}
            entries={[
              {
                id: 'free',
                label: t('reports.addFree'),
                icon: 'edit',
                run: () => add.mutate({ reportId: report.id, source: null, title: t('reports.newHeading') }),
              },
              ...report.missing.map((source, index) => ({
                id: source,
                label: words.sections[source],
                separator: index === 0,
                run: () => add.mutate({ reportId: report.id, source, title: words.sections[source] }),
              })),
            ]}
          >
            <Button icon="plus">{t('reports.addSection')}</Button>
          </Menu>
          <Button variant="primary" icon="print" onPress={() => void save('pdf')}>
            {t('reports.exportPdf')}
          </Button>
        </>
      }
    >
      <div className={cx('document')}>
        <nav className={cx('outline')} aria-label={t('reports.outline')}>
          <h2 className={cx('outlineTitle')}>{t('reports.outline')}</h2>
          <ol>
            {report.sections.map((section) => (
              <OutlineEntry
                key={section.id}
                saver={saver}
                section={section}
                isChanged={byId.get(section.id)?.state === 'changed'}
              />
            ))}
          </ol>
        </nav>
        <div className={cx('sections')}>
          <Changed report={report} sources={sources ?? []} saver={saver} />
          {report.sections.map((section, index) => (
            <SectionPanel
              key={section.id}
              report={report}
              section={section}
              source={byId.get(section.id) ?? null}
              saver={saver}
              place={{ isFirst: index === 0, isLast: index === report.sections.length - 1 }}
              isOpen={open === section.id}
              onOpen={(isOpen) => setOpen(isOpen ? section.id : null)}
            />
          ))}
        </div>
      </div>
      <SectionConflictDialog saver={saver} />
    </Page>
  );
}

function OutlineEntry({
  saver,
  section,
  isChanged,
}: {
  saver: SectionSaver;
  section: Section;
  isChanged: boolean;
}) {
  const t = useText();
  const title = useSectionValue(saver, section.id, 'title') ?? section.title;
  return (
    <li>
      <button
        type="button"
        className={cx('outlineLink')}
        onClick={() => {
          const target = document.getElementById(`section-${section.id}`);
          target?.scrollIntoView({ block: 'start' });
          target?.focus({ preventScroll: true });
        }}
      >
        <span>{title}</span>
        {isChanged && (
          <span className={cx('outlineMark')}>
            <Icon name="refresh" size={14} />
            <VisuallyHidden elementType="span">{t('reports.changed')}</VisuallyHidden>
          </span>
        )}
      </button>
    </li>
  );
}

function Saved({ saver }: { saver: SectionSaver }) {
  const { state, savedAt } = useSectionState(saver);
  const saving: Saving =
    state === 'saved'
      ? { kind: 'saved', at: savedAt }
      : state === 'conflict'
        ? { kind: 'unsaved' }
        : { kind: state };
  return <SaveState saving={saving} />;
}

/** That sources have changed, and what can be brought up to date without asking further. */
function Changed({
  report,
  sources,
  saver,
}: {
  report: Report;
  sources: readonly Source[];
  saver: SectionSaver;
}) {
  const t = useText();
  const changed = new Set(sources.filter(({ state }) => state === 'changed').map(({ id }) => id));
  const unedited = report.sections.filter(({ id, isEdited }) => changed.has(id) && !isEdited).length;
  const refresh = useMutationWithFeedback(
    async () => {
      await saver.flush();
      return await api.reports.refreshUnedited.mutate({ id: report.id });
    },
    {
      done: ({ sections }) => t('reports.refreshedAll', { count: sections.length }),
      undo: (done) => api.reports.undoRefresh.mutate(done),
    },
  );
  if (changed.size === 0) return null;
  return (
    <Banner
      tone="warning"
      title={t('reports.changedCount', { count: changed.size })}
      actions={
        unedited > 0 && (
          <Button
            size="s"
            icon="refresh"
            isPending={refresh.isPending}
            onPress={() => refresh.mutate(undefined)}
          >
            {t('reports.refreshAll', { count: unedited })}
          </Button>
        )
      }
    >
      {t('reports.changedBody')}
    </Banner>
  );
}
