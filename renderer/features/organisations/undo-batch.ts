/** Taking back a bulk change or a merge right after it, from its message. */
import { takeBatchBack } from '../../api/batches.ts';
import { toClientError } from '../../api/client-error.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';

export async function undoBatch(id: string): Promise<void> {
  try {
    const { keptCount } = await takeBatchBack(id);
    showToast({
      kind: 'done',
      message:
        keptCount === 0 ? translate('tables.undone') : translate('tables.undoneSome', { count: keptCount }),
    });
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}
