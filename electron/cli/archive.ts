/** `pykala archive create|verify|list|extract`: packages without a window. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../db/core/open.ts';
import { AppError } from '../../db/model/errors.ts';
import { printArchiveCertificate } from '../../db/model/print-archive-certificate.ts';
import { createPackage } from '../archive/create.ts';
import { extractPackage } from '../archive/extract.ts';
import { findingText } from '../archive/finding-texts.ts';
import { openBag, VERIFYING_LIMITS } from '../archive/open-bag.ts';
import { keptMinutes, planPackage, type PackageChoice } from '../archive/package-plan.ts';
import { verifyPackage } from '../archive/verify.ts';
import { today } from '../backend/today.ts';
import { publishError, streamInto, writeFileSafely, writingSafely } from '../backend/write-file.ts';
import { withPublisher, type Tools } from './commands.ts';

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
  },
): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-archive-'));
  try {
    const plan = await planPackage(database.kysely, options, today());
    const file =
      fs.statSync(options.out, { throwIfNoEntry: false })?.isDirectory() === true
        ? path.join(options.out, `${plan.folder}.zip`)
        : options.out;
    if (!options.replace && fs.existsSync(file)) throw new AppError('ARCHIVE_TARGET_TAKEN', { folder: file });
    const time = new Date();
    const result = await withPublisher(tools, async (pool) => {
      let made: Awaited<ReturnType<typeof createPackage>> | undefined;
      await writingSafely(file, async (handle) => {
        made = await createPackage(database, streamInto(handle), {
          ...plan,
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
              render: (job) => pool.render(job),
            }),
        });
      });
      return made!;
    });
    if (tools.json) tools.out(json({ file, ...result }));
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

/** `pykala archive verify FILE [--out CERTIFICATE.pdf]`. Exit 1 when something is wrong with the package. */
export async function verifyArchive(tools: Tools, file: string, certificate: string | null): Promise<number> {
  const report = await verifyPackage(file);
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
export async function listArchive(tools: Tools, file: string): Promise<number> {
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
export async function extractArchive(tools: Tools, file: string, out: string): Promise<number> {
  const result = await extractPackage(file, out);
  if (tools.json) tools.out(json(result));
  else {
    tools.out(`${result.folder}\n${result.files} × – ${result.bytes} B\n`);
    for (const finding of result.findings)
      tools.error(`pykala: ${finding.subject}: ${findingText(finding, tools.language)}\n`);
  }
  return result.findings.length === 0 ? 0 : 1;
}
