/** Taking back a bulk change or a merge right after it, from its message. */
import { toClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { follow } from '../../api/follow.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';

type Step = Outputs['imports']['undo'] extends AsyncIterable<infer One> ? One : never;

export async function undoBatch(id: string): Promise<void> {
  const watch = { signal: new AbortController().signal, onProgress: () => undefined };
  try {
    const { keptCount } = await follow<NonNullable<Step['result']>>(
      (observer) => api.imports.undo.subscribe({ id }, observer),
      watch,
    );
    showToast({
      kind: 'done',
      message:
        keptCount === 0 ? translate('tables.undone') : translate('tables.undoneSome', { count: keptCount }),
    });
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}
