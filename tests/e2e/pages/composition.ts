/** The composition of the board as a user sees it. */
import type { Locator, Page } from '@playwright/test';

export class CompositionPage {
  readonly page: Page;
  readonly seats: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.seats = page.getByRole('table', { name: 'Paikat' });
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Päävalikko' })
      .getByRole('button', { name: 'Kokoonpano' })
      .click();
    await this.seats.waitFor();
  }

  seat(number: number): Locator {
    return this.seats
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: String(number), exact: true }) });
  }

  /** The value of a figure, e.g. `Täytettyjä paikkoja`. */
  figure(name: string): Locator {
    return this.page.getByRole('term').filter({ hasText: name }).locator('xpath=../dd');
  }

  office(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async editSeat(number: number): Promise<void> {
    await this.seats.getByRole('button', { name: `Muokkaa paikkaa ${number}`, exact: true }).click();
    await this.dialog.getByRole('heading', { name: `Paikka ${number}` }).waitFor();
  }

  /** Enters a new person on the spot: types the name and takes the last choice. */
  async enterNewPerson(name: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'Henkilö' }).fill(name);
    await this.page.getByRole('option', { name: `Uusi henkilö: ${name}` }).click();
    await this.dialog.getByLabel('Uusi henkilö').waitFor();
  }

  async choosePerson(name: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'Henkilö' }).fill(name);
    await this.page.getByRole('option', { name, exact: false }).first().click();
  }

  async setDate(label: string, day: string): Promise<void> {
    const group = this.page.getByRole('group', { name: label });
    await group.getByRole('spinbutton').first().click();
    for (const part of day.split('.')) await this.page.keyboard.type(part);
  }
}
