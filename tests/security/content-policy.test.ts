import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, REACT_ARIA_STYLE_HASH } from '../../electron/main/protocol.ts';

const reactAria = path.resolve(import.meta.dirname, '../../node_modules/react-aria/dist/private');

const directives = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((part) => {
    const [name = '', ...values] = part.split(' ');
    return [name, values];
  }),
);

describe('content security policy', () => {
  test('starts from nothing and closes what does not fall back to it', () => {
    for (const name of [
      'default-src',
      'base-uri',
      'form-action',
      'frame-ancestors',
      'frame-src',
      'object-src',
    ])
      expect(directives.get(name), name).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
  });

  test('allows no inline code, no eval and no foreign origin', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*|wasm/);
  });
});

describe("React Aria's inline style", () => {
  test('has the hash that the policy allows', () => {
    const source = fs.readFileSync(path.join(reactAria, 'interactions/usePress.mjs'), 'utf8');
    const template = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1];
    const style = template?.trim().replace(/\$\{([^}]+)\}/g, (_whole, name: string) => {
      const at = source.indexOf(`const ${name} = '`);
      return /'([^']*)'/.exec(source.slice(at))?.[1] ?? '';
    });
    expect(style).toContain('[data-react-aria-pressable]');
    const hash = createHash('sha256')
      .update(style ?? '')
      .digest('base64');
    expect(`sha256-${hash}`).toBe(REACT_ARIA_STYLE_HASH);
    expect(directives.get('style-src')).toEqual(["'self'", `'${REACT_ARIA_STYLE_HASH}'`]);
  });

  test('is the only one outside of iOS', () => {
    const withStyle = fs
      .readdirSync(reactAria, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mjs'))
      .filter((name) =>
        fs.readFileSync(path.join(reactAria, name), 'utf8').includes("createElement('style')"),
      );
    // usePreventScroll adds its own on iOS only.
    expect(withStyle.map((name) => name.split(path.sep).join('/')).sort()).toEqual([
      'interactions/usePress.mjs',
      'overlays/usePreventScroll.mjs',
    ]);
  });
});
