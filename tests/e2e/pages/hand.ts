/** A secretary who never touches the mouse: every control is reached by Tab and pressed by a key. */
import { expect, type Locator, type Page } from '@playwright/test';

/** So many controls are never further away from one another on one screen. */
const FAR = 260;

export class Hand {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Tab until the control has the focus. Fails when no Tab leads there. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor();
    // By the element: while a list is open on the way, everything else is hidden from roles.
    let element = await target.elementHandle();
    for (let step = 0; step < FAR; step++) {
      const found = await element!.evaluate((node) => ({
        isHere: node.contains(document.activeElement),
        isThere: node.isConnected,
        inToolbar: node.closest('[role="toolbar"]')?.contains(document.activeElement) === true,
      }));
      if (found.isHere) return;
      if (!found.isThere) element = await target.elementHandle();
      // A toolbar is one stop of Tab; inside it the arrows lead on.
      await this.press(found.inToolbar ? 'ArrowRight' : 'Tab');
    }
    throw new Error(`Tab never came to ${String(target)}`);
  }

  /** Reaches a control and presses it. */
  async push(target: Locator): Promise<void> {
    await this.reach(target);
    await expect(target).toBeEnabled();
    await this.press('Enter');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  }

  /** Runs a command of the palette by its words. */
  async command(words: string): Promise<void> {
    await this.press('Control+k');
    const field = this.page.getByRole('combobox', { name: 'Haku ja toiminnot' });
    await expect(field).toBeFocused();
    await this.type(words);
    await expect(this.page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(words);
    await this.press('Enter');
    await expect(field).toBeHidden();
  }

  /** A day into a date field, `19.5.2024`. */
  async date(field: Locator, day: string): Promise<void> {
    await this.reach(field.getByRole('spinbutton').first());
    const [d = '', m = '', y = ''] = day.split('.');
    await this.type(`${d.padStart(2, '0')}${m.padStart(2, '0')}${y}`);
  }

  /** Down an open menu to an entry, and takes it. */
  async pick(entry: Locator): Promise<void> {
    await entry.waitFor();
    for (let step = 0; step < 60; step++) {
      if (await entry.evaluate((element) => element === document.activeElement)) return this.press('Enter');
      await this.press('ArrowDown');
    }
    throw new Error(`No arrow led to ${String(entry)}`);
  }

  /** A choice of a field that offers people. */
  async choose(field: Locator, name: string): Promise<void> {
    await this.reach(field);
    await this.type(name);
    // The list has followed what was typed.
    await expect(this.page.getByRole('option').first()).toContainText(name);
    await this.press('ArrowDown');
    await this.press('Enter');
  }
}

/** Counts what a mouse does to the page; the keyboard's presses make no pointer events. */
export async function countMouse(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { mouseCount: number };
    counted.mouseCount = 0;
    for (const kind of ['mousedown', 'pointerdown', 'touchstart', 'wheel'])
      window.addEventListener(kind, () => (counted.mouseCount += 1), { capture: true });
  });
  return () => page.evaluate(() => (window as unknown as { mouseCount: number }).mouseCount);
}
