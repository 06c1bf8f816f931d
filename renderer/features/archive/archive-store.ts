/** The work on a package that is going on, and what came of the last one. Outlives the screen. */
import { create } from 'zustand';
import { keysOf } from '../../../db/model/archive-package.ts';
import type { Inputs, Outputs } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { bridge, type ChosenFile } from '../../api/bridge.ts';
import { toClientError, type ClientError } from '../../api/client-error.ts';
import { follow } from '../../api/follow.ts';
import { Cancelled } from '../../api/send-file.ts';
import { navigate } from '../../ui/navigation.ts';

type StepOf<Output> = Output extends AsyncIterable<infer Step> ? Step : never;

export type Made = NonNullable<StepOf<Outputs['archive']['create']>['result']>;
export type Verdict = NonNullable<StepOf<Outputs['archive']['verify']>['result']>;
export type Listed = NonNullable<StepOf<Outputs['archive']['list']>['result']>;
export type Extracted = NonNullable<StepOf<Outputs['archive']['extract']>['result']>;
type OpenedSession = NonNullable<StepOf<Outputs['archive']['open']>['result']>;
export type WorkStep = StepOf<Outputs['archive']['create']>['step'];

/** What is said of a work while it goes on, and its result at the end. */
interface Said<Result> {
  step: WorkStep;
  done: number;
  total: number;
  path: string;
  result: Result | null;
}
export type EnvelopeKey = Inputs['archive']['verify']['key'];
export type CreateInput = Omit<Inputs['archive']['create'], 'target'>;

export type Outcome =
  | { kind: 'made'; made: Made; grant: string }
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'listed'; listed: Listed }
  | { kind: 'extracted'; extracted: Extracted; grant: string };

interface Work {
  step: WorkStep;
  done: number;
  total: number;
  path: string;
  cancel(): void;
}

/** What is to be done with a package that was chosen. */
export type Purpose = 'verify' | 'list' | 'extract' | 'open';

interface ArchiveState {
  work: Work | null;
  outcome: Outcome | null;
  error: string | null;
  /** What was cancelled: a work that would have written something, or one that only read. */
  cancelled: 'writing' | 'reading' | null;
  /** An envelope was chosen: its key is asked for. */
  asked: {
    file: ChosenFile;
    kind: 'passphrase' | 'recipients';
    purpose: Purpose;
    /** Why what was tried does not open it, and what that was: one letter of it may be wrong. */
    error: string | null;
    tried: string;
    /** Where it is unpacked, once that has been chosen. */
    folder: ChosenFile | null;
  } | null;
  /** The open package beside which the next one that is opened is laid. */
  compareWith: string | null;
}

export const useArchive = create<ArchiveState>()(() => ({
  work: null,
  outcome: null,
  error: null,
  cancelled: null,
  asked: null,
  compareWith: null,
}));
const set = (part: Partial<ArchiveState>): void => useArchive.setState(part);

interface Observer<Step> {
  onData(step: Step): void;
  onError(error: unknown): void;
  onComplete(): void;
}

/** Steps with which a work begins that writes files. */
const WRITING: ReadonlySet<WorkStep> = new Set(['copy', 'extract']);

/** @returns null when it was cancelled; an error is told */
async function working<Result>(
  first: WorkStep,
  subscribe: (observer: Observer<Said<Result>>) => { unsubscribe(): void },
  onError: (error: ClientError) => boolean = () => false,
): Promise<Result | null> {
  const giveUp = new AbortController();
  set({
    error: null,
    cancelled: null,
    outcome: null,
    work: { step: first, done: 0, total: 0, path: '', cancel: () => giveUp.abort() },
  });
  try {
    return await follow<Result, Said<Result>>(subscribe, {
      signal: giveUp.signal,
      onProgress(done, total, { step, path }) {
        const now = useArchive.getState().work;
        if (now) set({ work: { ...now, step, done, total, path } });
      },
    });
  } catch (thrown) {
    const error = thrown instanceof Cancelled ? null : toClientError(thrown);
    if (error === null || error.code === 'CANCELLED')
      set({ cancelled: WRITING.has(first) ? 'writing' : 'reading' });
    else if (!onError(error)) set({ error: error.message });
    return null;
  } finally {
    set({ work: null });
  }
}

/** Asks where, and has the package made. @returns false when the user chose no place */
export async function makePackage(input: CreateInput): Promise<boolean> {
  const { name } = await api.archive.fileName.query({
    choice: input.choice,
    envelope: input.lock !== null,
  });
  const file = await bridge().native.chooseSaveFile(input.lock === null ? 'zip' : 'age', name);
  if (file === null) return false;
  void working<Made>('copy', (observer) =>
    api.archive.create.subscribe({ ...input, target: file.grant }, observer),
  ).then((made) => {
    if (made) set({ outcome: { kind: 'made', made, grant: file.grant } });
  });
  return true;
}

/** Asks which package; one in an envelope waits for its key. */
export async function choosePackage(purpose: Purpose, compareWith: string | null = null): Promise<void> {
  set({ compareWith });
  try {
    const file = await bridge().native.chooseOpenFile('package');
    if (file === null) return;
    const { kind } = await api.archive.envelope.query({ grant: file.grant });
    if (kind === null) await workOn({ file, folder: null }, null, purpose);
    else set({ asked: { file, kind, purpose, error: null, tried: '', folder: null } });
  } catch (thrown) {
    set({ error: toClientError(thrown).message });
  }
}

export function giveUpKey(): void {
  set({ asked: null });
}

/** Does what was to be done with the package in the envelope that waits. A wrong key is asked for again. */
export async function openEnvelope(words: string): Promise<void> {
  const { asked } = useArchive.getState();
  if (asked === null) return;
  set({ asked: null });
  const key = asked.kind === 'passphrase' ? { passphrase: words } : { identities: keysOf(words) };
  const chosen = { file: asked.file, folder: asked.folder };
  await workOn(chosen, key, asked.purpose, (error) => {
    if (!error.code.startsWith('AGE_WRONG_KEY') && error.code !== 'AGE_KEY_WRONG_FORM') return false;
    set({ asked: { ...asked, ...chosen, error: error.message, tried: words } });
    return true;
  });
}

/** @param chosen gets the folder that is asked for */
async function workOn(
  chosen: { file: ChosenFile; folder: ChosenFile | null },
  key: EnvelopeKey,
  purpose: Purpose,
  onError?: (error: ClientError) => boolean,
): Promise<void> {
  const input = { grant: chosen.file.grant, key };
  switch (purpose) {
    case 'verify': {
      const verdict = await working<Verdict>(
        'verify',
        (observer) => api.archive.verify.subscribe(input, observer),
        onError,
      );
      if (verdict) set({ outcome: { kind: 'verdict', verdict } });
      break;
    }
    case 'list': {
      const listed = await working<Listed>(
        'open',
        (observer) => api.archive.list.subscribe(input, observer),
        onError,
      );
      if (listed) set({ outcome: { kind: 'listed', listed } });
      break;
    }
    case 'extract': {
      const folder = chosen.folder ?? (await bridge().native.chooseFolder());
      if (folder === null) return;
      chosen.folder = folder;
      const extracted = await working<Extracted>(
        'extract',
        (observer) => api.archive.extract.subscribe({ ...input, target: folder.grant }, observer),
        onError,
      );
      if (extracted) set({ outcome: { kind: 'extracted', extracted, grant: folder.grant } });
      break;
    }
    case 'open': {
      const { compareWith } = useArchive.getState();
      const opened = await working<OpenedSession>(
        'open',
        (observer) => api.archive.open.subscribe(input, observer),
        onError,
      );
      if (opened)
        navigate({
          name: 'archivePackage',
          id: compareWith ?? opened.sessionId,
          ...(compareWith !== null && { with: opened.sessionId }),
        });
      break;
    }
  }
}

/** Forgets what came of the last work. */
export function dismissOutcome(): void {
  set({ outcome: null, error: null, cancelled: null });
}
