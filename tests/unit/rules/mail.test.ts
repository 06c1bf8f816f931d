/** The rules of sending: pace, retries, settings. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  afterTry,
  isMailAddress,
  leastMinutes,
  mailSettingsSchema,
  replyLine,
  RETRY_MINUTES,
  secretName,
  throttleWait,
} from '../../../db/model/mail.ts';

const settings = {
  host: 'smtp.malli.example',
  port: 587,
  tls: 'starttls',
  user: 'saara',
  fromName: 'Saara Sihteeri',
  fromEmail: 'sihteeri@malli.example',
  replyTo: null,
  perMinute: 20,
} as const;

describe('settings', () => {
  test('a connection without encryption is for this computer alone', () => {
    expect(v.is(mailSettingsSchema, settings)).toBe(true);
    expect(v.is(mailSettingsSchema, { ...settings, tls: 'none' })).toBe(false);
    for (const host of ['localhost', '127.0.0.1', '::1'])
      expect(v.is(mailSettingsSchema, { ...settings, host, tls: 'none' })).toBe(true);
    for (const host of ['127.0.0.1.example', 'localhost.example', '1127.0.0.1'])
      expect(v.is(mailSettingsSchema, { ...settings, host, tls: 'none' })).toBe(false);
  });

  test('a password is of one user of one server', () => {
    const names = [
      settings,
      { ...settings, host: 'muu.example' },
      { ...settings, port: 465 },
      { ...settings, user: 'muu' },
    ].map(secretName);
    expect(new Set(names).size).toBe(4);
    expect(secretName({ ...settings, host: 'SMTP.malli.example' })).toBe(secretName(settings));
  });

  test.each([
    ['a@b.fi', true],
    ['etu.suku@kunta.example', true],
    ['', false],
    [null, false],
    ['a@b', false],
    ['a b@c.fi', false],
    ['a@b.fi\r\nBcc: c@d.fi', false],
    ['a@b.fi,c@d.fi', false],
    ['[erased]', false],
  ])('address %j: %s', (address, expected) => {
    expect(isMailAddress(address)).toBe(expected);
  });
});

test('no window of a minute holds more tries than it may', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 80 }),
      (perMinute, gaps) => {
        const tries: number[] = [];
        let now = 1_000_000;
        for (const gap of gaps) {
          now += gap;
          now += throttleWait(tries, perMinute, now);
          tries.push(now);
        }
        for (const [at, time] of tries.entries())
          if (at >= perMinute) expect(time - tries[at - perMinute]!).toBeGreaterThanOrEqual(60_000);
      },
    ),
  );
});

test('what a try makes of a message', () => {
  const now = 5_000;
  expect(afterTry(1, { kind: 'sent', reply: '' }, now)).toEqual({ state: 'sent', attempts: 1, nextAt: null });
  expect(afterTry(1, { kind: 'refused', reply: '' }, now).state).toBe('failed');
  expect(afterTry(1, { kind: 'unknown', reply: '' }, now).state).toBe('unknown');
  expect(afterTry(1, { kind: 'paused', pause: 'login', reply: '' }, now)).toEqual({
    state: 'queued',
    attempts: 0,
    nextAt: now,
  });
  for (const [at, minutes] of RETRY_MINUTES.entries())
    expect(afterTry(at + 1, { kind: 'temporary', reply: '' }, now)).toEqual({
      state: 'queued',
      attempts: at + 1,
      nextAt: now + minutes * 60_000,
    });
  expect(afterTry(RETRY_MINUTES.length + 1, { kind: 'temporary', reply: '' }, now).state).toBe('failed');
});

test('how long a batch takes, and what a server says on one line', () => {
  expect([0, 1, 20, 21, 41].map((count) => leastMinutes(count, 20))).toEqual([0, 0, 0, 1, 2]);
  expect(replyLine('550 5.1.1\r\n  No\u0000 such user ')).toBe('550 5.1.1 No such user');
  expect(replyLine('x'.repeat(1_000))).toHaveLength(300);
});
