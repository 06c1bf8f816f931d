/** A package of a database of a gigabyte against SQLite's own backup and a zip of it; its verification against sha512sum. */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { openDatabase, write } from '../../db/core/open.ts';
import { addAttachment } from '../../db/features/attachments.ts';
import { storeContent } from '../../db/features/files.ts';
import { largeSample, temporaryFolder } from './data.ts';
import { quantile, report, times } from './report.ts';
import { root } from './shell.ts';

const FILES = 100;
const FILE_BYTES = 10 * 1024 ** 2;
const ROUNDS = 1;
const MEMORY_GOAL = 300;

const folder = temporaryFolder();
const database = path.join(folder, 'pykala.sqlite');
const packed = path.join(folder, 'paketti.zip');

/** Content as attachments mostly are: compressed already, so that no zip makes it smaller. */
async function fill(): Promise<void> {
  fs.copyFileSync(await largeSample(7_000), database);
  const opened = await openDatabase({ file: database });
  const meeting = await opened.kysely
    .selectFrom('meeting')
    .select('id')
    .where('state', 'in', ['draft', 'called'])
    .executeTakeFirstOrThrow();
  for (let number = 0; number < FILES; number += 1) {
    const { sha256 } = await write(opened, 'bench', 'bench.fill', (trx) =>
      storeContent(trx, randomBytes(FILE_BYTES), new Date().toISOString()),
    );
    await write(opened, 'bench', 'bench.fill', (trx) =>
      addAttachment(trx, {
        meetingId: meeting.id,
        itemId: null,
        title: `Liite ${number}`,
        file: { sha256, name: `liite-${number}.pdf` },
      }),
    );
  }
  opened.close();
}

interface Measured {
  seconds: number;
  /** Most resident memory, MiB; the document process not counted. */
  memory: number;
}

async function pykala(args: readonly string[]): Promise<Measured> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'out/cli/pykala.js'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memory = 0;
  const timer = setInterval(() => {
    try {
      const status = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8');
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has just ended.
    }
  }, 50);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`pykala ${args.join(' ')}: ${code}`);
  return { seconds: (performance.now() - began) / 1000, memory };
}

function shell(command: string): number {
  const began = performance.now();
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return (performance.now() - began) / 1000;
}

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

await fill();
const size = fs.statSync(database).size / 1024 ** 3;
const isComparable = has('sqlite3') && has('zip');
const own = { create: [] as Measured[], verify: [] as Measured[] };
const other = { create: [] as number[], verify: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  own.create.push(await pykala(['archive', 'create', '--db', database, '--out', packed, '--replace']));
  if (isComparable) {
    fs.rmSync(path.join(folder, 'other.zip'), { force: true });
    other.create.push(
      shell('sqlite3 pykala.sqlite ".backup copy.sqlite" && zip -q other.zip copy.sqlite && rm copy.sqlite'),
    );
  }
  own.verify.push(await pykala(['archive', 'verify', packed]));
  other.verify.push(shell('sha512sum paketti.zip'));
}
const seconds = (measured: readonly Measured[]): number => quantile(measured.map((one) => one.seconds));
const memory = Math.max(...own.create.map((one) => one.memory), ...own.verify.map((one) => one.memory));
const said = (value: number): string => `${value.toFixed(1)} s`;
report({
  name: 'archive',
  title: 'Archive packages',
  method: `A database of ${size.toFixed(2)} GiB: 7,000 organisations and ${FILES} attachments of ${FILE_BYTES / 1024 ** 2} MiB that nothing compresses. Medians of ${ROUNDS} runs of the command line, by turns.`,
  figures: [
    {
      what: 'package',
      ours: said(seconds(own.create)),
      ...(isComparable
        ? {
            against: `${said(quantile(other.create))} sqlite3 .backup and zip`,
            ratio: times(seconds(own.create) / quantile(other.create)),
          }
        : { against: 'no sqlite3 and zip here' }),
    },
    {
      what: 'verification',
      ours: said(seconds(own.verify)),
      against: `${said(quantile(other.verify))} sha512sum of the zip`,
      ratio: times(seconds(own.verify) / quantile(other.verify)),
    },
    {
      what: 'most memory',
      ours: `${Math.round(memory)} MiB`,
      goal: `< ${MEMORY_GOAL} MiB`,
      met: memory < MEMORY_GOAL,
    },
  ],
  remarks: [
    'The package holds each attachment three times, as an original, in the SQLite copy and in SIARD, and is verified file by file and as a whole.',
  ],
});
