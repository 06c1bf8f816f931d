/** The work between meetings as a user sees it. */
import type { Locator, Page } from '@playwright/test';

export class WorkPage {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
  }

  /** A card of the logic model, by the words that it begins with. */
  card(text: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${text}`) });
  }

  /** The cards of a column, from top to bottom. */
  async column(name: string): Promise<string[]> {
    const cards = this.page.getByRole('region', { name: new RegExp(`^${name}`) }).locator('[data-card]');
    return await cards.evaluateAll((all) => all.map((one) => one.firstElementChild?.textContent ?? ''));
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** A link of the chain, by the words on it. */
  link(text: string): Locator {
    return this.page.getByRole('button', { pressed: false }).filter({ hasText: text });
  }
}
