/** The same shell on real Electron, where its binary is installed. */
import { expect, test } from './fixture.ts';

test.use({ runtime: 'electron' });

test('Electron opens the desk, sandboxed and isolated', async ({ desk, page }) => {
  const info = await page.evaluate(() => window.pykala.native.info());
  expect(info.shell).toBe('electron');
  expect(page.url()).toBe('app://pykala/index.html');
  expect(await page.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false);
  expect((await desk.menu()).map((entry) => entry.label)).toEqual([
    'Tiedosto',
    'Muokkaa',
    'Näytä',
    'Kokous',
    'Ohje',
  ]);
  expect(await desk.permission('geolocation')).toEqual({ request: false, check: false });
});

test('Electron runs the backend worker and keeps to one instance', async ({ desk, page }) => {
  const reply = await page.evaluate(() =>
    window.pykala.call({ id: 'test', type: 'query', path: 'no.such', input: null }),
  );
  expect(reply.ok).toBe(false);
  expect(await desk.startSecond()).toBe(0);
  expect(await desk.quit()).toBe(0);
});
