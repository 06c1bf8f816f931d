import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { classes } from './classes.ts';
import { useRemembered } from './navigation.ts';
import styles from './SplitPane.module.css';

const cx = classes(styles);

export interface SplitPaneProps {
  /** Remembers the width while the window lives, e.g. `meetings.live`. */
  name: string;
  start: ReactNode;
  end: ReactNode;
  /** Width of the sized pane at first, in pixels. */
  initial?: number;
  min?: number;
  max?: number;
  /** Which pane has the width; the other takes what is left. */
  sized?: 'start' | 'end';
  /** Name of the handle; `Osien leveys` unless given. */
  label?: string;
}

/** Two panes beside each other. The handle moves by pointer, ← →, Home and End; a double press sets it back. */
export function SplitPane(props: SplitPaneProps) {
  const { name, start, end, initial = 320, min = 200, max = 640, sized = 'start', label } = props;
  const t = useText();
  const id = useId();
  const [width, setWidth] = useRemembered(`split.${name}`, initial);
  const [isDragging, setDragging] = useState(false);
  const from = useRef({ x: 0, width: 0 });
  const set = (next: number): void => setWidth(Math.round(Math.min(max, Math.max(min, next))));
  const direction = sized === 'start' ? 1 : -1;

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 64 : 16;
    if (event.key === 'ArrowRight') set(width + step * direction);
    else if (event.key === 'ArrowLeft') set(width - step * direction);
    else if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(max);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent): void => {
    from.current = { x: event.clientX, width };
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (isDragging) set(from.current.width + (event.clientX - from.current.x) * direction);
  };

  return (
    <div
      className={cx('split', sized === 'end' && 'fromEnd')}
      style={{ '--first': `${width}px` } as Record<string, string>}
    >
      <div className={cx('pane')} id={sized === 'start' ? id : undefined}>
        {start}
      </div>
      <div
        className={cx('handle')}
        role="separator"
        aria-orientation="vertical"
        aria-label={label ?? t('common.resizePanels')}
        aria-controls={id}
        aria-valuenow={width}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => setDragging(false)}
        onDoubleClick={() => set(initial)}
        {...(isDragging ? { 'data-dragging': '' } : {})}
      />
      <div className={cx('pane')} id={sized === 'end' ? id : undefined}>
        {end}
      </div>
    </div>
  );
}
