/** Search over all minutes by keyboard: inflected words, filters, the place with its words marked; a person's screen. */
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test.use({ actionTimeout: 15_000 });
test.setTimeout(90_000);

test('an inflected word is found, narrowed by a filter, and opens at its place', async ({ page }) => {
  await new StartPage(page).openSample();
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('searchbox', { name: 'Hae pykälistä' })).toBeFocused();
  await page.keyboard.type('järjestöfoorumi');
  await expect(page.getByText('2 osumaa', { exact: true })).toBeVisible();
  await expect(page.locator('mark', { hasText: 'järjestöfoorumin' }).first()).toBeVisible();
  await page.getByRole('button', { name: /Päätös/ }).press('Enter');
  await page.getByRole('option', { name: 'Äänestettiin (1)' }).press('Enter');
  await expect(page.getByText('1 osuma', { exact: true })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Hae pykälistä' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /30 §/ })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('found-words')?.size ?? 0))
    .toBeGreaterThan(2);
  // Back is where one was.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('searchbox', { name: 'Hae pykälistä' })).toHaveValue('järjestöfoorumi');
});

test("a person's hit of the palette opens the person", async ({ page }) => {
  await new StartPage(page).openSample();
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Jäsen 07');
  const hit = page.getByRole('option').filter({ hasText: 'Jäsen 07' }).first();
  await hit.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Jäsen 07' })).toBeVisible();
  await expect(page.getByText(/5 kohta: yhteisöjäävi/)).toBeVisible();
  await page.getByRole('button', { name: 'Muokkaa tietoja' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Sähköposti' }).fill('jasen07@esimerkki.fi');
  await dialog.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(page.getByRole('link', { name: 'jasen07@esimerkki.fi' })).toBeVisible();
});
