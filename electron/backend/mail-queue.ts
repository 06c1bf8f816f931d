/**
 * Sends what is in the queue, one message after the other, at the pace of the settings. Lives in the backend worker:
 * the window is never kept waiting. What the network is about to hear is stored before; see db/features/mail-queue.ts.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { write, type OpenDatabase } from '../../db/core/open.ts';
import {
  nextStep,
  noteTry,
  pauseAll,
  recoverMail,
  takeMessage,
  type MessageToSend,
} from '../../db/features/mail-queue.ts';
import { mailSettings } from '../../db/features/mail-settings.ts';
import { AppError } from '../../db/model/errors.ts';
import { secretName, type MailSettings, type SendOutcome } from '../../db/model/mail.ts';
import { mailMessage } from './mail-draft.ts';
import type { Secrets } from './secrets.ts';
import { connectMailer, type Connected, type Mailer } from './smtp.ts';
import { today } from './today.ts';

export interface Clock {
  /** ms since 1970. */
  now(): number;
  /** Resolves after the time, or early when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

const systemClock: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal, ref: false }).catch(() => {}),
};

export interface MailQueueTools {
  secrets: Secrets;
  /** Whose name the log of changes shows. */
  actor(): string;
  /** After each change that the window shows. */
  announce(): void;
  clock?: Clock;
  connect?: typeof connectMailer;
}

/** A connection is kept for the next message when that is due within this time. */
const KEEP_OPEN_MS = 15_000;
const LONGEST_ENDING_MS = 4_000;
/** Longest single wait: a computer that slept looks at the clock again. */
const LOOK_AGAIN_MS = 30_000;

export class MailQueue {
  readonly #tools: Required<MailQueueTools>;
  #database: OpenDatabase | null = null;
  #running: Promise<void> | null = null;
  #stopping = false;
  #isWanted = false;
  #pause = new AbortController();
  #mailer: Mailer | null = null;

  constructor(tools: MailQueueTools) {
    this.#tools = { clock: systemClock, connect: connectMailer, ...tools };
  }

  /** Takes up the queue of a database that was just opened. */
  async attach(database: OpenDatabase): Promise<void> {
    await this.detach();
    this.#database = database;
    const waiting = await database.kysely
      .selectFrom('mail_message')
      .select('id')
      .where('state', 'in', ['queued', 'sending'])
      .limit(1)
      .executeTakeFirst();
    if (!waiting) return;
    await write(database, this.#tools.actor(), 'mail.recover', (trx) => recoverMail(trx, this.#instant()));
    this.wake();
  }

  /**
   * Ends with the message that is being sent, so that its result is stored; then lets go of the database. A server that
   * does not answer is not waited for: what came of its message is asked when the database is opened again.
   */
  async detach(): Promise<void> {
    this.#stopping = true;
    this.#pause.abort();
    const limit = new AbortController();
    await Promise.race([
      this.#running,
      sleep(LONGEST_ENDING_MS, undefined, { signal: limit.signal, ref: false }).catch(() => {}),
    ]);
    limit.abort();
    this.#stopping = false;
    this.#database = null;
  }

  /** Looks at the queue now: something was put into it, or may go on. */
  wake(): void {
    if (this.#database === null || this.#stopping) return;
    this.#isWanted = true;
    this.#pause.abort();
    this.#running ??= this.#run(this.#database)
      .catch((error: unknown) => {
        this.#isWanted = false;
        console.error('mail queue:', error instanceof Error ? error.message : 'failed');
      })
      .finally(() => {
        this.#running = null;
        this.#hangUp();
        // Woken while it was about to end.
        if (this.#isWanted) this.wake();
      });
  }

  /** Resolves when nothing is left to do by itself. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  #instant(): string {
    return new Date(this.#tools.clock.now()).toISOString();
  }

  async #run(database: OpenDatabase): Promise<void> {
    const { clock } = this.#tools;
    while (!this.#stopping) {
      this.#isWanted = false;
      this.#pause = new AbortController();
      const { settings } = await mailSettings(database.kysely);
      const step = await nextStep(database.kysely, settings?.perMinute ?? 1, clock.now());
      if (step.kind === 'nothing') return;
      if (step.kind === 'wait') {
        if (step.ms > KEEP_OPEN_MS) this.#hangUp();
        await clock.wait(Math.min(step.ms, LOOK_AGAIN_MS), this.#pause.signal);
        continue;
      }
      if (settings === null) {
        await this.#write(database, (trx) => pauseAll(trx, 'settings'));
        continue;
      }
      await this.#sendNext(database, settings);
    }
  }

  async #sendNext(database: OpenDatabase, settings: MailSettings): Promise<void> {
    const message = await this.#write(database, (trx) =>
      takeMessage(trx, { instant: this.#instant(), today: today() }),
    );
    if (message === null) return;
    const outcome = await this.#deliver(settings, message);
    await this.#write(database, (trx) =>
      noteTry(trx, message.id, outcome, { instant: this.#instant(), today: today() }),
    );
  }

  async #deliver(settings: MailSettings, message: MessageToSend): Promise<SendOutcome> {
    if (this.#mailer?.isOpen !== true) {
      const connected = await this.#connect(settings);
      if (!connected.ok) return { kind: 'paused', ...connected.obstacle };
      this.#mailer = connected.mailer;
    }
    const bytes = await mailMessage(
      {
        from: { name: settings.fromName, email: settings.fromEmail },
        to: [{ name: message.name, email: message.address }],
        bcc: [],
        subject: message.subject,
        text: message.body,
        files: [{ name: message.fileName, type: 'application/pdf', bytes: message.content }],
        date: this.#instant(),
      },
      { id: messageId(message.id, settings.fromEmail), replyTo: settings.replyTo },
    );
    return await this.#mailer.send(message.address, bytes);
  }

  async #connect(settings: MailSettings): Promise<Connected> {
    this.#hangUp();
    try {
      return await this.#tools.connect(settings, await passwordOf(settings, this.#tools.secrets));
    } catch (error) {
      if (error instanceof AppError) return { ok: false, obstacle: { pause: 'secret', reply: '' } };
      throw error;
    }
  }

  #hangUp(): void {
    this.#mailer?.close();
    this.#mailer = null;
  }

  async #write<T>(database: OpenDatabase, work: Parameters<typeof write<T>>[3]): Promise<T> {
    const result = await write(database, this.#tools.actor(), 'mail.send', work);
    this.#tools.announce();
    return result;
  }
}

/**
 * The password of the server, null where it asks for none.
 * @throws AppError KEYCHAIN_MISSING, KEYCHAIN_FAILED, MAIL_PASSWORD_MISSING
 */
export async function passwordOf(settings: MailSettings, secrets: Secrets): Promise<string | null> {
  if (settings.user === '') return null;
  const password = await secrets.fetch(secretName(settings));
  if (password === null) throw new AppError('MAIL_PASSWORD_MISSING');
  return password;
}

/** The same for each try of a message, so that a server that got it twice can tell. */
export function messageId(id: string, from: string): string {
  return `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}
