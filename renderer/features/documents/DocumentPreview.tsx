import { useEffect, useMemo, useRef, useState } from 'react';
import { LANGUAGES } from '../../../db/model/language.ts';
import { DOCUMENT_KINDS } from '../../../db/model/printable.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import { useRoute } from '../../ui/navigation.ts';
import { Toolbar, ToolbarSpacer } from '../../ui/Page.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './DocumentPreview.module.css';
import {
  choiceInput,
  chooseDocument,
  KINDS_WITH_ITEMS,
  MINUTES,
  useDocumentChoice,
} from './document-choice.ts';
import { ExtractDialog } from './ExtractDialog.tsx';
import { SaveDocumentDialog } from './SaveDocumentDialog.tsx';
import { SecrecyDialog } from './SecrecyDialog.tsx';
import { chooseDocumentLanguage, exportDocument, useExports } from './export-document.ts';
import { Paper } from './Paper.tsx';

const cx = classes(styles);

export interface DocumentPreviewProps {
  meetingId: string;
  /** Beside the live minutes: narrow, and it follows the item being dealt with. */
  isBeside?: boolean;
  /** The item to show; the meeting's current one unless given. */
  currentItemId?: string | null;
}

/** The minutes as paper, true to the record as it changes, and the way to a file. */
export function DocumentPreview({ meetingId, isBeside = false, currentItemId }: DocumentPreviewProps) {
  const t = useText();
  const route = useRoute();
  const scroller = useRef<HTMLDivElement>(null);
  const topics = ['meetings', `meeting:${meetingId}`];
  const meeting = useTopicQuery([`meeting:${meetingId}`], ['meetings.get', meetingId], () =>
    api.meetings.get.query({ meetingId }),
  ).data;
  const chosen = useExports(({ languages }) => languages[meetingId]);
  const underWay = useExports((state) => state.underWay);
  const language = chosen ?? meeting?.language ?? 'fi';
  const ownChoice = useDocumentChoice(meetingId);
  const choice = isBeside ? MINUTES : ownChoice;
  const [dialog, setDialog] = useState<'extract' | 'secrecy' | 'save' | null>(null);
  const isIncomplete = choice.kind === 'extract' && choice.itemIds.length === 0;
  const { data: document, error } = useTopicQuery(
    choice.kind === 'tasks' ? [...topics, 'tasks'] : topics,
    ['minutes.preview', meetingId, language, choice.kind, choice.itemIds.join(' '), String(choice.voters)],
    () => api.minutes.preview.query({ meetingId, language, ...choiceInput(choice) }),
    { keepPrevious: true, enabled: meeting !== undefined && !isIncomplete },
  );

  const items = meeting?.items;
  const wanted =
    currentItemId ??
    (isBeside
      ? meeting?.currentItemId
      : route.name === 'meeting' && route.id === meetingId
        ? route.item
        : null);
  const place = items?.findIndex(({ id }) => id === wanted) ?? -1;

  const show = (index: number): void => {
    const target = scroller.current?.querySelector<HTMLElement>(`[data-item="${index}"]`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  };
  // To the item when it changes or when the document first comes; never because the text was refreshed.
  const isThere = document !== undefined;
  useEffect(() => {
    if (isThere && place >= 0) show(place);
  }, [isThere, place]);

  const options = useMemo(
    () => (items ?? []).map(({ id, sectionLabel, title }) => ({ id, label: `${sectionLabel} ${title}` })),
    [items],
  );

  return (
    <div className={cx('preview', isBeside && 'beside')}>
      <div className={cx('bar')}>
        <Toolbar label={t('documents.preview')}>
          {!isBeside && (
            <Select
              label={t('documents.kindLabel')}
              hideLabel
              width="m"
              value={choice.kind}
              options={DOCUMENT_KINDS.map((id) => ({ id, label: t(`documents.kind.${id}`) }))}
              onChange={(kind) => {
                if (kind === 'extract') setDialog('extract');
                else chooseDocument(meetingId, { kind });
              }}
            />
          )}
          {choice.kind === 'extract' && (
            <Button variant="quiet" onPress={() => setDialog('extract')}>
              {t('documents.sections')}
            </Button>
          )}
          {options.length > 0 && KINDS_WITH_ITEMS.has(choice.kind) && (
            <Select
              label={t('documents.jump')}
              hideLabel
              width={isBeside ? 's' : 'm'}
              value={null}
              placeholder={t('documents.jump')}
              options={options}
              onChange={(id) => show(options.findIndex((option) => option.id === id))}
            />
          )}
          <Select
            label={t('documents.language')}
            hideLabel
            width="s"
            value={language}
            onChange={(next) => chooseDocumentLanguage(meetingId, next)}
            options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
          />
          <ToolbarSpacer />
          {!isBeside && options.length > 0 && (
            <Button variant="quiet" onPress={() => setDialog('secrecy')}>
              {t('documents.secrecy')}
            </Button>
          )}
          <Menu
            label={t('documents.otherFormats')}
            entries={[
              {
                id: 'attachments',
                label: t('documents.saveWithAttachments'),
                icon: 'folder',
                run: () => void exportDocument(meetingId, 'pdf', choice, { withAttachments: true }),
              },
              {
                id: 'other',
                label: t('documents.saveOther'),
                run: () => setDialog('save'),
              },
            ]}
          >
            {isBeside ? (
              <IconButton icon="more" label={t('documents.otherFormats')} />
            ) : (
              <Button iconAfter="chevronDown" variant="quiet">
                {t('documents.otherFormats')}
              </Button>
            )}
          </Menu>
          {isBeside ? (
            <IconButton
              icon="download"
              label={t('documents.savePdf')}
              shortcut="Ctrl+E"
              isPending={underWay !== null}
              onPress={() => void exportDocument(meetingId, 'pdf', choice)}
            />
          ) : (
            <Button
              icon="download"
              isPending={underWay !== null}
              onPress={() => void exportDocument(meetingId, 'pdf', choice)}
            >
              {t('documents.savePdf')}
            </Button>
          )}
        </Toolbar>
        {underWay?.meetingId === meetingId && (
          <ProgressBar label={t('documents.exporting', { name: underWay.name })} />
        )}
      </div>
      {dialog === 'extract' && items && (
        <ExtractDialog meetingId={meetingId} items={items} choice={choice} onClose={() => setDialog(null)} />
      )}
      {dialog === 'save' && (
        <SaveDocumentDialog
          meetingId={meetingId}
          choice={choice}
          language={language}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'secrecy' && options[0] && (
        <SecrecyDialog
          meetingId={meetingId}
          items={items ?? []}
          firstId={options[Math.max(place, 0)]?.id ?? options[0].id}
          onClose={() => setDialog(null)}
        />
      )}
      {error && (
        <Banner tone="danger" title={t('documents.loadFailed')} isAlert>
          {error.message}
        </Banner>
      )}
      <div
        ref={scroller}
        className={cx('desk')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by Tab
        tabIndex={0}
        role="region"
        aria-label={t('documents.preview')}
      >
        {meeting && language !== meeting.language && (
          <p className={cx('note')}>{t('documents.translated')}</p>
        )}
        {document && <Paper document={document} />}
      </div>
    </div>
  );
}
