import { VisuallyHidden } from 'react-aria-components';
import type { CallChange, PlannedTime } from '../../../db/model/call.ts';
import type { WordPart } from '../../../db/model/word-difference.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useText, type Translate } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import styles from './Call.module.css';

const cx = classes(styles);

/** What changed, one line each; changed texts with the words that went and came. */
export function ChangeList({ changes }: { changes: readonly CallChange[] }) {
  const t = useText();
  const format = useFormat();
  return (
    <ul className={cx('changes')}>
      {changes.map((change, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list is drawn anew as a whole
        <li key={index}>
          <span className={cx('what')}>{t(`call.change.${change.kind}`)}</span>{' '}
          <span>{describe(change, t, format)}</span>
          {'words' in change && <Words parts={change.words} />}
        </li>
      ))}
    </ul>
  );
}

function describe(change: CallChange, t: Translate, format: Format): string {
  const fromTo = (before: string, after: string): string =>
    t('call.change.fromTo', {
      before: before || t('call.change.none'),
      after: after || t('call.change.none'),
    });
  const planned = ({ heldOn, plannedStart, plannedEnd }: PlannedTime): string =>
    [
      format.dateWithWeekday(heldOn),
      [plannedStart, plannedEnd].flatMap((time) => (time === null ? [] : [format.time(time)])).join('–'),
    ]
      .filter(Boolean)
      .join(' ');
  switch (change.kind) {
    case 'time':
      return fromTo(planned(change.before), planned(change.after));
    case 'place':
    case 'remoteLink':
      return fromTo(change.before, change.after);
    case 'moved':
      return t('call.change.sections', {
        title: change.title,
        before: change.from,
        after: change.to,
      });
    case 'diaryNumber':
      return `${change.title}: ${fromTo(change.before ?? '', change.after ?? '')}`;
    case 'renamed':
      return '';
    case 'added':
    case 'removed':
    case 'account':
    case 'proposal':
      return change.title;
    case 'attachmentAdded':
    case 'attachmentRemoved':
    case 'attachmentChanged':
      return t('call.change.attachment', { number: change.number, title: change.title });
  }
}

/** Words that stayed, went and came; told apart by more than their colour. */
function Words({ parts }: { parts: readonly WordPart[] }) {
  const t = useText();
  return (
    <span className={cx('words')}>
      {shortened(parts).map(({ kind, text }, index) => {
        // oxlint-disable-next-line react/no-array-index-key -- the text is drawn anew as a whole
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the text is drawn anew as a whole
          <Tag key={index} className={cx(kind)}>
            <VisuallyHidden elementType="span">
              {t(kind === 'added' ? 'call.addedWords' : 'call.removedWords')}{' '}
            </VisuallyHidden>
            {text}
          </Tag>
        );
      })}
    </span>
  );
}

/** How much of what stayed is shown around a change, in letters. */
const AROUND = 60;

/** Of a long stretch that stayed only what is next to a change. */
function shortened(parts: readonly WordPart[]): WordPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same' || part.text.length <= 2 * AROUND) return part;
    const head = index === 0 ? '' : part.text.slice(0, AROUND);
    const tail = index === parts.length - 1 ? '' : part.text.slice(-AROUND);
    return { kind: 'same', text: `${head} … ${tail}` };
  });
}
