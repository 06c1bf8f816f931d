/** Who gets the call (kutsun vastaanottajat), which deputies should be called, and what the answers promise. */
import type { ReplyKind } from './call.ts';
import type { MeetingFacts, SeatFacts } from './facts.ts';
import type { Language } from './language.ts';
import type { RuleProfile } from './rules.ts';
import { voterStatus } from './quorum.ts';

const RECIPIENT_ROLES = ['member', 'deputy', 'chair', 'secretary', 'presenter', 'expert', 'guest'] as const;
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

export interface RecipientPerson {
  id: string;
  name: string;
  shortName: string;
  email: string | null;
  language: Language;
}

export interface Recipient {
  person: RecipientPerson;
  role: RecipientRole;
  /** E.g. "asiantuntija, maakuntaliitto". */
  title: string;
  seatNumber: number | null;
  /** A deputy: the member in whose place he is called; null when the seat is vacant. */
  memberId: string | null;
}

export interface RecipientSource {
  seats: readonly SeatFacts[];
  rules: Pick<RuleProfile, 'deputies'>;
  calledDeputyIds: readonly string[];
  chairId: string | null;
  secretaryId: string | null;
  presenterId: string | null;
  /** Experts and guests who are expected. */
  others: readonly { personId: string; role: 'expert' | 'guest'; title: string }[];
  persons: ReadonlyMap<string, RecipientPerson>;
}

/**
 * Everybody to whom the call goes, each once: members by seat, a called deputy (and that of a vacant seat) after his
 * member, then those who keep the meeting, experts and guests.
 */
export function recipientsOf(source: RecipientSource): Recipient[] {
  const found = new Map<string, Recipient>();
  const add = (
    personId: string | null,
    role: RecipientRole,
    more: Partial<Pick<Recipient, 'title' | 'seatNumber' | 'memberId'>> = {},
  ): void => {
    const person = personId === null ? undefined : source.persons.get(personId);
    if (person === undefined || found.has(person.id)) return;
    found.set(person.id, { person, role, title: '', seatNumber: null, memberId: null, ...more });
  };
  const seats = source.seats.toSorted((a, b) => a.number - b.number);
  const members = new Set(seats.flatMap(({ memberId }) => memberId ?? []));
  const called = new Set(source.calledDeputyIds);
  for (const { number, memberId, deputyId } of seats) {
    add(memberId, 'member', { seatNumber: number });
    const isCalled = deputyId !== null && (called.has(deputyId) || memberId === null);
    if (isCalled && source.rules.deputies === 'personal' && !members.has(deputyId))
      add(deputyId, 'deputy', { seatNumber: number, memberId });
  }
  add(source.chairId, 'chair');
  add(source.secretaryId, 'secretary');
  add(source.presenterId, 'presenter');
  for (const role of ['expert', 'guest'] as const)
    for (const other of source.others)
      if (other.role === role) add(other.personId, role, { title: other.title });
  return [...found.values()];
}

type Replies = ReadonlyMap<string, ReplyKind>;

/** Seats whose member is excused (estynyt) and whose personal deputy has not been called yet. */
export function deputiesToCall(
  { seats, rules, calledDeputyIds }: Pick<RecipientSource, 'seats' | 'rules' | 'calledDeputyIds'>,
  replies: Replies,
): { seatNumber: number; memberId: string; deputyId: string }[] {
  if (rules.deputies !== 'personal') return [];
  const members = new Set(seats.flatMap(({ memberId }) => memberId ?? []));
  return seats
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ number, memberId, deputyId }) => {
      if (memberId === null || deputyId === null || replies.get(memberId) !== 'excused') return [];
      const isAsked =
        calledDeputyIds.includes(deputyId) || members.has(deputyId) || replies.get(deputyId) === 'excused';
      return isAsked ? [] : [{ seatNumber: number, memberId, deputyId }];
    });
}

/** What the answers so far promise (ennakkotieto osallistumisesta). */
export interface AttendanceForecast {
  /** Seats that will have a voter. */
  expected: number;
  /** The same if everybody who has not answered comes. */
  most: number;
  seats: number;
  required: number;
  quorate: boolean;
  quorateAtMost: boolean;
  /** Members and called deputies who have not answered. */
  unanswered: number;
}

/**
 * The quorum rules applied to those who say that they come. A deputy counts for his member alone, as in the meeting.
 */
export function attendanceForecast(
  facts: Pick<MeetingFacts, 'rules' | 'chairId' | 'viceChairId' | 'presenterId' | 'seats'>,
  calledDeputyIds: readonly string[],
  replies: Replies,
): AttendanceForecast {
  const members = facts.seats.flatMap(({ memberId }) => memberId ?? []);
  const isPersonal = facts.rules.deputies === 'personal';
  const called = new Set(calledDeputyIds);
  const deputies = facts.seats.flatMap(({ memberId, deputyId }) =>
    isPersonal &&
    deputyId !== null &&
    (called.has(deputyId) || memberId === null) &&
    !members.includes(deputyId)
      ? [deputyId]
      : [],
  );
  const asked = [
    ...members.map((personId) => ({ personId, capacity: 'member' as const })),
    ...[...new Set(deputies)].map((personId) => ({ personId, capacity: 'deputy' as const })),
  ];
  const status = (isThere: (reply: ReplyKind | undefined) => boolean) =>
    voterStatus(
      {
        ...facts,
        attendance: asked
          .filter(({ personId }) => isThere(replies.get(personId)))
          .map(({ personId, capacity }) => ({
            personId,
            capacity,
            intervals: [
              {
                firstItem: 0,
                lastItem: null,
                arrivedAt: null,
                leftAt: null,
                remote: replies.get(personId) === 'remote',
              },
            ],
          })),
        items: [{ itemId: '', conflictedIds: [], proposals: [], votes: [] }],
      },
      0,
    );
  const sure = status((reply) => reply === 'coming' || reply === 'remote');
  const atMost = status((reply) => reply !== 'excused');
  return {
    expected: sure.voterCount,
    most: atMost.voterCount,
    seats: sure.seatCount,
    required: sure.required,
    quorate: sure.quorate,
    quorateAtMost: atMost.quorate,
    unanswered: new Set(asked.map(({ personId }) => personId).filter((id) => !replies.has(id))).size,
  };
}
