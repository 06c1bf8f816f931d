/** `Menu` without a native menu: items can be found, clicked and reached by their accelerators. */
export interface MenuItem {
  id?: string;
  label?: string;
  role?: string;
  type?: string;
  accelerator?: string;
  enabled: boolean;
  submenu?: Menu;
  click?: (item: MenuItem, window: unknown, event: unknown) => void;
}
export type MenuItemTemplate = Omit<MenuItem, 'submenu' | 'enabled'> & {
  enabled?: boolean;
  submenu?: MenuItemTemplate[];
};

/** A key as the page reports it. */
export interface PressedKey {
  control: boolean;
  alt: boolean;
  shift: boolean;
  key: string;
}

let applicationMenu: Menu | null = null;

export class Menu {
  readonly items: MenuItem[];

  constructor(template: MenuItemTemplate[] = []) {
    this.items = template.map(({ submenu, ...item }) => ({
      ...item,
      enabled: item.enabled !== false,
      ...(submenu === undefined ? {} : { submenu: new Menu(submenu) }),
    }));
  }

  static buildFromTemplate(template: MenuItemTemplate[]): Menu {
    return new Menu(template);
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  getMenuItemById(id: string): MenuItem | null {
    return this.find((item) => item.id === id);
  }

  find(matches: (item: MenuItem) => boolean): MenuItem | null {
    for (const item of this.items) {
      if (matches(item)) return item;
      const inside = item.submenu?.find(matches);
      if (inside !== undefined && inside !== null) return inside;
    }
    return null;
  }
}

/** Carries out an item: its own click, or the one role that the stand-in knows. */
export function clickItem(item: MenuItem, window: unknown, quit: () => void): void {
  if (item.click !== undefined) item.click(item, window, {});
  else if (item.role === 'quit') quit();
}

/** The enabled item with the pressed accelerator. */
export function itemOfKey(pressed: PressedKey): MenuItem | null {
  return applicationMenu?.find((item) => item.enabled && matches(item.accelerator, pressed)) ?? null;
}

function matches(accelerator: string | undefined, pressed: PressedKey): boolean {
  if (accelerator === undefined) return false;
  const parts = accelerator.toLowerCase().split('+');
  const key = parts.pop();
  const control = parts.some((part) => /^(cmdorctrl|commandorcontrol|ctrl|control|cmd|command)$/.test(part));
  return (
    key === pressed.key &&
    control === pressed.control &&
    parts.includes('alt') === pressed.alt &&
    parts.includes('shift') === pressed.shift
  );
}

/** The labels of the menu bar and below, for tests. */
export function menuLabels(menu: Menu | null = applicationMenu): unknown[] {
  return (menu?.items ?? [])
    .filter((item) => item.type !== 'separator')
    .map((item) => ({
      id: item.id,
      label: item.label,
      accelerator: item.accelerator,
      ...(item.submenu === undefined ? {} : { submenu: menuLabels(item.submenu) }),
    }));
}
