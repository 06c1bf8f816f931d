/** Strength of passphrases, keys as they are pasted, and which terms wait for their package. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  archivingState,
  keysOf,
  type ArchivableTerm,
  type MadePackage,
} from '../../../db/model/archive-package.ts';
import { comparePackages, type PackageSummary } from '../../../db/model/package-comparison.ts';
import { passphraseBits, passphraseStrength } from '../../../db/model/passphrase-strength.ts';

describe('a passphrase', () => {
  test.each([
    ['', 'weak'],
    ['salasana', 'weak'],
    ['Kissa123', 'weak'],
    ['qwertyuiop', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['koira koira koira koira', 'weak'],
    ['kolme ruukkua tuulessa kauan', 'fair'],
    ['kolme sinistä ruukkua tuulessa kauan', 'good'],
    ['kolme sinistä ruukkua tuulessa kauan 4711 joella', 'strong'],
    ['kX9$wq2!Zr7#mT4&pL8@', 'strong'],
  ] as const)('%j is %s', (passphrase, strength) => {
    expect(passphraseStrength(passphrase).strength).toBe(strength);
  });

  test('repeating it makes it hardly stronger', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), (text) => {
        expect(passphraseBits(`${text} ${text}`)).toBeLessThanOrEqual(passphraseBits(text) * 1.5 + 25);
      }),
      { numRuns: 100 },
    );
  });
});

test('keys are lines; comments and blank lines are none', () => {
  expect(keysOf('# created: 2026\r\n\r\n AGE-SECRET-KEY-1X \nage1abc\n')).toEqual([
    'AGE-SECRET-KEY-1X',
    'age1abc',
  ]);
});

describe('a term', () => {
  const term: ArchivableTerm = {
    boardId: 'a',
    startsOn: '2024-01-01',
    endsOn: '2025-12-31',
    held: 8,
    notExamined: 0,
  };
  const made = (changes: Partial<MadePackage> = {}): MadePackage => ({
    boardId: 'a',
    from: null,
    to: null,
    madeOn: '2026-02-01',
    verdict: 'whole',
    ...changes,
  });
  test.each([
    ['goes on', '2025-12-31', term, [made()], 'running'],
    ['is due', '2026-03-01', term, [], 'due'],
    ['waits for minutes', '2026-03-01', { ...term, notExamined: 1 }, [], 'waits_for_minutes'],
    ['is archived', '2026-03-01', term, [made()], 'done'],
    ['is not by another board’s', '2026-03-01', term, [made({ boardId: 'b' })], 'due'],
    ['is not by a year of it', '2026-03-01', term, [made({ from: '2025-01-01', to: '2025-12-31' })], 'due'],
    ['is not by one made before its end', '2026-03-01', term, [made({ madeOn: '2025-06-01' })], 'due'],
    ['has one that is not verified', '2026-03-01', term, [made({ verdict: null })], 'not_verified'],
    ['has one that is broken', '2026-03-01', term, [made({ verdict: 'broken' })], 'not_verified'],
  ] as const)('%s', (_, today, one, packages, state) => {
    expect(archivingState(one, packages, today)).toBe(state);
  });
});

test('a package compared with itself has no differences, and both ways round the same ones', () => {
  const entry = fc.record({
    key: fc.string({ maxLength: 3 }),
    name: fc.string(),
    hash: fc.string({ maxLength: 1 }),
  });
  const entries = fc.uniqueArray(entry, { selector: ({ key }) => key, maxLength: 8 });
  const summary: fc.Arbitrary<PackageSummary> = fc.record({
    name: fc.string(),
    organisations: entries,
    decisions: entries,
    minutes: entries,
    files: entries,
  });
  fc.assert(
    fc.property(summary, summary, (one, other) => {
      expect(comparePackages(one, one).files).toEqual({ same: one.files.length, differences: [] });
      const there = comparePackages(one, other).decisions;
      const back = comparePackages(other, one).decisions;
      expect(there.same).toBe(back.same);
      expect(there.differences.map(({ key }) => key).toSorted()).toEqual(
        back.differences.map(({ key }) => key).toSorted(),
      );
    }),
    { numRuns: 60 },
  );
});
