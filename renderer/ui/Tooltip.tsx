import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger as AriaTooltipTrigger } from 'react-aria-components/Tooltip';
import { classes } from './classes.ts';
import styles from './Tooltip.module.css';

const cx = classes(styles);

/** Wraps a focusable control and its `Tooltip`. Shown on focus at once, on hover after a moment. */
export function TooltipTrigger({ children }: { children: [ReactElement, ReactElement] }) {
  return (
    <AriaTooltipTrigger delay={600} closeDelay={80}>
      {children}
    </AriaTooltipTrigger>
  );
}

/** A few words about a control. Never the only place of a fact. */
export function Tooltip({ children }: { children: ReactNode }) {
  return (
    <AriaTooltip offset={6} className={cx('tooltip')}>
      {children}
    </AriaTooltip>
  );
}
