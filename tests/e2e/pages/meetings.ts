/** The list of meetings and the dialog of a new one. */
import type { Locator, Page } from '@playwright/test';

export class MeetingsPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Kokoukset' });
    this.dialog = page.getByRole('dialog');
  }

  row(label: string): Locator {
    return this.grid
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: label, exact: true }) });
  }

  /** Opens a meeting at one of its parts: `Avaa esityslista`, `Avaa pöytäkirja`, `Avaa asiakirja`. */
  async open(label: string, how = 'Avaa esityslista'): Promise<void> {
    await this.row(label).getByRole('button', { name: 'Rivin toiminnot' }).click();
    await this.page.getByRole('menuitem', { name: how }).click();
    await this.page.getByRole('heading', { name: `Kokous ${label}` }).waitFor();
  }

  /** Creates a meeting with what the dialog suggests; answers its number, e.g. `6/2026`. */
  async create(): Promise<string> {
    await this.page.keyboard.press('Control+n');
    const title = await this.dialog.getByRole('heading', { name: /^Uusi kokous \d+\/\d+$/ }).innerText();
    await this.page.keyboard.press('Enter');
    const label = title.replace('Uusi kokous ', '');
    await this.page.getByRole('heading', { name: `Kokous ${label}` }).waitFor();
    return label;
  }
}
