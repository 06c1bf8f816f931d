import { useText } from '../i18n/language.ts';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { ComboBox } from './ComboBox.tsx';
import type { Option } from './ListBox.tsx';
import styles from './ManyChoice.module.css';

const cx = classes(styles);

/** Several of many: what is chosen stands above the field that adds to it, each with a button that takes it away. */
export function ManyChoice({
  label,
  addLabel,
  removeLabel,
  chosen,
  onChange,
  load,
  description,
  error,
}: {
  label: string;
  addLabel: string;
  /** Of the button of one: "Poista: Joensuu". */
  removeLabel: (name: string) => string;
  chosen: readonly Option[];
  onChange: (chosen: readonly Option[]) => void;
  load: (text: string) => readonly Option[] | Promise<readonly Option[]>;
  description?: string;
  error?: string | undefined;
}) {
  const t = useText();
  return (
    <fieldset className={cx('group')}>
      <legend className={cx('legend')}>{label}</legend>
      {chosen.length > 0 && (
        <ul className={cx('chosen')} aria-label={label}>
          {chosen.map((one) => (
            <li key={one.id} className={cx('one')}>
              <span>{one.label}</span>
              <IconButton
                icon="close"
                size="s"
                label={removeLabel(one.label)}
                onPress={() => onChange(chosen.filter(({ id }) => id !== one.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        label={addLabel}
        hideLabel
        placeholder={`${addLabel}…`}
        // One that has been chosen leaves the field, which is then empty for the next.
        key={chosen.length}
        value={null}
        onChange={(option) => option && onChange([...chosen, option])}
        load={async (text) => (await load(text)).filter(({ id }) => !chosen.some((one) => one.id === id))}
        description={description ?? (chosen.length === 0 ? t('common.none') : undefined)}
        error={error}
      />
    </fieldset>
  );
}
