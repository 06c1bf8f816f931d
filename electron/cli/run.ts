/** Reads the command line, runs a command, and turns every error into one line and an exit code. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wireError } from '../backend/errors.ts';
import type { Language } from '../backend/protocol.ts';
import { createResources } from '../backend/resources.ts';
import { EXPORT_FORMATS } from '../../db/model/organisation-export.ts';
import { DOCUMENT_FORMATS, formatsOf } from '../../db/model/document-format.ts';
import { DOCUMENT_KINDS } from '../../db/model/printable.ts';
import type { EnvelopeKey, EnvelopeLock } from '../archive/envelope.ts';
import { BULLETIN_LANGUAGES } from '../../db/model/bulletin.ts';
import { BULLETIN_FORMATS } from '../../db/model/print-bulletin.ts';
import { parseSections, secretsOf } from './arguments.ts';
import type { ChildProgram, Tools } from './commands.ts';
import { REPORT_FORMATS } from '../backend/annual-report-file.ts';
import { UsageError, usage } from './usage.ts';

export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  env: Record<string, string | undefined>;
  /** Path of a program that works in a process of its own. */
  program(name: ChildProgram): string;
}

const OPTIONS = {
  db: { type: 'string' },
  out: { type: 'string' },
  meeting: { type: 'string' },
  format: { type: 'string' },
  section: { type: 'string' },
  sections: { type: 'string' },
  title: { type: 'string' },
  voters: { type: 'boolean' },
  board: { type: 'string' },
  language: { type: 'string' },
  year: { type: 'string' },
  minutes: { type: 'boolean' },
  json: { type: 'boolean' },
  accept: { type: 'boolean' },
  'as-new': { type: 'boolean' },
  person: { type: 'string' },
  yes: { type: 'boolean' },
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean' },
  confirm: { type: 'string' },
  note: { type: 'string' },
  term: { type: 'string' },
  contact: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'identity-file': { type: 'string' },
  recipient: { type: 'string', multiple: true },
  search: { type: 'string' },
  pseudonymise: { type: 'boolean' },
  continue: { type: 'boolean' },
  replace: { type: 'boolean' },
  remove: { type: 'boolean' },
  kinds: { type: 'string' },
  formats: { type: 'string' },
  languages: { type: 'string' },
  attachments: { type: 'boolean' },
  existing: { type: 'string' },
  stop: { type: 'boolean' },
  days: { type: 'string' },
  url: { type: 'string' },
  size: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @returns the exit code */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let language: Language = 'fi';
  try {
    const { values, positionals } = parse(args);
    // A bulletin has languages of its own; messages about it are in the program's.
    const isBulletin = positionals[0] === 'export' && positionals[1] === 'bulletin';
    if (values.language !== undefined && !(isBulletin && !isOwn(values.language))) {
      if (values.language !== 'fi' && values.language !== 'sv' && values.language !== 'en')
        throw new UsageError('--language fi|sv|en');
      language = values.language;
    }
    if (values.help === true || positionals.length === 0) {
      terminal.out(`${usage(language)}\n`);
      return values.help === true ? 0 : 2;
    }
    const home = path.resolve(import.meta.dirname, '..', '..');
    const folder = terminal.env['PYKALA_RESOURCES'] ?? path.join(home, 'resources');
    const tools: Tools = {
      resources: createResources(folder),
      resourcesFolder: folder,
      program: terminal.program,
      language,
      languageGiven: values.language !== undefined,
      json: values.json === true,
      out: terminal.out,
      error: terminal.error,
    };
    return await dispatch(positionals, values, tools);
  } catch (error) {
    if (error instanceof UsageError) {
      // Only the right form is known of what is missing or wrong.
      const [right, see] = (
        {
          fi: ['Puuttuu tai on väärin', 'Ohje'],
          sv: ['Saknas eller är fel', 'Hjälp'],
          en: ['Missing or wrong', 'Help'],
        } as const
      )[language];
      terminal.error(`pykala: ${right}: ${oneLine(error.message)} – ${see}: pykala --help\n`);
      return 2;
    }
    terminal.error(`pykala: ${oneLine(wireError(error, language).message)}\n`);
    return 2;
  }
}

const isOwn = (language: string): boolean => ['fi', 'sv', 'en'].includes(language);

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? oneLine(error.message) : String(error));
  }
}

type Values = ReturnType<typeof parse>['values'];

// Each command is loaded when it is asked for: together they take longer to load than most of them to run.
async function dispatch(positionals: readonly string[], values: Values, tools: Tools): Promise<number> {
  const need = (name: 'db' | 'out' | 'meeting' | 'person'): string => {
    const value = values[name];
    if (value === undefined || value === '') throw new UsageError(`--${name} …`);
    return name === 'meeting' || name === 'person' ? value : path.resolve(value);
  };
  const [command, object, argument] = positionals;
  const exactly = (count: number): void => {
    if (positionals.length !== count) throw new UsageError(positionals.join(' '));
  };
  const kind = DOCUMENT_KINDS.find((one) => one === object);
  if (command === 'export' && kind !== undefined) {
    exactly(2);
    const format = DOCUMENT_FORMATS.find((one) => one === (values.format ?? 'pdf'));
    if (format === undefined || !formatsOf(kind).includes(format))
      throw new UsageError(`--format ${formatsOf(kind).join('|')}`);
    if (kind === 'extract' && values.sections === undefined) throw new UsageError('--sections 29,30');
    return await (
      await import('./export-document.ts')
    ).exportDocument(tools, {
      db: need('db'),
      meeting: need('meeting'),
      board: values.board ?? null,
      choice: {
        kind,
        sections: kind === 'extract' ? parseSections(values.sections ?? '') : [],
        voters: values.voters === true,
      },
      format,
      out: need('out'),
    });
  }
  if (command === 'attach') {
    exactly(2);
    const sections = values.section === undefined ? [] : parseSections(values.section);
    if (sections.length > 1) throw new UsageError('--section 30');
    return await (
      await import('./attachments.ts')
    ).attachFile(tools, {
      file: path.resolve(object ?? ''),
      db: need('db'),
      meeting: need('meeting'),
      board: values.board ?? null,
      section: sections[0] ?? null,
      title: values.title ?? null,
    });
  }
  if (command === 'search') {
    exactly(2);
    if (values.year !== undefined && !/^\d{4}$/.test(values.year)) throw new UsageError('--year 2026');
    return await (
      await import('./search.ts')
    ).searchDatabase(tools, {
      db: need('db'),
      text: object ?? '',
      year: values.year === undefined ? null : Number(values.year),
      board: values.board ?? null,
      minutes: values.minutes === true,
    });
  }
  switch (`${command} ${object ?? ''}`.trim()) {
    case 'demo':
      exactly(1);
      return await (await import('./commands.ts')).demo(tools, need('out'));
    case 'import scenario':
      exactly(3);
      return await (
        await import('./commands.ts')
      ).importScenario(tools, {
        file: path.resolve(argument!),
        db: need('db'),
        asNew: values['as-new'] === true,
      });
    case 'import minutes':
      exactly(3);
      if (values['dry-run'] === true && values.accept === true) throw new UsageError('--dry-run | --accept');
      return await (
        await import('./old-minutes.ts')
      ).importMinutes(tools, {
        file: path.resolve(argument!),
        db: need('db'),
        board: values.board ?? null,
        dryRun: values['dry-run'] === true,
        accept: values.accept === true,
      });
    case 'export board':
      exactly(2);
      return await (
        await import('./board-file.ts')
      ).exportBoard(tools, { db: need('db'), board: values.board ?? null, out: need('out') });
    case 'export bulletin': {
      exactly(3);
      const format = BULLETIN_FORMATS.find((one) => one === (values.format ?? 'pdf'));
      if (format === undefined) throw new UsageError(`--format ${BULLETIN_FORMATS.join('|')}`);
      const language = BULLETIN_LANGUAGES.find((one) => one === values.language) ?? null;
      if (language === null && values.language !== 'all')
        throw new UsageError(`--language ${BULLETIN_LANGUAGES.join('|')}|all`);
      return await (
        await import('./bulletin.ts')
      ).exportBulletin(tools, {
        db: need('db'),
        board: values.board ?? null,
        title: argument!,
        language,
        format,
        out: need('out'),
      });
    }
    case 'import organisations':
      exactly(3);
      return await (
        await import('./organisation-tables.ts')
      ).importOrganisations(tools, {
        file: path.resolve(argument!),
        db: need('db'),
        mapping: values.mapping === undefined ? null : path.resolve(values.mapping),
        dryRun: values['dry-run'] === true,
        confirmation: values.confirm ?? '',
      });
    case 'export organisations': {
      exactly(2);
      const format = EXPORT_FORMATS.find((one) => one === (values.format ?? 'csv'));
      if (format === undefined) throw new UsageError(`--format ${EXPORT_FORMATS.join('|')}`);
      return await (
        await import('./organisation-tables.ts')
      ).exportOrganisations(tools, { db: need('db'), format, out: need('out') });
    }
    case 'show meeting':
      exactly(3);
      return await (
        await import('./commands.ts')
      ).showMeeting(tools, { db: need('db'), meeting: argument!, board: values.board ?? null });
    case 'show coverage':
      exactly(2);
      return await (
        await import('./coverage.ts')
      ).showCoverage(tools, { db: values.db === undefined ? null : need('db') });
    case 'show clock':
      exactly(2);
      return await (
        await import('./clock.ts')
      ).showClocks(tools, { db: need('db'), board: values.board ?? null });
    case 'show inclusion':
      exactly(2);
      return await (
        await import('./inclusion.ts')
      ).showInclusion(tools, { db: need('db'), board: values.board ?? null });
    case 'show inclusion-coverage':
      exactly(2);
      if (values.year !== undefined && !/^\d{4}$/.test(values.year)) throw new UsageError('--year 2026');
      return await (
        await import('./inclusion.ts')
      ).showInclusionCoverage(tools, {
        db: need('db'),
        board: values.board ?? null,
        year: values.year,
      });
    case 'issue call':
    case 'issue agenda':
      exactly(2);
      return await (
        await import('./call.ts')
      ).issueCall(tools, {
        db: need('db'),
        meeting: need('meeting'),
        board: values.board ?? null,
        kinds: [object === 'call' ? 'call' : 'agenda'],
        note: values.note ?? '',
      });
    case 'export invitation': {
      exactly(2);
      const format = values.format ?? 'ics';
      if (format !== 'ics' && format !== 'eml') throw new UsageError('--format ics|eml');
      return await (
        await import('./call.ts')
      ).exportInvitation(tools, {
        db: need('db'),
        meeting: need('meeting'),
        board: values.board ?? null,
        format,
        out: need('out'),
      });
    }
    case 'export batch': {
      exactly(2);
      const list = (value: string | undefined, otherwise: string): string[] =>
        (value ?? otherwise).split(',').map((one) => one.trim());
      return await (
        await import('./batch.ts')
      ).exportMany(tools, {
        db: need('db'),
        out: need('out'),
        board: values.board ?? null,
        choice: {
          ...period(values),
          kinds: list(values.kinds, 'minutes'),
          formats: list(values.formats, 'pdf'),
          languages: list(values.languages, 'fi'),
          withAttachments: values.attachments === true,
          onExisting: values.existing ?? 'skip',
          goOn: values.stop !== true,
        },
      });
    }
    case 'publish folder':
      exactly(2);
      return await (
        await import('./publish-folder.ts')
      ).publishToFolder(tools, {
        db: need('db'),
        out: need('out'),
        board: values.board ?? null,
        languages: values.languages,
        days: values.days,
        url: values.url,
        contact: values.contact,
        among: values.continue === true,
        replace: values.replace === true,
        remove: values.remove === true,
      });
    case 'export attachments':
      exactly(2);
      return await (
        await import('./attachments.ts')
      ).exportAttachments(tools, {
        db: need('db'),
        meeting: need('meeting'),
        board: values.board ?? null,
        out: need('out'),
      });
    case 'sweep':
      exactly(1);
      return await (await import('./attachments.ts')).sweepFiles(tools, need('db'));
    case 'person report': {
      exactly(2);
      const format = values.format ?? (values.out?.endsWith('.pdf') === true ? 'pdf' : 'json');
      if (format !== 'pdf' && format !== 'json') throw new UsageError('--format pdf|json');
      const out = values.out === undefined ? null : need('out');
      return await (
        await import('./person.ts')
      ).reportPerson(tools, { db: need('db'), person: need('person'), format, out });
    }
    case 'person erase':
      exactly(2);
      return await (
        await import('./person.ts')
      ).erasePerson(tools, {
        db: need('db'),
        person: need('person'),
        sure: values.yes === true,
      });
    case 'archive create': {
      exactly(2);
      return await (
        await import('./archive.ts')
      ).createArchive(tools, {
        db: need('db'),
        out: need('out'),
        board: values.board ?? null,
        ...period(values),
        contact: values.contact ?? '',
        pseudonymise: values.pseudonymise === true,
        goOn: values.continue === true,
        replace: values.replace === true,
        lock: lockOf(values),
      });
    }
    case 'archive verify':
      exactly(3);
      return await (
        await import('./archive.ts')
      ).verifyArchive(
        tools,
        path.resolve(argument!),
        values.out === undefined ? null : need('out'),
        keyOf(values),
      );
    case 'archive list':
      exactly(3);
      return await (await import('./archive.ts')).listArchive(tools, path.resolve(argument!), keyOf(values));
    case 'archive extract':
      exactly(3);
      return await (
        await import('./archive.ts')
      ).extractArchive(tools, path.resolve(argument!), need('out'), keyOf(values));
    case 'archive open':
      exactly(3);
      return await (
        await import('./archive.ts')
      ).openArchive(tools, path.resolve(argument!), values.search ?? null, keyOf(values));
    case 'archive compare':
      exactly(4);
      return await (
        await import('./archive.ts')
      ).compareArchives(tools, [path.resolve(argument!), path.resolve(positionals[3]!)], keyOf(values));
    case 'report annual':
    case 'report plan':
    case 'report statistics': {
      exactly(2);
      if (!/^\d{4}$/.test(values.year ?? '')) throw new UsageError('--year 2026');
      const options = {
        db: need('db'),
        board: values.board ?? null,
        year: Number(values.year),
        out: need('out'),
      };
      if (object === 'statistics')
        return await (await import('./report.ts')).exportStatistics(tools, options);
      const wanted = REPORT_FORMATS.find((one) => one === (values.format ?? 'pdf'));
      if (wanted === undefined) throw new UsageError(`--format ${REPORT_FORMATS.join('|')}`);
      return await (
        await import('./report.ts')
      ).exportReport(tools, {
        ...options,
        kind: object === 'annual' ? 'report' : 'plan',
        format: wanted,
      });
    }
    case 'sample': {
      exactly(1);
      const size = values.size ?? 'small';
      if (size !== 'small' && size !== 'large') throw new UsageError('--size small|large');
      if (!/^\d{1,9}$/.test(values.seed ?? '1')) throw new UsageError('--seed 1');
      return await (
        await import('./sample.ts')
      ).makeSample(tools, { size, seed: Number(values.seed ?? 1), out: need('out') });
    }
    case 'check':
      exactly(1);
      return await (await import('./commands.ts')).checkDatabase(tools, need('db'));
    default:
      throw new UsageError(positionals.join(' '));
  }
}

/** A calendar year, or the first year of a term. @throws UsageError */
function period(values: Values): { year: number | null; term: number | null } {
  const year = (value: string | undefined, name: string): number | null => {
    if (value !== undefined && !/^\d{4}$/.test(value)) throw new UsageError(`--${name} 2026`);
    return value === undefined ? null : Number(value);
  };
  const chosen = { year: year(values.year, 'year'), term: year(values.term, 'term') };
  if (chosen.year !== null && chosen.term !== null) throw new UsageError('--year … | --term …');
  return chosen;
}

interface SecretValues {
  'passphrase-file'?: string | undefined;
  'identity-file'?: string | undefined;
  recipient?: string[] | undefined;
}

/** A passphrase comes from a file, never from the line itself, which other programs can read. */
function lockOf(values: SecretValues): EnvelopeLock | null {
  const { 'passphrase-file': file, recipient: recipients } = values;
  if (file !== undefined && recipients !== undefined)
    throw new UsageError('--passphrase-file … | --recipient …');
  if (recipients !== undefined) return { recipients };
  return file === undefined ? null : { passphrase: secretsOf(path.resolve(file)).line };
}

function keyOf(values: SecretValues): EnvelopeKey | null {
  const { 'passphrase-file': passphrase, 'identity-file': identity } = values;
  if (passphrase !== undefined && identity !== undefined)
    throw new UsageError('--passphrase-file … | --identity-file …');
  if (identity !== undefined) return { identities: secretsOf(path.resolve(identity)).keys };
  return passphrase === undefined ? null : { passphrase: secretsOf(path.resolve(passphrase)).line };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}
