/** The agenda of a meeting as a user sees it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class AgendaPage {
  readonly page: Page;
  readonly list: Locator;
  readonly title: Locator;
  readonly account: Locator;
  readonly proposal: Locator;
  readonly saved: Locator;
  /** The details of the meeting. */
  readonly plan: Locator;
  readonly place: Locator;
  readonly diaryNumber: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('grid', { name: 'Esityslistan asiat' });
    this.title = page.getByRole('textbox', { name: 'Otsikko' });
    this.account = page.getByRole('textbox', { name: 'Selostus' });
    this.proposal = page.getByRole('textbox', { name: 'Päätösehdotus' });
    this.saved = page.getByText(/^Tallennettu klo/);
    this.plan = page.getByRole('region', { name: 'Kokouksen tiedot' });
    this.place = this.plan.getByRole('textbox', { name: 'Paikka' });
    this.diaryNumber = this.plan.getByRole('textbox', { name: 'Diaarinumero' });
  }

  item(title: string): Locator {
    return this.list.getByRole('row').filter({ hasText: title });
  }

  /** Numbers and titles in order: `53 § Kokouksen avaus`. */
  async items(): Promise<string[]> {
    await this.list.waitFor();
    const texts = await this.list.getByRole('row').allInnerTexts();
    return texts.map((text) => text.split('\n').slice(0, 2).join(' '));
  }

  /** Adds an item after the one that is chosen and types its heading. */
  async add(title: string): Promise<void> {
    const rows = this.list.getByRole('row');
    const before = await rows.count();
    await this.page.keyboard.press('Control+Shift+N');
    await expect(rows).toHaveCount(before + 1);
    // The heading of the new item, not of the one before it, has the focus and is all chosen.
    await expect(this.title).toHaveValue('Uusi asia');
    await expect(this.title).toBeFocused();
    await this.page.keyboard.type(title);
    await this.item(title).waitFor();
  }
}
