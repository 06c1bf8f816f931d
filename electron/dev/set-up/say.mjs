/** How the scripts speak: one line per step, one sentence when something is missing. */
import { spawnSync } from 'node:child_process';

/** Exit code for "a piece is missing and cannot be fetched". */
const MISSING = 2;

let quiet = false;

/** Sends what the steps say to stderr, for commands whose stdout belongs to someone else. */
export function speakOnStderr() {
  quiet = true;
}

/** Says what is done now. */
export function step(text) {
  (quiet ? process.stderr : process.stdout).write(`• ${text}\n`);
}

/** A missing piece: the sentence names it and the remedy. */
export class MissingPiece extends Error {}

/** Says the sentence and ends the process with code 2; other errors go on. */
export function endIfMissing(error) {
  if (!(error instanceof MissingPiece)) throw error;
  process.stderr.write(`✗ ${error.message}\n`);
  process.exit(MISSING);
}

/** Runs a command to its end. Its output is shown, or with `capture` returned. */
export function runToEnd(command, values, { capture = false, ...options } = {}) {
  const result = spawnSync(command, values, {
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', quiet ? 2 : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  return {
    ok: result.status === 0,
    code: result.status ?? 1,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}`,
    error: result.error,
  };
}
