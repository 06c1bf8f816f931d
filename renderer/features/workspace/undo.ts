/** Taking the last entry of a meeting back, and saying what it was. */
import { api } from '../../api/client.ts';
import type { EntryView } from '../../../db/model/live-entry.ts';
import { translate, type Translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';
import { act } from './pending.ts';

/** "Kumottu (§ 26): Jäsen 09 saapui" */
function undoneText(entry: EntryView, t: Translate): string {
  // Who comes to a meeting comes at a time; an answer in a decision by e-mail has a day alone.
  const isAnswer = entry.kind === 'arrive' && entry.time === null;
  const words = isAnswer
    ? t('answers.undoneEntry', { person: entry.person ?? '–' })
    : t(`live.entry.${entry.kind}` as 'live.entry.arrive', { person: entry.person ?? '–' });
  return entry.section === null
    ? t('live.undone', { entry: words })
    : t('live.undoneAt', { entry: words, section: entry.section });
}

/** Takes the last entry back, whatever it was. Null when it could not be written. */
export async function undoLast(meetingId: string): Promise<void> {
  const answer = await act(meetingId, () => api.live.undo.mutate({ meetingId }));
  if (answer === null) return;
  showToast({
    kind: 'info',
    message: answer.undone === null ? translate('live.nothingToUndo') : undoneText(answer.undone, translate),
  });
}
