/**
 * `node --import ./electron/dev/stand-in/register.mjs out/main/main.js`: the bare import `electron` becomes the
 * stand-in on an installed Chromium. Main and preload run unmodified.
 */
import { registerHooks } from 'node:module';
import './track-workers.cjs';

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' || specifier === 'electron/main' || specifier === 'electron/common'
      ? { url: standIn, shortCircuit: true }
      : next(specifier, context);
  },
});
