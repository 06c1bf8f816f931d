/** Every document of a meeting from the one composed record: which printer makes which, and what it is called. */
import { exportedAttachmentName } from './attachment.ts';
import { fileName } from './identifiers.ts';
import { extensionOf } from './media-type.ts';
import type { Language } from './language.ts';
import type { MinutesDocument } from './minutes-document.ts';
import type { Phrases } from './phrases.ts';
import { printAgenda, printCall, type CallIssue } from './print-call.ts';
import { printExtract, type ExtractChoice } from './print-extract.ts';
import { printMinutes } from './print-minutes.ts';
import { printDecisions, printPublic, printSummary } from './print-public.ts';
import { printPublicAhead } from './print-public-ahead.ts';
import { printTasks, type OpenTask } from './print-tasks.ts';
import type { DocumentKind, PrintableDocument } from './printable.ts';
import { withoutMentions, type RichText } from './rich-text.ts';
import type { SecretItem } from './secrecy.ts';

/** All that the documents of a meeting are made of. */
export interface DocumentSource {
  minutes: MinutesDocument;
  secrets: readonly SecretItem[];
  /** Open tasks of the board on `asOf`. */
  openTasks: readonly OpenTask[];
  /** ISO date */
  asOf: string;
  /** How the call and the agenda stand; absent: only the meeting's details tell. */
  issues?: Record<'call' | 'agenda', IssueSource>;
  /** Files of the attachments, by number; paper attachments have none. */
  files?: readonly { number: number; fileName: string | null; mediaType: string | null }[];
  /** Terms of the board (toimikaudet), the first one first. */
  terms?: readonly { startsOn: string; endsOn: string }[];
  /** The shipped phrases with which the minutes were examined: they are printed in those for ever. */
  phrases?: Partial<Phrases>;
}

/** What leaves the program as call or agenda: the newest version as it was issued, or the meeting as it is now. */
export type IssueSource =
  | {
      kind: 'issued';
      number: number;
      /** ISO instant */
      issuedAt: string;
      /** ISO date of that in Finland. */
      issuedOn: string;
      printed: Record<Language, PrintableDocument>;
    }
  | { kind: 'draft'; issue: CallIssue }
  | { kind: 'recorded' };

/** Which document. */
export interface DocumentChoice extends ExtractChoice {
  kind: DocumentKind;
}

/** Mentions print as the words that they are. */
function withoutLinks(minutes: MinutesDocument): MinutesDocument {
  const plain = (text: RichText | null): RichText | null => (text === null ? null : withoutMentions(text));
  return {
    ...minutes,
    items: minutes.items.map((item) => ({
      ...item,
      account: plain(item.account),
      proposal: plain(item.proposal),
      proceedings: plain(item.proceedings),
      decision: plain(item.decision),
    })),
  };
}

/** @throws AppError SECTIONS_MISSING, SECTION_UNKNOWN for an extract */
export function printDocument(
  source: DocumentSource,
  choice: DocumentChoice,
  shipped: Phrases,
  language: Language,
): PrintableDocument {
  const phrases: Phrases = { ...shipped, ...source.phrases };
  const minutes = withoutLinks(source.minutes);
  const { secrets } = source;
  switch (choice.kind) {
    case 'minutes':
      return printMinutes(minutes, phrases, language);
    case 'call':
    case 'agenda': {
      const going = source.issues?.[choice.kind];
      if (going?.kind === 'issued') return going.printed[language];
      const print = choice.kind === 'call' ? printCall : printAgenda;
      return print(minutes, phrases, language, going?.kind === 'draft' ? going.issue : null);
    }
    case 'public_agenda':
      return printPublicAhead('agenda', minutes, secrets, phrases, language, agendaIssue(source));
    case 'public':
      return printPublic(minutes, secrets, phrases, language);
    case 'summary':
      return printSummary(minutes, secrets, phrases, language);
    case 'extract':
      return printExtract(minutes, choice, secrets, phrases, language);
    case 'decisions':
      return printDecisions(minutes, secrets, phrases, language);
    case 'tasks':
      // The tasks are those of today, and so are the words.
      return printTasks(minutes, source.openTasks, source.asOf, shipped, language);
  }
}

/** How the agenda went out, for the version that everybody may see: it is made of the meeting as it is now. */
function agendaIssue({ issues }: DocumentSource): CallIssue | null {
  const going = issues?.agenda;
  if (going?.kind === 'draft') return going.issue;
  if (going?.kind !== 'issued') return null;
  const { number: version, issuedOn } = going;
  return { plannedEnd: null, remoteLink: '', version, issuedOn, note: '', changes: [] };
}

const FILE_TYPES: Record<DocumentKind, { minutes: string; memo: string }> = {
  minutes: { minutes: 'poytakirja', memo: 'muistio' },
  call: { minutes: 'kutsu', memo: 'kutsu' },
  agenda: { minutes: 'esityslista', memo: 'esityslista' },
  public_agenda: { minutes: 'julkinen_esityslista', memo: 'julkinen_esityslista' },
  public: { minutes: 'julkinen_poytakirja', memo: 'julkinen_muistio' },
  summary: { minutes: 'tiivistelma', memo: 'tiivistelma' },
  extract: { minutes: 'ote', memo: 'ote' },
  decisions: { minutes: 'paatosluettelo', memo: 'paatosluettelo' },
  tasks: { minutes: 'toimenpiteet', memo: 'toimenpiteet' },
};

/**
 * Numbers of the attachments whose files go with a document. Those of secret items never go with what everybody
 * sees (an extract is for somebody who has a right to it), and a written dissent is not there yet when the board is called.
 */
export function attachmentsOfDocument(
  { minutes, secrets }: DocumentSource,
  choice: DocumentChoice,
): number[] {
  const numbers = (kept: (one: MinutesDocument['attachments'][number]) => boolean): number[] =>
    minutes.attachments.filter(kept).map(({ number }) => number);
  const isSecret = (section: number | null): boolean => secrets.some((one) => one.section === section);
  switch (choice.kind) {
    case 'minutes':
      return numbers(() => true);
    case 'call':
    case 'agenda':
    case 'public_agenda': {
      const late = new Set(minutes.items.flatMap((item) => item.dissents.map((one) => one.attachmentNumber)));
      const isPublic = choice.kind === 'public_agenda';
      return numbers(({ number, section }) => !late.has(number) && !(isPublic && isSecret(section)));
    }
    case 'public':
    case 'summary':
      return numbers(({ section }) => !isSecret(section));
    case 'extract':
      return numbers(({ section }) => section !== null && choice.sections.includes(section));
    case 'decisions':
    case 'tasks':
      return [];
  }
}

/** "2026-05-19_JANE_poytakirja_3-2026_liite-1.pdf" */
export function attachmentFileName(
  minutes: MinutesDocument,
  kind: DocumentKind,
  file: { number: number; fileName: string | null; mediaType: string | null },
): string {
  return exportedAttachmentName({
    date: minutes.meeting.heldOn,
    board: minutes.board.shortName,
    documentType: FILE_TYPES[kind][minutes.rules.profile],
    meeting: `${minutes.meeting.number}/${minutes.meeting.year}`,
    number: file.number,
    extension: extensionOf(file.fileName ?? '', file.mediaType ?? ''),
  });
}

/**
 * "2026-05-19_JANE_poytakirja_3-2026.pdf"; a call that has not been issued is named a draft, a later version by its number.
 */
export function documentFileName(
  { minutes, issues }: Pick<DocumentSource, 'minutes' | 'issues'>,
  kind: DocumentKind,
  extension: string,
): string {
  const going =
    kind === 'call' || kind === 'agenda'
      ? issues?.[kind]
      : kind === 'public_agenda'
        ? issues?.agenda
        : undefined;
  const version =
    going?.kind === 'draft'
      ? '_luonnos'
      : going?.kind === 'issued' && going.number > 1
        ? `_versio-${going.number}`
        : '';
  return fileName({
    date: minutes.meeting.heldOn,
    board: minutes.board.shortName,
    documentType: `${FILE_TYPES[kind][minutes.rules.profile]}${version}`,
    number: `${minutes.meeting.number}/${minutes.meeting.year}`,
    extension,
  });
}
