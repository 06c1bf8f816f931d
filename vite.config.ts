/** The window (renderer). `vite build`; the other processes are built by vite.node.config.ts. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    // Nothing may become a data: address, the content security policy would refuse it.
    assetsInlineLimit: 0,
  },
});
