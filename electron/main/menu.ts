/** The application menu as a template; main turns it into a native menu. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../backend/protocol.ts';
import { menuText } from './menu-text.ts';

/** What the window is asked to do; travels as `{ kind: 'command', command }`. The ids of the window's actions. */
export type MenuCommand =
  | 'new-meeting'
  | 'export-minutes'
  | 'palette'
  | 'go-start'
  | 'go-organisations'
  | 'go-boards'
  | 'go-meetings'
  | 'go-tasks'
  | 'go-settings'
  | 'go-help';

export interface MenuOptions {
  language: Language;
  platform: NodeJS.Platform;
  /** Adds reload and the developer tools; never in the packaged product. */
  development: boolean;
  command(command: MenuCommand): void;
  showDataFolder(): void;
  showAbout(): void;
}

/** The menu in the user's language. Ids equal the command, so that tests and the palette can name an item. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const text = menuText(options.language);
  const mac = options.platform === 'darwin';
  const item = (command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => options.command(command),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const about: MenuItemConstructorOptions = {
    id: 'about',
    label: text.about,
    click: () => options.showAbout(),
  };
  const settings = item('go-settings', text.settings, 'CmdOrCtrl+,');
  const quit: MenuItemConstructorOptions = {
    id: 'quit',
    role: 'quit',
    label: text.quit,
    accelerator: 'CmdOrCtrl+Q',
  };

  const application: MenuItemConstructorOptions = {
    label: 'Pykälä',
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'hide', label: text.hide },
      { role: 'hideOthers', label: text.hideOthers },
      { role: 'unhide', label: text.showAll },
      line,
      quit,
    ],
  };
  const file: MenuItemConstructorOptions = {
    id: 'file',
    label: text.file,
    submenu: [
      { id: 'data-folder', label: text.dataFolder, click: () => options.showDataFolder() },
      ...(mac ? [] : [line, settings, line, quit]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    id: 'edit',
    label: text.edit,
    submenu: [
      { role: 'undo', label: text.undo },
      { role: 'redo', label: text.redo },
      line,
      { role: 'cut', label: text.cut },
      { role: 'copy', label: text.copy },
      { role: 'paste', label: text.paste },
      { role: 'selectAll', label: text.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    id: 'view',
    label: text.view,
    submenu: [
      item('palette', text.palette, 'CmdOrCtrl+K'),
      line,
      item('go-start', text.start, 'CmdOrCtrl+1'),
      item('go-organisations', text.organisations, 'CmdOrCtrl+2'),
      item('go-boards', text.boards, 'CmdOrCtrl+3'),
      item('go-meetings', text.meetings, 'CmdOrCtrl+4'),
      item('go-tasks', text.tasks, 'CmdOrCtrl+5'),
      line,
      { role: 'resetZoom', label: text.actualSize },
      { role: 'zoomIn', label: text.zoomIn },
      { role: 'zoomOut', label: text.zoomOut },
      { role: 'togglefullscreen', label: text.fullScreen },
      ...(options.development
        ? [
            line,
            { role: 'reload', label: text.reload } as const,
            { role: 'toggleDevTools', label: text.developerTools } as const,
          ]
        : []),
    ],
  };
  const meeting: MenuItemConstructorOptions = {
    id: 'meeting',
    label: text.meeting,
    submenu: [
      item('new-meeting', text.newMeeting, 'CmdOrCtrl+N'),
      line,
      item('export-minutes', text.exportMinutes, 'CmdOrCtrl+E'),
    ],
  };
  const help: MenuItemConstructorOptions = {
    id: 'help',
    label: text.help,
    submenu: [item('go-help', text.manual, 'F1'), ...(mac ? [] : [line, about])],
  };
  return [...(mac ? [application] : []), file, edit, view, meeting, help];
}
