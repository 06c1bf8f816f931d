import { useId, type ReactNode } from 'react';
import { ButtonSize } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Panel.module.css';

const cx = classes(styles);

/** A sheet on the desk with a heading of its own. `isFlush`: a list or table up to its edges. */
export function Panel({
  title,
  actions,
  children,
  isFlush = false,
  level = 2,
}: {
  title?: string;
  actions?: ReactNode;
  children: ReactNode;
  isFlush?: boolean;
  level?: 2 | 3;
}) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={cx('panel')} {...(title ? { 'aria-labelledby': id } : {})}>
      {title && (
        <div className={cx('head')}>
          <Heading id={id} className={cx('title')}>
            {title}
          </Heading>
          <ButtonSize value="s">{actions}</ButtonSize>
        </div>
      )}
      <div className={cx('body', isFlush && 'flush')}>{children}</div>
    </section>
  );
}
