/** The window (renderer). `vite build`; the other processes are built by vite.node.config.ts. */
import fs from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What the bundler knows of its modules. */
interface Graph {
  getModuleInfo(
    id: string,
  ): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

/** The modules that come with these, through imports that are no `import()`. */
function withImports(starts: readonly string[], graph: Graph): Set<string> {
  const reached = new Set(starts);
  for (const id of reached) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return reached;
}

/**
 * Few files in place of many small ones, because each is a request to main: `shell` is all that the first screen
 * needs, `screens` all that the other screens need beside it. What is fetched on its own (the text editor, a
 * language, a dialog) stays apart.
 */
function chunkOf(): (id: string, graph: Graph) => string | null {
  let shell: Set<string> | undefined;
  let screens = new Set<string>();
  return (id, graph) => {
    if (shell === undefined) {
      shell = withImports([`${import.meta.dirname.replaceAll('\\', '/')}/renderer/index.html`], graph);
      const later = [...shell].flatMap((one) => graph.getModuleInfo(one)?.dynamicallyImportedIds ?? []);
      screens = withImports(
        later.filter((one) => one.endsWith('Screen.tsx')),
        graph,
      );
    }
    if (shell.has(id)) return 'shell';
    return screens.has(id) ? 'screens' : null;
  };
}

/**
 * Decoders of pictures in PDF files that pdf.js fetches by name: those in plain script, because the content security
 * policy does not let WebAssembly be compiled.
 */
function pdfDecoders(): Plugin {
  const names = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'];
  const read = (name: string): string =>
    fs.readFileSync(`${import.meta.dirname}/node_modules/pdfjs-dist/wasm/${name}`, 'utf8');
  return {
    name: 'pdf-decoders',
    generateBundle() {
      for (const name of names) this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source: read(name) });
    },
    configureServer(server) {
      server.middlewares.use('/pdf/', (request, response, next) => {
        const name = names.find((one) => request.url === `/${one}`);
        if (name === undefined) return next();
        response.setHeader('Content-Type', 'text/javascript');
        response.end(read(name));
      });
    },
  };
}

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), pdfDecoders()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    // Nothing may become a data: address, the content security policy would refuse it.
    assetsInlineLimit: 0,
    // The files come from the disk.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf() }] } },
    },
  },
});
