import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { menuTemplate, type MenuOptions } from '../../../electron/main/menu.ts';

function template(options: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] {
  return menuTemplate({
    language: 'fi',
    platform: 'linux',
    development: false,
    command: () => {},
    showDataFolder: () => {},
    showAbout: () => {},
    ...options,
  });
}

function items(menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((item) => [
    item,
    ...items((item.submenu as MenuItemConstructorOptions[] | undefined) ?? []),
  ]);
}

describe('menu', () => {
  test('the bar in three languages', () => {
    const bar = (language: 'fi' | 'sv' | 'en') => template({ language }).map((item) => item.label);
    expect(bar('fi')).toEqual(['Tiedosto', 'Muokkaa', 'Näytä', 'Kokous', 'Ohje']);
    expect(bar('sv')).toEqual(['Arkiv', 'Redigera', 'Visa', 'Möte', 'Hjälp']);
    expect(bar('en')).toEqual(['File', 'Edit', 'View', 'Meeting', 'Help']);
  });

  test.each(['linux', 'win32', 'darwin'] as const)(
    'on %s every item has a label and no key is used twice',
    (platform) => {
      const all = items(template({ platform, development: true })).filter(
        (item) => item.type !== 'separator',
      );
      for (const item of all) expect(item.label, JSON.stringify(item)).toBeTruthy();
      const keys = all.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]));
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  test('the keys', () => {
    const keys = Object.fromEntries(items(template()).map((item) => [item.id, item.accelerator]));
    expect(keys).toMatchObject({
      'new-meeting': 'CmdOrCtrl+N',
      palette: 'CmdOrCtrl+K',
      'export-minutes': 'CmdOrCtrl+E',
      'go-settings': 'CmdOrCtrl+,',
      'go-help': 'F1',
      'go-tasks': 'CmdOrCtrl+5',
      'go-start': 'CmdOrCtrl+1',
      'go-organisations': 'CmdOrCtrl+2',
      'go-boards': 'CmdOrCtrl+3',
      'go-meetings': 'CmdOrCtrl+4',
      quit: 'CmdOrCtrl+Q',
    });
  });

  test('an item sends its id as the command', () => {
    const command = vi.fn<MenuOptions['command']>();
    for (const item of items(template({ command })).filter(
      ({ id }) => id === 'new-meeting' || id === 'go-boards',
    ))
      item.click?.({} as never, undefined, {} as never);
    expect(command.mock.calls.flat()).toEqual(['go-boards', 'new-meeting']);
  });

  test('the developer tools only in development', () => {
    const roles = (development: boolean) => items(template({ development })).map((item) => item.role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
  });
});
