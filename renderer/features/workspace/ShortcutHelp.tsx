import type { TextKey } from '../../i18n/fi.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { KEYED_DECISIONS } from './decisions.ts';
import styles from './ShortcutHelp.module.css';

const cx = classes(styles);

type PlainKey = Extract<
  TextKey,
  | 'live.undo'
  | 'live.speaks'
  | 'live.deputyInOut'
  | `workspace.keys.${string}`
  | `workspace.attendance.${'arrive' | 'leave' | 'excuse' | 'toggleRemote'}`
>;

const GROUPS: readonly { title: PlainKey; rows: readonly { keys: string; label: PlainKey }[] }[] = [
  {
    title: 'workspace.keys.general',
    rows: [
      { keys: 'Ctrl+Enter', label: 'workspace.keys.recordNext' },
      { keys: 'Ctrl+ArrowDown', label: 'workspace.keys.nextItem' },
      { keys: 'Ctrl+ArrowUp', label: 'workspace.keys.previousItem' },
      { keys: 'F2', label: 'workspace.keys.focusAttendance' },
      { keys: 'F3', label: 'workspace.keys.focusProceedings' },
      { keys: 'F4', label: 'workspace.keys.focusDecision' },
      { keys: 'F6', label: 'workspace.keys.cyclePanes' },
      { keys: 'F8', label: 'workspace.keys.preview' },
      { keys: 'F9', label: 'live.undo' },
      { keys: 'Ctrl+J', label: 'workspace.keys.phrases' },
      { keys: 'Ctrl+Shift+H', label: 'workspace.keys.history' },
      { keys: 'F1', label: 'workspace.keys.help' },
    ],
  },
  {
    title: 'workspace.keys.attendance',
    rows: [
      { keys: 'ArrowUp+ArrowDown', label: 'workspace.keys.move' },
      { keys: '1+…+16', label: 'workspace.keys.digits' },
      { keys: 'S', label: 'workspace.attendance.arrive' },
      { keys: 'P', label: 'workspace.attendance.leave' },
      { keys: 'V', label: 'live.deputyInOut' },
      { keys: 'E', label: 'workspace.attendance.excuse' },
      { keys: 'T', label: 'workspace.attendance.toggleRemote' },
      { keys: 'O', label: 'live.speaks' },
      { keys: 'Enter', label: 'workspace.keys.editTimes' },
      { keys: 'Ctrl+Z', label: 'live.undo' },
    ],
  },
  {
    title: 'workspace.keys.vote',
    rows: [
      { keys: 'J', label: 'workspace.keys.aye' },
      { keys: 'E', label: 'workspace.keys.no' },
      { keys: 'T', label: 'workspace.keys.blank' },
      { keys: 'Backspace', label: 'workspace.keys.unanswer' },
    ],
  },
];

/** Every key of the live minutes. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Dialog isOpen width="wide" title={t('workspace.help')} onClose={onClose}>
      <div className={cx('groups')}>
        {GROUPS.map(({ title, rows }) => (
          <section key={title}>
            <h3 className={cx('title')}>{t(title)}</h3>
            <dl className={cx('rows')}>
              {rows.map(({ keys, label }) => (
                <div key={keys} className={cx('row')}>
                  <dt>{t(label)}</dt>
                  <dd>
                    <Keys shortcut={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3 className={cx('title')}>{t('workspace.decision.kinds')}</h3>
          <dl className={cx('rows')}>
            {KEYED_DECISIONS.map((type, index) => (
              <div key={type} className={cx('row')}>
                <dt>{t(`workspace.decision.${type}`)}</dt>
                <dd>
                  <Keys shortcut={`Alt+${index + 1}`} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
