/** The steps of `npm run check` and `npm test`: run, counted and reported alike. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, toolEnvironment } from './dependencies.mjs';
import { countPlaywright, countVitest } from './counts.mjs';

/** A step that takes longer has hung. */
const LIMIT = 45 * 60_000;

/**
 * @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }} Counts
 * @typedef {{ name: string, command: string, values: string[], env?: Record<string, string>, live?: boolean,
 *   count?: (report: unknown) => Counts, reportIn?: 'env' | 'values' }} Step
 */

const node = process.execPath;
const bin = (name) =>
  path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** @type {Record<string, Step>} */
export const STEPS = {
  format: { name: 'format', command: bin('oxfmt'), values: ['--check', '.'] },
  layers: { name: 'layers', command: node, values: ['electron/dev/layers.mjs'] },
  lint: { name: 'lint', command: bin('oxlint'), values: ['--deny-warnings'] },
  types: { name: 'types', command: bin('tsc'), values: ['--noEmit'] },
  unit: {
    name: 'unit, database and contract tests',
    command: bin('vitest'),
    values: ['run', '--reporter=default', '--reporter=json'],
    count: countVitest,
    reportIn: 'values',
  },
  recovery: {
    name: 'end-to-end tests of recovery',
    command: bin('playwright'),
    values: ['test', '--project=recovery', '--reporter=list,json'],
    live: true,
    count: countPlaywright,
    reportIn: 'env',
  },
  e2e: {
    name: 'end-to-end tests',
    command: bin('playwright'),
    values: ['test', '--project=long', '--project=desk', '--reporter=list,json'],
    live: true,
    count: countPlaywright,
    reportIn: 'env',
  },
};

/**
 * Runs one step to its end; never rejects. A step without tests of its own counts as one check; a step that
 * crashes, hangs or leaves no report has failed.
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
export async function runStep(step) {
  const began = Date.now();
  const report = path.join(os.tmpdir(), `pykala-${process.pid}-${step.name.replace(/\W+/g, '-')}.json`);
  const values = [...step.values, ...(step.reportIn === 'values' ? [`--outputFile.json=${report}`] : [])];
  const env = toolEnvironment({
    ...step.env,
    ...(step.reportIn === 'env' ? { PLAYWRIGHT_JSON_OUTPUT_FILE: report } : {}),
  });
  const { ok, output } = await runCommand(step, values, env);
  let counts;
  if (step.count === undefined) counts = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] };
  else {
    try {
      counts = step.count(JSON.parse(fs.readFileSync(report, 'utf8')));
      if (counts.failed === 0 && !ok) counts.failed = 1;
    } catch (error) {
      counts = { passed: 0, failed: 1, skipped: [] };
      console.error(`${step.name}: no usable report (${error.message})`);
    }
  }
  fs.rmSync(report, { force: true });
  sayResult(step.name, counts, began);
  if (counts.failed > 0 && !step.live) console.log(indent(lastLines(output, 200)));
  return counts;
}

/** Runs a function as a step that counts as one check. */
export async function runCheck(name, work) {
  const began = Date.now();
  let failed = 0;
  try {
    await work();
  } catch (error) {
    failed = 1;
    console.error(indent(error instanceof Error ? error.message : String(error)));
  }
  const counts = { passed: 1 - failed, failed, skipped: [] };
  sayResult(name, counts, began);
  return counts;
}

function sayResult(name, counts, began) {
  const mark = counts.failed === 0 ? '✓' : '✗';
  const tests = counts.passed + counts.failed;
  const detail = tests > 1 ? `, ${counts.passed} of ${tests} passed` : '';
  console.log(`${mark} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s${detail})`);
}

async function runCommand(step, values, env) {
  const child = spawn(step.command, values, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && step.command.endsWith('.cmd'),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      if (step.live) process.stdout.write(text);
      else output += text;
    });
  const timer = setTimeout(() => {
    output += `\nStopped after ${LIMIT / 60_000} minutes.`;
    child.kill('SIGKILL');
  }, LIMIT);
  const ok = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += `\n${error.message}`;
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  clearTimeout(timer);
  return { ok, output };
}

/** Prints what was skipped and the line of the whole run; sets the exit code. */
export function sayTotal(all) {
  const total = { passed: 0, failed: 0, skipped: [] };
  for (const counts of all) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped.push(...counts.skipped);
  }
  if (total.skipped.length > 0) {
    console.log('Skipped:');
    const reasons = Map.groupBy(total.skipped, ({ reason }) => reason);
    for (const [reason, tests] of reasons)
      console.log(`  ${tests.length} × ${reason}: ${tests.map(({ name }) => name).join('; ')}`);
  }
  const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}
