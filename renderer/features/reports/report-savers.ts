/** One autosave for the sections of every report, for as long as the window lives. */
import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { SectionChange } from '../../../db/model/annual-report.ts';
import { toClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { Autosave, overallState, type ItemSaveState, type SaveConflict } from '../../api/item-autosave.ts';
import { registerUnsaved, tellUnsaved } from '../../api/unsaved.ts';

export type Report = Outputs['reports']['get'];
export type Section = Report['sections'][number];
export type SectionSaver = Autosave<SectionChange>;
export type SectionConflict = SaveConflict<SectionChange>;

const valuesOf = ({ title, body }: Section): SectionChange => ({ title, body });
const savers = new Map<string, SectionSaver>();

function saverOf(reportId: string): SectionSaver {
  const known = savers.get(reportId);
  if (known !== undefined) return known;
  const saver: SectionSaver = new Autosave<SectionChange>({
    save: (id, version, change) => api.reports.changeSection.mutate({ id, version, change }),
    load: async (id) => {
      const report = await api.reports.get.query({ id: reportId });
      const section = report.sections.find((one) => one.id === id);
      return section === undefined ? null : { version: section.version, values: valuesOf(section) };
    },
    isConflict: (error) => toClientError(error).code === 'CONFLICT',
    messageOf: (error) => toClientError(error).message,
  });
  registerUnsaved({ isUnsaved: () => saver.isUnsaved(), flush: () => saver.flush() });
  saver.store.subscribe(tellUnsaved);
  savers.set(reportId, saver);
  return saver;
}

/** The autosave of a report, shown what the backend has. */
export function useSectionSaver(report: Report): SectionSaver {
  const saver = saverOf(report.id);
  for (const one of report.sections) if (!saver.knows(one.id)) saver.seen(one.id, one.version, valuesOf(one));
  useEffect(() => {
    for (const one of report.sections) saver.seen(one.id, one.version, valuesOf(one));
  }, [saver, report.sections]);
  return saver;
}

export function useSectionValue<F extends keyof SectionChange>(
  saver: SectionSaver,
  id: string,
  field: F,
): SectionChange[F] {
  return useSyncExternalStore(saver.store.subscribe, () => saver.value(id, field));
}

export function useSectionState(saver: SectionSaver): { state: ItemSaveState; savedAt: number | null } {
  const state = useStore(saver.store, overallState);
  const savedAt = useStore(saver.store, (one) => one.savedAt);
  return { state, savedAt };
}
