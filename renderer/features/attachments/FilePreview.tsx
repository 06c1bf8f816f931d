import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { previewKind } from '../../../db/model/media-type.ts';
import { toClientError } from '../../api/client-error.ts';
import { readStoredFile } from '../../api/stored-file.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './Attachments.module.css';
import { saveCopy } from './copies.ts';

const cx = classes(styles);

const PdfView = lazy(async () => ({ default: (await import('../../ui/pdf/PdfView.tsx')).PdfView }));

export interface PreviewedFile {
  sha256: string;
  name: string;
  mediaType: string;
  byteSize: number;
  title: string;
}

/** A stored file in the window: a picture, the pages of a PDF, or plain text. */
export function FilePreview({ file, onClose }: { file: PreviewedFile; onClose: () => void }) {
  const t = useText();
  const { content, done, problem } = useContent(file);
  return (
    <Dialog
      isOpen
      width="full"
      title={file.title}
      lead={file.name}
      onClose={onClose}
      actions={
        <>
          <Button icon="download" onPress={() => void saveCopy(file)}>
            {t('attachments.saveCopy')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      {problem !== null && (
        <Banner tone="danger" isAlert>
          {problem}
        </Banner>
      )}
      {content === null && problem === null && (
        <ProgressBar label={t('attachments.reading', { name: file.name })} value={done} />
      )}
      {content !== null && <Shown file={file} content={content} />}
    </Dialog>
  );
}

function Shown({ file, content }: { file: PreviewedFile; content: Uint8Array<ArrayBuffer> }) {
  const t = useText();
  switch (previewKind(file.mediaType)) {
    case 'image':
      return <Picture file={file} content={content} />;
    case 'pdf':
      return (
        <Suspense fallback={<p className={cx('quiet')}>{t('common.loading')}</p>}>
          <PdfView content={content} label={file.title} />
        </Suspense>
      );
    case 'text':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by Tab
        <pre className={cx('text')} tabIndex={0} aria-label={file.title}>
          {textOf(content)}
        </pre>
      );
    case null:
      return <p>{t('attachments.noPreview')}</p>;
  }
}

function Picture({ file, content }: { file: PreviewedFile; content: Uint8Array<ArrayBuffer> }) {
  const t = useText();
  const image = useRef<HTMLImageElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([content], { type: file.mediaType }));
    if (image.current !== null) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [content, file.mediaType]);
  if (isBroken) return <Banner tone="danger">{t('attachments.brokenPicture')}</Banner>;
  return (
    <div className={cx('pictureDesk')}>
      <img ref={image} className={cx('picture')} alt={file.title} onError={() => setBroken(true)} />
    </div>
  );
}

/** UTF-8 when it is that, else the encoding of old Windows programs. At most a million characters are drawn. */
function textOf(content: Uint8Array): string {
  const decoded = (() => {
    if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
    if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(content);
    } catch {
      return new TextDecoder('windows-1252').decode(content);
    }
  })();
  return decoded.slice(0, 1_000_000);
}

function useContent(file: PreviewedFile): {
  content: Uint8Array<ArrayBuffer> | null;
  done: number;
  problem: string | null;
} {
  const [content, setContent] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const [done, setDone] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    readStoredFile(file.sha256, file.byteSize, { signal: giveUp.signal, onProgress: setDone }).then(
      (bytes) => {
        if (!giveUp.signal.aborted) setContent(bytes);
      },
      (thrown: unknown) => {
        if (!giveUp.signal.aborted) setProblem(toClientError(thrown).message);
      },
    );
    return () => giveUp.abort();
  }, [file.sha256, file.byteSize]);
  return { content, done, problem };
}
