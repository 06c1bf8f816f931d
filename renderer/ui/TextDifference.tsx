import { useMemo } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { wordDifference } from '../../db/model/word-difference.ts';
import { useText } from '../i18n/language.ts';
import { classes } from './classes.ts';
import styles from './TextDifference.module.css';

const cx = classes(styles);

/**
 * Two texts as one, with what was added and removed between them: underlined and struck through, in colour, and told
 * in words to who does not see it.
 */
export function TextDifference({ before, after }: { before: string; after: string }) {
  const t = useText();
  const segments = useMemo(() => wordDifference(before, after), [before, after]);
  return (
    <p className={cx('text')}>
      {segments.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={key} className={cx(kind)}>
            <VisuallyHidden elementType="span">{t(`writing.difference.${kind}`)} </VisuallyHidden>
            {text}
            <VisuallyHidden elementType="span"> ({t(`writing.difference.${kind}End`)}) </VisuallyHidden>
          </Mark>
        );
      })}
    </p>
  );
}
