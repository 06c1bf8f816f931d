/** The register of organisations as a user sees it. */
import type { Locator, Page } from '@playwright/test';

export class OrganisationsPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly search: Locator;
  /** The card or form beside the list. */
  readonly card: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Järjestöt' });
    this.search = page.getByRole('searchbox', { name: 'Hae järjestöä' });
    this.card = page.getByRole('region', { name: 'Järjestön kortti' });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Päävalikko' })
      .getByRole('button', { name: 'Järjestöt' })
      .click();
    await this.grid.waitFor();
  }

  /** The names in view, in order. */
  async names(): Promise<string[]> {
    return await this.grid.getByRole('rowheader').allInnerTexts();
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  /** `20 järjestöä`, `3 osumaa`. */
  count(): Locator {
    return this.page.getByRole('status').filter({ hasText: /järjestö|osuma/ });
  }

  async openCard(name: string): Promise<void> {
    await this.grid.getByRole('rowheader', { name, exact: true }).first().focus();
    await this.page.keyboard.press('Enter');
    await this.card.getByRole('heading', { name, level: 2 }).waitFor();
  }

  async startNew(): Promise<void> {
    await this.page.getByRole('button', { name: 'Uusi järjestö' }).first().click();
    await this.field('Järjestön nimi').waitFor();
  }

  field(label: string): Locator {
    return this.card.getByLabel(label, { exact: false }).first();
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
  }
}
