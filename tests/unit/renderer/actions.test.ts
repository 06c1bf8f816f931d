import { beforeEach, describe, expect, it, vi } from 'vitest';
import { matchActions, wordRanges } from '../../../renderer/app/palette-match.ts';
import { shellActions } from '../../../renderer/app/shell-actions.ts';
import { highlight } from '../../../renderer/ui/marked.ts';
import { translate } from '../../../renderer/i18n/language.ts';
import {
  matchesShortcut,
  registerActions,
  runAction,
  useActionStore,
  type Action,
} from '../../../renderer/ui/actions.ts';
import { dismissToast, showToast, toastTime, useToasts } from '../../../renderer/ui/toasts.ts';
import { sortRows } from '../../../renderer/ui/row-source.ts';

const keys = (
  key: string,
  modifiers: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...modifiers,
});

describe('shortcuts', () => {
  it.each([
    ['Ctrl+K', keys('k', { ctrlKey: true }), true],
    ['Ctrl+K', keys('k', { metaKey: true }), true],
    ['Ctrl+K', keys('k'), false],
    ['Ctrl+K', keys('K', { ctrlKey: true, shiftKey: true }), false],
    ['Ctrl+Shift+L', keys('L', { ctrlKey: true, shiftKey: true }), true],
    ['Alt+ArrowLeft', keys('ArrowLeft', { altKey: true }), true],
    ['F1', keys('F1'), true],
    ['Ctrl+,', keys(',', { ctrlKey: true }), true],
  ])('%s', (shortcut, event, matches) => {
    expect(matchesShortcut(event, shortcut)).toBe(matches);
  });

  it('of the frame lead to one action each', () => {
    const bound = shellActions.flatMap(({ id, shortcut }) =>
      shortcut === undefined ? [] : [[shortcut, id]],
    );
    expect(bound).toContainEqual(['F1', 'go-help']);
    expect(Object.keys(Object.fromEntries(bound))).toHaveLength(bound.length);
  });
});

const action = (id: string, title: string, more: Partial<Action> = {}): Action => ({
  id,
  title: () => title,
  run: () => undefined,
  ...more,
});

describe('the registry', () => {
  beforeEach(() => useActionStore.setState({ actions: [] }));

  it('replaces by id and removes what was added', () => {
    const run = vi.fn();
    registerActions([action('a', 'Vanha')]);
    const remove = registerActions([action('a', 'Uusi', { run })]);
    expect(useActionStore.getState().actions).toHaveLength(1);
    expect(runAction('a')).toBe(true);
    expect(run).toHaveBeenCalledOnce();
    remove();
    expect(runAction('a')).toBe(false);
  });

  it('does not run what is not enabled', () => {
    const run = vi.fn();
    registerActions([action('a', 'A', { run, isEnabled: () => false })]);
    expect(runAction('a')).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('matchActions', () => {
  const actions = [
    action('new', 'Uusi kokous', { keywords: 'möte meeting' }),
    action('agenda', 'Avaa esityslista'),
    action('off', 'Uusi järjestö', { isEnabled: () => false }),
  ];
  const found = (text: string) => matchActions(actions, text, translate).map(({ action: { id } }) => id);

  it('finds by the beginnings of words, in any order, without dots', () => {
    expect(found('')).toEqual(['new', 'agenda']);
    expect(found('kok uus')).toEqual(['new']);
    expect(found('esity')).toEqual(['agenda']);
    expect(found('mote')).toEqual(['new']);
    expect(found('okous')).toEqual([]);
  });

  it('has first what is called exactly so', () => {
    const views = [
      action('hyte', 'Näytä järjestöt: Hyte ja kunnat'),
      action('view', 'Näytä järjestöt: Hyte', { name: 'Hyte' }),
    ];
    const ids = (text: string) => matchActions(views, text, translate).map(({ action: { id } }) => id);
    expect(ids('hyte')).toEqual(['view', 'hyte']);
    expect(ids('näytä')).toEqual(['hyte', 'view']);
  });

  it('marks where they are', () => {
    expect(wordRanges('Äänestys ja päätös', 'paa aan')).toEqual([
      [0, 3],
      [12, 15],
    ]);
    expect(wordRanges('Päätös', 'x')).toBeNull();
  });
});

it('highlight never loses or doubles a letter', () => {
  const ranges: [number, number][] = [
    [3, 6],
    [5, 9],
    [-2, 1],
    [20, 40],
  ];
  const parts = highlight('Äänestys ja päätös', ranges);
  expect(parts.map(({ text }) => text).join('')).toBe('Äänestys ja päätös');
  expect(highlight('abc', [])).toEqual([{ text: 'abc', isHit: false }]);
});

describe('messages', () => {
  beforeEach(() => useToasts.setState({ toasts: [] }));
  it('three at most, the same one once', () => {
    const first = showToast({ kind: 'failed', message: 'a' });
    expect(showToast({ kind: 'failed', message: 'a' })).toBe(first);
    for (const message of ['b', 'c', 'd']) showToast({ kind: 'done', message });
    expect(useToasts.getState().toasts.map(({ message }) => message)).toEqual(['b', 'c', 'd']);
    dismissToast(useToasts.getState().toasts[0]!.id);
    expect(useToasts.getState().toasts).toHaveLength(2);
  });
  it('errors stay, undo stays longer', () => {
    expect(toastTime({ kind: 'failed' })).toBeNull();
    expect(toastTime({ kind: 'done', action: { label: 'Kumoa', run: () => undefined } })!).toBeGreaterThan(
      toastTime({ kind: 'done' })!,
    );
  });
});

describe('sortRows', () => {
  const rows = [{ n: 'Öljy' }, { n: '' }, { n: 'Zonta' }, { n: 'Ääni' }, { n: 'kylä' }];
  const by = (direction: 'ascending' | 'descending') =>
    sortRows(rows, { column: 'n', direction }, (row) => row.n).map(({ n }) => n);
  it('follows the Finnish alphabet, empty ones last both ways', () => {
    expect(by('ascending')).toEqual(['kylä', 'Zonta', 'Ääni', 'Öljy', '']);
    expect(by('descending')).toEqual(['Öljy', 'Ääni', 'Zonta', 'kylä', '']);
  });
  it('leaves the array alone without an order', () => {
    expect(sortRows(rows, null, () => null)).toBe(rows);
  });
});
