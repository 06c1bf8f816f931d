import { useRef, useState, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { useDomEvents } from './dom-events.ts';
import styles from './DropArea.module.css';

const cx = classes(styles);
const EVENTS = ['dragenter', 'dragover', 'dragleave', 'drop', 'paste'] as const;

export interface DroppedFiles {
  files: readonly File[];
  /** Names of folders, which are not taken. */
  folders: readonly string[];
}

/**
 * A place onto which files are dropped, or pasted while something in it has the focus. There is always a button in it
 * that does the same by a dialog.
 */
export function DropArea({
  label,
  onDrop,
  children,
}: {
  /** Names the group, e.g. what becomes of the files. */
  label: string;
  onDrop: (dropped: DroppedFiles) => void;
  children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const take = (event: Event, data: DataTransfer | null): void => {
    setOver(false);
    if (data === null || !data.types.includes('Files')) return;
    const dropped = filesOf(data);
    if (dropped.files.length + dropped.folders.length === 0) return;
    event.preventDefault();
    onDrop(dropped);
  };
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  useDomEvents(area, EVENTS, {
    dragenter: over,
    dragover: over,
    dragleave: (event) => {
      if (area.current?.contains(event.relatedTarget as Node | null) !== true) setOver(false);
    },
    drop: (event) => take(event, event.dataTransfer),
    paste: (event) => take(event, event.clipboardData),
  });
  return (
    <div ref={area} role="group" aria-label={label} className={cx('area', isOver && 'over')}>
      {children}
    </div>
  );
}

/** Files and folders of a drop. Read at once: when the event is over, the system gives no more. */
function filesOf(data: DataTransfer): DroppedFiles {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of data.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory === true) folders.push(entry.name);
    else if (file !== null) files.push(file);
  }
  return { files, folders };
}
