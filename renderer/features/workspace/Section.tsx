import { useId, type ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import { Keys } from '../../ui/Keys.tsx';
import styles from './Section.module.css';

const cx = classes(styles);

/** A part of an item: a small heading and what belongs to it. */
export function Section({
  title,
  shortcut,
  hint,
  actions,
  children,
  isWritten = false,
}: {
  title: string;
  shortcut?: string;
  /** After the title. */
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Holds an editor, whose tools come into the line of the title. */
  isWritten?: boolean;
}) {
  const id = useId();
  return (
    <section className={cx('section', isWritten && 'written')} aria-labelledby={id}>
      <div className={cx('head')}>
        <h3 id={id} className={cx('title')}>
          {title}
        </h3>
        {shortcut !== undefined && <Keys shortcut={shortcut} />}
        {hint}
        <span className={cx('spring')} />
        {actions}
      </div>
      {children}
    </section>
  );
}

/** One entry of a section: words, and buttons at the right. */
export function Entry({
  children,
  actions,
  tone,
}: {
  children: ReactNode;
  actions?: ReactNode;
  tone?: 'warning' | 'off' | undefined;
}) {
  return (
    <li className={cx('entry', tone)}>
      <div className={cx('words')}>{children}</div>
      {actions !== undefined && <div className={cx('actions')}>{actions}</div>}
    </li>
  );
}

export function Entries({ children }: { children: ReactNode }) {
  return <ul className={cx('entries')}>{children}</ul>;
}

/** Fields for a new entry, in the place where it will be. */
export function InlineForm({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={cx('form')}>
      {children}
    </div>
  );
}

export function InlineRow({ children }: { children: ReactNode }) {
  return <div className={cx('row')}>{children}</div>;
}

export function Muted({ children }: { children: ReactNode }) {
  return <span className={cx('muted')}>{children}</span>;
}
