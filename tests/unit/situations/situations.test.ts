/** Every meeting situation, played through the services of the program on a file of its own. */
import { describe, expect, test } from 'vitest';
import { CONFLICTS } from './conflicts.ts';
import { COURSE } from './course.ts';
import { DISSENTS } from './dissents.ts';
import { ELECTIONS } from './elections.ts';
import { KINDS } from './kinds.ts';
import { PRESENCE } from './presence.ts';
import { Room } from './room.ts';
import type { Situation } from './situation.ts';
import { VOTES } from './votes.ts';

const TABLES: Record<string, readonly Situation[]> = {
  presence: PRESENCE,
  conflicts: CONFLICTS,
  votes: VOTES,
  elections: ELECTIONS,
  dissents: DISSENTS,
  course: COURSE,
  kinds: KINDS,
};

async function play(situation: Situation): Promise<void> {
  const { expected } = situation;
  const room = await Room.open(situation);
  for (const step of situation.steps) await room.take(step);
  const view = await room.view();
  const item = view.items.find(({ id }) => id === room.itemId)!;
  const required = expected.required ?? 9;
  expect
    .soft({
      voters: item.status.voterCount,
      required: item.status.required,
      quorate: item.status.quorate,
      chair: room.name(item.status.presidingId),
    })
    .toEqual({
      voters: expected.voters,
      required,
      quorate: expected.quorate ?? expected.voters >= required,
      chair: expected.chair === undefined ? 'M01' : expected.chair,
    });
  for (const [section, voters] of Object.entries(expected.timeline ?? {}))
    expect
      .soft(view.items.find((one) => one.section === Number(section))?.status.voterCount, `§ ${section}`)
      .toBe(voters);
  expect
    .soft(
      item.votes.map(({ result }) => ({
        aye: result.aye,
        no: result.no,
        blank: result.blank,
        winner: result.winner,
        by: result.decidedBy,
        missing: result.missing,
        problems: result.problems,
      })),
    )
    .toEqual((expected.votes ?? []).map((vote) => ({ missing: 0, problems: [], ...vote })));
  // Votes and blanks are as many as the voters, or the screen says what is missing.
  for (const { result } of item.votes)
    expect.soft(result.cast + result.missing >= result.voters || result.problems.length > 0).toBe(true);
  if (expected.next !== undefined)
    expect
      .soft(item.nextVote.kind === 'vote' ? item.nextVote.question : item.nextVote.kind)
      .toBe(expected.next);
  if (expected.standings !== undefined)
    expect.soft(item.proposals.map(({ standing }) => standing)).toEqual(expected.standings);
  if (item.decided) expect.soft(item.problems).toEqual(expected.problems ?? []);
  else expect.soft(expected.problems, 'nothing was decided').toBeUndefined();
  expect
    .soft(
      [
        ...new Set(
          view.findings
            .filter(({ itemId }) => itemId === null || itemId === item.id)
            .map(({ code }) => code)
            .filter((code) => !(expected.problems ?? []).includes(code)),
        ),
      ].sort(),
    )
    .toEqual([...(expected.findings ?? [])].sort());
  if (expected.suggested !== undefined)
    expect.soft(item.suggestedConflicts.map(({ person }) => person.shortName)).toEqual(expected.suggested);
  const finnish = await room.printed('fi');
  for (const sentence of expected.printed) expect.soft(finnish).toContain(sentence);
  for (const sentence of expected.notPrinted ?? []) expect.soft(finnish).not.toContain(sentence);
  for (const language of ['sv', 'en'] as const)
    for (const sentence of expected[language] ?? [])
      expect.soft(await room.printed(language)).toContain(sentence);
}

describe.each(Object.entries(TABLES))('%s', (_, situations) => {
  test.each(situations.map((one) => [one.name, one] as const))('%s', async (_name, situation) => {
    await play(situation);
  });
});

test('there are many of them, each with a rule and with words', () => {
  const all = Object.values(TABLES).flat();
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, rule, expected } of all) {
    expect(rule, name).not.toBe('');
    expect(expected.printed.length, name).toBeGreaterThan(0);
  }
  expect(all.filter(({ expected }) => expected.sv !== undefined).length).toBeGreaterThanOrEqual(5);
  expect(all.filter(({ expected }) => expected.en !== undefined).length).toBeGreaterThanOrEqual(5);
});
