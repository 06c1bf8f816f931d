import { describe, expect, test } from 'vitest';
import { APP_ORIGIN } from '../../electron/main/protocol.ts';
import { isTrustedSender } from '../../electron/main/sender-check.ts';

const facts = { isMainFrame: true, expectedOrigin: APP_ORIGIN };

describe('isTrustedSender', () => {
  test('the top frame of the own page is trusted', () => {
    for (const frameUrl of [
      'app://pykala/index.html',
      'app://pykala/',
      'app://pykala/index.html?x=1#/kokoukset',
    ])
      expect(isTrustedSender({ ...facts, frameUrl }), frameUrl).toBe(true);
  });

  test.each([
    undefined,
    '',
    'about:blank',
    'about:srcdoc',
    'data:text/html,app://pykala/',
    'blob:app://pykala/5f0c',
    'https://pykala/index.html',
    'file:///app/pykala/index.html',
    'app://pykala.example/index.html',
    'app://pykala@example.com/index.html',
    'app://user:pass@pykala/index.html',
    'app://pykala:8080/index.html',
    'app://other/index.html',
    'app:pykala/index.html',
    'apps://pykala/index.html',
    'http://localhost:5173/',
  ])('%s is not', (frameUrl) => {
    expect(isTrustedSender({ ...facts, frameUrl })).toBe(false);
  });

  test('a frame inside the page is not, whatever its address', () => {
    expect(isTrustedSender({ ...facts, isMainFrame: false, frameUrl: 'app://pykala/index.html' })).toBe(
      false,
    );
  });

  test('the development server is trusted only when there is one', () => {
    const devServerUrl = 'http://127.0.0.1:5173/';
    expect(isTrustedSender({ ...facts, devServerUrl, frameUrl: 'http://127.0.0.1:5173/index.html' })).toBe(
      true,
    );
    expect(isTrustedSender({ ...facts, devServerUrl, frameUrl: 'http://127.0.0.1:5174/' })).toBe(false);
    expect(isTrustedSender({ ...facts, devServerUrl, frameUrl: 'https://127.0.0.1:5173/' })).toBe(false);
    expect(isTrustedSender({ ...facts, devServerUrl: 'no address', frameUrl: 'no address' })).toBe(false);
  });
});
