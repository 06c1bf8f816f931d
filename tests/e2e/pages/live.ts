/** A meeting's workspace as a secretary sees it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class LivePage {
  readonly page: Page;
  /** »§ 29 · läsnä 14/16 · vaaditaan 9 · päätösvaltainen« */
  readonly status: Locator;
  readonly items: Locator;
  readonly attendance: Locator;
  readonly title: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.getByTestId('status-line');
    this.items = page.getByRole('listbox', { name: 'Asiat' });
    this.attendance = page.getByRole('grid', { name: 'Läsnäolo' });
    this.title = page.locator('#live-item-title');
  }

  /** Opens a meeting of the open board by its number, e.g. `4/2026`. */
  async open(label: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Päävalikko' })
      .getByRole('button', { name: 'Kokoukset' })
      .click();
    const cell = this.page.getByRole('grid').getByText(label, { exact: true });
    await cell.waitFor();
    await cell.dblclick();
    await this.part('Kokous');
    await this.attendance.waitFor();
  }

  async part(name: 'Esityslista' | 'Kokous' | 'Asiakirja'): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** Looks at the item of a §. */
  async look(section: number): Promise<void> {
    await this.items.getByRole('option', { name: new RegExp(`§ ${section} `) }).click();
    await expect(this.title).toContainText(`${section} §`);
  }

  seat(number: number): Locator {
    return this.attendance.getByRole('row', { name: new RegExp(`^Paikka ${number},`) });
  }

  /** Types the number of a seat and the letters of what happens there; the focus is in the panel. */
  async type(seat: number, keys: string): Promise<void> {
    await this.page.keyboard.type(String(seat));
    await expect(this.seat(seat)).toBeFocused();
    await this.page.keyboard.type(keys);
    // Digits that follow each other within a second belong together.
    await this.page.waitForTimeout(1_010);
  }

  editor(name: 'Asian käsittely' | 'Päätös'): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A choice of a field that offers people. */
  async choose(field: string, person: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: field });
    await box.fill(person);
    await this.page.getByRole('option', { name: person }).click();
  }

  /** Adds a person by the menu of a list of people. */
  async add(label: string, person: string): Promise<void> {
    await this.button(label).click();
    await this.page.getByRole('menuitem', { name: person }).click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText(/^Tallennettu klo/)).toBeVisible();
  }
}
