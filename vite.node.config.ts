/**
 * Everything that is not the window, in two builds of one set-up:
 * `--mode node`: main, the backend worker, the document process and the CLI, ES modules that share chunks;
 * `--mode preload`: the preload alone, one CommonJS file, because a sandboxed preload has no import.
 */
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import pkg from './package.json' with { type: 'json' };

/**
 * Bundled, because reading them as the hundreds of files they consist of takes longer than running them. What has
 * binaries or data of its own stays outside.
 */
const bundled = ['@trpc/server', 'd3-scale', 'd3-shape', 'kysely', 'uuid', 'valibot'];
const external = Object.keys(pkg.dependencies).filter((name) => !bundled.includes(name));
const platform = ['electron', ...builtinModules.flatMap((name) => [name, `node:${name}`])];

export default defineConfig(({ mode }) => ({
  publicDir: false,
  envDir: false,
  ssr: { noExternal: mode === 'preload' ? (true as const) : bundled },
  build: {
    ssr: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    emptyOutDir: mode === 'preload',
    outDir: mode === 'preload' ? 'out/preload' : 'out',
    rolldownOptions:
      mode === 'preload'
        ? {
            input: { preload: 'electron/preload/preload.ts' },
            external: platform,
            output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
          }
        : {
            input: {
              'main/main': 'electron/main/main.ts',
              'backend/worker': 'electron/backend/worker.ts',
              'backend/table-reader': 'electron/backend/table-reader.ts',
              'publish/process': 'electron/publish/process.ts',
              'publish/extract-process': 'electron/publish/extract-process.ts',
              'archive/process': 'electron/archive/process.ts',
              'archive/hash-thread': 'electron/archive/hash-thread.ts',
              'cli/pykala': 'electron/cli/pykala.ts',
            },
            external: [...platform, ...external],
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
  },
}));
