/** The product's own data files, read once when first needed. */
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { agendaTemplatesSchema, type AgendaTemplates } from '../../db/model/agenda-template.ts';
import { parseBetweenMeetings, type BetweenMeetingsFile } from '../../db/model/between-meetings-file.ts';
import { parseBoardFile, type BoardFile } from '../../db/model/board-file.ts';
import { clockTemplatesSchema, type ClockTemplates } from '../../db/model/clock.ts';
import { sampleNetworksSchema, type SampleNetworks } from '../../db/features/sample-networks.ts';
import { sampleTiesSchema, type SampleTies } from '../../db/features/sample-ties.ts';
import { samplePartnershipSchema, type SamplePartnership } from '../../db/features/sample-partnership.ts';
import { sampleClocksSchema, type SampleClocks } from '../../db/features/sample-clocks.ts';
import {
  sampleCommunicationSchema,
  type SampleCommunication,
} from '../../db/features/sample-communication.ts';
import { sampleForumsSchema, type SampleForums } from '../../db/features/sample-forums.ts';
import { tableWordsSchema, type TableWords } from '../../db/model/organisation-fields.ts';
import { phrasesSchema, type Phrases } from '../../db/model/phrases.ts';
import { parseClassification, type Classification } from '../../db/features/classification.ts';

export interface Resources {
  phrases(): Phrases;
  agendaTemplates(): AgendaTemplates;
  /** Clocks that come with the program. */
  clockTemplates(): ClockTemplates;
  /** Clocks of the sample board. */
  sampleClocks(): SampleClocks;
  classification(): Classification;
  sampleBoard(): BoardFile;
  /** The sample board's work between meetings. */
  betweenMeetings(): BetweenMeetingsFile;
  /** The sample board's good practices, agreements, projects and cases. */
  samplePartnership(): SamplePartnership;
  sampleNetworks(): SampleNetworks;
  /** The sample board's community forums. */
  sampleForums(): SampleForums;
  sampleTies(): SampleTies;
  /** Bulletins, plan and surveys of the sample board. */
  sampleCommunication(): SampleCommunication;
  prhClasses(): { class: number; fi: string; sv: string; en: string }[];
  /** Headings and words of tables of organisations. */
  tableWords(): TableWords;
  /** Mappings of columns that come with the program, as they stand in their files. */
  mappingPresets(): { id: string; json: unknown }[];
  /** `metadata.xsd` of SIARD 2.2; a path. */
  siardSchemaFile(): string;
  fields(): { key: string; fi: string; sv: string; en: string }[];
}

/** @param folder absolute path of the resources */
export function createResources(folder: string): Resources {
  const cache = new Map<string, unknown>();
  const once = <T>(file: string, parse: (json: unknown) => T): T => {
    if (!cache.has(file))
      cache.set(file, parse(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))));
    return cache.get(file) as T;
  };
  const named = v.object({ fi: v.string(), sv: v.string(), en: v.string() });
  return {
    phrases: () => once('phrases/phrases.json', (json) => v.parse(phrasesSchema, json)),
    agendaTemplates: () => once('agenda/templates.json', (json) => v.parse(agendaTemplatesSchema, json)),
    clockTemplates: () => once('clocks/templates.json', (json) => v.parse(clockTemplatesSchema, json)),
    sampleClocks: () => once('clocks/sample.json', (json) => v.parse(sampleClocksSchema, json)),
    classification: () => once('classifications/2026.json', parseClassification),
    sampleBoard: () => once('boards/malli-jane.json', parseBoardFile),
    betweenMeetings: () => once('boards/malli-jane-between-meetings.json', parseBetweenMeetings),
    sampleTies: () => once('boards/malli-jane-ties.json', (json) => v.parse(sampleTiesSchema, json)),
    samplePartnership: () =>
      once('boards/malli-jane-partnership.json', (json) => v.parse(samplePartnershipSchema, json)),
    sampleNetworks: () =>
      once('boards/malli-jane-networks.json', (json) => v.parse(sampleNetworksSchema, json)),
    sampleForums: () => once('boards/malli-jane-forums.json', (json) => v.parse(sampleForumsSchema, json)),
    sampleCommunication: () =>
      once('boards/malli-jane-communication.json', (json) => v.parse(sampleCommunicationSchema, json)),
    prhClasses: () =>
      once('classifications/prh-classes.json', (json) =>
        v.parse(v.array(v.object({ class: v.number(), ...named.entries })), json),
      ),
    mappingPresets: () =>
      fs
        .readdirSync(path.join(folder, 'tables/presets'))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => ({ id: path.parse(name).name, json: once(`tables/presets/${name}`, (json) => json) })),
    tableWords: () => once('tables/organisations.json', (json) => v.parse(tableWordsSchema, json)),
    siardSchemaFile: () => path.join(folder, 'archive', 'siard-metadata.xsd'),
    fields: () =>
      once('classifications/fields.json', (json) =>
        v.parse(v.array(v.object({ key: v.string(), ...named.entries })), json),
      ),
  };
}
