/** What goes to the process that reads foreign files, and what comes back. Types only. */

export interface ExtractJob {
  bytes: Uint8Array;
  /** By the content itself, as `sniffMediaType` says. */
  mediaType: string;
}

/**
 * `EXTRACT_LOCKED`: needs a password; `EXTRACT_NO_TEXT`: only pictures; `EXTRACT_BROKEN`: cannot be read;
 * `EXTRACT_TOO_LARGE`: unpacks into too much; `EXTRACT_TIMEOUT`, `EXTRACT_CRASHED`: the process was ended or died;
 * `EXTRACT_UNKNOWN`: no kind that is read.
 */
export type ExtractCode =
  | 'EXTRACT_LOCKED'
  | 'EXTRACT_NO_TEXT'
  | 'EXTRACT_BROKEN'
  | 'EXTRACT_TOO_LARGE'
  | 'EXTRACT_TIMEOUT'
  | 'EXTRACT_CRASHED'
  | 'EXTRACT_UNKNOWN';

export type ExtractResult =
  /** Pages of a PDF are parted by form feeds. */
  { ok: true; text: string; pages: number } | { ok: false; code: ExtractCode };
