/** A message (RFC 5322): as a file that mail programs open as a draft (.eml), or as it is sent. */
import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';

type MailComposerOptions = ConstructorParameters<typeof MailComposer>[0];

export interface MailAddress {
  name: string;
  email: string;
}

export interface MailDraft {
  from: MailAddress | null;
  to: readonly MailAddress[];
  bcc: readonly MailAddress[];
  subject: string;
  text: string;
  files: readonly { name: string; type: string; bytes: Uint8Array }[];
  /** ISO instant. */
  date: string;
}

/**
 * The bytes of the draft. `X-Unsent` makes Outlook and Thunderbird open it for writing; hidden recipients are kept,
 * since nobody but the secretary sees the file.
 */
export async function mailDraft(draft: MailDraft): Promise<Uint8Array> {
  return await composed(draft, {
    messageId: `<${randomUUID()}@pykala.invalid>`,
    headers: { 'X-Unsent': '1' },
  });
}

/** The bytes of a message as it is sent; hidden recipients stay out of it. `id` is its Message-ID. */
export async function mailMessage(
  message: MailDraft,
  { id, replyTo }: { id: string; replyTo: string | null },
): Promise<Uint8Array> {
  return await composed(
    { ...message, bcc: [] },
    { messageId: id, ...(replyTo === null ? {} : { replyTo: address({ name: '', email: replyTo }) }) },
  );
}

/** Whatever names and subject hold, they stay within their headers. */
async function composed(draft: MailDraft, more: Partial<MailComposerOptions>): Promise<Uint8Array> {
  const composer = new MailComposer({
    ...(draft.from === null ? {} : { from: address(draft.from) }),
    to: draft.to.map(address),
    bcc: draft.bcc.map(address),
    subject: oneLine(draft.subject),
    text: draft.text.toWellFormed().replace(/\r\n?/g, '\n'),
    textEncoding: 'quoted-printable',
    date: new Date(draft.date),
    attachments: draft.files.map(({ name, type, bytes }) => ({
      filename: oneLine(name),
      content: Buffer.from(bytes),
      contentType: type,
      contentDisposition: 'attachment',
      contentTransferEncoding: 'base64',
    })),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
    ...more,
  });
  const message = composer.compile();
  message.keepBcc = true;
  return new Uint8Array(await message.build());
}

function address({ name, email }: MailAddress): { name: string; address: string } {
  return { name: oneLine(name), address: email.replace(/[\s\p{Cc}<>,;"]/gu, '') };
}

/** Headers are one line each: control and line separating characters become spaces. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
