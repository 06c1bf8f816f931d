/** Packages that are open to be looked at: each a process of its own with a folder of its own. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import { AppError } from '../../db/model/errors.ts';
import type { ArchiveProcess } from '../archive/apart.ts';
import type { OpenedPackage } from '../archive/messages.ts';

export interface ArchiveSession {
  id: string;
  /** Name of the file. */
  name: string;
  opened: OpenedPackage;
  process: ArchiveProcess;
}

/** Two are compared; a third is looked up meanwhile. The oldest is closed before a fifth is opened. */
const MOST = 4;
const sessions = new Map<string, ArchiveSession>();

/** @param folder goes with the session */
export function keepSession(session: Omit<ArchiveSession, 'id'>, folder: string): ArchiveSession {
  const oldest = sessions.size >= MOST ? sessions.keys().next().value : undefined;
  if (oldest !== undefined) closeSession(oldest);
  const kept: ArchiveSession = { id: randomUUID(), ...session };
  sessions.set(kept.id, kept);
  session.process.onGone(() => {
    sessions.delete(kept.id);
    void fs.rm(folder, { recursive: true, force: true }).catch(() => {});
  });
  return kept;
}

/** @throws AppError ARCHIVE_CLOSED */
export function archiveSession(id: string): ArchiveSession {
  const session = sessions.get(id);
  if (session === undefined) throw new AppError('ARCHIVE_CLOSED');
  return session;
}

export function closeSession(id: string): void {
  sessions.get(id)?.process.close();
}
