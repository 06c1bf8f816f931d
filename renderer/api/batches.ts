/** Taking back an import, a bulk change or a merge (kumoaminen). */
import { api, type Outputs } from './client.ts';
import { follow } from './follow.ts';

type Step = Outputs['imports']['undo'] extends AsyncIterable<infer One> ? One : never;
export type UndoOutcome = NonNullable<Step['result']>;

/** @throws what the backend says, e.g. that something was changed since */
export function takeBatchBack(
  id: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<UndoOutcome> {
  return follow<UndoOutcome>((observer) => api.imports.undo.subscribe({ id }, observer), {
    signal: new AbortController().signal,
    onProgress,
  });
}
