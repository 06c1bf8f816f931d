/**
 * Makes the publication folder, or brings it up to date: only what changed is written, what the program did not put there
 * stays, and minutes whose time is up lose their personal data.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../../db/core/schema.ts';
import { documentSource } from '../../db/features/documents.ts';
import { AppError } from '../../db/model/errors.ts';
import { inLanguage, type Language } from '../../db/model/language.ts';
import type { MinutesPerson } from '../../db/model/minutes-document.ts';
import { withoutNames, type NamedPerson } from '../../db/model/name-removal.ts';
import type { Phrases } from '../../db/model/phrases.ts';
import { documentFileName, printDocument, type DocumentSource } from '../../db/model/print-document.ts';
import { SITE_WORDS } from '../../db/model/publication-texts.ts';
import {
  languageFolder,
  personalDataDueOn,
  PUBLICATION_LIST,
  publicationListSchema,
  publicationSettingsSchema,
  type PublicationList,
  type PublicationReport,
  type PublicationSettings,
} from '../../db/model/publication.ts';
import type { PublishedPage, Site } from '../publish/site.ts';
import type { PublishJob, PublishResult } from './protocol.ts';
import { makeFolder, publishError, writeFileSafely } from './write-file.ts';

export interface PublicationTools {
  /** ISO date */
  today: string;
  phrases: Phrases;
  publish(job: PublishJob, signal?: AbortSignal): Promise<PublishResult>;
  progress(done: number, total: number): Promise<void>;
  signal?: AbortSignal | undefined;
}

export interface PublicationChoice {
  boardId: string;
  /** What is to be set anew; the rest is as the folder has it, or as the program begins. */
  settings: Partial<PublicationSettings>;
  /** The folder may hold other things than a publication. */
  among: boolean;
  /** Files of the publication that somebody changed, or others in their place, may be overwritten. */
  replace: boolean;
  /** What is no longer published may be removed from the folder. */
  remove: boolean;
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The list of a folder, or null where there is none. @throws AppError PUBLICATION_DAMAGED */
export function publicationList(folder: string): PublicationList | null {
  const file = path.join(folder, PUBLICATION_LIST);
  if (!fs.existsSync(file)) return null;
  try {
    return v.parse(publicationListSchema, JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    throw new AppError('PUBLICATION_DAMAGED', { file: PUBLICATION_LIST });
  }
}

/**
 * @throws AppError PUBLICATION_EMPTY, PUBLICATION_TAKEN, PUBLICATION_DAMAGED, and those of writing; what was written until then
 * stays and is listed
 */
export async function publishFolder(
  db: Kysely<Database>,
  folder: string,
  choice: PublicationChoice,
  tools: PublicationTools,
): Promise<PublicationReport> {
  const list = publicationList(folder);
  if (list === null && !choice.among && fs.existsSync(folder) && fs.readdirSync(folder).length > 0)
    throw new AppError('PUBLICATION_TAKEN', { folder: path.basename(folder) });
  const settings = v.parse(publicationSettingsSchema, { ...list?.settings, ...choice.settings });
  const minutes = await examinedMinutes(db, choice.boardId, settings, tools);
  const newest = minutes[0];
  if (newest === undefined) throw new AppError('PUBLICATION_EMPTY');
  const everybody = await db.selectFrom('person').select(['name', 'short_name as shortName']).execute();
  const people = everybody.map(({ name, shortName }) => ({ name, shortName: shortName ?? '' }));

  const pages: Partial<Record<Language, PublishedPage[]>> = {};
  for (const language of settings.languages)
    pages[language] = minutes.map((one) => pageOf(one, language, people, tools.phrases));
  const site: Site = {
    board: inLanguage(newest.source.minutes.board, settings.languages[0]!),
    pages,
    settings,
    statedOn: newest.shownFrom,
  };
  const composed = await tools.publish({ format: 'site', document: site, createdAt: 0 }, tools.signal);
  if (!composed.ok) throw publishError(composed.error, path.basename(folder));
  const texts = JSON.parse(new TextDecoder().decode(composed.bytes)) as Record<string, string>;

  await makeFolder(folder);
  const writer = new FolderWriter(folder, list, settings, choice);
  const total = settings.languages.length * minutes.length + 1;
  let done = 0;
  for (const language of settings.languages)
    for (const page of pages[language] ?? []) {
      if (tools.signal?.aborted) throw new AppError('CANCELLED');
      const file = `${languageFolder(settings, language)}${page.path}.pdf`;
      // A PDF follows from its document alone, so one that is there for the same words is not made again.
      const key = sha256(JSON.stringify(page.document));
      if (!writer.isMade(file, key)) {
        const createdAt = Math.floor(Date.parse(`${page.updatedOn}T12:00:00Z`) / 1000);
        const result = await tools.publish(
          { format: 'pdf-ua', document: page.document, createdAt },
          tools.signal,
        );
        if (!result.ok) throw publishError(result.error, file);
        await writer.put(file, result.bytes, key);
      }
      done += 1;
      await tools.progress(done, total);
    }
  for (const [file, text] of Object.entries(texts)) await writer.put(file, Buffer.from(text));
  await writer.finish();

  const removedNow = minutes.filter(
    ({ isDue, path: name }) => isDue && writer.report.changed.some((file) => file.includes(name)),
  );
  const next = minutes.filter(({ isDue }) => !isDue).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  return {
    ...writer.report,
    personalDataRemoved: removedNow.map(({ label }) => label),
    nextDue: next === undefined ? null : { on: next.dueOn, meeting: next.label },
  };
}

interface Examined {
  source: DocumentSource;
  label: string;
  path: string;
  shownFrom: string;
  dueOn: string;
  isDue: boolean;
}

/** Newest first. */
async function examinedMinutes(
  db: Kysely<Database>,
  boardId: string,
  settings: PublicationSettings,
  tools: PublicationTools,
): Promise<Examined[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(['id', 'number', 'year', 'held_on', 'examined_on', 'displayed_from'])
    .where('board_id', '=', boardId)
    .where('state', 'in', ['examined', 'published'])
    .orderBy('held_on', 'desc')
    .orderBy('number', 'desc')
    .execute();
  const found: Examined[] = [];
  for (const { id, number, year, held_on, examined_on, displayed_from } of rows) {
    const source = await documentSource(db, id, tools.today);
    const shownFrom = displayed_from ?? examined_on ?? held_on;
    const dueOn = personalDataDueOn(shownFrom, settings.personalDataDays);
    found.push({
      source,
      label: `${number}/${year}`,
      path: `${year}/${path.parse(documentFileName(source, 'public', 'html')).name}`,
      shownFrom,
      dueOn,
      isDue: dueOn <= tools.today,
    });
  }
  return found;
}

function pageOf(
  { source, path: name, shownFrom, dueOn, isDue }: Examined,
  language: Language,
  people: readonly NamedPerson[],
  phrases: Phrases,
): PublishedPage {
  const { board, meeting } = source.minutes;
  const printed = printDocument(
    source,
    // Those present and those who sign go with their names, so what stays is what was decided.
    { kind: isDue ? 'summary' : 'public', sections: [], voters: false },
    phrases,
    language,
  );
  const named = isDue
    ? withoutNames(printed, [...people, ...namedIn(source)], SITE_WORDS[language].nameRemoved)
    : printed;
  return {
    path: name,
    id: `urn:pykala:${encodeURIComponent(board.shortName.toLowerCase())}:meeting:${meeting.year}:${meeting.number}`,
    year: meeting.year,
    heldOn: meeting.heldOn,
    updatedOn: isDue ? dueOn : shownFrom,
    document: named,
    namesRemovedOn: isDue ? dueOn : null,
  };
}

/** Everybody whom the minutes themselves name, also those who are not in the register any more. */
function namedIn({ minutes }: DocumentSource): NamedPerson[] {
  const found: NamedPerson[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      const { id, name, shortName } = value as Partial<MinutesPerson>;
      if (typeof id === 'string' && typeof name === 'string' && typeof shortName === 'string')
        found.push({ name, shortName });
      Object.values(value).forEach(visit);
    }
  };
  visit({ ...minutes, board: null });
  return found;
}

class FolderWriter {
  readonly report = { added: [], changed: [], removed: [], unchanged: 0, withdrawn: [], kept: [] } as Omit<
    PublicationReport,
    'personalDataRemoved' | 'nextDue'
  >;
  readonly #folder: string;
  readonly #known: ReadonlyMap<string, string>;
  readonly #settings: PublicationSettings;
  readonly #choice: Pick<PublicationChoice, 'replace' | 'remove'>;
  readonly #files = new Map<string, string>();

  constructor(
    folder: string,
    list: PublicationList | null,
    settings: PublicationSettings,
    choice: Pick<PublicationChoice, 'replace' | 'remove'>,
  ) {
    this.#folder = folder;
    this.#known = new Map(Object.entries(list?.files ?? {}));
    this.#settings = settings;
    this.#choice = choice;
  }

  /** Whether a file lies there that was made of the same. It then counts as unchanged. */
  isMade(file: string, key: string): boolean {
    const known = this.#known.get(file);
    if (known?.endsWith(` ${key}`) !== true || this.#onDisk(file) !== known.split(' ')[0]) return false;
    this.#files.set(file, known);
    this.report.unchanged += 1;
    return true;
  }

  /** @param key of what the content was made of, where making it takes long */
  async put(file: string, content: Uint8Array, key?: string): Promise<void> {
    const hash = sha256(content);
    const entry = key === undefined ? hash : `${hash} ${key}`;
    const before = this.#onDisk(file);
    const known = this.#known.get(file)?.split(' ')[0];
    if (before !== null && before !== known && before !== hash && !this.#choice.replace) {
      // Somebody else's, or changed by hand.
      this.report.kept.push(file);
      return;
    }
    this.#files.set(file, entry);
    if (before === hash) {
      this.report.unchanged += 1;
      return;
    }
    const target = path.join(this.#folder, file);
    await makeFolder(path.dirname(target));
    await writeFileSafely(target, content);
    (before === null ? this.report.added : this.report.changed).push(file);
  }

  /** Removes what is no longer published, when that was agreed to, and writes the list. */
  async finish(): Promise<void> {
    for (const [file, entry] of this.#known) {
      if (this.#files.has(file) || this.report.kept.includes(file)) continue;
      const target = path.resolve(this.#folder, file);
      const isInside = target.startsWith(path.resolve(this.#folder) + path.sep);
      const found = isInside ? this.#onDisk(file) : null;
      if (found === null) continue;
      if (found !== entry.split(' ')[0]) this.report.kept.push(file);
      else if (this.#choice.remove) {
        fs.rmSync(target);
        this.report.removed.push(file);
      } else {
        this.#files.set(file, entry);
        this.report.withdrawn.push(file);
      }
    }
    const list: PublicationList = {
      format: 'pykala-publication',
      version: 1,
      settings: this.#settings,
      files: Object.fromEntries([...this.#files].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    };
    await writeFileSafely(
      path.join(this.#folder, PUBLICATION_LIST),
      Buffer.from(`${JSON.stringify(list, null, 2)}\n`),
    );
  }

  #onDisk(file: string): string | null {
    const target = path.join(this.#folder, file);
    return fs.existsSync(target) ? sha256(fs.readFileSync(target)) : null;
  }
}
