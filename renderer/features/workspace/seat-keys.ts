/** The keys of the attendance panel. Pure. */
import type { AttendanceView } from '../../../db/model/meeting-view.ts';
import type { SeatStanding } from './people.ts';

export type SeatCommand = 'arrive' | 'leave' | 'deputy' | 'excuse' | 'remote' | 'speaks' | 'edit' | 'undo';

const KEYS: Record<string, SeatCommand> = {
  s: 'arrive',
  p: 'leave',
  v: 'deputy',
  e: 'excuse',
  t: 'remote',
  o: 'speaks',
  enter: 'edit',
};

/** The command of a key, or null. Ctrl+Z undoes; other modifiers belong to somebody else. */
export function seatCommand(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): SeatCommand | null {
  const key = event.key.toLowerCase();
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return key === 'z' ? 'undo' : null;
  return KEYS[key] ?? null;
}

/** What a command does to whom. */
export interface AttendanceStep {
  personId: string;
  event: 'arrive' | 'leave' | 'excuse' | 'absent';
  capacity?: AttendanceView['capacity'];
  remote?: boolean;
  speakerOnly?: boolean;
}

const isThere = (row: AttendanceView | null): boolean => row?.presentNow === true;

/** The entries that a command on a seat makes; none when it makes no sense there (no deputy, nobody to leave). */
export function seatSteps(standing: SeatStanding, command: SeatCommand): AttendanceStep[] {
  const { seat, sitting, member, deputy } = standing;
  switch (command) {
    case 'arrive':
      return seat.member === null || isThere(member)
        ? []
        : [{ personId: seat.member.id, event: 'arrive', capacity: 'member' }];
    case 'leave': {
      const leaving = sitting ?? (isThere(member) ? seat.member : isThere(deputy) ? seat.deputy : null);
      return leaving === null ? [] : [{ personId: leaving.id, event: 'leave' }];
    }
    case 'deputy':
      if (seat.deputy === null) return [];
      return isThere(deputy)
        ? [{ personId: seat.deputy.id, event: 'leave' }]
        : [{ personId: seat.deputy.id, event: 'arrive', capacity: 'deputy' }];
    case 'excuse':
      if (seat.member === null || isThere(member)) return [];
      return member?.excused === true
        ? [{ personId: seat.member.id, event: 'absent' }]
        : [{ personId: seat.member.id, event: 'excuse' }];
    case 'remote': {
      // Somebody present: the panel changes the stretch of presence itself.
      if (sitting !== null || isThere(member) || seat.member === null) return [];
      return [{ personId: seat.member.id, event: 'arrive', capacity: 'member', remote: true }];
    }
    case 'speaks': {
      // Somebody present: the panel changes the stretch of presence itself.
      if (sitting !== null || isThere(member) || seat.member === null) return [];
      return [{ personId: seat.member.id, event: 'arrive', capacity: 'member', speakerOnly: true }];
    }
    case 'edit':
    case 'undo':
      return [];
  }
}

/** The same for somebody without a seat (secretary, expert, guest). */
export function otherSteps(row: AttendanceView, command: SeatCommand): AttendanceStep[] {
  const personId = row.person.id;
  const { capacity } = row;
  switch (command) {
    case 'arrive':
      return row.presentNow ? [] : [{ personId, event: 'arrive', capacity }];
    case 'leave':
      return row.presentNow ? [{ personId, event: 'leave' }] : [];
    case 'remote':
      return row.presentNow ? [] : [{ personId, event: 'arrive', capacity, remote: true }];
    case 'speaks':
      return row.presentNow ? [] : [{ personId, event: 'arrive', capacity, speakerOnly: true }];
    case 'excuse':
      return row.presentNow ? [] : [{ personId, event: row.excused ? 'absent' : 'excuse' }];
    case 'deputy':
    case 'edit':
    case 'undo':
      return [];
  }
}

/**
 * Digits typed one after the other name a seat: `1` `2` is seat 12. Returns what has been typed so far and the place in
 * the list, or null when there is no such seat.
 */
export function typedSeat(
  typed: string,
  digit: string,
  numbers: readonly number[],
): { typed: string; index: number } | null {
  for (const text of [typed + digit, digit]) {
    const index = numbers.indexOf(Number(text));
    if (index >= 0) return { typed: text, index };
  }
  return null;
}
