import { useState } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { toClientError } from '../../api/client-error.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Opened } from './PackageScreen.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);
type Review = Outputs['archive']['reviewImport'];

/** A term of an open package into the live database: looked at first, then brought in as a new board. */
export function ImportDialog({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const [termId, setTermId] = useState(opened.terms[0]?.id ?? '');
  const [review, setReview] = useState<Review | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const term = opened.terms.find(({ id }) => id === termId);
  const input = { sessionId: opened.sessionId, boardId: term?.boardId ?? '', termId };
  const look = async (): Promise<void> => {
    setProblem(null);
    setReading(true);
    try {
      setReview(await api.archive.reviewImport.mutate(input));
    } catch (thrown) {
      setProblem(toClientError(thrown).message);
    }
    setReading(false);
  };
  const bringIn = useMutationWithFeedback(() => api.archive.importTerm.mutate(input), {
    done: t('archive.import.done', { name: review?.board.shortName ?? '' }),
    undo: ({ id }) => api.archive.removeImport.mutate({ id }),
    onSuccess: onClose,
  });
  const names = new Map(opened.boards.map((board) => [board.id, board.shortName]));
  const count = (name: keyof Review['counts']): string => format.number(review?.counts[name] ?? 0);
  return (
    <Dialog
      isOpen
      title={t('archive.import.title')}
      lead={t('archive.import.lead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {review ? (
            <Button variant="primary" isPending={bringIn.isPending} onPress={() => bringIn.mutate(undefined)}>
              {t('archive.import.run')}
            </Button>
          ) : (
            <Button
              variant="primary"
              isDisabled={term === undefined || isReading}
              onPress={() => void look()}
            >
              {t('archive.import.review')}
            </Button>
          )}
        </>
      }
    >
      <div className={cx('stack')}>
        <Select
          label={t('archive.import.term')}
          value={termId}
          onChange={(id) => {
            setTermId(id);
            setReview(null);
            setProblem(null);
          }}
          options={opened.terms.map((one) => ({
            id: one.id,
            label: `${names.get(one.boardId) ?? ''} ${format.date(one.startsOn)}–${format.date(one.endsOn)}`,
          }))}
        />
        {isReading && <ProgressBar label={t('archive.import.reviewing')} />}
        {problem !== null && (
          <Banner tone="danger" isAlert>
            {problem}
          </Banner>
        )}
        {review && (
          <Banner title={t('archive.import.newBoard', { name: review.board.shortName })}>
            <p>
              {t('archive.import.counts', {
                meetings: count('meetings'),
                items: count('items'),
                persons: count('persons'),
                organisations: count('organisations'),
                matched: count('organisationsMatched'),
                tasks: count('tasks'),
              })}
            </p>
            <p>
              {t('archive.import.persons')} {t('archive.import.hashes')}
            </p>
            {review.warnings.length > 0 && (
              <>
                <p>{t('archive.import.warnings', { count: review.warnings.length })}</p>
                <ul>
                  {review.warnings.map(({ subject, text }) => (
                    <li key={`${subject} ${text}`}>
                      {subject}: {text}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
