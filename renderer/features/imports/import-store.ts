/** The import that is going on. Outlives the screen, so that looking something up elsewhere loses nothing. */
import { create } from 'zustand';
import type { OrganisationField } from '../../../db/model/organisation-fields.ts';
import { toClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { follow } from '../../api/follow.ts';
import type { TableSource } from '../../api/pending-import.ts';
import { Cancelled, sendFile } from '../../api/send-file.ts';
import { registerUnsaved } from '../../api/unsaved.ts';

export type TableView = Outputs['imports']['reread'];
export type CheckSummary = Outputs['imports']['decide'];
type RunStep = Outputs['imports']['run'] extends AsyncIterable<infer One> ? One : never;
export type ImportReport = NonNullable<RunStep['result']>;
export type ImportRow = Outputs['imports']['rows']['rows'][number];

export type Step = 'file' | 'columns' | 'rows' | 'done';

interface Work {
  kind: 'reading' | 'checking' | 'importing';
  done: number;
  total: number;
  cancel(): void;
}

interface ImportState {
  step: Step;
  table: TableView | null;
  mapping: (OrganisationField | null)[];
  lenient: boolean;
  summary: CheckSummary | null;
  /** Counts the checks, so that rows are read anew. */
  checks: number;
  report: ImportReport | null;
  work: Work | null;
  error: string | null;
  /** A sentence of the screen's own, e.g. that the import was cancelled. */
  note: 'cancelled' | null;
}

const NOTHING: ImportState = {
  step: 'file',
  table: null,
  mapping: [],
  lenient: false,
  summary: null,
  checks: 0,
  report: null,
  work: null,
  error: null,
  note: null,
};

export const useImport = create<ImportState>()(() => NOTHING);
const set = (part: Partial<ImportState>): void => useImport.setState(part);

/** Begins anew; the table in the backend is forgotten. */
export function resetImport(): void {
  const { table, work } = useImport.getState();
  work?.cancel();
  if (table) void api.imports.close.mutate({ sessionId: table.id }).catch(() => undefined);
  set(NOTHING);
}

type Watch = { signal: AbortSignal; onProgress(done: number, total: number): void };

/** Long work with its progress; an error is shown and leaves everything as it was. */
async function working<Result>(
  kind: Work['kind'],
  work: (watch: Watch) => Promise<Result>,
): Promise<Result | null> {
  const giveUp = new AbortController();
  set({ error: null, note: null, work: { kind, done: 0, total: 1, cancel: () => giveUp.abort() } });
  try {
    return await work({
      signal: giveUp.signal,
      onProgress(done, total) {
        const now = useImport.getState().work;
        if (now) set({ work: { ...now, done, total } });
      },
    });
  } catch (thrown) {
    if (thrown instanceof Cancelled) set({ note: kind === 'importing' ? 'cancelled' : null });
    else set({ error: toClientError(thrown).message });
    return null;
  } finally {
    set({ work: null });
  }
}

function show(table: TableView): void {
  set({ table, mapping: table.mapping, step: 'columns', summary: null, report: null });
}

/** Reads the table of a file. */
export async function openTable(source: TableSource): Promise<void> {
  const table = await working('reading', async (watch) => {
    const grant =
      'grant' in source
        ? source.grant
        : await sendFile(source.blob, source.name, {
            signal: watch.signal,
            onProgress: (done) => watch.onProgress(done, 1),
          });
    return await follow<TableView>((observer) => api.imports.open.subscribe({ grant }, observer), watch);
  });
  if (table) show(table);
}

/** Reads it otherwise: another encoding, delimiter, sheet or row of headings. */
export async function rereadTable(
  choice: Partial<Pick<TableView, 'encoding' | 'delimiter' | 'sheet' | 'header'>>,
): Promise<void> {
  const { table } = useImport.getState();
  if (!table) return;
  const next = await working('reading', () => api.imports.reread.mutate({ sessionId: table.id, ...choice }));
  if (next) show(next);
}

export function mapColumn(column: number, field: OrganisationField | null): void {
  const { mapping } = useImport.getState();
  // A field is given once: choosing it here takes it from another column.
  set({
    mapping: mapping.map((one, at) => (at === column ? field : field !== null && one === field ? null : one)),
  });
}

export async function checkRows(): Promise<void> {
  const { table, mapping, lenient, checks } = useImport.getState();
  if (!table) return;
  const summary = await working('checking', (watch) =>
    follow<CheckSummary>(
      (observer) => api.imports.check.subscribe({ sessionId: table.id, mapping, lenient }, observer),
      watch,
    ),
  );
  if (summary) set({ summary, checks: checks + 1, step: 'rows' });
}

type Decision = Parameters<typeof api.imports.decide.mutate>[0]['decision'];

/** Decides about one row, or (`line: null`) about all undecided ones. */
export async function decide(line: number | null, decision: Decision): Promise<void> {
  const { table } = useImport.getState();
  if (!table) return;
  try {
    const summary = await api.imports.decide.mutate({ sessionId: table.id, line, decision });
    set({ summary, checks: useImport.getState().checks + 1 });
  } catch (thrown) {
    set({ error: toClientError(thrown).message });
  }
}

export async function runImport(confirmation: string): Promise<boolean> {
  const { table } = useImport.getState();
  if (!table) return false;
  // Closing the window would cancel it: the shell asks first.
  const isOver = registerUnsaved({ isUnsaved: () => true });
  const report = await working('importing', (watch) =>
    follow<ImportReport>(
      (observer) => api.imports.run.subscribe({ sessionId: table.id, confirmation }, observer),
      watch,
    ),
  ).finally(isOver);
  if (report) set({ report, step: 'done' });
  return report !== null;
}

export const setStep = (step: Step): void => set({ step, error: null });
export const setLenient = (lenient: boolean): void => set({ lenient });
export const setMapping = (mapping: (OrganisationField | null)[]): void => set({ mapping });
export const setError = (error: string | null): void => set({ error });
