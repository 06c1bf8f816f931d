/** Which board is open: the one question that the frame asks the backend. */
import type { UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { ClientError } from '../api/client-error.ts';
import { useTopicQuery } from '../api/query-client.ts';
import { useLanguage } from '../i18n/language.ts';
import { inLanguage } from '../../db/model/language.ts';

export interface OpenBoard {
  id: string;
  name: string;
  /** The sample board, in a file of its own. */
  isSample: boolean;
}

export type BoardState =
  | { state: 'loading'; board: null; error: null }
  /** The database could not be opened. */
  | { state: 'failed'; board: null; error: ClientError }
  /** A database without a board: the welcome screen. */
  | { state: 'none'; board: null; error: null }
  | { state: 'open'; board: OpenBoard; error: null };

interface Overview {
  kind: 'own' | 'sample';
  board: { id: string; nameFi: string; nameSv: string | null; nameEn: string | null } | null;
}

/** Asked once; every caller sees the same answer. */
export function useOverview(): UseQueryResult<Overview, ClientError> {
  return useTopicQuery<Overview>(['workspace', 'boards'], ['workspace.overview'], () =>
    api.workspace.overview.query(),
  );
}

export function useBoard(): BoardState {
  const language = useLanguage();
  const { data, error } = useOverview();
  if (data?.board) {
    const { id, nameFi, nameSv, nameEn } = data.board;
    const name = inLanguage({ fi: nameFi, sv: nameSv, en: nameEn }, language);
    return { state: 'open', board: { id, name, isSample: data.kind === 'sample' }, error: null };
  }
  if (data) return { state: 'none', board: null, error: null };
  if (error) return { state: 'failed', board: null, error };
  return { state: 'loading', board: null, error: null };
}
