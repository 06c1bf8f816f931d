/** The document of a meeting as a user sees it. */
import type { Locator, Page } from '@playwright/test';

export class DocumentPage {
  readonly page: Page;
  readonly paper: Locator;
  readonly language: Locator;

  constructor(page: Page) {
    this.page = page;
    this.paper = page.getByRole('article');
    this.language = page.getByRole('button', { name: 'Asiakirjan kieli' });
  }

  /** The § with that heading. */
  item(title: string): Locator {
    return this.paper.locator('section').filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  async chooseLanguage(name: string): Promise<void> {
    await this.language.click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  async jumpTo(section: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'Siirry asiaan' }).click();
    await this.page.getByRole('option', { name: section }).click();
  }
}
