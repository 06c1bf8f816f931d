/** The codes with which SQLite and Node say that there is no room to write. */
const CODES = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  // The write-ahead log's shared memory is a file too.
  'SQLITE_IOERR_SHMSIZE',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
]);

/** Whether an error of SQLite or of the file system means a full disk. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && CODES.has((error as NodeJS.ErrnoException).code ?? '');
}
