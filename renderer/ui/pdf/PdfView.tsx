import { useEffect, useRef, useState } from 'react';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../Banner.tsx';
import { IconButton } from '../Button.tsx';
import { classes } from '../classes.ts';
import { useDomEvents } from '../dom-events.ts';
import styles from './PdfView.module.css';

const cx = classes(styles);

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href;

/** Steps of enlargement; 1 fits the width. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
/** A page is never drawn with more points than this, whatever its size. */
const MOST_POINTS = 16_000_000;

type Problem = 'locked' | 'broken';

/**
 * The pages of a PDF, one at a time, drawn on a canvas. Its scripts and forms are never run and its links lead nowhere.
 * Keys in the page: arrows left and right or Page Up and Down for pages, Home and End, plus and minus for the size.
 */
export function PdfView({
  content,
  label,
  page: wanted,
}: {
  content: Uint8Array;
  label: string;
  /** The page to show when it changes, 1 first. */
  page?: number | undefined;
}) {
  const t = useText();
  const { document, problem } = useDocument(content);
  const [page, setPage] = useState(wanted ?? 1);
  const [seen, setSeen] = useState(wanted);
  if (wanted !== seen) {
    setSeen(wanted);
    if (wanted !== undefined) setPage(wanted);
  }
  if (problem !== null)
    return (
      <Banner tone="danger" isAlert>
        {t(problem === 'locked' ? 'pdf.locked' : 'pdf.broken')}
      </Banner>
    );
  if (document === null) return <p className={cx('quiet')}>{t('common.loading')}</p>;
  return <Pages document={document} label={label} page={page} onPage={setPage} />;
}

const KEYS = ['keydown'] as const;

/** The tools and the page that is shown. */
function Pages({
  document,
  label,
  page,
  onPage,
}: {
  document: PDFDocumentProxy;
  label: string;
  page: number;
  onPage: (page: number) => void;
}) {
  const t = useText();
  const [zoom, setZoom] = useState<number>(1);
  const desk = useRef<HTMLDivElement>(null);
  const count = document.numPages;
  const shown = Math.min(Math.max(1, page), count);
  const go = (next: number): void => onPage(Math.min(Math.max(1, next), count));
  const enlarge = (by: 1 | -1): void => {
    const at = ZOOMS.findIndex((one) => one === zoom);
    setZoom(ZOOMS[Math.min(Math.max(0, at + by), ZOOMS.length - 1)] ?? 1);
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const acts: Record<string, () => void> = {
      ArrowRight: () => go(shown + 1),
      ArrowLeft: () => go(shown - 1),
      PageDown: () => go(shown + 1),
      PageUp: () => go(shown - 1),
      Home: () => go(1),
      End: () => go(count),
      '+': () => enlarge(1),
      '-': () => enlarge(-1),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  useDomEvents(desk, KEYS, { keydown });
  return (
    <div className={cx('view')}>
      <div className={cx('bar')} role="toolbar" aria-label={t('pdf.tools')}>
        <IconButton
          icon="chevronLeft"
          label={t('pdf.previous')}
          isDisabled={shown === 1}
          onPress={() => go(shown - 1)}
        />
        <span className={cx('place')} role="status">
          {t('pdf.page', { page: shown, count })}
        </span>
        <IconButton
          icon="chevronRight"
          label={t('pdf.next')}
          isDisabled={shown === count}
          onPress={() => go(shown + 1)}
        />
        <IconButton
          icon="minus"
          label={t('pdf.smaller')}
          isDisabled={zoom === ZOOMS[0]}
          onPress={() => enlarge(-1)}
        />
        <IconButton
          icon="plus"
          label={t('pdf.larger')}
          isDisabled={zoom === ZOOMS.at(-1)}
          onPress={() => enlarge(1)}
        />
      </div>
      <div
        ref={desk}
        className={cx('desk')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by Tab
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        <Page key={shown} document={document} number={shown} zoom={zoom} />
      </div>
    </div>
  );
}

function useDocument(content: Uint8Array): { document: PDFDocumentProxy | null; problem: Problem | null } {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const task = getDocument({
      // The worker takes the memory over; the caller keeps its own.
      data: content.slice(),
      // The content security policy forbids compiling; these decoders are plain script of our own origin.
      useWasm: false,
      wasmUrl: new URL('pdf/', window.document.baseURI).href,
      disableWorkerRendering: true,
      enableXfa: false,
      stopAtErrors: false,
      maxImageSize: 100_000_000,
      verbosity: 0,
    });
    let isOver = false;
    task.promise.then(
      (opened) => {
        if (!isOver) setDocument(opened);
      },
      (error: unknown) => {
        if (!isOver) setProblem((error as Error).name === 'PasswordException' ? 'locked' : 'broken');
      },
    );
    return () => {
      isOver = true;
      void task.destroy();
    };
  }, [content]);
  return { document, problem };
}

/** One page, with its text for those who do not see the drawing. */
function Page({ document, number, zoom }: { document: PDFDocumentProxy; number: number; zoom: number }) {
  const t = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState('');
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isOver = false;
    let cancel = (): void => undefined;
    const draw = async (): Promise<void> => {
      const page = await document.getPage(number);
      const target = canvas.current;
      const width = frame.current?.clientWidth ?? 0;
      if (isOver || target === null) return;
      const whole = page.getViewport({ scale: 1 });
      const scale = (Math.max(200, width) / whole.width) * zoom;
      const wantedDensity = window.devicePixelRatio || 1;
      const density = Math.min(
        wantedDensity,
        Math.sqrt(MOST_POINTS / Math.max(1, whole.width * whole.height * scale * scale)),
      );
      const viewport = page.getViewport({ scale: scale * density });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      target.style.width = `${Math.floor(viewport.width / density)}px`;
      const task = page.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      await task.promise;
      const { items } = await page.getTextContent();
      if (!isOver)
        setWords(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    };
    draw().catch((error: unknown) => {
      if (!isOver && (error as Error).name !== 'RenderingCancelledException') setBroken(true);
    });
    return () => {
      isOver = true;
      cancel();
    };
  }, [document, number, zoom]);
  return (
    <div ref={frame} className={cx('frame')}>
      {isBroken ? (
        <Banner tone="warning">{t('pdf.pageBroken')}</Banner>
      ) : (
        <canvas ref={canvas} className={cx('page')} aria-hidden="true" />
      )}
      <p className={cx('words')}>{words}</p>
    </div>
  );
}
