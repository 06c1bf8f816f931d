import type { PersonLabel } from '../../../db/model/meeting-view.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import styles from './PersonChips.module.css';

const cx = classes(styles);

/** Some people, each removable, and a menu that adds another of those who may be chosen. */
export function PersonChips({
  label,
  people,
  choices,
  addLabel,
  removeLabel,
  isReadOnly = false,
  onChange,
}: {
  label: string;
  people: readonly PersonLabel[];
  choices: readonly PersonLabel[];
  addLabel: string;
  removeLabel: (name: string) => string;
  isReadOnly?: boolean;
  onChange: (ids: string[]) => void;
}) {
  const ids = people.map(({ id }) => id);
  if (people.length === 0 && choices.length === 0) return null;
  return (
    <div className={cx('line')}>
      {label !== '' && <span className={cx('label')}>{label}</span>}
      {people.map(({ id, name }) => (
        <span key={id} className={cx('chip')}>
          {name}
          {!isReadOnly && (
            <IconButton
              icon="close"
              size="s"
              label={removeLabel(name)}
              onPress={() => onChange(ids.filter((one) => one !== id))}
            />
          )}
        </span>
      ))}
      {choices.length > 0 && (
        <Menu
          label={addLabel}
          placement="bottom start"
          entries={choices.map(({ id, name }) => ({ id, label: name, run: () => onChange([...ids, id]) }))}
        >
          <Button size="s" icon="plus">
            {addLabel}
          </Button>
        </Menu>
      )}
    </div>
  );
}
