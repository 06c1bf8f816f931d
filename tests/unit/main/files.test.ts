import { describe, expect, test } from 'vitest';
import { callRequest } from '../../../electron/main/call-check.ts';
import { extensionsOf, isFileKind, withExtension } from '../../../electron/main/file-kind.ts';
import { Grants } from '../../../electron/main/grants.ts';

describe('file kinds', () => {
  test('a name gets its extension once', () => {
    expect(withExtension('pöytäkirja', 'pdf')).toBe('pöytäkirja.pdf');
    expect(withExtension('pöytäkirja.PDF', 'pdf')).toBe('pöytäkirja.PDF');
    expect(withExtension('kokous 3.2026', 'pdf')).toBe('kokous 3.2026.pdf');
    expect(withExtension('mikä tahansa', 'any')).toBe('mikä tahansa');
  });

  test('only the known kinds', () => {
    expect(isFileKind('pdf')).toBe(true);
    for (const value of ['exe', 'toString', '__proto__', '', undefined, 7])
      expect(isFileKind(value)).toBe(false);
    expect(extensionsOf('any')).toEqual([]);
  });
});

describe('callRequest', () => {
  const request = { id: 'a1', type: 'query', path: 'meetings.list', input: { a: 1 } };

  test('takes what a call is made of and leaves the rest', () => {
    expect(callRequest({ ...request, extra: 1 })).toEqual(request);
    expect(callRequest({ ...request, type: 'stop', path: '' })).toMatchObject({ type: 'stop' });
  });

  test.each([
    undefined,
    null,
    'query',
    [],
    { ...request, id: '' },
    { ...request, id: 7 },
    { ...request, id: 'x'.repeat(101) },
    { ...request, type: 'eval' },
    { ...request, path: 7 },
    { ...request, path: 'a/b' },
    { ...request, path: 'x'.repeat(201) },
  ])('refuses %j', (message) => {
    expect(callRequest(message)).toBeNull();
  });
});

describe('Grants', () => {
  test('are unguessable names of files', () => {
    const grants = new Grants();
    const grant = grants.add('/tmp/a.pdf', 'read');
    expect(grant.grant).toMatch(/^[0-9a-f-]{36}$/);
    expect(grants.get(grant.grant)).toEqual(grant);
    expect(grants.get('/tmp/a.pdf')).toBeUndefined();
    expect(grants.all()).toEqual([grant]);
  });

  test('the oldest are forgotten', () => {
    const grants = new Grants();
    const first = grants.add('/first', 'read');
    for (let count = 0; count < 300; count += 1) grants.add(`/tmp/${count}`, 'write');
    expect(grants.get(first.grant)).toBeUndefined();
    expect(grants.all()).toHaveLength(256);
    expect(grants.all().at(-1)?.path).toBe('/tmp/299');
  });
});
