import { useEffect, useRef, useState } from 'react';
import { ANNUAL_WORDS } from '../../../db/model/annual-words.ts';
import { EMPTY_TEXT, isEmptyText, plainText } from '../../../db/model/rich-text.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { RichTextEditor, type RichTextHandle } from '../../ui/RichTextEditor.tsx';
import { RichTextView } from '../../ui/rich-text/RichTextView.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { RefreshDialog } from './RefreshDialog.tsx';
import { useSectionValue, type Report, type Section, type SectionSaver } from './report-savers.ts';
import type { Source } from './ReportScreen.tsx';
import { SectionFigures } from './SectionFigures.tsx';
import styles from './Reports.module.css';

const cx = classes(styles);

/** One section: read, and edited when it is open; where it comes from and whether that has changed. */
export function SectionPanel({
  report,
  section,
  source,
  saver,
  place,
  isOpen,
  onOpen,
}: {
  report: Report;
  section: Section;
  /** Null until the sources have been looked at. */
  source: Source | null;
  saver: SectionSaver;
  place: { isFirst: boolean; isLast: boolean };
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}) {
  const t = useText();
  const { id } = section;
  const title = useSectionValue(saver, id, 'title') ?? section.title;
  const body = useSectionValue(saver, id, 'body') ?? EMPTY_TEXT;
  const [isChoosing, setChoosing] = useState(false);
  const isChanged = source?.state === 'changed';
  const editor = useRef<RichTextHandle>(null);
  useEffect(() => {
    if (isOpen) editor.current?.focus();
  }, [isOpen]);
  // What was typed is stored at once when the section is left.
  useEffect(() => () => void saver.flush(id), [saver, id]);
  const refresh = useMutationWithFeedback(
    (choice: 'take' | 'keep') =>
      saver.exclusive(
        id,
        async (version) => {
          const done = await api.reports.refreshSection.mutate({ id, version, choice });
          return { ...done, version: done.sections[0]?.version ?? version };
        },
        () => ({}),
      ),
    {
      done: t('reports.refreshed'),
      undo: ({ sections }) => api.reports.undoRefresh.mutate({ sections }),
      onSuccess: () => setChoosing(false),
    },
  );
  const move = useMutationWithFeedback((by: -1 | 1) => api.reports.moveSection.mutate({ id, by }));
  const remove = useMutationWithFeedback(
    async () => {
      await saver.flush(id);
      return await api.reports.removeSection.mutate({ id });
    },
    {
      done: t('reports.sectionRemoved', { title }),
      undo: (removal) => api.reports.restoreSection.mutate(removal),
    },
  );
  const ask = (): void => (section.isEdited ? setChoosing(true) : refresh.mutate('take'));
  return (
    <section id={`section-${id}`} className={cx('section')} aria-labelledby={`title-${id}`} tabIndex={-1}>
      <div className={cx('head')}>
        <div className={cx('heading')}>
          <h2 id={`title-${id}`} className={cx('title')}>
            {title}
          </h2>
          <div className={cx('marks')}>
            {section.source === null ? (
              <Pill>{t('reports.free')}</Pill>
            ) : (
              <Pill icon="link">
                {t('reports.source', { name: ANNUAL_WORDS[report.language].sections[section.source] })}
              </Pill>
            )}
            {section.source !== null && section.isEdited && (
              <Pill tone="info" icon="edit">
                {t('reports.edited')}
              </Pill>
            )}
            {isChanged && (
              <Pill tone="warning" icon="refresh">
                {t('reports.changed')}
              </Pill>
            )}
          </div>
        </div>
        <Button
          size="s"
          icon={isOpen ? 'check' : 'edit'}
          aria-label={isOpen ? t('common.done') : t('reports.editSection', { title })}
          onPress={() => {
            if (isOpen) void saver.flush(id);
            onOpen(!isOpen);
          }}
        >
          {isOpen ? t('common.done') : t('common.edit')}
        </Button>
        <Menu
          label={t('reports.sectionMenu', { title })}
          entries={[
            {
              id: 'up',
              label: t('reports.moveUp'),
              icon: 'arrowUp',
              isDisabled: place.isFirst,
              run: () => move.mutate(-1),
            },
            {
              id: 'down',
              label: t('reports.moveDown'),
              icon: 'arrowDown',
              isDisabled: place.isLast,
              run: () => move.mutate(1),
            },
            ...(section.source === null
              ? []
              : [
                  {
                    id: 'refresh',
                    label: t('reports.refresh'),
                    icon: 'refresh' as const,
                    separator: true,
                    run: ask,
                  },
                ]),
            {
              id: 'remove',
              label: t('reports.removeSection'),
              icon: 'trash',
              isDangerous: true,
              separator: true,
              run: () => remove.mutate(undefined),
            },
          ]}
        >
          <IconButton size="s" icon="more" label={t('reports.sectionMenu', { title })} />
        </Menu>
      </div>
      {isChanged && (
        <Banner
          tone="warning"
          actions={
            <Button size="s" icon="refresh" isPending={refresh.isPending} onPress={ask}>
              {section.isEdited ? t('reports.choose') : t('reports.refresh')}
            </Button>
          }
        >
          {section.isEdited ? t('reports.changedEdited') : t('reports.changedFigures')}
        </Banner>
      )}
      {isOpen ? (
        <div className={cx('fields')}>
          <TextField
            label={t('reports.heading')}
            value={title}
            onChange={(value) => {
              // A heading that is being emptied to write another is not stored until there is one.
              if (value.trim() !== '') saver.edit(id, 'title', value);
            }}
            isRequired
          />
          <RichTextEditor
            ref={editor}
            label={t('reports.text')}
            value={body}
            onChange={(doc) => saver.edit(id, 'body', isEmptyText(doc) ? null : doc)}
            onBlur={() => void saver.flush(id)}
            minHeight={120}
          />
        </div>
      ) : isEmptyText(body) ? (
        <p className={cx('none')}>{t('reports.emptyText')}</p>
      ) : (
        <div className={cx('text')}>
          <RichTextView value={body} />
        </div>
      )}
      <SectionFigures figures={section.drafted?.figures ?? []} language={report.language} />
      {isChoosing && (
        <RefreshDialog
          before={plainText(section.drafted?.body ?? null)}
          fresh={source?.text ?? null}
          isPending={refresh.isPending}
          onChoose={(choice) => refresh.mutate(choice)}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  );
}
