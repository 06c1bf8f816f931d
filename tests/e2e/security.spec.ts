/** What a page can and cannot do, even one that runs foreign script. Electron's security checklist, item by item. */
import { expect, test } from './fixture.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/main/protocol.ts';

test('the page has no Node and only the verbs of the bridge', async ({ page }) => {
  const found = await page.evaluate(() => ({
    globals: ['require', 'process', 'Buffer', 'ipcRenderer', 'electron', '__pykalaStandIn'].filter(
      (name) => name in globalThis,
    ),
    verbs: Object.keys(window.pykala).sort(),
    native: Object.keys(window.pykala.native).sort(),
    frozen: Object.isFrozen(window.pykala) && Object.isFrozen(window.pykala.native),
    secure: isSecureContext,
  }));
  expect(found).toEqual({
    globals: [],
    verbs: ['call', 'native', 'onEvent'],
    native: [
      'chooseFolder',
      'chooseOpenFile',
      'chooseOpenFiles',
      'chooseSaveFile',
      'getPreferences',
      'info',
      'setPreferences',
      'setUnsaved',
      'showInFolder',
    ],
    frozen: true,
    secure: true,
  });
});

test('every page is served with the content security policy', async ({ page }) => {
  const headers = await page.evaluate(async () => {
    const response = await fetch(location.href);
    return [response.headers.get('content-security-policy'), response.headers.get('x-content-type-options')];
  });
  expect(headers).toEqual([CONTENT_SECURITY_POLICY, 'nosniff']);
});

test('only files of the window are served', async ({ page }) => {
  const statuses = await page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/..%2fmain/main.js',
      '/%2e%2e/main/main.js',
      '/..%5cmain%5cmain.js',
      '/index.html%00.js',
      '/.stamp-node',
      '/nothing.js',
    ];
    return await Promise.all(
      paths.map((path) =>
        fetch(path).then(
          (response) => response.status,
          () => 0,
        ),
      ),
    );
  });
  // `%2e%2e` is taken out by the browser itself, so that the address names a file that is not there.
  expect(statuses).toEqual([200, 403, 404, 403, 403, 403, 404]);
});

test('every permission is denied', async ({ desk }) => {
  for (const permission of ['geolocation', 'notifications', 'media', 'clipboard-read', 'midi', 'fullscreen'])
    expect(await desk.permission(permission), permission).toEqual({ request: false, check: false });
});

test.describe('in a process of its own', () => {
  test.use({ ownDesk: true });

  test('inline script, eval, foreign images, frames and connections are refused', async ({ page }) => {
    const result = await page.evaluate(async () => {
      const violated = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      const handler = document.createElement('button');
      handler.setAttribute('onclick', 'window.inlineRan = true');
      document.body.append(handler);
      handler.click();
      let evalRan = true;
      // In a task of its own: the test's own evaluation may use eval.
      await new Promise<void>((resolve) =>
        setTimeout(() => {
          try {
            evalRan = new Function('return true')() === true;
          } catch {
            evalRan = false;
          }
          resolve();
        }),
      );
      const image = new Image();
      image.src = 'https://example.com/pixel.png';
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
      const style = document.createElement('style');
      style.textContent = 'body { --inline-style: 1 }';
      document.head.append(style);
      const object = document.createElement('object');
      object.data = 'https://example.com/x.swf';
      document.body.append(object);
      const fetched = await fetch('https://example.com/').then(
        () => true,
        () => false,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      const inlineStyle = getComputedStyle(document.body).getPropertyValue('--inline-style');
      for (const element of [script, handler, frame, style, object]) element.remove();
      return {
        inlineRan: 'inlineRan' in window,
        evalRan,
        fetched,
        inlineStyle,
        violated: [...violated].sort(),
      };
    });
    expect(result).toEqual({
      inlineRan: false,
      evalRan: false,
      fetched: false,
      inlineStyle: '',
      violated: expect.arrayContaining([
        'connect-src',
        'frame-src',
        'img-src',
        'script-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-elem',
      ]),
    });
  });

  test('the page cannot be led away', async ({ desk, page }) => {
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.waitForTimeout(400);
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.action = 'https://example.com/';
      form.method = 'post';
      document.body.append(form);
      form.submit();
      form.remove();
    });
    await page.waitForTimeout(400);
    expect(page.url()).toBe(before);
    expect((await desk.desktop()).opened).toEqual([]);
  });

  test('new windows are refused; https goes to the system', async ({ desk, page }) => {
    const open = async (address: string) => {
      await page.evaluate((url) => void window.open(url, '_blank', 'noopener'), address);
      await page.waitForTimeout(400);
    };
    await open('https://www.finlex.fi/fi/lainsaadanto/2015/410');
    await open('http://example.com/');
    await open('file:///etc/passwd');
    await open('javascript:alert(1)');
    expect((await desk.desktop()).opened).toEqual(['https://www.finlex.fi/fi/lainsaadanto/2015/410']);
    await expect.poll(() => page.context().pages().length).toBe(1);
  });

  test('the page itself keeps to the policy', async ({ desk, page }) => {
    await page.waitForTimeout(500);
    expect(desk.output()).not.toMatch(/Content Security Policy|\[page error\]/);
  });
});
