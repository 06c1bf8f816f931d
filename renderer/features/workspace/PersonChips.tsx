import type { PersonLabel } from '../../../db/model/meeting-view.ts';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import styles from './PersonChips.module.css';
import { matching } from './register.ts';

const cx = classes(styles);

/** Some people, each removable, and a field that adds another of those who may be chosen. */
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
  const options = choices.map(({ id, name }) => ({ id, label: name }));
  if (people.length === 0 && options.length === 0) return null;
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
      {options.length > 0 && (
        <div className={cx('add')}>
          <ComboBox
            label={addLabel}
            hideLabel
            placeholder={addLabel}
            value={null}
            onChange={(option) => {
              if (option !== null) onChange([...ids, option.id]);
            }}
            load={(text) => matching(options, text)}
          />
        </div>
      )}
    </div>
  );
}
