/**
 * Which database is open. The user's own lies in `pykala.sqlite`; the sample board lies in a file of its own, so
 * that trying things out never touches real data.
 */
import fs from 'node:fs';
import path from 'node:path';
import { removeDatabase, verifiedCopy, verifyFile } from '../../db/core/backup.ts';
import { dailyBackup } from '../../db/core/daily-backup.ts';
import { openDatabase, write, type OpenDatabase } from '../../db/core/open.ts';
import { journalFile } from '../../db/core/erasure-journal.ts';
import { finishRestore, restoreBackup } from '../../db/core/restore.ts';
import { importClassification } from '../../db/features/classification.ts';
import { repeatErasures } from '../../db/features/erasure.ts';
import { AppError } from '../../db/model/errors.ts';
import type { Resources } from './resources.ts';
import { importSample } from './sample-board.ts';
import { today } from './today.ts';

export type WorkspaceKind = 'own' | 'sample';

const FILES: Record<WorkspaceKind, string> = { own: 'pykala.sqlite', sample: 'malli-jane.sqlite' };

export interface BackupInfo {
  name: string;
  /** Bytes. */
  size: number;
  /** ISO instant. */
  modified: string;
}

/** What works on the open database by itself. */
export interface Companion {
  /** The user's own database is open. */
  opened(database: OpenDatabase): Promise<void>;
  /** It is about to be closed. */
  closing(): Promise<void>;
}

export class Workspace {
  private companion: Companion | undefined;
  private opened: OpenDatabase | undefined;
  private failure: unknown;
  private open: WorkspaceKind = 'own';
  /** Opening takes turns: of two at once the slower would win, under the name of the other. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly folder: string;
  private readonly resources: Resources;
  private readonly actorName: () => string;

  constructor(folder: string, resources: Resources, actorName: () => string) {
    this.folder = folder;
    this.resources = resources;
    this.actorName = actorName;
  }

  /** Before the first database is opened. */
  accompany(companion: Companion): void {
    this.companion = companion;
  }

  get kind(): WorkspaceKind {
    return this.open;
  }

  /** What went wrong when the present file was opened, or null. */
  get error(): unknown {
    return this.failure ?? null;
  }

  /** The open database. @throws the reason when it could not be opened */
  database(): OpenDatabase {
    if (this.opened) return this.opened;
    throw this.failure ?? new AppError('DATABASE_NOT_FOUND', { file: FILES[this.open], folder: this.folder });
  }

  /** Opens the user's own database or the sample; the sample is made when it is not there yet. */
  async switchTo(kind: WorkspaceKind): Promise<void> {
    await this.inTurn(() => this.openFile(kind));
  }

  /** Resolves when no file is being opened. */
  async settled(): Promise<void> {
    await this.turn;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }

  private async openFile(kind: WorkspaceKind): Promise<void> {
    await this.leave();
    this.open = kind;
    const file = path.join(this.folder, FILES[kind]);
    if (kind === 'own') finishRestore(file);
    const isNew = !fs.existsSync(file);
    try {
      const database = await openDatabase({ file, backupFolder: this.backupFolder });
      try {
        await this.fill(database, kind);
        // What was erased stays erased, also when an older backup has been put in its place.
        await repeatErasures(database, {
          actor: this.actorName(),
          today: today(),
          instant: new Date().toISOString(),
        });
      } catch (error) {
        database.close();
        if (isNew) removeDatabase(file);
        throw error;
      }
      this.opened = database;
      this.failure = undefined;
      if (kind === 'own') await this.companion?.opened(database);
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  /** Throws the sample away and makes it anew. */
  async resetSample(): Promise<void> {
    await this.inTurn(async () => {
      await this.leave();
      const sample = path.join(this.folder, FILES.sample);
      removeDatabase(sample);
      fs.rmSync(journalFile(sample), { force: true });
      await this.openFile('sample');
    });
  }

  private async fill(database: OpenDatabase, kind: WorkspaceKind): Promise<void> {
    const classified = await database.kysely
      .selectFrom('municipality')
      .select('code')
      .limit(1)
      .executeTakeFirst();
    if (!classified)
      await write(database, this.actorName(), 'workspace.classification', async (trx) => {
        await importClassification(trx, this.resources.classification());
      });
    // Also when an earlier start was ended half-way through making it.
    const empty = !(await database.kysely.selectFrom('board').select('id').limit(1).executeTakeFirst());
    if (kind === 'sample' && empty)
      await write(database, this.actorName(), 'workspace.sample', async (trx) => {
        await importSample(trx, this.resources, this.actorName(), new Date().toISOString());
      });
  }

  private get backupFolder(): string {
    return path.join(this.folder, 'backups');
  }

  /** Today's backup of the user's own database; does nothing for the sample. */
  async backUp(today: string): Promise<void> {
    const { opened } = this;
    if (!opened || this.open !== 'own') return;
    try {
      await dailyBackup(opened.raw, this.backupFolder, today);
    } catch (error) {
      // Closed in the middle, because the desk ends or another database is opened: the next start makes the backup.
      if (opened.raw.open) throw error;
    }
  }

  /**
   * A verified copy before a large change, beside the daily backups. The sample is not backed up: it can be made anew.
   * @returns its name, or null for the sample
   * @throws AppError BACKUP_FAILED, and then nothing is to be changed
   */
  async snapshot(label: string): Promise<string | null> {
    if (this.open !== 'own') return null;
    return path.basename(await verifiedCopy(this.database().raw, this.backupFolder, label));
  }

  backups(): BackupInfo[] {
    if (!fs.existsSync(this.backupFolder)) return [];
    return fs
      .readdirSync(this.backupFolder)
      .filter((name) => name.endsWith('.sqlite'))
      .map((name) => {
        const stat = fs.statSync(path.join(this.backupFolder, name));
        return { name, size: stat.size, modified: stat.mtime.toISOString() };
      })
      .sort((a, b) => (a.modified < b.modified ? 1 : -1));
  }

  /** Puts a backup in the place of the user's own database; what was there stays beside it under a dated name. */
  async restore(name: string): Promise<void> {
    if (!this.backups().some((backup) => backup.name === name))
      throw new AppError('NOT_FOUND', { what: name });
    const backup = path.join(this.backupFolder, name);
    const verification = verifyFile(backup);
    if (!verification.ok)
      throw new AppError('BACKUP_FAILED', { file: name, reason: verification.integrity.join('; ') });
    await this.inTurn(async () => {
      const before = this.open;
      await this.leave();
      try {
        restoreBackup(backup, path.join(this.folder, FILES.own));
      } catch (error) {
        // Nothing was moved: what was open is open again.
        await this.openFile(before);
        throw error;
      }
      await this.openFile('own');
    });
  }

  /**
   * Moves a file that cannot be opened aside, and begins an empty one. Nothing is deleted.
   * @throws AppError DATABASE_IS_SOUND when the user's own file is open
   */
  async startEmpty(): Promise<string | null> {
    return await this.inTurn(async () => {
      if (this.open === 'own' && this.opened) throw new AppError('DATABASE_IS_SOUND', { file: FILES.own });
      await this.leave();
      const file = path.join(this.folder, FILES.own);
      const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
      const aside = path.join(this.folder, `pykala-set-aside-${stamp}.sqlite`);
      const had = fs.existsSync(file);
      for (const ending of ['', '-wal', '-shm'])
        if (fs.existsSync(file + ending)) fs.renameSync(file + ending, aside + ending);
      await this.openFile('own');
      return had ? path.basename(aside) : null;
    });
  }

  /** Closes once nothing works on the database any more: a write that goes on, and those that wait for it, end first. */
  async leave(): Promise<void> {
    await this.companion?.closing();
    await this.opened?.kysely.connection().execute(() => Promise.resolve());
    this.close();
  }

  close(): void {
    this.opened?.close();
    this.opened = undefined;
  }
}
