/** What changed between two calls, the sequence of the calendar entry, and from which sending the notice period runs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agendaSending,
  callChanges,
  callSending,
  invitationSequence,
  isCancelled,
  isSameAppointment,
  type CallEvent,
  type CallPlan,
  type CallPlanItem,
} from '../../../db/model/call.ts';
import { wordDifference } from '../../../db/model/word-difference.ts';

const item = (id: string, more: Partial<CallPlanItem> = {}): CallPlanItem => ({
  id,
  section: 1,
  title: `Asia ${id}`,
  diaryNumber: null,
  account: '',
  proposal: '',
  ...more,
});
const plan = (ids: string, more: Partial<CallPlan> = {}): CallPlan => ({
  heldOn: '2026-05-19',
  plannedStart: '13:00',
  plannedEnd: null,
  place: 'Maakuntatalo',
  remoteLink: '',
  items: ids.split('').map((id, index) => item(id, { section: 22 + index })),
  attachments: [],
  ...more,
});
const words = (before: CallPlan, after: CallPlan, kind: 'call' | 'agenda' = 'agenda'): string[] =>
  callChanges(before, after, kind).map((change) =>
    'itemId' in change ? `${change.kind} ${change.itemId}` : change.kind,
  );

describe('changes', () => {
  test.each([
    ['nothing', 'abc', 'abc', []],
    ['an item at the end', 'abc', 'abcd', ['added d']],
    ['an item in the middle moves nobody', 'abc', 'axbc', ['added x']],
    ['an item gone', 'abc', 'ac', ['removed b']],
    ['the last to the front is one move', 'abcd', 'dabc', ['moved d']],
    ['two change places', 'abc', 'acb', ['moved b']],
    ['moved past one that is new', 'abc', 'cxab', ['added x', 'moved c']],
    ['all new', 'ab', 'xy', ['removed a', 'removed b', 'added x', 'added y']],
  ])('%s', (_, before, after, expected) => {
    expect(words(plan(before), plan(after))).toEqual(expected);
  });

  test('time, place and link come first; then titles and texts in the order of the agenda', () => {
    const before = plan('abc');
    const after: CallPlan = {
      ...before,
      heldOn: '2026-05-20',
      place: 'Joensuu',
      remoteLink: 'https://kokous.example/a',
      items: [
        { ...before.items[0]!, proposal: 'Hyväksytään.' },
        { ...before.items[1]!, title: 'Lausunto', diaryNumber: 'X-1' },
        { ...before.items[2]!, account: 'Uusi selostus.' },
      ],
      attachments: [{ id: 'l1', number: 1, title: 'Talousarvio', sha256: null }],
    };
    expect(words(before, after)).toEqual([
      'time',
      'place',
      'remoteLink',
      'renamed b',
      'proposal a',
      'diaryNumber b',
      'account c',
      'attachmentAdded',
    ]);
    expect(words(before, after, 'call'), 'a call carries no texts').toEqual([
      'time',
      'place',
      'remoteLink',
      'renamed b',
      'attachmentAdded',
    ]);
    expect(words(after, before)).toContain('attachmentRemoved');
  });

  test('an item taken away and put back is the same one', () => {
    const before = plan('abc');
    const [first, second, third] = before.items;
    const back = { ...second!, id: 'new', proposal: 'Hyväksytään.' };
    expect(words(before, { ...before, items: [first!, back, third!] })).toEqual(['proposal b']);
  });

  test('an attachment whose file was replaced is changed', () => {
    const of = (sha256: string): CallPlan =>
      plan('a', { attachments: [{ id: 'l1', number: 1, title: 'Liite', sha256 }] });
    expect(words(of('a'), of('b'))).toEqual(['attachmentChanged']);
    expect(words(of('a'), of('a'))).toEqual([]);
  });

  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 8 });
  test('added and removed are the sets; the others but the moved kept their order; and moving fewer would not do', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const changes = callChanges(plan(before.join('')), plan(after.join('')), 'agenda');
        const of = (kind: string): string[] =>
          changes.flatMap((change) => (change.kind === kind && 'itemId' in change ? [change.itemId] : []));
        expect(of('added')).toEqual(after.filter((id) => !before.includes(id)));
        expect(of('removed')).toEqual(before.filter((id) => !after.includes(id)));
        const moved = of('moved');
        const stayed = (list: string[], other: string[]): string[] =>
          list.filter((id) => other.includes(id) && !moved.includes(id));
        expect(stayed(before, after)).toEqual(stayed(after, before));
        const common = after.filter((id) => before.includes(id));
        expect(moved.length).toBe(common.length - longestCommon(before, common));
      }),
    );
  });

  test('nothing differs from itself, and the appointment is the same exactly when no time or place is listed', () => {
    const any = fc.record({
      heldOn: fc.constantFrom('2026-05-19', '2026-05-20'),
      place: fc.constantFrom('A', 'B'),
      plannedStart: fc.constantFrom('13:00', null),
      plannedEnd: fc.constantFrom('15:00', null),
      remoteLink: fc.constantFrom('', 'https://a.fi'),
    });
    fc.assert(
      fc.property(any, any, ids, (a, b, list) => {
        const [before, after] = [plan(list.join(''), a), plan(list.join(''), b)];
        expect(callChanges(before, before, 'agenda')).toEqual([]);
        expect(callChanges(before, after, 'call').length === 0).toBe(isSameAppointment(before, after));
      }),
    );
  });
});

/** Of all orders that keep that of `before`, the longest within `after`; by trying every choice. */
function longestCommon(before: readonly string[], after: readonly string[]): number {
  let best = 0;
  for (let choice = 0; choice < 2 ** after.length; choice++) {
    const places = after.filter((_, index) => (choice >> index) & 1).map((id) => before.indexOf(id));
    if (places.length > best && places.every((at, index) => index === 0 || at > places[index - 1]!))
      best = places.length;
  }
  return best;
}

describe('word by word', () => {
  test('words, not letters', () => {
    expect(
      wordDifference('Myönnetään 500 euroa yhdistykselle.', 'Myönnetään 700 euroa yhdistykselle.'),
    ).toEqual([
      { kind: 'same', text: 'Myönnetään ' },
      { kind: 'removed', text: '500' },
      { kind: 'added', text: '700' },
      { kind: 'same', text: ' euroa yhdistykselle.' },
    ]);
  });

  test('both texts can be read out of it, whatever they hold', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 20 }));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDifference(before, after);
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  test('a text that is another one from end to end is put beside it', () => {
    const long = (word: string): string => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`).join(' ');
    expect(wordDifference(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

const call = (more: Partial<CallPlan> = {}): CallEvent => ({ kind: 'call', plan: plan('a', more) });
const cancellation: CallEvent = { kind: 'cancellation', plan: plan('a') };

describe('sequence', () => {
  test.each([
    ['the first call', [call()], 0],
    ['sent again with other items only', [call(), { kind: 'call', plan: plan('ab') } as const], 0],
    ['another day', [call(), call({ heldOn: '2026-05-20' })], 1],
    ['and back again', [call(), call({ heldOn: '2026-05-20' }), call()], 2],
    ['another place', [call(), call({ place: 'Joensuu' })], 1],
    ['cancelled', [call(), cancellation], 1],
    ['cancelled and called again', [call(), cancellation, call()], 2],
  ])('%s', (_, events, expected) => {
    expect(invitationSequence(events)).toBe(expected);
  });

  test('never falls, and rises with each change of time or place', () => {
    const event = fc.oneof(
      fc
        .record({ heldOn: fc.constantFrom('2026-05-19', '2026-05-20'), place: fc.constantFrom('A', 'B') })
        .map(call),
      fc.constant(cancellation),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (rest) => {
        const events = [call({ place: 'A' }), ...rest];
        for (let length = 1; length < events.length; length++) {
          const [before, after] = [
            invitationSequence(events.slice(0, length)),
            invitationSequence(events.slice(0, length + 1)),
          ];
          expect(after).toBeGreaterThanOrEqual(before);
          if (!isSameAppointment(events[length - 1]!.plan, events[length]!.plan))
            expect(after).toBeGreaterThan(before);
        }
        expect(isCancelled(events)).toBe(events.at(-1)!.kind === 'cancellation');
      }),
    );
  });
});

describe('the day from which the notice period is counted', () => {
  const issued = (heldOn: string, issuedOn: string) => ({ heldOn, issuedOn });
  test.each([
    ['nothing issued, nothing recorded', [], null, null, null],
    ['sent elsewhere', [], '2026-05-08', '2026-05-08', null],
    ['issued', [issued('2026-05-19', '2026-05-08')], '2026-05-08', '2026-05-08', null],
    [
      'two versions for the same day',
      [issued('2026-05-19', '2026-05-08'), issued('2026-05-19', '2026-05-15')],
      '2026-05-08',
      '2026-05-08',
      null,
    ],
    ['moved, and nobody told', [issued('2026-05-12', '2026-05-01')], '2026-05-01', null, '2026-05-01'],
    [
      'moved, and called anew',
      [issued('2026-05-12', '2026-05-01'), issued('2026-05-19', '2026-05-15')],
      '2026-05-01',
      '2026-05-15',
      '2026-05-01',
    ],
    [
      'moved away and back: the last word counts',
      [
        issued('2026-05-19', '2026-05-01'),
        issued('2026-05-12', '2026-05-03'),
        issued('2026-05-19', '2026-05-15'),
      ],
      '2026-05-01',
      '2026-05-15',
      '2026-05-01',
    ],
    [
      'moved, and the new call sent by post',
      [issued('2026-05-12', '2026-05-01')],
      '2026-05-04',
      '2026-05-04',
      null,
    ],
  ])('%s', (_, calls, recorded, sentOn, otherDaySentOn) => {
    expect(callSending(calls, '2026-05-19', recorded)).toEqual({ sentOn, otherDaySentOn });
  });
});

describe('the days of the agenda', () => {
  const issued = (issuedOn: string, of: CallPlan) => ({ issuedOn, plan: of });
  const first = issued('2026-05-10', plan('abc'));
  const proposal = (words: string) =>
    plan('abc', { items: plan('abc').items.map((one) => ({ ...one, proposal: words })) });
  const account = plan('abc', { items: plan('abc').items.map((one) => ({ ...one, account: 'Tarkennus' })) });
  test.each([
    ['nothing issued: what was recorded by hand', [], '2026-05-12', '2026-05-12', null],
    ['one version', [first], '2026-05-10', '2026-05-10', null],
    ['sent elsewhere before it was issued', [first], '2026-05-08', '2026-05-08', null],
    ['an item added', [first, issued('2026-05-16', plan('abcd'))], '2026-05-10', '2026-05-16', '2026-05-10'],
    [
      'another proposal',
      [first, issued('2026-05-16', proposal('Hylätään'))],
      '2026-05-10',
      '2026-05-16',
      '2026-05-10',
    ],
    ['an item taken away', [first, issued('2026-05-16', plan('ab'))], '2026-05-10', '2026-05-10', null],
    ['another order', [first, issued('2026-05-16', plan('cab'))], '2026-05-10', '2026-05-10', null],
    ['a mended account', [first, issued('2026-05-16', account)], '2026-05-10', '2026-05-10', null],
    [
      'another place',
      [first, issued('2026-05-16', plan('abc', { place: 'Sali 2' }))],
      null,
      '2026-05-10',
      null,
    ],
    [
      'a mended account after an added item',
      [first, issued('2026-05-13', plan('abcd')), issued('2026-05-16', plan('abcd', { place: 'Sali 2' }))],
      '2026-05-10',
      '2026-05-13',
      '2026-05-10',
    ],
    [
      'supplemented on the same day',
      [first, issued('2026-05-10', plan('abcd'))],
      '2026-05-10',
      '2026-05-10',
      null,
    ],
    ['recorded by hand after the last version', [first], '2026-05-14', '2026-05-14', null],
  ])('%s', (_, versions, recorded, sentOn, firstSentOn) => {
    expect(agendaSending(versions, recorded)).toEqual({ sentOn, firstSentOn });
  });
});
