/** The desk as a user sees it. */
import type { Locator, Page } from '@playwright/test';

export class StartPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the welcome screen into the sample board. */
  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: /Tutustu esimerkkiin/ }).click();
    await this.page.getByRole('navigation', { name: 'Päävalikko' }).waitFor();
  }

  async go(place: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Päävalikko' })
      .getByRole('button', { name: place, exact: true })
      .click();
  }

  /** A group of the list, e.g. `Myöhässä`. */
  group(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  entry(title: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }
}
