#!/usr/bin/env node
/** `pykala`: the product's services without a window. Exit 0: fine, 1: a finding, 2: wrong use or an error. */
import process from 'node:process';
import { run } from './run.ts';

// `pykala … | head`: who reads may have had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  env: process.env,
});
