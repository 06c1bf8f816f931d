/**
 * Versions of an item's texts (versiohistoria), derived from the log: saves of one writer that follow each other make
 * one writing session. Pure.
 */
import type { TextPart } from './meeting.ts';
import { TEXT_PARTS } from './meeting.ts';

export const HISTORY_PARTS = ['title', ...TEXT_PARTS] as const satisfies readonly ('title' | TextPart)[];
export type HistoryPart = (typeof HISTORY_PARTS)[number];

/** A row of the log that concerns the texts of an item. */
export interface LoggedSave {
  /** Of the log, growing. */
  id: number;
  /** ISO instant. */
  at: string;
  actor: string;
  procedure: string;
  /** The item was made by it, e.g. from a template. */
  created: boolean;
  parts: readonly HistoryPart[];
}

/** One writing session (kirjoituskerta), or one restoring of an older text. */
export interface ItemRevision {
  /** The last row of the log in it. */
  id: number;
  /** The first row. */
  firstId: number;
  /** ISO instants of the first and the last save. */
  from: string;
  to: string;
  actor: string;
  restored: boolean;
  /** The item as it was made; writing begins after it. */
  created: boolean;
  parts: HistoryPart[];
}

/** A pause after which writing on is another session, milliseconds. */
const SESSION_PAUSE = 10 * 60_000;
/** A session does not go on for longer than this, however busy it is. */
const LONGEST_SESSION = 60 * 60_000;
/** The procedure under which a restored text is logged. */
const RESTORE_PROCEDURE = 'history.restore';

/** @param saves in the order of the log */
export function writingSessions(saves: readonly LoggedSave[]): ItemRevision[] {
  const sessions: ItemRevision[] = [];
  for (const save of saves) {
    if (save.parts.length === 0) continue;
    const last = sessions.at(-1);
    const at = Date.parse(save.at);
    const restored = save.procedure === RESTORE_PROCEDURE;
    if (
      last !== undefined &&
      !restored &&
      !last.restored &&
      !last.created &&
      last.actor === save.actor &&
      at - Date.parse(last.to) < SESSION_PAUSE &&
      at - Date.parse(last.from) < LONGEST_SESSION
    ) {
      last.id = save.id;
      last.to = save.at;
      last.parts = HISTORY_PARTS.filter((part) => last.parts.includes(part) || save.parts.includes(part));
    } else
      sessions.push({
        id: save.id,
        firstId: save.id,
        from: save.at,
        to: save.at,
        actor: save.actor,
        restored,
        created: save.created,
        parts: HISTORY_PARTS.filter((part) => save.parts.includes(part)),
      });
  }
  return sessions;
}
