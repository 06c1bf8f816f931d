/** Writing as a user sees it: the lists of "/" and "@", the version history, the board's phrases. */
import { expect, type Locator, type Page } from '@playwright/test';

export class WritingPage {
  readonly page: Page;
  /** The list under the caret. */
  readonly list: Locator;
  readonly history: Locator;
  readonly sessions: Locator;
  readonly phrases: Locator;
  readonly wording: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox', { name: 'Lisättävät' });
    this.history = page.getByRole('dialog', { name: /^Versiohistoria/ });
    this.sessions = this.history.getByRole('listbox', { name: 'Kirjoituskerrat' });
    this.phrases = page.getByRole('listbox', { name: 'Fraasit' });
    this.wording = page.getByRole('textbox', { name: 'Sanamuoto' });
  }

  option(name: string | RegExp): Locator {
    return this.list.getByRole('option', { name });
  }

  /** Chooses by typing more of its name. */
  async choose(name: RegExp): Promise<void> {
    await expect(this.option(name).first()).toHaveAttribute('aria-selected', 'true');
    await this.page.keyboard.press('Enter');
    await expect(this.list).toHaveCount(0);
  }

  /** Pastes HTML as another program puts it on the clipboard. */
  async paste(editor: Locator, html: string): Promise<void> {
    await editor.evaluate((element, content) => {
      const data = new DataTransfer();
      data.setData('text/html', content);
      data.setData('text/plain', 'pelkkä teksti');
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, html);
  }

  async openHistory(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+H');
    await expect(this.sessions).toBeVisible();
  }
}
