import { describe, expect, it } from 'vitest';
import type { AttendanceView, SeatView } from '../../../db/model/meeting-view.ts';
import type { SeatStanding } from '../../../renderer/features/workspace/people.ts';
import {
  answer,
  ballotsOf,
  choiceOfKey,
  moveTo,
  startRollCall,
  withdrawAnswer,
} from '../../../renderer/features/workspace/roll-call.ts';
import {
  otherSteps,
  seatCommand,
  seatSteps,
  typedSeat,
} from '../../../renderer/features/workspace/seat-keys.ts';

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

const person = (id: string) => ({ id, name: id, shortName: id });
const seat: SeatView = {
  seatId: 's5',
  number: 5,
  fieldName: null,
  member: person('J05'),
  memberOrganisation: null,
  deputy: person('V05'),
  deputyOrganisation: null,
};
const row = (id: string, presentNow: boolean, more: Partial<AttendanceView> = {}): AttendanceView => ({
  id,
  person: person(id),
  capacity: 'member',
  title: '',
  excused: false,
  excusedOn: null,
  seatId: 's5',
  organisation: null,
  intervals: [],
  presentNow,
  answeredOn: null,
  ...more,
});
const standing = (more: Partial<SeatStanding>): SeatStanding => ({
  seat,
  sitting: null,
  as: null,
  reason: 'absent',
  member: null,
  deputy: null,
  memberInConflict: false,
  deputyInConflict: false,
  ...more,
});

describe('keys of the attendance panel', () => {
  it('are S, P, V, E, T, O, Enter and Ctrl+Z', () => {
    expect(['s', 'P', 'v', 'E', 't', 'o', 'Enter'].map((name) => seatCommand(key(name)))).toEqual([
      'arrive',
      'leave',
      'deputy',
      'excuse',
      'remote',
      'speaks',
      'edit',
    ]);
    expect(seatCommand(key('z', { ctrlKey: true }))).toBe('undo');
    expect(seatCommand(key('s', { ctrlKey: true }))).toBeNull();
    expect(seatCommand(key('1', { altKey: true }))).toBeNull();
  });

  it('note the member, the deputy, or whoever sits there', () => {
    expect(seatSteps(standing({}), 'arrive')).toEqual([
      { personId: 'J05', event: 'arrive', capacity: 'member' },
    ]);
    expect(seatSteps(standing({}), 'deputy')).toEqual([
      { personId: 'V05', event: 'arrive', capacity: 'deputy' },
    ]);
    const sat = standing({ sitting: seat.deputy, as: 'deputy', deputy: row('V05', true) });
    expect(seatSteps(sat, 'leave')).toEqual([{ personId: 'V05', event: 'leave' }]);
    expect(seatSteps(sat, 'deputy')).toEqual([{ personId: 'V05', event: 'leave' }]);
    expect(
      seatSteps(standing({ sitting: seat.member, as: 'member', member: row('J05', true) }), 'arrive'),
    ).toEqual([]);
  });

  it('take an excuse back when pressed again, and do not excuse somebody present', () => {
    expect(seatSteps(standing({}), 'excuse')).toEqual([{ personId: 'J05', event: 'excuse' }]);
    expect(seatSteps(standing({ member: row('J05', false, { excused: true }) }), 'excuse')).toEqual([
      { personId: 'J05', event: 'absent' },
    ]);
    expect(
      seatSteps(standing({ sitting: seat.member, as: 'member', member: row('J05', true) }), 'excuse'),
    ).toEqual([]);
  });

  it('say nothing of a seat without anybody', () => {
    const vacant = standing({ seat: { ...seat, member: null, deputy: null }, reason: 'vacant' });
    for (const command of ['arrive', 'leave', 'deputy', 'excuse', 'remote'] as const)
      expect(seatSteps(vacant, command)).toEqual([]);
  });

  it('let somebody in with the right to speak alone', () => {
    expect(seatSteps(standing({}), 'speaks')).toEqual([
      { personId: 'J05', event: 'arrive', capacity: 'member', speakerOnly: true },
    ]);
    const guest = row('A01', false, { capacity: 'guest', seatId: null });
    expect(otherSteps(guest, 'speaks')).toEqual([
      { personId: 'A01', event: 'arrive', capacity: 'guest', speakerOnly: true },
    ]);
    expect(otherSteps({ ...guest, presentNow: true }, 'speaks')).toEqual([]);
  });

  it('find a seat by its digits', () => {
    const numbers = Array.from({ length: 16 }, (_, index) => index + 1);
    expect(typedSeat('', '1', numbers)).toEqual({ typed: '1', index: 0 });
    expect(typedSeat('1', '2', numbers)).toEqual({ typed: '12', index: 11 });
    expect(typedSeat('1', '9', numbers)).toEqual({ typed: '9', index: 8 });
    expect(typedSeat('', '0', numbers)).toBeNull();
  });
});

describe('roll call', () => {
  const order = ['a', 'b', 'c'];

  it('goes on to the next who has not answered', () => {
    let call = startRollCall(order);
    call = answer(call, 'aye');
    expect(call.at).toBe(1);
    call = answer(moveTo(call, 2), 'no');
    expect(call.at).toBe(1);
    call = answer(call, 'blank');
    expect(ballotsOf(call)).toEqual([
      { personId: 'a', choice: 'aye' },
      { personId: 'b', choice: 'blank' },
      { personId: 'c', choice: 'no' },
    ]);
    expect(call.at).toBe(1);
  });

  it('begins where it was left and forgets those who have no vote any more', () => {
    const call = startRollCall(order, [
      { personId: 'a', choice: 'aye' },
      { personId: 'x', choice: 'no' },
    ]);
    expect(call.at).toBe(1);
    expect(ballotsOf(call)).toEqual([{ personId: 'a', choice: 'aye' }]);
  });

  it('takes an answer back and stays within the list', () => {
    const call = withdrawAnswer(answer(startRollCall(order), 'aye'), 0);
    expect(ballotsOf(call)).toEqual([]);
    expect(moveTo(call, -3).at).toBe(0);
    expect(moveTo(call, 9).at).toBe(2);
  });

  it('knows J, E and T', () => {
    expect(['J', 'e', 't', 'x'].map(choiceOfKey)).toEqual(['aye', 'no', 'blank', null]);
  });
});
