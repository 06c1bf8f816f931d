/**
 * A process of our own, seen through the few verbs that the document pool needs. The shell hands in how to
 * start one: `utilityProcess.fork` in Electron, `child_process.fork` in Node.
 */
export interface ChildLike {
  /** Sends a structured-clone-able message to the child. */
  post(message: unknown): void;
  /** Called with every message of the child. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, with the exit code or `null` when a signal ended the child. */
  onExit(listener: (code: number | null) => void): void;
  /** Ends the child at once; `onExit` follows. */
  kill(): void;
}
