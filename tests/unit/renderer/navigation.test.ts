import { beforeEach, describe, expect, it } from 'vitest';
import {
  currentRoute,
  goBack,
  goForward,
  guardLeaving,
  navigate,
  resetNavigation,
  useNavigation,
} from '../../../renderer/ui/navigation.ts';

beforeEach(() => resetNavigation());

describe('navigate', () => {
  it('keeps the way back and forth', () => {
    navigate({ name: 'meetings' });
    navigate({ name: 'meeting', id: 'a', part: 'agenda' });
    goBack();
    expect(currentRoute()).toEqual({ name: 'meetings' });
    goForward();
    expect(currentRoute()).toEqual({ name: 'meeting', id: 'a', part: 'agenda' });
    goForward();
    expect(useNavigation.getState().index).toBe(2);
  });

  it('forgets what lay ahead when one turns off', () => {
    navigate({ name: 'meetings' });
    goBack();
    navigate({ name: 'tasks' });
    goForward();
    expect(currentRoute()).toEqual({ name: 'tasks' });
    expect(useNavigation.getState().entries.map(({ name }) => name)).toEqual(['start', 'tasks']);
  });

  it('does not put the same place twice, and replaces when asked to', () => {
    navigate({ name: 'meeting', id: 'a', part: 'agenda' });
    navigate({ name: 'meeting', id: 'a', part: 'agenda' });
    navigate({ name: 'meeting', id: 'a', part: 'live' }, { replace: true });
    expect(useNavigation.getState().entries).toEqual([
      { name: 'start' },
      { name: 'meeting', id: 'a', part: 'live' },
    ]);
  });

  it('holds a hundred places at most', () => {
    for (let id = 0; id < 250; id++) navigate({ name: 'organisation', id: String(id) });
    const { entries, index } = useNavigation.getState();
    expect(entries).toHaveLength(100);
    expect(index).toBe(99);
    expect(currentRoute()).toEqual({ name: 'organisation', id: '249' });
  });

  it('stays when a guard says so', async () => {
    let may = false;
    const lift = guardLeaving(() => may);
    navigate({ name: 'tasks' });
    await Promise.resolve();
    expect(currentRoute()).toEqual({ name: 'start' });
    may = true;
    navigate({ name: 'tasks' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(currentRoute()).toEqual({ name: 'tasks' });
    lift();
    goBack();
    expect(currentRoute()).toEqual({ name: 'start' });
  });
});
