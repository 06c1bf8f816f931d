import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './Publishing.module.css';

const cx = classes(styles);

/** Any number of a few; the order is that of the options. */
export function CheckList<Id extends string>({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: readonly { id: Id; label: string }[];
  chosen: readonly Id[];
  onChange: (chosen: Id[]) => void;
}) {
  return (
    <fieldset className={cx('choices')}>
      <legend className={cx('legend')}>{label}</legend>
      {options.map(({ id, label: text }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isOn) =>
            onChange(options.map((one) => one.id).filter((one) => (one === id ? isOn : chosen.includes(one))))
          }
        >
          {text}
        </Checkbox>
      ))}
    </fieldset>
  );
}
