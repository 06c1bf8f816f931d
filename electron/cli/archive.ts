/** `pykala archive create|verify|list|extract`: packages without a window. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../db/core/open.ts';
import { AppError } from '../../db/model/errors.ts';
import { COMPARED_PARTS, comparePackages } from '../../db/model/package-comparison.ts';
import { printArchiveCertificate } from '../../db/model/print-archive-certificate.ts';
import { ArchiveProcess } from '../archive/apart.ts';
import { createPackage } from '../archive/create.ts';
import { checkLock, unlockTo, type EnvelopeKey, type EnvelopeLock } from '../archive/envelope.ts';
import { extractPackage } from '../archive/extract.ts';
import { findingText } from '../archive/finding-texts.ts';
import type { OpenedPackage } from '../archive/messages.ts';
import { openBag, VERIFYING_LIMITS } from '../archive/open-bag.ts';
import { writePackageFile } from '../archive/package-file.ts';
import { keptMinutes, planPackage, type PackageChoice } from '../archive/package-plan.ts';
import { verifyPackage } from '../archive/verify.ts';
import { message } from '../backend/messages.ts';
import { today } from '../backend/today.ts';
import { publishError, writeFileSafely } from '../backend/write-file.ts';
import { spawnNode } from '../publish/spawn-node.ts';
import { spawnThread } from '../publish/spawn-thread.ts';
import { withPublisher, type Tools } from './commands.ts';
import { interruptible } from './interruptible.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const APPLICATION = 'Pykälä';

/** `pykala archive create --db FILE --out FILE|FOLDER [--board …] [--year …|--term …] [--pseudonymise] [--continue]` */
export async function createArchive(
  tools: Tools,
  options: PackageChoice & {
    db: string;
    out: string;
    contact: string;
    pseudonymise: boolean;
    goOn: boolean;
    replace: boolean;
    lock: EnvelopeLock | null;
  },
): Promise<number> {
  if (options.lock !== null) checkLock(options.lock);
  const database = await openDatabase({ file: options.db, create: false });
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-archive-'));
  try {
    const plan = await planPackage(database.kysely, options, today());
    const file =
      fs.statSync(options.out, { throwIfNoEntry: false })?.isDirectory() === true
        ? path.join(options.out, `${plan.folder}.zip${options.lock === null ? '' : '.age'}`)
        : options.out;
    if (!options.replace && fs.existsSync(file)) throw new AppError('ARCHIVE_TARGET_TAKEN', { folder: file });
    const time = new Date();
    const result = await interruptible((signal) =>
      withPublisher(tools, (pool) =>
        writePackageFile(file, { lock: options.lock, signal }, (output) =>
          createPackage(database, output, {
            ...plan,
            signal,
            personalData: options.pseudonymise ? 'pseudonymised' : 'included',
            contact: options.contact,
            time,
            application: APPLICATION,
            metadataSchema: fs.readFileSync(
              path.join(tools.resourcesFolder, 'archive', 'siard-metadata.xsd'),
              'utf8',
            ),
            onFault: options.goOn ? 'continue' : 'stop',
            temporary,
            render: (db, meetingId) =>
              keptMinutes(db, meetingId, {
                today: today(),
                phrases: tools.resources.phrases(),
                time,
                render: (job) => pool.render(job, signal),
              }),
          }),
        ),
      ),
    );
    if (tools.json) tools.out(json({ ...result, file, fileSha512: result.file.sha512 }));
    else {
      tools.out(`${file}\nSHA-512 ${result.sha512}\n`);
      for (const { path: name, reason } of result.faults) tools.error(`pykala: ${name}: ${reason}\n`);
    }
    return result.faults.length === 0 ? 0 : 1;
  } finally {
    database.close();
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

/** Does a work on a package, taken out of its envelope for that long where it is in one. */
async function unlocked<T>(
  file: string,
  key: EnvelopeKey | null,
  work: (file: string, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-archive-'));
  try {
    return await interruptible(async (signal) =>
      work(await unlockTo(file, key, temporary, { signal }), signal),
    );
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

/** `pykala archive verify FILE [--out CERTIFICATE.pdf]`. Exit 1 when something is wrong with the package. */
export async function verifyArchive(
  tools: Tools,
  file: string,
  certificate: string | null,
  key: EnvelopeKey | null = null,
): Promise<number> {
  const report = await unlocked(file, key, (place, signal) => verifyPackage(place, { signal }));
  const findings = report.findings.map((finding) => ({
    ...finding,
    text: findingText(finding, tools.language),
  }));
  if (certificate !== null) {
    const document = printArchiveCertificate(
      {
        ...report,
        name: path.basename(file),
        sha512: report.file?.sha512 ?? null,
        seal: report.file?.seal ?? null,
        verifiedOn: today(),
        application: APPLICATION,
        findings,
      },
      tools.language,
    );
    const result = await withPublisher(tools, (pool) =>
      pool.render({ format: 'pdf', document, createdAt: Math.floor(Date.now() / 1000) }),
    );
    if (!result.ok) throw publishError(result.error, path.basename(certificate));
    await writeFileSafely(certificate, result.bytes);
  }
  if (tools.json) tools.out(json({ ...report, findings }));
  else {
    for (const { subject, text } of findings) tools.out(`${subject}: ${text}\n`);
    const verdict = {
      fi: ['Paketti on ehjä', 'Paketti EI ole ehjä'],
      sv: ['Paketet är helt', 'Paketet är INTE helt'],
      en: ['The package is whole', 'The package is NOT whole'],
    }[tools.language];
    tools.out(`${verdict[report.valid ? 0 : 1]!}: ${report.payload.files} × – ${report.payload.bytes} B\n`);
    if (report.file !== null) tools.out(`SHA-512 ${report.file.sha512}\n`);
  }
  return report.valid ? 0 : 1;
}

/** `pykala archive list FILE`: its files with their sizes, without reading them through. */
export async function listArchive(
  tools: Tools,
  file: string,
  key: EnvelopeKey | null = null,
): Promise<number> {
  return await unlocked(file, key, (place) => listFiles(tools, place));
}

async function listFiles(tools: Tools, file: string): Promise<number> {
  const bag = await openBag(file, VERIFYING_LIMITS);
  try {
    const files = bag.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    if (tools.json) tools.out(json({ folder: bag.folder, files, findings: bag.findings }));
    else {
      for (const { path: name, bytes } of files) tools.out(`${String(bytes).padStart(12)}  ${name}\n`);
      for (const finding of bag.findings)
        tools.error(`pykala: ${finding.subject}: ${findingText(finding, tools.language)}\n`);
    }
    return bag.findings.length === 0 ? 0 : 1;
  } finally {
    bag.close();
  }
}

/** `pykala archive extract FILE --out FOLDER` */
export async function extractArchive(
  tools: Tools,
  file: string,
  out: string,
  key: EnvelopeKey | null = null,
): Promise<number> {
  const result = await unlocked(file, key, (place, signal) => extractPackage(place, out, { signal }));
  if (tools.json) tools.out(json(result));
  else {
    tools.out(`${result.folder}\n${result.files} × – ${result.bytes} B\n`);
    for (const finding of result.findings)
      tools.error(`pykala: ${finding.subject}: ${findingText(finding, tools.language)}\n`);
  }
  return result.findings.length === 0 ? 0 : 1;
}

/** `pykala archive open FILE [--search WORDS]`: what it holds, or where words stand in it; in a process of its own. */
export async function openArchive(
  tools: Tools,
  file: string,
  words: string | null,
  key: EnvelopeKey | null,
): Promise<number> {
  return await opened(tools, file, key, async (session, view) => {
    if (words !== null) {
      const found = await session.ask({ ask: 'search', text: words });
      if (tools.json) tools.out(json(found));
      else
        for (const hit of found.hits)
          tools.out(
            `${hit.number}/${hit.year}${hit.section === null ? '' : ` § ${hit.section}`} ${hit.title}: ${hit.snippet.text.replaceAll('\n', ' ')}\n`,
          );
      return found.total > 0 ? 0 : 1;
    }
    if (tools.json) tools.out(json(view));
    else {
      for (const [label, value] of view.info) tools.out(`${label}: ${value}\n`);
      for (const meeting of view.meetings)
        tools.out(
          `${meeting.number}/${meeting.year} ${meeting.heldOn} ${meeting.state} (${meeting.items})\n`,
        );
    }
    if (view.refusal !== null)
      tools.error(`pykala: ${message(view.refusal.code, tools.language, view.refusal.details)}\n`);
    return view.refusal === null ? 0 : 1;
  });
}

/** `pykala archive compare FILE FILE`. Exit 1 when something differs. */
export async function compareArchives(
  tools: Tools,
  files: readonly [string, string],
  key: EnvelopeKey | null,
): Promise<number> {
  const [first, second] = await Promise.all(
    files.map((file) => opened(tools, file, key, (session) => session.ask({ ask: 'summary' }))),
  );
  const compared = comparePackages(first!, second!);
  if (tools.json) tools.out(json(compared));
  else
    for (const part of COMPARED_PARTS)
      for (const { kind, name } of compared[part].differences) tools.out(`${part}: ${kind}: ${name}\n`);
  return COMPARED_PARTS.every((part) => compared[part].differences.length === 0) ? 0 : 1;
}

async function opened<T>(
  tools: Tools,
  file: string,
  key: EnvelopeKey | null,
  work: (session: ArchiveProcess, view: OpenedPackage) => Promise<T>,
): Promise<T> {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-archive-'));
  // Inside the packaged product no Node binary is at hand that could be forked.
  const session = new ArchiveProcess(
    (process.versions.electron ? spawnThread : spawnNode)(tools.program('archive/process')),
  );
  try {
    return await work(session, await session.run<'open'>({ do: 'open', temporary, file, key }));
  } finally {
    session.close();
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}
