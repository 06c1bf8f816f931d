/** Drafts of messages that carry a document of a meeting: one for each recipient, or one for each language (Bcc). */
import type { Kysely } from 'kysely';
import type { Database } from '../../db/core/schema.ts';
import type { Deliverable } from '../../db/features/deliveries.ts';
import { documentSource } from '../../db/features/documents.ts';
import { issuedVersions } from '../../db/features/issued.ts';
import { asciiPart } from '../../db/model/identifiers.ts';
import { AppError } from '../../db/model/errors.ts';
import { LANGUAGES, type Language } from '../../db/model/language.ts';
import type { ListEntry } from '../../db/model/mailing-list.ts';
import { phrase, type Phrases } from '../../db/model/phrases.ts';
import { documentFileName, printDocument } from '../../db/model/print-document.ts';
import { hasSecrets } from '../../db/model/print-public-ahead.ts';
import type { PrintableDocument } from '../../db/model/printable.ts';
import { issuedFileName, issuedJob, publicJob } from './invitation-files.ts';
import { mailDraft } from './mail-draft.ts';
import type { PublishJob, PublishResult } from './protocol.ts';
import { publishError } from './write-file.ts';

export const DRAFT_MODES = ['person', 'language'] as const;
export type DraftMode = (typeof DRAFT_MODES)[number];

export interface DraftOrder {
  document: Deliverable;
  recipients: readonly ListEntry[];
  /** Those who have an older version. */
  replaces: boolean;
  mode: DraftMode;
  /** What the secretary writes above the enclosures; empty for nothing. */
  greeting: string;
}

export interface DraftTools {
  phrases: Phrases;
  publish(job: PublishJob): Promise<PublishResult>;
  /** ISO instant. */
  now: string;
}

interface Enclosure {
  name: string;
  bytes: Uint8Array;
  printed: PrintableDocument;
}

type Addressee = ListEntry & { email: string };

/**
 * Makes the drafts one after the other; the document is made once in each language.
 * @param put takes each draft, with what tells it from the others
 * @returns whom nothing could be written to
 * @throws AppError NO_ADDRESSES, PUBLISH_…
 */
export async function deliveryDrafts(
  db: Kysely<Database>,
  order: DraftOrder,
  tools: DraftTools,
  today: string,
  put: (part: string, bytes: Uint8Array) => Promise<void>,
): Promise<{ written: Addressee[]; withoutAddress: ListEntry[] }> {
  const written = order.recipients.filter((one): one is Addressee => (one.email ?? '').trim() !== '');
  if (written.length === 0) throw new AppError('NO_ADDRESSES');
  const source = await documentSource(db, order.document.meetingId, today);
  const { secretary } = source.minutes;
  const from =
    secretary === null ? null : await secretaryAddress(db, order.document.meetingId, secretary.name);
  const isCovered = await coveredFor(db, order.document, today);
  for (const [language, covered] of LANGUAGES.flatMap((one) => [
    [one, false] as const,
    [one, true] as const,
  ])) {
    const own = written.filter((one) => one.language === language && isCovered(one) === covered);
    if (own.length === 0) continue;
    const { subject, text, file } = await deliveryLetter(db, order, language, covered, tools, today);
    const groups = order.mode === 'language' ? [own] : own.map((one) => [one]);
    for (const group of groups) {
      const to = group.map(({ name, email }) => ({ name, email }));
      const isAlone = order.mode === 'person';
      const bytes = await mailDraft({
        from,
        to: isAlone ? to : from === null ? [] : [from],
        bcc: isAlone ? [] : to,
        subject,
        text,
        files: [{ ...file, type: 'application/pdf' }],
        date: tools.now,
      });
      const part = isAlone
        ? `${asciiPart(group[0]!.name, 30) || 'vastaanottaja'}-${written.indexOf(group[0]!) + 1}`
        : [language, ...(covered ? ['julkinen'] : [])].join('-');
      await put(part, bytes);
    }
  }
  return { written, withoutAddress: order.recipients.filter((one) => (one.email ?? '').trim() === '') };
}

/** Whether somebody is written to as one of the board: they get the whole, others what everybody may see. */
function isOfBoard({ reasons }: Pick<ListEntry, 'reasons'>): boolean {
  return reasons.some((reason) => reason.of === 'board' && reason.role !== 'expert');
}

/** Who gets a call or an agenda without what is secret. */
export async function coveredFor(
  db: Kysely<Database>,
  document: Deliverable,
  today: string,
): Promise<(recipient: Pick<ListEntry, 'reasons'>) => boolean> {
  const source = await documentSource(db, document.meetingId, today);
  const isAhead = document.kind === 'call' || document.kind === 'agenda';
  const isSecret = isAhead && hasSecrets(source.minutes, source.secrets);
  return (recipient) => isSecret && !isOfBoard(recipient);
}

/**
 * The letter that goes with a document in one language, and the document.
 * @param covered as `coveredFor` says of the recipient
 * @throws AppError NOT_DELIVERABLE, PUBLISH_…
 */
export async function deliveryLetter(
  db: Kysely<Database>,
  order: Pick<DraftOrder, 'document' | 'replaces' | 'greeting'>,
  language: Language,
  covered: boolean,
  tools: DraftTools,
  today: string,
): Promise<{ subject: string; text: string; file: { name: string; bytes: Uint8Array } }> {
  const { minutes } = await documentSource(db, order.document.meetingId, today);
  const enclosure = await encloseIn(db, order.document, language, covered, tools, today);
  return {
    subject: subjectOf(enclosure.printed),
    text: letter(order, enclosure, tools.phrases, language, minutes.secretary?.name ?? ''),
    file: { name: enclosure.name, bytes: enclosure.bytes },
  };
}

/** @param covered a call or an agenda without what is secret */
async function encloseIn(
  db: Kysely<Database>,
  document: Deliverable,
  language: Language,
  covered: boolean,
  tools: DraftTools,
  today: string,
): Promise<Enclosure> {
  const { meetingId, kind } = document;
  const source = await documentSource(db, meetingId, today);
  if (kind === 'call' || kind === 'agenda') {
    const version = (await issuedVersions(db, meetingId)).findLast((one) => one.kind === kind);
    if (!version) throw new AppError('NOT_DELIVERABLE');
    const { board, meeting } = source.minutes;
    const name = issuedFileName(board.shortName, meeting, version, 'pdf', language);
    const job = covered
      ? publicJob(version, source, tools.phrases, language)
      : issuedJob(version, language, 'pdf');
    return await rendered(name, job.document as PrintableDocument, job, tools);
  }
  const choice = { kind, sections: [], voters: false };
  const printed = printDocument(source, choice, tools.phrases, language);
  const name = documentFileName(source, kind, 'pdf');
  return await rendered(
    name,
    printed,
    { format: 'pdf', document: printed, createdAt: Math.floor(Date.parse(tools.now) / 1000) },
    tools,
  );
}

async function rendered(
  name: string,
  printed: PrintableDocument,
  job: PublishJob,
  tools: DraftTools,
): Promise<Enclosure> {
  const result = await tools.publish(job);
  if (!result.ok) throw publishError(result.error, name);
  return { name, bytes: result.bytes, printed };
}

/** "Pöytäkirja 3/2026: Malli-JANE, 19.5.2026" */
function subjectOf({ identification }: PrintableDocument): string {
  const { documentType, number, organisation, date } = identification;
  return `${[documentType, number].filter(Boolean).join(' ')}: ${organisation}, ${date}`;
}

function letter(
  order: Pick<DraftOrder, 'greeting' | 'replaces'>,
  enclosure: Enclosure,
  phrases: Phrases,
  language: Language,
  secretary: string,
): string {
  const say = (key: 'mail.hello' | 'mail.replaces' | 'mail.enclosed') => phrase(phrases, key, language);
  return [
    say('mail.hello'),
    subjectOf(enclosure.printed),
    order.greeting.trim(),
    order.replaces ? say('mail.replaces') : '',
    `${say('mail.enclosed')}\n- ${enclosure.name}`,
    secretary,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

async function secretaryAddress(
  db: Kysely<Database>,
  meetingId: string,
  name: string,
): Promise<{ name: string; email: string } | null> {
  const row = await db
    .selectFrom('meeting')
    .innerJoin('person', 'person.id', 'meeting.secretary_id')
    .select('person.email')
    .where('meeting.id', '=', meetingId)
    .executeTakeFirst();
  return row?.email == null ? null : { name, email: row.email };
}
