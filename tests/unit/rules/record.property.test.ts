/** Numbers, notice and the check of a meeting, for any meeting. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMeeting, type MeetingCheck } from '../../../db/model/check-meeting.ts';
import { addDays } from '../../../db/model/dates.ts';
import { DECISION_TYPES, decisionProblems } from '../../../db/model/decision.ts';
import type { ElectionFacts } from '../../../db/model/facts.ts';
import { MEETING_STATES } from '../../../db/model/meeting-state.ts';
import { noticeCheck } from '../../../db/model/notice.ts';
import {
  assignSections,
  checkSections,
  firstSection,
  type NumberedMeeting,
  type SectionedMeeting,
} from '../../../db/model/numbering.ts';
import { voterStatus } from '../../../db/model/quorum.ts';
import { decisionFromVotes } from '../../../db/model/voting.ts';
import { arbitraryMeeting, arbitraryRules, checkOf, person } from './arbitrary.ts';
import { rules } from './builders.ts';

fc.configureGlobal({ numRuns: 400 });

describe('§ numbers', () => {
  const TERM = { startsOn: '2025-08-01', endsOn: '2029-07-31' };
  const meetings = fc.array(
    fc.record({ days: fc.integer({ min: 1, max: 200 }), items: fc.nat(12), frozen: fc.boolean() }),
    { maxLength: 8 },
  );
  /** Meetings held one after the other, each numbered after those before it. */
  function hold(
    list: { days: number; items: number; frozen: boolean }[],
    profile: Parameters<typeof firstSection>[1],
  ) {
    let date = TERM.startsOn;
    const held: (NumberedMeeting & SectionedMeeting)[] = [];
    for (const [index, { days, items, frozen }] of list.entries()) {
      date = addDays(date, Math.min(days, 170));
      const { first } = firstSection(held, profile, date, TERM);
      const sections = assignSections(
        first,
        Array.from({ length: items }, (_, item) => `${item}`),
      ).map(({ section }) => section);
      held.push({
        subject: `meeting ${index}`,
        date,
        frozen,
        sections,
        firstSection: sections[0] ?? null,
        lastSection: sections.at(-1) ?? null,
      });
    }
    return held;
  }

  test('are unique and without gaps in a period', () => {
    fc.assert(
      fc.property(
        meetings,
        arbitraryRules,
        fc.constantFrom('minutes' as const, 'memo' as const),
        (list, any, profile) => {
          const settings = { ...any, profile };
          const held = hold(list, settings);
          expect(checkSections(held, settings, [TERM])).toEqual([]);
          if (profile === 'memo') return;
          const periods = Map.groupBy(held, ({ date }) =>
            any.numbering === 'term' ? 'term' : date.slice(0, 4),
          );
          for (const group of periods.values()) {
            const all = group.flatMap(({ sections }) => sections);
            expect(all).toEqual(all.map((_, index) => index + 1));
          }
        },
      ),
    );
  });

  test('one changed number is always found', () => {
    fc.assert(
      fc.property(meetings, fc.nat(), fc.integer({ min: 1, max: 99 }), (list, place, number) => {
        const held = hold(list, rules());
        const numbered = held.filter(({ sections }) => sections.length > 0);
        fc.pre(numbered.length > 0);
        const target = numbered[place % numbered.length]!;
        const index = place % target.sections.length;
        fc.pre(target.sections[index] !== number);
        const changed = held.map((meeting) =>
          meeting === target ? { ...meeting, sections: meeting.sections.with(index, number) } : meeting,
        );
        expect(checkSections(changed, rules(), [TERM])).not.toEqual([]);
      }),
    );
  });

  test('frozen numbers are never given again, whatever is added before or after', () => {
    fc.assert(
      fc.property(meetings, fc.integer({ min: 0, max: 1400 }), arbitraryRules, (list, days, any) => {
        const held = hold(list, any);
        const date = addDays(TERM.startsOn, days);
        const { first } = firstSection(held, any, date, TERM);
        const period = (day: string) => (any.numbering === 'term' ? 'term' : day.slice(0, 4));
        for (const meeting of held)
          if (meeting.frozen && period(meeting.date) === period(date))
            for (const section of meeting.sections) expect(first).toBeGreaterThan(section);
      }),
    );
  });
});

test('notice: in time exactly when sent on the latest day or before; longer rules are never easier', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays('2026-05-19', days));
  fc.assert(
    fc.property(day, day, fc.nat(30), (sentOn, meetingDate, noticeDays) => {
      const check = noticeCheck(rules({ noticeDays }), sentOn, meetingDate, 'notice');
      expect(check.ok).toBe(sentOn <= check.latest);
      expect(addDays(sentOn, check.days!)).toBe(meetingDate);
      const longer = noticeCheck(rules({ noticeDays: noticeDays + 1 }), sentOn, meetingDate, 'notice');
      expect(longer.ok && !check.ok).toBe(false);
      expect(noticeCheck(rules({ agendaDays: noticeDays }), sentOn, meetingDate, 'agenda')).toEqual(check);
    }),
  );
});

describe('the check of a meeting', () => {
  test('never throws, whatever has been recorded, and leaves the facts alone', () => {
    const decision = fc.option(
      fc.record({
        type: fc.constantFrom(...DECISION_TYPES),
        proposalId: fc.option(fc.constantFrom('c1', 'c9')),
        electedIds: fc.array(person, { maxLength: 2 }),
        elections: fc.constant<ElectionFacts[]>([]),
        hasText: fc.boolean(),
      }),
    );
    const more = fc.record({
      state: fc.constantFrom(...MEETING_STATES),
      sections: fc.array(fc.option(fc.integer()), { maxLength: 5 }),
      decisions: fc.array(decision, { maxLength: 5 }),
      dissents: fc.array(fc.record({ itemIndex: fc.integer({ min: -1, max: 5 }), personId: person })),
      callSentOn: fc.option(fc.string()),
      meetingDate: fc.constantFrom('2026-05-19', '2026-02-31', ''),
    });
    fc.assert(
      fc.property(arbitraryMeeting, more, (facts, changes) => {
        const check: MeetingCheck = { ...checkOf(facts), ...changes };
        const before = structuredClone(check);
        for (const finding of checkMeeting(check)) expect(finding.code).toMatch(/^[a-z_]+$/);
        expect(check).toEqual(before);
      }),
    );
  });

  test('a vote that cannot stand, a proposal or seconding in conflict, a decision without a quorum are errors', () => {
    fc.assert(
      fc.property(arbitraryMeeting, (facts) => {
        const decisions = facts.items.map(() => ({
          type: 'noted' as const,
          proposalId: null,
          electedIds: [],
          elections: [],
          hasText: true,
        }));
        const findings = checkMeeting({ ...checkOf(facts), decisions });
        facts.items.forEach((item, itemIndex) => {
          const codes = findings
            .filter(
              ({ subject, severity }) => subject.endsWith(` § ${itemIndex + 1}`) && severity === 'error',
            )
            .map(({ code }) => code);
          const proposers = item.proposals.map(({ proposerId }) => proposerId);
          const seconders = item.proposals.flatMap(({ proposerId, seconderIds }) =>
            item.conflictedIds.includes(proposerId) && seconderIds.includes(proposerId)
              ? seconderIds.filter((personId) => personId !== proposerId)
              : seconderIds,
          );
          const inConflict = (people: string[]) =>
            people.some((personId) => item.conflictedIds.includes(personId));
          expect(codes.includes('proposer_in_conflict')).toBe(inConflict(proposers));
          if (inConflict(seconders)) expect(codes).toContain('seconder_in_conflict');
          expect(codes.includes('not_quorate')).toBe(!voterStatus(facts, itemIndex).quorate);
          const { results } = decisionFromVotes(facts, itemIndex);
          for (const problem of results.flatMap((result) => result.problems))
            expect(codes).toContain(problem);
          for (const problem of decisionProblems(facts, itemIndex, decisions[itemIndex]!))
            expect(codes).toContain(problem);
        });
      }),
    );
  });
});
