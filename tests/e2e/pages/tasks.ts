/** The tasks as a user sees them. */
import type { Locator, Page } from '@playwright/test';

export class TasksPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Toimenpiteet' });
    this.dialog = page.getByRole('dialog');
  }

  row(title: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: title });
  }

  async open(title: string): Promise<void> {
    await this.row(title).getByText(title).click();
    await this.dialog.waitFor();
  }

  async show(which: 'Avoimet' | 'Kaikki'): Promise<void> {
    await this.page.getByRole('button', { name: /Näytä$/ }).click();
    await this.page.getByRole('option', { name: which }).click();
  }

  async setDue(day: string): Promise<void> {
    const group = this.dialog.getByRole('group', { name: 'Määräaika' });
    await group.getByRole('spinbutton').first().click();
    for (const part of day.split('.')) await this.page.keyboard.type(part);
  }
}
