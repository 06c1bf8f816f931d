/** The attachments of an item as a user sees them. */
import type { Locator, Page } from '@playwright/test';

export class AttachmentsPart {
  readonly page: Page;
  readonly region: Locator;
  readonly rows: Locator;
  readonly choose: Locator;
  readonly preview: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Liitteet' });
    this.rows = this.region.getByRole('listitem');
    this.choose = this.region.getByRole('button', { name: 'Valitse tiedostoja…' });
    this.preview = page.getByRole('dialog');
  }

  title(number: number): Locator {
    return this.region.getByRole('textbox', { name: `Liitteen ${number} otsikko` });
  }

  /** Opens the menu of an attachment and takes an entry of it. */
  async act(number: number, entry: string): Promise<void> {
    await this.region.getByRole('button', { name: `Liitteen ${number} toiminnot` }).focus();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** Drops files onto the place for them, as from another program. */
  async drop(files: readonly { name: string; type: string; text: string }[]): Promise<void> {
    const data = await this.page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, type, text } of given) transfer.items.add(new File([text], name, { type }));
      return transfer;
    }, files);
    const target = this.region.getByText('Pudota tiedostot tähän').locator('..');
    for (const event of ['dragenter', 'dragover', 'drop'])
      await target.dispatchEvent(event, { dataTransfer: data, clientX: 5, clientY: 5 });
  }
}
