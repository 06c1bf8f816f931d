/** The invitation as files: one calendar entry, or drafts of messages with everything that goes with them. */
import fs from 'node:fs';
import path from 'node:path';
import { LANGUAGES, type Language } from '../../db/model/language.ts';
import type { RecipientView } from '../../db/model/call-view.ts';
import { AppError } from '../../db/model/errors.ts';
import { asciiPart, fileName } from '../../db/model/identifiers.ts';
import { calendarWords, invitationLetter, type InvitationFacts } from '../../db/model/invitation.ts';
import { phrase, withOverrides, type Phrases } from '../../db/model/phrases.ts';
import { coveredPlan, hasSecrets, isOutside, printPublicAhead } from '../../db/model/print-public-ahead.ts';
import { attachmentFileName, type DocumentSource } from '../../db/model/print-document.ts';
import type { InvitationSource } from '../../db/features/invitation.ts';
import type { IssuedVersion } from '../../db/features/issued.ts';
import { calendarFile, type CalendarAttendee } from './calendar-file.ts';
import { mailDraft, type MailDraft } from './mail-draft.ts';
import type { PublishJob, PublishResult } from './protocol.ts';
import { publishError } from './write-file.ts';

/** One draft for all, one for each language, or one for each recipient. */
export const MAIL_MODES = ['all', 'language', 'person'] as const;
export type MailMode = (typeof MAIL_MODES)[number];

export interface Rendering {
  phrases: Phrases;
  publish(job: PublishJob): Promise<PublishResult>;
  /** The content of an attached file. */
  read(sha256: string): Promise<Uint8Array>;
  /** ISO instant. */
  now: string;
}

type Addressee = RecipientView & { person: { email: string } };
const hasAddress = (recipient: RecipientView): recipient is Addressee => recipient.person.email !== null;

/** "2026-05-19_JANE_kutsu_3-2026.ics"; `part` tells drafts of one meeting apart. */
export function invitationFileName(source: InvitationSource, extension: 'ics' | 'eml', part = ''): string {
  const { minutes, plan, version, cancelled } = source.facts;
  const kind = cancelled === null ? `kutsu${version > 1 ? `_versio-${version}` : ''}` : 'peruutusilmoitus';
  return fileName({
    date: plan.heldOn,
    board: minutes.board.shortName,
    documentType: part === '' ? kind : `${kind}_${part}`,
    number: `${minutes.meeting.number}/${minutes.meeting.year}`,
    extension,
  });
}

/** What an invitation tells others than the board: secret items are their number and ground. */
function coveredFacts(source: InvitationSource, phrases: Phrases, language: Language): InvitationFacts {
  const { facts, secrets } = source;
  const words = withOverrides(phrases, facts.minutes.wording);
  const grounds = new Map(secrets.map(({ itemId, ground }) => [itemId, ground]));
  const mention = (ground: string): string => phrase(words, 'secrecy.item', language, { ground });
  return { ...facts, ...coveredPlan(facts.plan, facts.changes, grounds, mention) };
}

/** The calendar entry for those who are named in it; without anybody it is for whoever gets the file. */
export function invitationCalendar(
  source: InvitationSource,
  phrases: Phrases,
  language: Language,
  attendees: readonly RecipientView[],
): string {
  const { secretary } = source;
  // Calendars are open to others than their owners.
  const facts = coveredFacts(source, phrases, language);
  return calendarFile({
    uid: source.meetingId,
    sequence: source.sequence,
    isCancelled: facts.cancelled !== null,
    stampedAt: source.issuedAt,
    plan: facts.plan,
    ...calendarWords(facts, phrases, language),
    organizer: secretary?.email == null ? null : { name: secretary.name, email: secretary.email },
    attendees: attendees.filter(hasAddress).map(({ person, role, reply }): CalendarAttendee => ({
      name: person.name,
      email: person.email,
      isChair: person.id === source.chairId,
      isOptional: role === 'expert' || role === 'guest',
      reply: reply?.reply ?? null,
    })),
  });
}

export interface MailFile {
  /** What tells it from the others, for the name of its file; empty when it is the only one. */
  part: string;
  bytes: Uint8Array;
}

/** What the file of the drafts is called, where there is one of them or several. */
export function draftFileName(
  source: InvitationSource,
  mode: MailMode,
  personIds: readonly string[] | null,
): string {
  const groups = groupsOf(source, chosenOf(source, personIds).filter(hasAddress), mode);
  const part = mode === 'person' && groups.length === 1 ? groups[0]!.part : '';
  return invitationFileName(source, 'eml', part);
}

function chosenOf(source: InvitationSource, personIds: readonly string[] | null): RecipientView[] {
  return source.recipients.filter(({ person }) => personIds === null || personIds.includes(person.id));
}

/**
 * Makes the drafts, one after the other. Those for several have their addresses hidden from each other (Bcc), so their
 * calendar entry names nobody.
 * @param personIds whom to write to; null: every recipient
 * @param put takes each draft when it is made
 * @throws AppError NO_ADDRESSES, PUBLISH_…
 */
export async function invitationDrafts(
  source: InvitationSource,
  mode: MailMode,
  personIds: readonly string[] | null,
  rendering: Rendering,
  put: (draft: MailFile) => Promise<void>,
): Promise<{ withoutAddress: RecipientView[]; replaced: number }> {
  const chosen = chosenOf(source, personIds);
  const addressees = chosen.filter(hasAddress);
  if (addressees.length === 0) throw new AppError('NO_ADDRESSES');
  const enclosures = new Enclosures(source, rendering);
  const groups = groupsOf(source, addressees, mode);
  for (const { part, recipients, languages, isOutside: outside } of groups) {
    const alone = mode === 'person' ? (recipients[0] ?? null) : null;
    const files: MailDraft['files'][number][] = [];
    for (const language of languages) files.push(...(await enclosures.documents(language, outside)));
    files.push(...(await enclosures.attachments(outside)));
    const [first = source.language] = languages;
    files.push({
      name: invitationFileName(source, 'ics'),
      type: `text/calendar; charset=utf-8; method=${methodOf(source, alone !== null)}`,
      bytes: new TextEncoder().encode(
        invitationCalendar(source, rendering.phrases, first, alone === null ? [] : [alone]),
      ),
    });
    const letters = languages.map((language) =>
      invitationLetter(
        outside ? coveredFacts(source, rendering.phrases, language) : source.facts,
        rendering.phrases,
        language,
        alone === null ? null : { role: alone.role, member: alone.member },
        files.map(({ name }) => name),
      ),
    );
    const { secretary } = source;
    const from = secretary?.email == null ? null : { name: secretary.name, email: secretary.email };
    const to = recipients.map(({ person: { name, email } }) => ({ name, email }));
    const bytes = await mailDraft({
      from,
      // Somebody must stand in the open: the secretary, to whom the answers come.
      to: alone !== null ? to : from === null ? [] : [from],
      bcc: alone !== null ? [] : to,
      subject: letters.map(({ subject }) => subject).join(' / '),
      text: letters.map(({ text }) => text).join(`\n\n${'-'.repeat(40)}\n\n`),
      files,
      date: rendering.now,
    });
    await put({ part: groups.length === 1 ? '' : part, bytes });
  }
  return {
    withoutAddress: chosen.filter((recipient) => !hasAddress(recipient)),
    replaced: enclosures.replaced,
  };
}

function methodOf({ facts, secretary }: InvitationSource, isAlone: boolean): string {
  if (facts.cancelled !== null) return 'CANCEL';
  return isAlone && secretary?.email != null ? 'REQUEST' : 'PUBLISH';
}

interface Group {
  /** For the file name. */
  part: string;
  recipients: Addressee[];
  languages: Language[];
  /** Not of the board, where something is secret: they get the version that everybody may see. */
  isOutside: boolean;
}

/** What tells the draft for experts and guests from that of the board, where something is secret. */
const OUTSIDE_PART = 'kutsutut';

function groupsOf(source: InvitationSource, all: readonly Addressee[], mode: MailMode): Group[] {
  const { facts, secrets } = source;
  const isCovered = (one: Addressee): boolean => isOutside(one.role) && hasSecrets(facts.minutes, secrets);
  const of = (isOut: boolean): Group[] =>
    groupsWithin(
      all.filter((one) => isCovered(one) === isOut),
      mode,
    ).map((group) => ({
      ...group,
      part: isOut && mode !== 'person' ? [group.part, OUTSIDE_PART].filter(Boolean).join('-') : group.part,
      isOutside: isOut,
    }));
  return [...of(false), ...of(true)];
}

function groupsWithin(addressees: readonly Addressee[], mode: MailMode): Omit<Group, 'isOutside'>[] {
  if (addressees.length === 0) return [];
  const languagesOf = (list: readonly Addressee[]): Language[] =>
    LANGUAGES.filter((language) => list.some(({ person }) => person.language === language));
  if (mode === 'all') return [{ part: '', recipients: [...addressees], languages: languagesOf(addressees) }];
  if (mode === 'language')
    return languagesOf(addressees).map((language) => ({
      part: language,
      recipients: addressees.filter(({ person }) => person.language === language),
      languages: [language],
    }));
  const used = new Map<string, number>();
  return addressees.map((recipient) => {
    const name = asciiPart(recipient.person.name, 30) || 'vastaanottaja';
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return {
      part: count === 1 ? name : `${name}-${count}`,
      recipients: [recipient],
      languages: [recipient.person.language],
    };
  });
}

/** What goes with the messages; each document and file is made once. */
class Enclosures {
  readonly #source: InvitationSource;
  readonly #rendering: Rendering;
  readonly #documents = new Map<string, MailDraft['files'][number][]>();
  readonly #files = new Map<string, Uint8Array>();
  /** Characters that no font had. */
  replaced = 0;

  constructor(source: InvitationSource, rendering: Rendering) {
    this.#source = source;
    this.#rendering = rendering;
  }

  /** @param isCovered for those who are not of the board */
  async documents(language: Language, isCovered: boolean): Promise<MailDraft['files'][number][]> {
    const key = `${language} ${isCovered}`;
    const known = this.#documents.get(key);
    if (known) return known;
    const made: MailDraft['files'][number][] = [];
    for (const version of this.#source.documents) {
      const name = this.#nameOf(version, language);
      const result = await this.#rendering.publish(
        isCovered
          ? publicJob(
              version,
              { minutes: this.#source.facts.minutes, secrets: this.#source.secrets },
              this.#rendering.phrases,
              language,
            )
          : issuedJob(version, language, 'pdf'),
      );
      if (!result.ok) throw publishError(result.error, name);
      this.replaced += result.replaced.reduce((sum, { count }) => sum + count, 0);
      made.push({ name, type: 'application/pdf', bytes: result.bytes });
    }
    this.#documents.set(key, made);
    return made;
  }

  /** @param isCovered without the attachments of secret items */
  async attachments(isCovered: boolean): Promise<MailDraft['files'][number][]> {
    const { files, facts, secretAttachments } = this.#source;
    const made: MailDraft['files'][number][] = [];
    for (const file of files) {
      if (isCovered && secretAttachments.includes(file.number)) continue;
      const bytes = this.#files.get(file.sha256) ?? (await this.#rendering.read(file.sha256));
      this.#files.set(file.sha256, bytes);
      made.push({ name: attachmentFileName(facts.minutes, 'agenda', file), type: file.mediaType, bytes });
    }
    return made;
  }

  #nameOf(version: IssuedVersion, language: Language): string {
    return issuedFileName(
      this.#source.facts.minutes.board.shortName,
      this.#source.facts.minutes.meeting,
      version,
      'pdf',
      language === this.#source.language ? null : language,
    );
  }
}

/** What the document process gets of an issued document: its words as they were frozen, made when they were. */
export function issuedJob(version: IssuedVersion, language: Language, format: 'pdf' | 'text'): PublishJob {
  return {
    format,
    document: version.content.printed[language],
    createdAt: Math.floor(Date.parse(version.issuedAt) / 1000),
  };
}

/** The same in the version that everybody may see; a notice of cancellation tells nothing secret. */
export function publicJob(
  version: IssuedVersion,
  { minutes, secrets }: Pick<DocumentSource, 'minutes' | 'secrets'>,
  phrases: Phrases,
  language: Language,
): PublishJob {
  const job = issuedJob(version, language, 'pdf');
  if (version.kind === 'cancellation') return job;
  const document = printPublicAhead(version.kind, minutes, secrets, phrases, language, {
    plannedEnd: version.content.plan.plannedEnd,
    remoteLink: '',
    version: version.number,
    issuedOn: version.issuedOn,
    note: version.note,
    changes: [],
  });
  return { ...job, document };
}

/** "2026-05-19_JANE_kutsu_versio-2_3-2026.pdf" */
export function issuedFileName(
  board: string,
  meeting: { number: number; year: number },
  { kind, number, heldOn }: Pick<IssuedVersion, 'kind' | 'number' | 'heldOn'>,
  extension: string,
  language: Language | null = null,
): string {
  const type = { call: 'kutsu', agenda: 'esityslista', cancellation: 'peruutusilmoitus' }[kind];
  return fileName({
    date: heldOn,
    board,
    documentType: [
      type,
      ...(number > 1 ? [`versio-${number}`] : []),
      ...(language === null ? [] : [language]),
    ].join('_'),
    number: `${meeting.number}/${meeting.year}`,
    extension,
  });
}

/** A path beside the chosen file, with the part in its name, at which there is nothing yet. */
export function freeBeside(chosen: string, part: string): string {
  const { dir, name, ext } = path.parse(chosen);
  for (let count = 1; ; count++) {
    const file = path.join(dir, `${name}_${part}${count === 1 ? '' : `_${count}`}${ext}`);
    if (!fs.existsSync(file)) return file;
  }
}
