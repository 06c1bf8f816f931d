/**
 * Builds the gallery and the window and opens them in Chromium under the real content security policy: axe finds
 * nothing, nothing breaks the policy, and the grid obeys the keyboard. Skipped where there is no Chromium.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CHROMIUM = [
  process.env['PYKALA_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((file) => file && fs.existsSync(file));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const renderer = path.resolve(import.meta.dirname, '../../../renderer');

describe.skipIf(!CHROMIUM)('in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-look-'));
    // Otherwise it would be the development build of React, as in every test.
    const mode = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    await build({
      root: renderer,
      base: '/',
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      build: {
        outDir: folder,
        target: 'chrome140',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2_000,
        rolldownOptions: {
          input: [path.join(renderer, 'index.html'), path.join(renderer, 'ui/gallery/index.html')],
        },
      },
    });
    process.env['NODE_ENV'] = mode;
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    if (folder) fs.rmSync(folder, { recursive: true, force: true });
  });

  async function open(file: string, faults: string[]): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.addInitScript(BRIDGE);
    await page.route('**/*', (route) => {
      const target = path.join(folder, new URL(route.request().url()).pathname);
      if (!target.startsWith(folder) || !fs.existsSync(target)) return route.fulfill({ status: 404 });
      return route.fulfill({
        body: fs.readFileSync(target),
        headers: {
          'content-type': TYPES[path.extname(target)] ?? 'text/plain',
          'content-security-policy': POLICY,
        },
      });
    });
    await page.goto(`https://look.invalid/${file}`);
    await page.locator('h1').first().waitFor();
    return page;
  }

  async function axe(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    return await page.evaluate(async () => {
      const { violations } = await (globalThis as any).axe.run(document, { resultTypes: ['violations'] });
      return violations.map(
        (one: any) => `${one.id}: ${one.nodes.map((node: any) => node.target.join(' ')).join(', ')}`,
      );
    });
  }

  it.each(['light', 'dark'])('%s: axe finds nothing in the primitives', async (theme) => {
    const faults: string[] = [];
    const page = await open(`ui/gallery/index.html?theme=${theme}&rows=100`, faults);
    await page.locator('[contenteditable]').first().click();
    expect(await axe(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('the window: welcome, palette and settings in three languages', async () => {
    const faults: string[] = [];
    const welcome = await open('index.html?board=none', faults);
    expect(await axe(welcome)).toEqual([]);
    await welcome.close();
    const page = await open('index.html', faults);
    await page.getByRole('button', { name: 'Asetukset' }).click();
    await page.getByRole('heading', { name: 'Asetukset' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByText('svenska').click();
    await page.getByRole('heading', { name: 'Inställningar' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('sv');
    await page.getByText('English').click();
    await page.getByText('Dark', { exact: true }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.type('help');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  it('the grid of 70,000 rows obeys the keyboard', async () => {
    const faults: string[] = [];
    const page = await open('ui/gallery/index.html?part=grid', faults);
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-place'));
    const press = async (key: string, place: string) => {
      await page.keyboard.press(key);
      await expect.poll(at, { message: key }).toBe(place);
    };
    await page.getByRole('searchbox').focus();
    await press('Tab', '0:0');
    await press('ArrowDown', '1:0');
    await press('ArrowRight', '1:1');
    await press('Control+End', '69999:6');
    await press('Control+Home', '0:0');
    await press('End', '0:6');
    await press('Home', '0:0');
    await press('PageDown', '10:0');
    await press('PageUp', '0:0');
    await press('ArrowRight', '0:1');
    await press('ArrowUp', '-1:1');
    await page.keyboard.press('Enter');
    await page.locator('[aria-sort="ascending"]').waitFor();
    await press('ArrowDown', '0:1');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-opened]').getAttribute('data-opened')).toBe('row-55');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(at).toBe('0:1');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('what is pasted from Word becomes text of the closed schema', async () => {
    const faults: string[] = [];
    const page = await open('ui/gallery/index.html?part=text', faults);
    await page.locator('[contenteditable]').first().click();
    await page.keyboard.press('Control+a');
    await page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, WORD);
    await expect
      .poll(async () =>
        JSON.parse((await page.locator('output').getAttribute('data-value'))!).content.map(sketch),
      )
      .toEqual(['Otsikko', 'Teksti lihava paha', '• yksi (• alakohta) • kaksi', '1. eka', 'A – B']);
    // What was cut in the editor keeps its marks, and still brings in nothing foreign.
    await page.keyboard.press('Control+a');
    await page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, '<p data-pm-slice="1 1 []" style="color:red">a <strong onclick="x()">b</strong> <a href="javascript:x()">c</a> <mark data-redacted="JulkL 24 §" title="x">d</mark></p>');
    await expect
      .poll(
        async () => JSON.parse((await page.locator('output').getAttribute('data-value'))!).content[0].content,
      )
      .toEqual([
        { type: 'text', text: 'a ' },
        { type: 'text', text: 'b', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' c ' },
        { type: 'text', text: 'd', marks: [{ type: 'redacted', attrs: { ground: 'JulkL 24 §' } }] },
      ]);
    expect(faults).toEqual([]);
    await page.close();
  });
});

/** A block in short. */
function sketch(block: any): string {
  if (block.type === 'paragraph')
    return (block.content ?? [])
      .map((node: any) => node.text ?? '')
      .join('')
      .trim();
  const sign = block.type === 'bulletList' ? '•' : '1.';
  return block.content
    .map((item: any) => {
      const [first, ...rest] = item.content.map(sketch);
      return `${sign} ${first}${rest.length > 0 ? ` (${rest.join(' ')})` : ''}`;
    })
    .join(' ');
}

const WORD = `<html xmlns:o="urn:x"><head><style>p{color:red}</style><!--[if gte mso 9]><xml>x</xml><![endif]--></head><body>
<h1>Otsikko</h1><p class=MsoNormal style="color:red">Teksti <b>lihava</b> <a href="javascript:alert(1)">paha</a><o:p>&nbsp;</o:p><img src=x onerror="alert(1)"><script>alert(1)</scr\u0069pt></p>
<p style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">·<span>&nbsp;</span></span><!--[endif]-->yksi</p>
<p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o </span>alakohta</p>
<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">· </span>kaksi</p>
<p style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">1.</span>eka</p>
<table><tr><td>A</td><td>B</td></tr></table></body></html>`;

/** The bridge of a window whose backend knows one board and nothing else. */
const BRIDGE = `(() => {
  const preferences = { language: 'fi', theme: 'light', userName: '', pdfUse: 'archive' };
  const hasBoards = !location.search.includes('board=none');
  const answers = {
    'workspace.status': { kind: 'own', error: null, hasBoards },
    'boards.list': [{ id: 'b', name: { fi: 'Malli-Karjalan järjestöasiain neuvottelukunta', sv: null, en: null }, shortName: 'JANE', term: null }],
    'search.query': [],
  };
  window.pykala = {
    call: async ({ type, path }) =>
      type === 'subscription' || type === 'stop'
        ? { ok: true, data: null }
        : path in answers
          ? { ok: true, data: answers[path] }
          : { ok: false, error: { code: 'NOT_FOUND', message: path } },
    onEvent: () => () => undefined,
    native: {
      chooseOpenFile: async () => null,
      chooseSaveFile: async () => null,
      showInFolder: async () => undefined,
      getPreferences: async () => ({ ...preferences }),
      setPreferences: async (change) => ({ ...Object.assign(preferences, change) }),
      setUnsaved: async () => undefined,
      info: async () => ({ version: '0.1.0', platform: 'linux', shell: 'chromium' }),
    },
  };
})();`;
