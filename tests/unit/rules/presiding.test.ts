import { describe, expect, test } from 'vitest';
import { voterStatus } from '../../../db/model/quorum.ts';
import { attending, item, meeting, rules } from './builders.ts';

describe('who presides', () => {
  test.each([
    ['the chair', 'm1 m2', [], 'm1'],
    ['the vice chair when the chair is away', 'm2 m3', [], 'm2'],
    ['the vice chair when the chair is in conflict', 'm1 m2', ['m1'], 'm2'],
    ['nobody when both are in conflict', 'm1 m2', ['m1', 'm2'], null],
    ["not the chair's deputy", 'd1 m3', [], null],
  ])('%s', (_name, people, conflictedIds, presiding) => {
    const facts = meeting({ attendance: attending(...people.split(' ')), items: [item({ conflictedIds })] });
    expect(voterStatus(facts, 0).presidingId).toBe(presiding);
  });
  test('nobody when there is no chair', () => {
    const facts = meeting({ chairId: null, viceChairId: null, attendance: attending('m1') });
    expect(voterStatus(facts, 0).presidingId).toBeNull();
  });
  test('not somebody at a distance where the rules exclude that', () => {
    const facts = meeting({
      rules: rules({ remoteParticipation: false }),
      attendance: attending('m1~', 'm2'),
    });
    expect(voterStatus(facts, 0).presidingId).toBe('m2');
  });
});

test('present are all who attend and are not in conflict', () => {
  const facts = meeting({
    items: [item({ conflictedIds: ['m2', 'e1'] })],
    attendance: attending('m1', 'd1', 'm2', 's1', 'e1', 'm3@1'),
  });
  expect(voterStatus(facts, 0).presentIds).toEqual(['m1', 'd1', 's1']);
});
