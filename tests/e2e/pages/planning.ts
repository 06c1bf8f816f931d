/** The planning of meetings as a user sees it: plan of the year, ideas, suggestions. */
import type { Locator, Page } from '@playwright/test';

export class PlanningPage {
  readonly page: Page;
  readonly dialog: Locator;
  /** Beside the agenda. */
  readonly suggestions: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.suggestions = page.getByRole('region', { name: 'Ehdotukset' });
  }

  async show(tab: 'Kokoukset' | 'Suunnittelu' | 'Asialista'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  }

  /** Chooses from the menu of a row. */
  async choose(row: Locator, entry: string): Promise<void> {
    await row.getByRole('button', { name: /^Lisää toimintoja/ }).focus();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  async addIdea(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Uusi asia asialistalle…' }).first().click();
    await this.dialog.getByRole('textbox', { name: /^Asia/ }).fill(title);
    await this.dialog.getByRole('button', { name: 'Tallenna' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async take(title: string): Promise<void> {
    await this.suggestions.getByRole('button', { name: `Ota esityslistalle: ${title}` }).click();
  }
}
