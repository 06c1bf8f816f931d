/** The few verbs that the window has of the world outside; exposed as `window.pykala`. Types only. */
import type { CallReply, CallRequest, Preferences, WindowEvent } from '../backend/protocol.ts';

/** A file chosen in a native dialog. The window sees a name and a grant, never a path. */
export interface ChosenFile {
  grant: string;
  name: string;
}

export type FileKind =
  | 'pdf'
  | 'json'
  | 'text'
  | 'docx'
  | 'html'
  | 'markdown'
  | 'board'
  | 'database'
  | 'calendar'
  | 'mail'
  | 'table'
  | 'csv'
  | 'xlsx'
  | 'vcard'
  | 'svg'
  | 'zip'
  | 'age'
  | 'package'
  | 'any';

export interface Bridge {
  call(request: CallRequest): Promise<CallReply>;
  /** Returns the function that stops listening. */
  onEvent(listener: (event: WindowEvent) => void): () => void;
  native: {
    /** `null` when the user cancelled. */
    chooseOpenFile(kind: FileKind): Promise<ChosenFile | null>;
    /** Several at once; empty when the user cancelled. */
    chooseOpenFiles(kind: FileKind): Promise<ChosenFile[]>;
    chooseSaveFile(kind: FileKind, suggestedName: string): Promise<ChosenFile | null>;
    /** A folder to write into; `null` when the user cancelled. */
    chooseFolder(): Promise<ChosenFile | null>;
    /** Shows the file of a grant (or, without one, the data folder) in the file manager. */
    showInFolder(grant?: string): Promise<void>;
    getPreferences(): Promise<Preferences>;
    setPreferences(change: Partial<Preferences>): Promise<Preferences>;
    /** Tells the shell whether something is unsaved, so that closing the window asks first. */
    setUnsaved(unsaved: boolean): Promise<void>;
    info(): Promise<{ version: string; platform: string; shell: 'electron' | 'chromium' }>;
  };
}
