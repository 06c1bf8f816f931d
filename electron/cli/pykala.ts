#!/usr/bin/env node
/** `pykala`: the product's services without a window. Exit 0: fine, 1: a finding, 2: wrong use or an error. */
import path from 'node:path';
import process from 'node:process';

/** The product's binaries are made for this one and newer. */
const OLDEST_NODE = 24;

// `pykala … | head`: who reads may have had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  // Before anything is loaded: an older Node would fail in the middle of it, in words that help nobody.
  process.stderr.write(
    `pykala: tarvitaan Node ${OLDEST_NODE} tai uudempi, tämä on ${process.versions.node}: https://nodejs.org\n` +
      `pykala: Node ${OLDEST_NODE} eller nyare behövs, den här är ${process.versions.node}\n` +
      `pykala: Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}\n`,
  );
  process.exitCode = 2;
} else {
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    env: process.env,
    // In the folder beside this one both in the sources and in the build.
    program: (name) => path.join(import.meta.dirname, '..', `${name}${path.extname(import.meta.filename)}`),
  });
}
