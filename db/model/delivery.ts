/**
 * The delivery ledger (jakelukirjanpito): which version of a document went to whom, by which channel, when and by
 * whom, and who has not got it yet. An entry's state follows from its events, which are only ever added.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import { languageSchema } from './language.ts';

/** sähköposti, posti, luovutettu henkilökohtaisesti, verkossa, muu */
export const DELIVERY_CHANNELS = ['email', 'post', 'hand', 'web', 'other'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/**
 * valmisteltu, lähetetty, palautui, vastaanotto kuitattu, peruttu. `prepared` means that a draft was made; nobody
 * knows yet that it went.
 */
export const DELIVERY_EVENTS = ['prepared', 'sent', 'bounced', 'acknowledged', 'withdrawn'] as const;
export type DeliveryEvent = (typeof DELIVERY_EVENTS)[number];
export type DeliveryState = DeliveryEvent;

const NEXT: Record<DeliveryState, readonly DeliveryEvent[]> = {
  // A server may refuse what was prepared, at once.
  prepared: ['prepared', 'sent', 'bounced', 'withdrawn'],
  // Sent again is a new event of the same entry.
  sent: ['prepared', 'sent', 'bounced', 'acknowledged'],
  bounced: ['prepared', 'sent', 'withdrawn'],
  acknowledged: ['prepared', 'sent'],
  withdrawn: ['prepared', 'sent'],
};

/** Whether `event` may follow; `null` is an entry without events. Only what went can be acknowledged. */
export function mayFollow(state: DeliveryState | null, event: DeliveryEvent): boolean {
  return state === null ? event === 'prepared' || event === 'sent' : NEXT[state].includes(event);
}

/** The state after all events, in order; null when there are none. A new draft does not undo that one went before. */
export function stateAfter(events: readonly DeliveryEvent[]): DeliveryState | null {
  let state: DeliveryState | null = null;
  for (const event of events) if (event !== 'prepared' || !hasReached(state)) state = event;
  return state;
}

/** Whether the recipient has the document, as far as is known. */
export function hasReached(state: DeliveryState | null): boolean {
  return state === 'sent' || state === 'acknowledged';
}

/** What a delivery is about: one version of a document. */
export interface DeliveredVersion {
  sha256: string;
  /** 1 for the first version of the minutes or the call. */
  number: number;
}

export interface DeliveryFacts<Id> {
  recipient: Id;
  version: DeliveredVersion;
  state: DeliveryState | null;
}

/** saanut, saanut vanhemman version, jonossa, valmisteltu, palautui, ei ole saanut */
export const COVERAGES = ['reached', 'older', 'queued', 'prepared', 'bounced', 'missing'] as const;
export type Coverage = (typeof COVERAGES)[number];

/**
 * How each recipient stands to the newest version: what is known of that version first, then whether an older one
 * arrived.
 * @param queued to whom the newest version waits in the queue of e-mail
 */
export function coverageOf<Id>(
  recipient: Id,
  newest: DeliveredVersion,
  deliveries: readonly DeliveryFacts<Id>[],
  queued: ReadonlySet<Id>,
): Coverage {
  const own = deliveries.filter((delivery) => delivery.recipient === recipient);
  const state = own.find(({ version }) => version.sha256 === newest.sha256)?.state ?? null;
  if (hasReached(state)) return 'reached';
  if (state === 'prepared' && queued.has(recipient)) return 'queued';
  if (state === 'bounced' || state === 'prepared') return state;
  return own.some((delivery) => hasReached(delivery.state)) ? 'older' : 'missing';
}

/** A recipient is a person or an organisation (its own address). */
const recipientEntries = {
  personId: v.nullish(idSchema, null),
  organisationId: v.nullish(idSchema, null),
};
const recipientSchema = v.pipe(
  v.object(recipientEntries),
  v.check((one) => (one.personId === null) !== (one.organisationId === null), 'one_recipient'),
);
export type DeliveryRecipient = v.InferOutput<typeof recipientSchema>;

/** What can be delivered of a meeting: examined minutes in their forms, and what was issued before the meeting. */
export const DELIVERED_KINDS = ['minutes', 'public', 'summary', 'call', 'agenda'] as const;
export type DeliveredKind = (typeof DELIVERED_KINDS)[number];

export const deliverySchema = v.object({
  meetingId: idSchema,
  kind: v.picklist(DELIVERED_KINDS),
  recipients: v.pipe(v.array(recipientSchema), v.minLength(1, 'required'), v.maxLength(5_000, 'too_long')),
  channel: v.picklist(DELIVERY_CHANNELS),
  /** The day it went; not later than today. */
  on: isoDateSchema,
  language: v.nullish(languageSchema, null),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), ''),
});
export type DeliveryInput = v.InferOutput<typeof deliverySchema>;

export const deliveryEventSchema = v.object({
  deliveryIds: v.pipe(v.array(idSchema), v.minLength(1, 'required')),
  event: v.picklist(['sent', 'bounced', 'acknowledged', 'withdrawn']),
  channel: v.picklist(DELIVERY_CHANNELS),
  on: isoDateSchema,
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), ''),
});
export type DeliveryEventInput = v.InferOutput<typeof deliveryEventSchema>;
