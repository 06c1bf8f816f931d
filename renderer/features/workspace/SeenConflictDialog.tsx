import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText, type Translate } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './SaveConflictDialog.module.css';
import { seenLabel, seenValue } from './seen-words.ts';
import { useSeenConflicts, type SeenConflict } from './seen-writes.ts';

const cx = classes(styles);

/** Two windows changed the same row of the meeting: both versions are shown, one is kept. */
export function SeenConflictDialog({ view }: { view: MeetingView }) {
  const conflict = useSeenConflicts(({ list }) => list.find((one) => one.meetingId === view.id));
  const t = useText();
  const format = useFormat();
  if (conflict === undefined) return null;
  const { kind, mine, theirs, fields, resolve } = conflict;
  const what = t(`seen.what.${kind}`);
  const words = wordsOf(conflict, what, t);
  const shown = fields.length > 0 ? fields : Object.keys(mine ?? theirs ?? {});
  const version = (values: SeenConflict['mine'], field: string): string =>
    values === null ? t('seen.removed') : seenValue(kind, field, values, { view, t, format });
  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="wide"
      title={t('seen.title')}
      lead={words.lead}
      // Neither is chosen by leaving: one of them would be lost unseen.
      onClose={() => undefined}
      actions={
        <>
          <Button onPress={() => resolve('theirs')}>{t(`seen.${words.theirs}`)}</Button>
          <Button variant={mine === null ? 'dangerSolid' : 'primary'} onPress={() => resolve('mine')}>
            {t(`seen.${words.mine}`)}
          </Button>
        </>
      }
    >
      <table className={cx('fields')}>
        <thead>
          <tr>
            <th scope="col">{t('seen.field')}</th>
            <th scope="col">{t('seen.mine')}</th>
            <th scope="col">{t('seen.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <tr key={field}>
              <th scope="row">{seenLabel(field, t)}</th>
              <td>{version(mine, field)}</td>
              <td>{version(theirs, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

/** What has happened, and what the two choices are called. */
function wordsOf({ mine, theirs }: SeenConflict, what: string, t: Translate) {
  if (mine === null)
    return { lead: t('seen.removal', { what }), mine: 'removeAnyway', theirs: 'keepTheirs' } as const;
  if (theirs === null)
    return { lead: t('seen.gone', { what }), mine: 'recordAgain', theirs: 'leaveRemoved' } as const;
  return { lead: t('seen.body', { what }), mine: 'keepMine', theirs: 'takeTheirs' } as const;
}
