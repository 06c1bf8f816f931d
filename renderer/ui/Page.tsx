import { useEffect, type ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import { classes } from './classes.ts';
import styles from './Page.module.css';

const cx = classes(styles);

export interface PageHeaderProps {
  /** The one `<h1>` of the screen; also the title of the window. */
  title: string;
  /** A small line above the title: where this belongs. */
  eyebrow?: ReactNode;
  /** Under the title: count, state, dates. */
  lead?: ReactNode;
  /** Buttons at the right, the primary one last. */
  actions?: ReactNode;
}

function PageHeader({ title, eyebrow, lead, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} – Pykälä`;
  }, [title]);
  return (
    <header className={cx('header')}>
      <div className={cx('heading')}>
        {eyebrow && <div className={cx('eyebrow')}>{eyebrow}</div>}
        <h1 className={cx('title')} tabIndex={-1} data-page-title>
          {title}
        </h1>
        {lead && <div className={cx('lead')}>{lead}</div>}
      </div>
      {actions && <div className={cx('actions')}>{actions}</div>}
    </header>
  );
}

export interface PageProps extends PageHeaderProps {
  children: ReactNode;
  /**
   * `scroll` (default): the body scrolls. `fill`: it has the height that is left, for a grid. `bare`: the same
   * without margins, for a `SplitPane`. `narrow`: scrolls, for forms and text.
   */
  layout?: 'scroll' | 'fill' | 'bare' | 'narrow';
}

/** A screen: header and body. */
export function Page({ children, layout = 'scroll', ...header }: PageProps) {
  return (
    <div className={cx('page')}>
      <PageHeader {...header} />
      <div
        className={cx(
          'body',
          (layout === 'fill' || layout === 'bare') && 'fill',
          layout === 'bare' && 'bare',
          layout === 'narrow' && 'narrow',
        )}
      >
        {children}
      </div>
    </div>
  );
}

/** Controls over a list: search, filters, and after a `ToolbarSpacer` the rest. ← and → move between buttons. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className={cx('toolbar')}>
      {children}
    </AriaToolbar>
  );
}

export function ToolbarSpacer() {
  return <span className={cx('spacer')} />;
}
