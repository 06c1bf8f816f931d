/**
 * Sending by the user's own mail server (oma postipalvelin): its settings, and the states of a message in the queue. A
 * message is never sent twice silently: what is not known to have gone or not is `unknown`, and the user is asked.
 */
import * as v from 'valibot';
import { DELIVERED_KINDS } from './delivery.ts';
import { idSchema } from './identity.ts';
import { optionalText } from './organisation.ts';

/** TLS from the start (465), STARTTLS that is required (587), or none (a relay on this computer alone). */
export const TLS_MODES = ['tls', 'starttls', 'none'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

export const USUAL_PORTS: Readonly<Record<TlsMode, number>> = { tls: 465, starttls: 587, none: 25 };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;
const ADDRESS = /^[^\s@<>",;\p{Cc}]+@[^\s@<>",;\p{Cc}]+\.[^\s@<>",;\p{Cc}]+$/u;

const mailAddressSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'required'),
  v.maxLength(254, 'too_long'),
  v.regex(ADDRESS, 'email_form'),
);

/** Whether a message can be written to the address at all. */
export function isMailAddress(text: string | null): text is string {
  return text !== null && v.is(mailAddressSchema, text);
}

export const mailSettingsSchema = v.pipe(
  v.object({
    host: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1, 'required'),
      v.maxLength(253, 'too_long'),
      v.regex(/^[\p{L}\p{N}.:-]+$/u, 'host_form'),
    ),
    port: v.pipe(
      v.number(),
      v.integer('out_of_range'),
      v.minValue(1, 'out_of_range'),
      v.maxValue(65_535, 'out_of_range'),
    ),
    tls: v.picklist(TLS_MODES),
    /** Empty: the server asks for no login. */
    user: v.pipe(v.string(), v.trim(), v.maxLength(254, 'too_long')),
    fromName: v.pipe(v.string(), v.trim(), v.maxLength(120, 'too_long')),
    fromEmail: mailAddressSchema,
    replyTo: v.pipe(
      optionalText(254),
      v.check((value) => value === null || ADDRESS.test(value), 'email_form'),
    ),
    /** Messages a minute at most; servers have limits of their own. */
    perMinute: v.pipe(
      v.number(),
      v.integer('out_of_range'),
      v.minValue(1, 'out_of_range'),
      v.maxValue(600, 'out_of_range'),
    ),
  }),
  v.forward(
    v.check(({ tls, host }) => tls !== 'none' || LOOPBACK.test(host), 'tls_required'),
    ['tls'],
  ),
);
export type MailSettings = v.InferOutput<typeof mailSettingsSchema>;

/** Under which name the password is kept: it is never given to another server or for another user. */
export function secretName({ host, port, user }: Pick<MailSettings, 'host' | 'port' | 'user'>): string {
  return `smtp:${user}@${host.toLowerCase()}:${port}`;
}

/** jonossa, lähtemässä, lähetetty, epäonnistui, epäselvä, peruttu */
export const MESSAGE_STATES = ['queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Why a whole batch stands still: what concerns the server or the settings, not one recipient. */
const PAUSES = [
  'user',
  'connection',
  'certificate',
  'encryption',
  'login',
  'sender',
  'secret',
  'settings',
  'stale',
] as const;
export type Pause = (typeof PAUSES)[number];

/** What came of one try. `reply` is what the server said, on one line. */
export type SendOutcome =
  | { kind: 'sent'; reply: string }
  /** 4xx: to be tried again. */
  | { kind: 'temporary'; reply: string }
  /** 5xx: this recipient or message is not taken. */
  | { kind: 'refused'; reply: string }
  /** The connection broke after the message was on its way: it may have arrived. */
  | { kind: 'unknown'; reply: string }
  /** Nothing went; the fault is with the server, the connection or the settings. */
  | { kind: 'paused'; pause: Pause; reply: string };

const MINUTE = 60_000;
/** After each temporary refusal, in minutes. Greylisting servers let in after some; after the last one it has failed. */
export const RETRY_MINUTES = [2, 10, 30, 60, 240] as const;
/** How soon a lost connection is tried again by itself. */
export const RECONNECT_MINUTES = 2;
/** A batch that has lain this long is not sent without asking. */
export const STALE_HOURS = 24;
export const LONGEST_REPLY = 300;

export interface MessageTry {
  state: MessageState;
  /** Tries that the server answered for this recipient, this one included. */
  attempts: number;
  /** When to try again, ms since 1970; null when it is over. */
  nextAt: number | null;
}

/**
 * What becomes of a message that was being sent.
 * @param attempts tries so far, this one included
 * @param now ms since 1970
 */
export function afterTry(attempts: number, outcome: SendOutcome, now: number): MessageTry {
  switch (outcome.kind) {
    case 'sent':
    case 'unknown':
      return { state: outcome.kind, attempts, nextAt: null };
    case 'refused':
      return { state: 'failed', attempts, nextAt: null };
    case 'temporary': {
      const minutes = RETRY_MINUTES[attempts - 1];
      return minutes === undefined
        ? { state: 'failed', attempts, nextAt: null }
        : { state: 'queued', attempts, nextAt: now + minutes * MINUTE };
    }
    case 'paused':
      // Not this recipient's fault: the try does not count.
      return { state: 'queued', attempts: attempts - 1, nextAt: now };
  }
}

/**
 * How long to wait so that no minute has more than `perMinute` tries.
 * @param tries instants of earlier tries in ms, in any order
 * @returns ms from `now`; 0 when one may go at once
 */
export function throttleWait(tries: readonly number[], perMinute: number, now: number): number {
  const recent = tries.filter((at) => at > now - MINUTE).sort((a, b) => b - a);
  const binding = recent[perMinute - 1];
  return binding === undefined ? 0 : Math.max(0, binding + MINUTE - now);
}

/** How long a batch takes at least, in whole minutes; 0 for less than one. */
export function leastMinutes(count: number, perMinute: number): number {
  return Math.floor(Math.max(0, count - 1) / perMinute);
}

/** One line without control characters, not longer than what is stored. */
export function replyLine(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
  return line.length > LONGEST_REPLY ? `${line.slice(0, LONGEST_REPLY - 1)}…` : line;
}

export const sendOrderSchema = v.object({
  meetingId: idSchema,
  kind: v.picklist(DELIVERED_KINDS),
  /** Persons and organisations. */
  recipientIds: v.pipe(v.array(idSchema), v.minLength(1, 'required'), v.maxLength(5_000, 'too_long')),
  greeting: v.optional(v.pipe(v.string(), v.maxLength(4_000, 'too_long')), ''),
});

/** The user's answer about a message of which nobody knows: lähti, lähetä uudelleen, jätä lähettämättä. */
export const UNKNOWN_ANSWERS = ['sent', 'again', 'dropped'] as const;
export type UnknownAnswer = (typeof UNKNOWN_ANSWERS)[number];
