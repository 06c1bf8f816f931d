/** The shell around the page: bridge, menu, dialogs, preferences, lost worker, one instance, unsaved work. */
import fs from 'node:fs';
import path from 'node:path';
import type { CallReply, CallRequest, WindowEvent } from '../../electron/backend/protocol.ts';
import type { Bridge } from '../../electron/preload/bridge.ts';
import { expect, test, type MenuEntry } from './fixture.ts';
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    pykala: Bridge;
    heard: WindowEvent[];
  }
}

/** Collects what the window hears from now on. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.heard = [];
    window.pykala.onEvent((event) => window.heard.push(event));
  });
}

function heard(page: Page): Promise<WindowEvent[]> {
  return page.evaluate(() => window.heard);
}

function call(page: Page, request: Partial<CallRequest>): Promise<CallReply> {
  return page.evaluate(
    (given) => window.pykala.call({ id: 'test', type: 'query', path: 'no.such', input: null, ...given }),
    request,
  );
}

test('the bridge says what the shell is', async ({ desk, page }) => {
  const info = await page.evaluate(() => window.pykala.native.info());
  expect(info).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    platform: process.platform,
    shell: desk.runtime,
  });
  await expect.poll(async () => (await desk.window())?.visible).toBe(true);
});

test('a call reaches the worker, and an unknown procedure is a typed error', async ({ page }) => {
  const reply = await call(page, {});
  expect(reply.ok).toBe(false);
  if (!reply.ok) {
    expect(reply.error.code).toMatch(/^[A-Z_]+$/);
    expect(JSON.stringify(reply.error)).not.toContain('.ts:');
  }
});

test('a malformed call is refused before it reaches the worker', async ({ page }) => {
  for (const request of [{ path: '../x' }, { type: 'eval' as 'query' }, { id: '' }]) {
    const reply = await call(page, request);
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_CALL' } });
  }
});

test('menu items and their keys become commands', async ({ desk, page }) => {
  await listen(page);
  await desk.clickMenu('new-meeting');
  // Keys that the page leaves to the menu.
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+5');
  const commands = async () => (await heard(page)).filter((event) => event.kind === 'command');
  await expect.poll(commands).toEqual(
    ['new-meeting', 'go-organisations', 'go-tasks'].map((command) => ({
      kind: 'command',
      command,
    })),
  );
});

test('a chosen file is a grant without a path', async ({ desk, page, userData }) => {
  expect(await page.evaluate(() => window.pykala.native.chooseOpenFile('pdf'))).toBeNull();
  const file = path.join(userData, 'liite.pdf');
  fs.writeFileSync(file, '%PDF-');
  await desk.answerDialog({ canceled: false, filePaths: [file] });
  const chosen = await page.evaluate(() => window.pykala.native.chooseOpenFile('pdf'));
  expect(chosen).toEqual({ grant: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'liite.pdf' });
  await page.evaluate((grant) => window.pykala.native.showInFolder(grant), chosen?.grant ?? '');
  expect((await desk.desktop()).opened).toEqual([file]);
  await expect(page.evaluate(() => window.pykala.native.showInFolder('/etc/passwd'))).rejects.toThrow(
    /Pyyntö on virheellinen/,
  );
});

test('a saved file gets its extension, and an existing one is asked about', async ({
  desk,
  page,
  userData,
}) => {
  fs.writeFileSync(path.join(userData, 'pöytäkirja.pdf'), 'vanha');
  const choose = () =>
    page.evaluate(() => window.pykala.native.chooseSaveFile('pdf', '../../Pöytäkirja 3/2026: liitteet'));
  await desk.answerDialog({ canceled: false, filePath: path.join(userData, 'pöytäkirja') });
  await desk.answerDialog({ response: 1 });
  expect(await choose()).toBeNull();
  await desk.answerDialog({ canceled: false, filePath: path.join(userData, 'pöytäkirja') });
  await desk.answerDialog({ response: 0 });
  expect((await choose())?.name).toBe('pöytäkirja.pdf');
  const [first] = (await desk.desktop()).shown;
  expect(path.basename(String(first?.options['defaultPath']))).toBe('-..-Pöytäkirja 3-2026- liitteet.pdf');
});

test('a second start shows the first window and ends', async ({ desk }) => {
  const before = (await desk.window())?.focused ?? 0;
  expect(await desk.startSecond()).toBe(0);
  await expect.poll(async () => (await desk.window())?.focused).toBeGreaterThan(before);
});

test.describe('a desk that has never been started', () => {
  test.use({ neverStarted: true });

  test('a lost worker is started anew and the window is told', async ({ desk, page }) => {
    await call(page, {});
    await listen(page);
    await desk.killWorker();
    await expect.poll(() => heard(page)).toContainEqual({ kind: 'backend-restarted' });
    const reply = await call(page, {});
    expect(reply.ok ? '' : reply.error.code).not.toBe('BACKEND_FAILED');
  });

  test('closing with unsaved work asks first', async ({ desk, page }) => {
    await page.evaluate(() => window.pykala.native.setUnsaved(true));
    await desk.answerDialog({ response: 1 });
    await desk.closeWindow();
    await expect.poll(async () => (await desk.desktop()).shown.length).toBe(1);
    expect(await desk.window()).not.toBeNull();
    await desk.answerDialog({ response: 0 });
    await desk.closeWindow();
    expect(await desk.exited()).toBe(0);
  });

  test('quitting with unsaved work asks, too', async ({ desk, page }) => {
    await page.evaluate(() => window.pykala.native.setUnsaved(true));
    await desk.clickMenu('quit');
    await expect.poll(async () => (await desk.desktop()).shown.length).toBe(1);
    expect(await desk.window()).not.toBeNull();
    await desk.answerDialog({ response: 0 });
    expect(await desk.quit()).toBe(0);
  });

  test('language and place hold at the next start, through a power cut, and corrupt files do not keep it from starting', async ({
    desk,
    page,
    userData,
  }) => {
    const bar = async () => (await desk.menu()).map((entry: MenuEntry) => entry.label);
    const kept = () => desk.page.evaluate(() => window.pykala.native.getPreferences());
    expect(await bar()).toEqual(['Tiedosto', 'Muokkaa', 'Näytä', 'Kokous', 'Ohje']);
    await listen(page);
    const preferences = await page.evaluate(() =>
      window.pykala.native.setPreferences({ language: 'sv', userName: '  Aino\u202E Sihteeri ' }),
    );
    expect(preferences).toEqual({
      language: 'sv',
      theme: 'system',
      userName: 'Aino Sihteeri',
      pdfUse: 'archive',
    });
    expect(await bar()).toEqual(['Arkiv', 'Redigera', 'Visa', 'Möte', 'Hjälp']);
    await expect.poll(() => heard(page)).toContainEqual({ kind: 'preferences', preferences });
    await desk.setBounds({ x: 40, y: 60, width: 1100, height: 750 });
    await desk.restart();
    expect(await bar()).toEqual(['Arkiv', 'Redigera', 'Visa', 'Möte', 'Hjälp']);
    expect(await kept()).toEqual(preferences);
    await expect(desk.page.getByRole('heading', { level: 1, name: 'Välkommen till Pykälä' })).toBeVisible();
    await expect(desk.page.locator('html')).toHaveAttribute('lang', 'sv');
    expect((await desk.window())?.bounds).toEqual({ x: 40, y: 60, width: 1100, height: 750 });

    await desk.page.evaluate(() => window.pykala.native.setPreferences({ userName: 'Aino' }));
    await desk.kill();
    await desk.restart();
    expect(await kept()).toMatchObject({ userName: 'Aino' });
    expect((await call(desk.page, {})).ok).toBe(false);

    await desk.quit();
    fs.writeFileSync(path.join(userData, 'preferences.json'), '{"language": "x", "theme"');
    fs.writeFileSync(path.join(userData, 'window-state.json'), '[]');
    await desk.restart();
    expect((await desk.window())?.bounds).toMatchObject({ width: 1280, height: 800 });
  });
});
