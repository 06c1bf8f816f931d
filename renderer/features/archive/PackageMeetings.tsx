import { lazy, Suspense, useMemo, useState } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Marked } from '../../ui/Marked.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { ScrollArea } from '../../ui/ScrollArea.tsx';
import type { Opened } from './PackageScreen.tsx';
import { SaveMinutesDialog } from './SaveMinutesDialog.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);
const PdfView = lazy(async () => ({ default: (await import('../../ui/pdf/PdfView.tsx')).PdfView }));

type Meeting = Opened['meetings'][number];
type Hit = Outputs['archive']['search']['hits'][number];

/** Meetings of a package: found by words, read as the minutes that the package holds. */
export function PackageMeetings({ opened }: { opened: Opened }) {
  const t = useText();
  const format = useFormat();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(
    () => (opened.meetings.find(({ documents }) => documents.length > 0) ?? opened.meetings[0])?.id ?? null,
  );
  const [item, setItem] = useState<string | null>(null);
  const { data: found, error } = useTopicQuery(
    [],
    ['archive.search', opened.sessionId, text],
    () => api.archive.search.query({ sessionId: opened.sessionId, text }),
    { enabled: text.trim() !== '', keepPrevious: true },
  );
  const boards = new Map(opened.boards.map((board) => [board.id, board.shortName]));
  const meeting = opened.meetings.find(({ id }) => id === chosen);
  const choose = (id: string, itemId: string | null): void => {
    setChosen(id);
    setItem(itemId);
  };
  if (opened.meetings.length === 0) return <EmptyState title={t('archive.view.noMeetings')} />;
  return (
    <div className={cx('split')}>
      <div className={cx('column')}>
        <SearchField label={t('archive.view.search')} value={text} onChange={setText} />
        {error && (
          <Banner tone="danger" isAlert>
            {error.message}
          </Banner>
        )}
        {text.trim() !== '' && found ? (
          <Panel title={t('archive.view.hits', { count: found.total })} isFlush>
            {found.total === 0 && <p className={cx('note')}>{t('archive.view.noHits')}</p>}
            {found.hits.map((hit) => (
              <HitChoice
                key={hit.itemId}
                hit={hit}
                isChosen={hit.itemId === item}
                onChoose={() => choose(hit.meetingId, hit.itemId)}
              />
            ))}
          </Panel>
        ) : (
          <Panel isFlush>
            {opened.meetings.map((one) => (
              <button
                key={one.id}
                type="button"
                className={cx('choice')}
                aria-pressed={one.id === chosen}
                onClick={() => choose(one.id, null)}
              >
                <span>
                  {boards.get(one.boardId)} {one.number}/{one.year}
                </span>
                <span className={cx('detail')}>
                  {[format.date(one.heldOn), one.place].filter((part) => part !== '').join(', ')}
                </span>
              </button>
            ))}
          </Panel>
        )}
      </div>
      <ScrollArea className={cx('column')} label={t('archive.view.meetings')}>
        {meeting ? (
          <MeetingView key={meeting.id} opened={opened} meeting={meeting} item={item} />
        ) : (
          <EmptyState title={t('archive.view.chooseMeeting')}>
            {t('archive.view.chooseMeetingBody')}
          </EmptyState>
        )}
      </ScrollArea>
    </div>
  );
}

function HitChoice({ hit, isChosen, onChoose }: { hit: Hit; isChosen: boolean; onChoose: () => void }) {
  const format = useFormat();
  return (
    <button type="button" className={cx('choice')} aria-pressed={isChosen} onClick={onChoose}>
      <span>
        {hit.section === null ? '' : `§ ${hit.section} `}
        {hit.title}
      </span>
      <span className={cx('detail')}>
        {hit.number}/{hit.year}, {format.date(hit.heldOn)}
      </span>
      <span className={cx('detail')}>
        <Marked text={hit.snippet.text} ranges={hit.snippet.matches.map(({ start, end }) => [start, end])} />
      </span>
    </button>
  );
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function MeetingView({ opened, meeting, item }: { opened: Opened; meeting: Meeting; item: string | null }) {
  const t = useText();
  const number = `${meeting.number}/${meeting.year}`;
  const [isSaving, setSaving] = useState(false);
  const hasMinutes = meeting.state === 'closed' || meeting.state === 'examined';
  const pdf = meeting.documents.find(({ path }) => path.endsWith('.pdf') && path.includes('/poytakirjat/'));
  return (
    <>
      {item !== null && <ItemView sessionId={opened.sessionId} id={item} />}
      <Panel
        title={t('archive.view.documents')}
        actions={
          hasMinutes && (
            <Button icon="download" onPress={() => setSaving(true)}>
              {t('archive.saveAs.open')}
            </Button>
          )
        }
      >
        {meeting.documents.length === 0 && <p className={cx('none')}>{t('archive.view.noMinutes')}</p>}
        <Documents sessionId={opened.sessionId} documents={meeting.documents} />
      </Panel>
      {pdf && (
        <Minutes
          sessionId={opened.sessionId}
          path={pdf.path}
          label={t('archive.view.inDocument', { number })}
        />
      )}
      {isSaving && (
        <SaveMinutesDialog
          sessionId={opened.sessionId}
          meetingId={meeting.id}
          number={number}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}

/** Files with a button each that saves one as it is in the package. */
export function Documents({
  sessionId,
  documents,
  showPath = false,
}: {
  sessionId: string;
  documents: readonly { path: string; bytes: number }[];
  showPath?: boolean;
}) {
  const t = useText();
  const format = useFormat();
  return (
    <ul className={cx('list')}>
      {documents.map(({ path, bytes }) => (
        <li key={path} className={cx('entry')}>
          <div className={cx('words')}>
            <span>{showPath ? path : nameOf(path)}</span>
            <span className={cx('detail')}>{format.bytes(bytes)}</span>
          </div>
          <Button
            size="s"
            variant="quiet"
            icon="download"
            aria-label={t('archive.view.saveFile', { name: nameOf(path) })}
            onPress={() =>
              void saveFile('any', nameOf(path), (target) =>
                api.archive.saveFile.mutate({ sessionId, path, target }),
              )
            }
          >
            {t('archive.view.save')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function ItemView({ sessionId, id }: { sessionId: string; id: string }) {
  const t = useText();
  const { data } = useTopicQuery([], ['archive.item', sessionId, id], () =>
    api.archive.item.query({ sessionId, id }),
  );
  if (!data) return null;
  return (
    <Panel title={data.title}>
      <div className={cx('stack')}>
        {data.parts.map(({ name, text }) => (
          <section key={name}>
            <h3>{t(`archive.view.part.${name}`)}</h3>
            <p className={cx('part')}>{text}</p>
          </section>
        ))}
      </div>
    </Panel>
  );
}

function Minutes({ sessionId, path, label }: { sessionId: string; path: string; label: string }) {
  const { data, error } = useTopicQuery([], ['archive.file', sessionId, path], () =>
    api.archive.file.query({ sessionId, path }),
  );
  const content = useMemo(() => (data ? new Uint8Array(data) : null), [data]);
  if (error) return <Banner tone="danger">{error.message}</Banner>;
  return (
    <div className={cx('paper')}>
      <Suspense>{content && <PdfView content={content} label={label} />}</Suspense>
    </div>
  );
}
