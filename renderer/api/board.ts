/**
 * The board (toimielin) at the desk. A file usually has one; when it has several, `chooseBoard` changes the one
 * that is looked at. Screens read `useBoard().board`, and are only shown when there is one.
 */
import { create } from 'zustand';
import { inLanguage } from '../../db/model/language.ts';
import { useLanguage } from '../i18n/language.ts';
import { api, type Outputs } from './client.ts';
import { ClientError } from './client-error.ts';
import { prefetchTopic, useTopicQuery } from './query-client.ts';

type Row = Outputs['boards']['list'][number];

export interface OpenBoard {
  id: string;
  name: string;
  /** Lyhenne: `JANE`. */
  shortName: string;
  /** The board below which it stands, e.g. of a työvaliokunta; null for a board of its own. */
  parentId: string | null;
  kind: Row['kind'];
  /** The term (toimikausi) of today, or null. */
  term: Row['term'];
  /** The sample board, in a file of its own. */
  isSample: boolean;
}

interface Fields {
  /** All boards of the file; more than one makes a choice. */
  boards: readonly OpenBoard[];
  board: OpenBoard | null;
  error: ClientError | null;
}
export type BoardState =
  | (Fields & { state: 'loading'; board: null })
  /** The database could not be opened. */
  | (Fields & { state: 'failed'; board: null; error: ClientError })
  /** A database without a board: the welcome screen. */
  | (Fields & { state: 'none'; board: null })
  | (Fields & { state: 'open'; board: OpenBoard });

const useChosen = create<{ id: string | null }>()(() => ({ id: null }));

/** Looks at another board of the same file. */
export function chooseBoard(id: string): void {
  useChosen.setState({ id });
}

const STATUS = [['workspace', 'boards'], ['workspace.status'], () => api.workspace.status.query()] as const;
const LIST = [['boards'], ['boards.list'], () => api.boards.list.query()] as const;

/** Asks for the open board before the first screen does. */
export function prefetchBoard(): void {
  prefetchTopic(...STATUS);
  prefetchTopic(...LIST);
}

/** Asked of the backend once; every caller sees the same answer. */
export function useBoard(): BoardState {
  const language = useLanguage();
  const chosen = useChosen(({ id }) => id);
  const status = useTopicQuery(...STATUS);
  const list = useTopicQuery(...LIST, { enabled: status.data?.hasBoards === true });
  const nothing = { boards: [], board: null, error: null };
  if (status.data?.error) return { ...nothing, state: 'failed', error: new ClientError(status.data.error) };
  const error = status.error ?? list.error;
  if (error) return { ...nothing, state: 'failed', error };
  if (!status.data) return { ...nothing, state: 'loading' };
  if (!status.data.hasBoards) return { ...nothing, state: 'none' };
  const isSample = status.data.kind === 'sample';
  const boards = (list.data ?? []).map(({ id, name, shortName, term, parentId, kind }): OpenBoard => ({
    id,
    name: inLanguage(name, language),
    shortName,
    term,
    parentId,
    kind,
    isSample,
  }));
  const board = boards.find(({ id }) => id === chosen) ?? boards[0];
  return board ? { state: 'open', boards, board, error: null } : { ...nothing, state: 'loading' };
}

/** The open board inside a screen. */
export function useOpenBoard(): OpenBoard {
  const { board } = useBoard();
  if (!board) throw new Error('A screen is shown without a board');
  return board;
}
