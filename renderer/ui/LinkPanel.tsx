import { useState, type ReactNode } from 'react';
import type { Choice } from '../api/choices.ts';
import { useMutationWithFeedback } from '../api/mutations.ts';
import { useText } from '../i18n/language.ts';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { ComboBox } from './ComboBox.tsx';
import styles from './Parts.module.css';
import { navigate, type Route } from './navigation.ts';
import { Panel } from './Panel.tsx';

const cx = classes(styles);

export interface Linked {
  id: string;
  label: string;
  title: string;
  detail: string;
  route: Route;
}

/** What something is tied to: each with its way there, and a field that ties one more. */
export function LinkPanel({
  title,
  none,
  addLabel,
  linked,
  load,
  onSet,
}: {
  title: string;
  none: string;
  addLabel: string;
  linked: readonly Linked[];
  load: (text: string) => Promise<readonly Choice[]>;
  onSet: (id: string, isLinked: boolean) => Promise<unknown>;
}): ReactNode {
  const t = useText();
  const [round, setRound] = useState(0);
  const link = useMutationWithFeedback((id: string) => onSet(id, true), {
    done: t('common.linked'),
    undo: (_, id) => onSet(id, false),
    onSuccess: () => setRound((now) => now + 1),
  });
  const unlink = useMutationWithFeedback((id: string) => onSet(id, false), {
    done: t('common.unlinked'),
    undo: (_, id) => onSet(id, true),
  });
  return (
    <Panel title={title}>
      {linked.length === 0 ? (
        <p className={cx('none')}>{none}</p>
      ) : (
        <ul className={cx('list')}>
          {linked.map((one) => (
            <li key={one.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{one.title}</span>
                <span className={cx('detail')}>{one.detail}</span>
              </div>
              <Button
                size="s"
                variant="quiet"
                aria-label={`${t('common.open')}: ${one.label}`}
                onPress={() => navigate(one.route)}
              >
                {t('common.open')}
              </Button>
              <IconButton
                icon="close"
                size="s"
                label={t('common.unlink', { name: one.label })}
                onPress={() => unlink.mutate(one.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        key={round}
        label={addLabel}
        hideLabel
        placeholder={`${addLabel}…`}
        value={null}
        onChange={(option) => option && link.mutate(option.id)}
        load={async (text) => (await load(text)).filter(({ id }) => !linked.some((one) => one.id === id))}
      />
    </Panel>
  );
}

/** A card to which another is tied, as a `LinkPanel` shows it. */
export function linkedCard(
  name: 'volunteerAction' | 'practice',
): (one: { id: string; code: string; name: string }) => Linked {
  return ({ id, code, name: title }) => ({ id, label: code, title, detail: code, route: { name, id } });
}

/** A § to which something is tied, as a `LinkPanel` shows it. */
export function linkedDecision(format: {
  date(date: string): string;
}): (one: { itemId: string; meetingId: string; reference: string; title: string; heldOn: string }) => Linked {
  return ({ itemId, meetingId, reference, title, heldOn }) => ({
    id: itemId,
    label: reference,
    title,
    detail: `${reference} · ${format.date(heldOn)}`,
    route: { name: 'meeting', id: meetingId, part: 'preview', item: itemId },
  });
}
