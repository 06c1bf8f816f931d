/** Starts Chromium and sends every request of its pages through main's handlers. */
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type BrowserContext, type Page, type Request, type Route } from 'playwright-core';
import { app } from './app.ts';
import { chromiumPath, debuggingPort, headed, preventable, versions } from './environment.ts';
import { fromPage, handlerOf, isCancelled } from './scheme.ts';
import type { WebContents } from './window.ts';

/** The window that a page belongs to; kept here for requests, filled by window.ts. */
export const contentsOf = new Map<Page, WebContents>();

let context: Promise<BrowserContext> | undefined;
/** The page that Chromium opens by itself becomes the first window. */
let spare: Page | undefined;
/** A page that a window of ours has asked for is no pop-up. */
let expected: Promise<Page> | undefined;

/** The browser, started when first asked for. */
export function browserContext(): Promise<BrowserContext> {
  context ??= launch();
  return context;
}

export async function closeBrowser(): Promise<void> {
  await (await context)?.close();
}

async function launch(): Promise<BrowserContext> {
  const profile = path.join(app.getPath('userData'), 'stand-in-chromium');
  writeProfile(profile);
  const root = process.getuid?.() === 0;
  const started = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: !headed,
    viewport: null,
    // Chromium refuses to sandbox when root runs it.
    chromiumSandbox: !root,
    acceptDownloads: false,
    serviceWorkers: 'block',
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    ignoreDefaultArgs: ['--enable-automation'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--app=data:text/html,',
      '--window-size=1280,800',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--disable-pinch',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-pings',
      // Silences the bar that warns of --no-sandbox.
      '--test-type',
      ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ],
  });
  versions['chrome'] = started.browser()?.version() ?? '0';
  await started.route('**/*', onRequest);
  started.on('page', (page) => void onPage(page));
  started.on('close', () => {
    for (const contents of contentsOf.values()) contents.window.gone();
  });
  spare = started.pages()[0];
  return started;
}

function writeProfile(profile: string): void {
  const file = path.join(profile, 'Default', 'Preferences');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(
    file,
    JSON.stringify({
      translate: { enabled: false },
      credentials_enable_service: false,
      autofill: { enabled: false },
      browser: { enable_spellchecking: false },
    }),
  );
}

/** A blank page for a new window. */
export async function takePage(width: number, height: number): Promise<Page> {
  const started = await browserContext();
  const first = spare;
  spare = undefined;
  if (first !== undefined) return first;
  const [opener] = contentsOf.keys();
  if (!headed || opener === undefined) {
    expected = started.newPage();
    return await expected;
  }
  expected = started.waitForEvent('page');
  await opener.evaluate(`void window.open('about:blank', '', 'popup,width=${width},height=${height}')`);
  return await expected;
}

function contentsOfRequest(request: Request): WebContents | undefined {
  try {
    return contentsOf.get(request.frame().page());
  } catch {
    // The first request of a pop-up has no frame yet.
    return undefined;
  }
}

async function onRequest(route: Route): Promise<void> {
  const request = route.request();
  const url = fromPage(request.url());
  const contents = contentsOfRequest(request);
  if (request.isNavigationRequest()) {
    if (contents === undefined) {
      if (isPopupDenied(url)) return await route.abort('aborted');
    } else if (request.frame().parentFrame() === null) {
      if (!contents.isOwnLoad(request.url())) {
        const event = preventable({ url });
        contents.emit('will-navigate', event);
        if (event.defaultPrevented) return await route.abort('aborted');
      }
      contents.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false });
    }
  }
  if (await isCancelled(url, request.method(), request.resourceType()))
    return await route.abort('blockedbyclient');
  const handler = handlerOf(url);
  if (handler === undefined) return await route.fallback();
  try {
    const response = await handler({ url, method: request.method() });
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  } catch (error) {
    console.error(`The handler of ${url} failed:`, error);
    await route.abort('failed');
  }
}

/** A link to a new window: main decides on the address of its first request. */
function isPopupDenied(url: string): boolean {
  const [contents] = contentsOf.values();
  return contents?.openHandler?.({ url }).action === 'deny';
}

async function onPage(page: Page): Promise<void> {
  if (contentsOf.has(page) || (await expected) === page) return;
  // A pop-up that was denied stays blank; nobody wants it.
  setTimeout(() => {
    if (!contentsOf.has(page)) void page.close().catch(() => {});
  }, 300);
}
