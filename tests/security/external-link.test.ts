import { expect, test } from 'vitest';
import { externalAddress } from '../../electron/main/external-link.ts';

test.each([
  [
    'https://www.finlex.fi/fi/laki/ajantasa/2015/20150410',
    'https://www.finlex.fi/fi/laki/ajantasa/2015/20150410',
  ],
  ['HTTPS://Example.FI', 'https://example.fi/'],
  ['mailto:kirjaamo@example.fi?subject=Kokous%203', 'mailto:kirjaamo@example.fi?subject=Kokous%203'],
])('%s may be opened', (address, opened) => {
  expect(externalAddress(address)).toBe(opened);
});

test.each([
  'http://example.fi/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'app://pykala/index.html',
  'smb://server/share',
  'ms-msdt:/id PCWDiagnostic',
  'vbscript:x',
  'https://user:password@example.fi/',
  'https://',
  'mailto:a@b.fi?attach=/etc/passwd',
  'mailto:a@b.fi?Attachment=c:%5cx',
  `https://example.fi/${'x'.repeat(5000)}`,
  'example.fi',
  '',
])('%s may not', (address) => {
  expect(externalAddress(address)).toBeNull();
});
