/** What stands on the command line in a form of its own: sections of minutes, files with secrets. */
import fs from 'node:fs';
import path from 'node:path';
import { keysOf } from '../../db/model/archive-package.ts';
import { AppError } from '../../db/model/errors.ts';
import { UsageError } from './usage.ts';

/**
 * § numbers as they are typed: "29,30", "29-31", "§ 29".
 * @throws UsageError
 */
export function parseSections(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const match = /^\s*§?\s*(\d{1,4})\s*(?:[-–]\s*(\d{1,4})\s*)?$/.exec(part);
    const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    if (match === null || to < from) throw new UsageError('--sections 29,30');
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** The first line of a file with a passphrase, or the keys of one with keys. @throws AppError FILE_UNREADABLE */
export function secretsOf(file: string): { line: string; keys: string[] } {
  try {
    const text = fs.readFileSync(file, 'utf8');
    return { line: text.split(/\r?\n/)[0] ?? '', keys: keysOf(text) };
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', {
      file: path.basename(file),
      reason: (error as NodeJS.ErrnoException).code ?? '',
    });
  }
}
