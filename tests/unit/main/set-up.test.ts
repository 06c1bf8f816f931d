import { describe, expect, test } from 'vitest';
import { completeLock, platformEntry } from '../../../electron/dev/complete-lock.mjs';
import { candidates } from '../../../electron/dev/set-up/chromium.mjs';
import { countPlaywright, countVitest } from '../../../electron/dev/set-up/counts.mjs';
import { compareLocks } from '../../../electron/dev/set-up/dependencies.mjs';
import { hasDisplay } from '../../../electron/dev/set-up/runtime.mjs';

describe('compareLocks', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/react': { version: '19.0.0' },
      'node_modules/x-win32': { version: '1.0.0', optional: true },
    },
  };
  const installed = { packages: { 'node_modules/react': { version: '19.0.0' } } };

  test('current, although packages of other systems are absent', () => {
    expect(compareLocks(lock, installed)).toBe('current');
  });
  test('missing', () => {
    expect(compareLocks(lock, undefined)).toBe('missing');
  });
  test.each([
    ['another version', { packages: { 'node_modules/react': { version: '18.0.0' } } }],
    ['one too few', { packages: {} }],
    ['one too many', { packages: { ...installed.packages, 'node_modules/old': { version: '1.0.0' } } }],
    [
      'another optional one',
      { packages: { ...installed.packages, 'node_modules/x-win32': { version: '0.9.0', optional: true } } },
    ],
  ])('stale: %s', (_why, present) => {
    expect(compareLocks(lock, present)).toBe('stale');
  });
});

describe('browsers', () => {
  test('the one that is named comes first', () => {
    const list = candidates({
      platform: 'linux',
      env: { PYKALA_CHROMIUM: '/opt/c', PATH: '/a:/b' },
      home: '/root',
    });
    expect(list.slice(0, 3)).toEqual(['/opt/c', '/a/chromium', '/b/chromium']);
    expect(list).toContain('/usr/bin/google-chrome-stable');
  });
  test('on other systems', () => {
    expect(candidates({ platform: 'darwin', env: {}, home: '/Users/a' })[0]).toBe(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(candidates({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' }, home: '' })).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    );
  });
});

test('a display', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'win32')).toBe(true);
});

describe('counts', () => {
  test('of vitest, with a file that did not load', () => {
    const assertion = (status: string) => ({ status, fullName: `test ${status}` });
    const counts = countVitest({
      testResults: [
        {
          status: 'passed',
          assertionResults: [assertion('passed'), assertion('passed'), assertion('skipped')],
        },
        { status: 'failed', assertionResults: [assertion('failed'), assertion('passed')] },
        { status: 'failed', assertionResults: [] },
      ],
    });
    expect(counts).toMatchObject({ passed: 3, failed: 2, skipped: [{ name: 'test skipped' }] });
  });

  test('of Playwright, with the reason of what was skipped', () => {
    const spec = (title: string, status: string, annotations: object[] = []) => ({
      title,
      tests: [{ status, annotations }],
    });
    const counts = countPlaywright({
      errors: [{ message: 'a file did not load' }],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('one', 'expected'), spec('two', 'unexpected'), spec('three', 'flaky')],
          suites: [
            {
              title: 'group',
              specs: [spec('four', 'skipped', [{ type: 'skip', description: 'no Electron' }])],
            },
          ],
        },
      ],
    });
    expect(counts).toEqual({
      passed: 2,
      failed: 2,
      skipped: [{ name: 'a.spec.ts › group › four', reason: 'no Electron' }],
    });
  });
});

describe('completeLock', () => {
  test('names say the platform', () => {
    expect(platformEntry('@x/y-linux-arm64-musl', '1.0.0', true)).toEqual({
      version: '1.0.0',
      optional: true,
      dev: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    });
    expect(platformEntry('@x/y-linux-x64-gnu', '1.0.0', false)?.libc).toEqual(['glibc']);
    expect(platformEntry('fsevents', '1.0.0', false)).toBeNull();
  });

  test('adds what is missing for other machines only', () => {
    const lock = {
      packages: {
        'node_modules/y': {
          version: '1.0.0',
          optionalDependencies: {
            'y-win32-x64-msvc': '1.0.0',
            'y-linux-x64-gnu': '1.0.0',
            'y-darwin-arm64': '1.0.0',
          },
        },
        'node_modules/y-darwin-arm64': { version: '1.0.0', optional: true },
      },
    };
    expect(completeLock(lock, { os: 'linux', cpu: 'x64' })).toBe(1);
    expect(Object.keys(lock.packages)).toEqual([
      'node_modules/y',
      'node_modules/y-darwin-arm64',
      'node_modules/y-win32-x64-msvc',
    ]);
  });
});
