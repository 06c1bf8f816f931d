import { Banner } from './Banner.tsx';
import { classes } from './classes.ts';
import parts from './Parts.module.css';

const cx = classes(parts);

/** What asks for attention on a card; nothing where nothing does. */
export function FlagList({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Banner tone="warning" title={title}>
      <ul className={cx('flags')}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Banner>
  );
}
