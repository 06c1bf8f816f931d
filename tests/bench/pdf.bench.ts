/** Six pages of minutes as PDF: the product against Chromium's print-to-PDF and a word processor, by turns. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { PrintableDocument } from '../../db/model/printable.ts';
import { createPublishPool } from '../../electron/publish/pool.ts';
import { spawnNode } from '../../electron/publish/spawn-node.ts';
import { fixtureDocument } from '../publish/fixture-document.ts';
import { temporaryFolder } from './data.ts';
import { documentHtml } from './document-html.ts';
import { ms, quantile, report, times, type Figure } from './report.ts';
import { chromiumPath, root } from './shell.ts';

const COLD = 4;
const WARM = 16;
const OFFICE = 4;

const folder = temporaryFolder();
const unsafe = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Every document differs, or a cache would answer. */
let count = 0;
function nextDocument(): PrintableDocument {
  count += 1;
  const words = `Merkittiin tiedoksi asiakohta numero ${count} ja sen liite ${count * 7}.`;
  const document = fixtureDocument();
  for (const block of document.blocks)
    if (block.type === 'item')
      for (const part of block.parts)
        if (part.type === 'text')
          part.body.push({
            type: 'paragraph',
            content: [{ type: 'text', text: `${words} ${block.number}` }],
          });
  return document;
}

const pool = () =>
  createPublishPool({
    spawn: () => spawnNode(path.join(root, 'out/publish/process.js')),
    resourcesFolder: path.join(root, 'resources'),
  });

async function taken(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function render(from: ReturnType<typeof pool>): Promise<Uint8Array> {
  const result = await from.render({
    format: 'pdf',
    document: nextDocument(),
    createdAt: 1_750_000_000 + count,
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.bytes;
}

async function ownCold(): Promise<number> {
  const fresh = pool();
  const time = await taken(() => render(fresh));
  await fresh.close();
  return time;
}

function htmlFile(): string {
  const file = path.join(folder, `minutes-${count}.html`);
  fs.writeFileSync(file, documentHtml(nextDocument()));
  return file;
}

/** The browser's own command, without a library around it. */
async function chromiumCold(): Promise<number> {
  const file = htmlFile();
  const values = [
    ...unsafe,
    '--headless',
    '--disable-gpu',
    `--user-data-dir=${path.join(folder, 'print-profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${path.join(folder, 'chromium.pdf')}`,
    pathToFileURL(file).href,
  ];
  return await taken(() => run(chromiumPath(), values));
}

function run(command: string, values: string[]): void {
  const { status, error, stderr } = spawnSync(command, values, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw error ?? new Error(stderr.slice(0, 500));
}

const office = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);
async function officeRun(): Promise<number> {
  const file = htmlFile();
  return await taken(() =>
    run(office!, [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'office')).href}`,
      '--headless',
      '--infilter=HTML (StarWriter)',
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      folder,
      file,
    ]),
  );
}

const own: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] };
const print: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] };
const officeTimes: number[] = [];

await chromiumCold();
for (let turn = 0; turn < COLD; turn += 1) {
  own.cold.push(await ownCold());
  print.cold.push(await chromiumCold());
}

const running = pool();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: unsafe });
const page = await browser.newPage();
async function printWarm(): Promise<Buffer> {
  await page.setContent(documentHtml(nextDocument()));
  return await page.pdf({ preferCSSPageSize: true, tagged: true });
}
const pages = await pageCount(await render(running));
const printPages = await pageCount(await printWarm());
if (office !== undefined) await officeRun();
for (let turn = 0; turn < WARM; turn += 1) {
  own.warm.push(await taken(() => render(running)));
  print.warm.push(await taken(printWarm));
  if (office !== undefined && turn % Math.floor(WARM / OFFICE) === 0) officeTimes.push(await officeRun());
}
await browser.close();
await running.close();

async function pageCount(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const { numPages } = await task.promise;
  await task.destroy();
  return numPages;
}

function figure(what: string, ours: number, other: number, name: string, goal: number): Figure {
  const ratio = other / ours;
  return {
    what,
    ours: ms(ours),
    against: `${ms(other)} ${name}`,
    ratio: times(ratio),
    goal: `≥ ${goal}×`,
    met: ratio >= goal,
  };
}

const warm = quantile(own.warm);
report({
  name: 'pdf',
  title: 'Minutes as PDF',
  method: `Minutes of ${pages} pages, every time with other words. Pykälä: from the order to the bytes of a tagged PDF/A-2a, cold with a new document process, warm in the running one. Chromium: the same content as HTML (${printPages} pages), cold by its own command line, warm in an open page. The word processor converts the same HTML to a PDF; it starts anew each time. Medians of ${COLD}, ${WARM} and ${officeTimes.length}, by turns.`,
  figures: [
    figure('cold', quantile(own.cold), quantile(print.cold), 'Chromium', 8),
    figure('warm', warm, quantile(print.warm), 'Chromium', 2),
    office === undefined
      ? { what: 'warm', ours: ms(warm), against: 'no word processor here' }
      : figure('warm, against a conversion that starts anew', warm, quantile(officeTimes), 'LibreOffice', 15),
  ],
  remarks: [
    'Chromium and LibreOffice write plain PDF from HTML; neither output is PDF/A.',
    ...(office === undefined
      ? []
      : [
          `The row of LibreOffice sets our running process against a program that starts for each document. Both started anew: ${ms(quantile(own.cold))} against ${ms(quantile(officeTimes))}, ${times(quantile(officeTimes) / quantile(own.cold))}. A running LibreOffice was not measured; in a batch it would be faster.`,
        ]),
  ],
});
