/**
 * A meeting as objects of OParl 1.1 (https://schema.oparl.org/1.1/), the German format of open council information: Body,
 * LegislativeTerm, Organization, Person, Membership, Meeting,
 * AgendaItem, Paper, Consultation, File. Only what the public version of the minutes shows. Ids are URNs, files are named
 * by relative addresses beside the export, so that the objects can be put on any server. A term of the board (toimikausi) is a
 * LegislativeTerm. resources/schemas/oparl.schema.json describes the whole.
 */
import { helsinkiTime } from './instants.ts';
import { inLanguage, type Language } from './language.ts';
import type { MinutesAttendance, MinutesDocument } from './minutes-document.ts';
import type { Phrases } from './phrases.ts';
import { MinutesPrinter } from './print-base.ts';
import { roleWords } from './print-people.ts';
import { printPublic } from './print-public.ts';
import type { PrintableItem } from './printable.ts';
import { plainText } from './rich-text.ts';
import { Cover, type SecretItem } from './secrecy.ts';

const SCHEMA = 'https://schema.oparl.org/1.1/';

/** An object of OParl; which properties it has depends on its type. */
export interface OparlObject {
  id: string;
  type: string;
  [property: string]: unknown;
}

/** An external object list of OParl with everything of one meeting. */
export interface OparlList {
  data: OparlObject[];
  pagination: { totalElements: number; elementsPerPage: number; currentPage: number; totalPages: number };
  links: { first?: string };
}

/** What a file of the meeting is called; an address relative to the export. */
export interface OparlFiles {
  /** The public minutes. */
  minutes: string;
  /** By the number of the attachment; null for one on paper. */
  attachment(number: number): string | null;
}

/** A term of the board (toimikausi). */
export interface OparlTerm {
  /** ISO dates, the last one included. */
  startsOn: string;
  endsOn: string;
}

const TERM: Record<Language, string> = { fi: 'Toimikausi', sv: 'Mandatperiod', en: 'Term' };

/** Each as OParl's type, `id` and `type` always there; values that are not known are left out. */
export function oparlMeeting(
  document: MinutesDocument,
  secrets: readonly SecretItem[],
  phrases: Phrases,
  language: Language,
  files: OparlFiles,
  terms: readonly OparlTerm[],
): OparlList {
  const printer = new MinutesPrinter(document, phrases, language);
  const cover = new Cover((key, values) => printer.say(key, values), secrets);
  const shown = printPublic(document, secrets, phrases, language);
  const items = shown.blocks.filter((block): block is PrintableItem => block.type === 'item');
  const { board, meeting } = document;
  const name = inLanguage(board, language);
  const urn = (...parts: (string | number)[]): string =>
    `urn:pykala:${[board.shortName, ...parts].map((part) => encodeURIComponent(String(part).toLowerCase())).join(':')}`;
  const body = urn('body');
  const organization = urn('organization');
  const meetingId = urn('meeting', meeting.year, meeting.number);
  const decisionLabel = inLanguage(document.rules.labels.decision, language);

  const people = document.attendance.filter(
    (row) => row.intervals.length > 0 || row.capacity === 'member' || row.answeredOn !== undefined,
  );
  const personId = ({ person }: MinutesAttendance): string => `urn:uuid:${person.id}`;
  const membershipId = (row: MinutesAttendance): string => urn('membership', row.person.id);

  const attachments = document.attachments.filter(
    ({ number, section }) =>
      files.attachment(number) !== null && (section === null || !cover.isSecret(section)),
  );
  const fileId = (number: number): string => urn('file', meeting.year, meeting.number, number);
  const fileObjects = attachments.map((attachment) => {
    const item = document.items.find(({ section }) => section === attachment.section) ?? null;
    return object('File', fileId(attachment.number), {
      name: cover.words(
        `${printer.say('attachment.number', { n: attachment.number })} ${attachment.title}`,
        item,
      ),
      accessUrl: files.attachment(attachment.number),
    });
  });
  const filesOf = (section: number): OparlObject[] =>
    fileObjects.filter((_, index) => attachments[index]!.section === section);

  const agenda = document.items.map((item, index) => {
    const printed = items[index]!;
    const isPublic = !cover.isSecret(item.section);
    const hasPaper = isPublic && item.diaryNumber !== null;
    const decision = printed.parts.find((part) => part.type === 'text' && part.label === decisionLabel);
    const decided = decision?.type === 'text' ? plainText({ type: 'doc', content: decision.body }) : '';
    const itemId = urn('agendaitem', meeting.year, meeting.number, item.section);
    const paperId = urn('paper', item.diaryNumber ?? '');
    const consultationId = urn('consultation', meeting.year, meeting.number, item.section);
    return {
      item: object('AgendaItem', itemId, {
        meeting: meetingId,
        number: printed.number,
        order: index,
        name: printed.title,
        public: isPublic,
        consultation: hasPaper ? consultationId : undefined,
        resolutionText: decided === '' ? undefined : decided,
        auxiliaryFile: hasPaper ? undefined : some(filesOf(item.section)),
        start: isPublic ? time(meeting.heldOn, item.startedAt) : undefined,
        end: isPublic ? time(meeting.heldOn, item.endedAt) : undefined,
      }),
      paper: hasPaper
        ? object('Paper', paperId, {
            body,
            name: printed.title,
            reference: item.diaryNumber,
            date: meeting.heldOn,
            auxiliaryFile: some(filesOf(item.section)),
            underDirectionOf: [organization],
            consultation: [
              object('Consultation', consultationId, {
                paper: paperId,
                agendaItem: itemId,
                meeting: meetingId,
                organization: [organization],
                authoritative: true,
              }),
            ],
          })
        : null,
    };
  });

  const data: OparlObject[] = [
    object('Body', body, {
      name,
      shortName: board.shortName,
      organization: urn('organizations'),
      person: urn('persons'),
      meeting: urn('meetings'),
      paper: urn('papers'),
      legislativeTerm: terms.map(({ startsOn, endsOn }) =>
        object('LegislativeTerm', urn('legislativeterm', startsOn), {
          body,
          name: `${TERM[language]} ${printer.date(startsOn)}–${printer.date(endsOn)}`,
          startDate: startsOn,
          endDate: endsOn,
        }),
      ),
    }),
    object('Organization', organization, {
      body,
      name,
      shortName: board.shortName,
      meeting: urn('meetings'),
      membership: people.map(membershipId),
    }),
    object('Meeting', meetingId, {
      name: shown.title,
      organization: [organization],
      meetingState: printer.status(),
      cancelled: meeting.cancelledOn !== null,
      start: time(meeting.heldOn, meeting.startedAt ?? meeting.plannedStart),
      end: time(meeting.heldOn, meeting.endedAt),
      location:
        meeting.place === ''
          ? undefined
          : object('Location', urn('location', meeting.year, meeting.number), {
              description: cover.words(meeting.place, null),
            }),
      participant: some(
        people
          .filter(({ intervals, answeredOn }) => intervals.length > 0 || answeredOn !== undefined)
          .map(personId),
      ),
      resultsProtocol: object('File', urn('file', meeting.year, meeting.number, 'minutes'), {
        name: shown.title,
        mimeType: 'application/pdf',
        date: meeting.heldOn,
        accessUrl: files.minutes,
      }),
      auxiliaryFile: some(fileObjects.filter((_, index) => attachments[index]!.section === null)),
      agendaItem: agenda.map(({ item }) => item),
    }),
    ...agenda.flatMap(({ paper }) => (paper === null ? [] : [paper])),
    ...people.map((row) =>
      object('Person', personId(row), {
        body,
        name: row.person.name,
        membership: [
          object('Membership', membershipId(row), {
            person: personId(row),
            organization,
            role: cover.words(roleWords(printer, row), null),
            votingRight: row.capacity === 'member' || row.capacity === 'deputy',
          }),
        ],
      }),
    ),
  ];
  return {
    data,
    pagination: {
      totalElements: data.length,
      elementsPerPage: data.length,
      currentPage: 1,
      totalPages: 1,
    },
    links: {},
  };
}

function object(type: string, id: string, values: Record<string, unknown>): OparlObject {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return { id, type: `${SCHEMA}${type}`, ...Object.fromEntries(known) };
}

/** Empty lists are left out, as OParl asks. */
const some = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);

function time(day: string, clock: string | null): string | undefined {
  return clock === null ? undefined : helsinkiTime(day, clock);
}
