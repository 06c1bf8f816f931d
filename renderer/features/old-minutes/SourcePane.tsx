import { lazy, memo, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { PAGE_BREAK, pageOf, type Span } from '../../../db/model/old-minutes.ts';
import { toClientError } from '../../api/client-error.ts';
import { readStoredFile } from '../../api/stored-file.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { classes } from '../../ui/classes.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './OldMinutes.module.css';
import type { OldMinutes } from './use-review.ts';

const cx = classes(styles);
const PdfView = lazy(async () => ({ default: (await import('../../ui/pdf/PdfView.tsx')).PdfView }));

/** The original: its text with the place of the chosen field marked, and the pages of a PDF. */
export function SourcePane({ minutes, at }: { minutes: OldMinutes; at: Span | null }) {
  const t = useText();
  const [tab, setTab] = useState<'text' | 'pages'>('text');
  const text = <SourceText text={minutes.text} at={at} />;
  if (minutes.file.mediaType !== 'application/pdf') return <div className={cx('source')}>{text}</div>;
  return (
    <div className={cx('source')}>
      <Tabs
        label={t('oldMinutes.original')}
        selected={tab}
        onChange={setTab}
        fill
        tabs={[
          { id: 'text', label: t('oldMinutes.text'), content: text },
          {
            id: 'pages',
            label: t('oldMinutes.pages'),
            content: (
              <SourcePages
                minutes={minutes}
                page={at === null ? undefined : pageOf(minutes.text, at.start)}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

function pagesOf(text: string): { start: number; content: string }[] {
  const pages: { start: number; content: string }[] = [];
  let start = 0;
  for (const content of text.split(PAGE_BREAK)) {
    pages.push({ start, content });
    start += content.length + PAGE_BREAK.length;
  }
  return pages;
}

function SourceText({ text, at }: { text: string; at: Span | null }) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const pages = useMemo(() => pagesOf(text), [text]);
  // What was laid out in columns keeps them; a text of long paragraphs is wrapped.
  const isLaidOut = useMemo(() => text.split(/[\n\f]/).every((line) => line.length <= 240), [text]);
  useEffect(() => {
    if (at !== null)
      scroller.current?.querySelector('mark')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [at]);
  return (
    <div
      ref={scroller}
      className={cx('textDesk')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by Tab
      tabIndex={0}
      role="region"
      aria-label={t('oldMinutes.text')}
    >
      {pages.map(({ start, content }, index) => {
        const from = at === null ? -1 : at.start - start;
        const to = at === null ? -1 : Math.min(at.end - start, content.length);
        const isHere = from >= 0 && from < content.length && to > from;
        return (
          <SourcePage
            key={start}
            content={content}
            from={isHere ? from : -1}
            to={isHere ? to : -1}
            isLaidOut={isLaidOut}
            label={pages.length > 1 ? t('oldMinutes.page', { page: index + 1, count: pages.length }) : null}
          />
        );
      })}
    </div>
  );
}

const SourcePage = memo(function SourcePage({
  content,
  from,
  to,
  isLaidOut,
  label,
}: {
  content: string;
  from: number;
  to: number;
  isLaidOut: boolean;
  label: string | null;
}) {
  return (
    <>
      {label !== null && <p className={cx('pageLabel')}>{label}</p>}
      <pre className={cx('pageText', !isLaidOut && 'wrapped')}>
        {from === -1 ? (
          content
        ) : (
          <>
            {content.slice(0, from)}
            <mark className={cx('mark')}>{content.slice(from, to)}</mark>
            {content.slice(to)}
          </>
        )}
      </pre>
    </>
  );
});

function SourcePages({ minutes, page }: { minutes: OldMinutes; page: number | undefined }) {
  const t = useText();
  const [content, setContent] = useState<Uint8Array | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { sha256, byteSize } = minutes.file;
  useEffect(() => {
    const giveUp = new AbortController();
    readStoredFile(sha256, byteSize, { signal: giveUp.signal }).then(
      (bytes) => {
        if (!giveUp.signal.aborted) setContent(bytes);
      },
      (thrown: unknown) => {
        if (!giveUp.signal.aborted) setProblem(toClientError(thrown).message);
      },
    );
    return () => giveUp.abort();
  }, [sha256, byteSize]);
  if (problem !== null) return <Banner tone="danger">{problem}</Banner>;
  const waiting = <p className={cx('quiet')}>{t('common.loading')}</p>;
  return content === null ? (
    waiting
  ) : (
    <Suspense fallback={waiting}>
      <PdfView content={content} label={minutes.fileName} page={page} />
    </Suspense>
  );
}
