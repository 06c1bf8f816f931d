/**
 * Many minutes as PDF at once: the product's team of document processes, as a batch export uses it, against the word
 * processor's own conversion of the DOCX and against Chromium printing the HTML in as many pages as there are cores. Set
 * PYKALA_BENCH_MINUTES for fewer than 500.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { PrintableDocument } from '../../db/model/printable.ts';
import { createPublishTeam } from '../../electron/publish/pool.ts';
import { spawnNode } from '../../electron/publish/spawn-node.ts';
import { fixtureDocument } from '../publish/fixture-document.ts';
import { temporaryFolder } from './data.ts';
import { report, times, type Figure } from './report.ts';
import { chromiumPath, root } from './shell.ts';

const COUNT = Number(process.env['PYKALA_BENCH_MINUTES'] ?? 500);
/** As the window and the command line have them. */
const AT_ONCE = 2;
const GOAL = 8;
/** Of 500 files in one call LibreOffice gives up half-way, without a word. */
const OFFICE_CALL = 100;

const folder = temporaryFolder();
const unsafe = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Every document has words of its own, or a cache would answer. */
function documentNumber(number: number): PrintableDocument {
  const document = fixtureDocument();
  const words = `Merkittiin tiedoksi asiakohta numero ${number} ja sen liite ${number * 7}.`;
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

const documents = Array.from({ length: COUNT }, (_, index) => documentNumber(index + 1));
const jobs = (): number[] => documents.map((_, index) => index);

async function taken(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Does every job, as many at once as there are hands. */
async function atOnce(hands: number, work: (index: number, hand: number) => Promise<void>): Promise<void> {
  const queue = jobs();
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next, hand);
    }),
  );
}

const team = createPublishTeam(
  {
    spawn: () => spawnNode(path.join(root, 'out/publish/process.js')),
    resourcesFolder: path.join(root, 'resources'),
  },
  AT_ONCE,
);

async function rendered(index: number, format: 'pdf' | 'docx' | 'html', name: string): Promise<void> {
  const result = await team.render({ format, document: documents[index]!, createdAt: 1_750_000_000 + index });
  if (!result.ok) throw new Error(result.error.message);
  fs.writeFileSync(path.join(folder, name), result.bytes);
}

// What the others are given is made ahead and not counted.
await atOnce(AT_ONCE, (index) => rendered(index, 'docx', `${index}.docx`));
await atOnce(AT_ONCE, (index) => rendered(index, 'html', `${index}.html`));
await team.close();

const own = createPublishTeam(
  {
    spawn: () => spawnNode(path.join(root, 'out/publish/process.js')),
    resourcesFolder: path.join(root, 'resources'),
  },
  AT_ONCE,
);
// From the start of the processes to the last file on the disk, as for the others.
const ours = await taken(async () => {
  await atOnce(AT_ONCE, async (index) => {
    const result = await own.render({
      format: 'pdf',
      document: documents[index]!,
      createdAt: 1_750_000_000 + index,
    });
    if (!result.ok) throw new Error(result.error.message);
    fs.writeFileSync(path.join(folder, `own-${index}.pdf`), result.bytes);
  });
  await own.close();
});

const office = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);

function convert(files: readonly string[], out: string): void {
  const { status, stderr } = spawnSync(
    office!,
    [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'office')).href}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      path.join(folder, out),
      ...files.map((name) => path.join(folder, name)),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr.slice(0, 500));
}

let theirs: number | null = null;
if (office !== undefined) {
  // Its profile is made by the first run.
  convert(['0.docx'], 'first');
  const files = documents.map((_, index) => `${index}.docx`);
  theirs = await taken(async () => {
    for (let from = 0; from < files.length; from += OFFICE_CALL)
      convert(files.slice(from, from + OFFICE_CALL), 'office-pdf');
  });
  const made = fs.readdirSync(path.join(folder, 'office-pdf')).filter((name) => name.endsWith('.pdf'));
  if (made.length !== COUNT) throw new Error(`LibreOffice made ${made.length} of ${COUNT}.`);
}

const printed = await taken(async () => {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: unsafe });
  const pages = await Promise.all(Array.from({ length: AT_ONCE }, () => browser.newPage()));
  await atOnce(AT_ONCE, async (index, hand) => {
    const page = pages[hand]!;
    await page.goto(pathToFileURL(path.join(folder, `${index}.html`)).href);
    await page.pdf({
      path: path.join(folder, `chromium-${index}.pdf`),
      preferCSSPageSize: true,
      tagged: true,
    });
  });
  await browser.close();
});

const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
async function pageCount(name: string): Promise<number> {
  const task = getDocument({ data: new Uint8Array(fs.readFileSync(path.join(folder, name))), verbosity: 0 });
  const { numPages } = await task.promise;
  await task.destroy();
  return numPages;
}
const pages = {
  own: await pageCount('own-0.pdf'),
  chromium: await pageCount('chromium-0.pdf'),
  office: theirs === null ? 0 : await pageCount('office-pdf/0.pdf'),
};

const said = (seconds: number): string => `${seconds.toFixed(1)} s`;
const figure = (what: string, other: number, name: string, goal: number | null): Figure => ({
  what,
  ours: said(ours),
  against: `${said(other)} ${name}`,
  ratio: times(other / ours),
  ...(goal === null ? {} : { goal: `≥ ${goal}×`, met: other / ours >= goal }),
});
report({
  name: 'batch',
  title: 'A batch of minutes as PDF',
  method: `${COUNT} minutes of ${pages.own} pages, each with words of its own, from nothing running to the last file on the disk. Pykälä: the ${AT_ONCE} document processes of a batch export, tagged PDF/A-2a. LibreOffice: calls of ${OFFICE_CALL} files, from the DOCX (${pages.office} pages); its profile was made before. Chromium: ${AT_ONCE} pages of one browser print the HTML (${pages.chromium} pages). ${os.cpus().length} cores. One after the other in one run.`,
  figures: [
    ...(theirs === null
      ? [{ what: 'batch', ours: said(ours), against: 'no word processor here' }]
      : [figure('batch, against the word processor', theirs, 'LibreOffice', GOAL)]),
    figure('batch, against a browser', printed, 'Chromium', null),
    {
      what: 'minutes in a second',
      ours: (COUNT / ours).toFixed(1),
      against: [
        ...(theirs === null ? [] : [`${(COUNT / theirs).toFixed(1)} LibreOffice`]),
        `${(COUNT / printed).toFixed(1)} Chromium`,
      ].join(', '),
    },
  ],
  remarks: ['LibreOffice and Chromium write plain PDF; neither output is PDF/A.'],
});
