import type { ReactNode } from 'react';

/** What scrolls and may hold nothing that takes the focus: Tab reaches it, so that the arrow keys scroll it. */
export function ScrollArea({
  label,
  className,
  children,
}: {
  label: string;
  className: string;
  children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by Tab
    <div className={className} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
