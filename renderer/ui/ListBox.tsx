/** The list that Select and ComboBox open. */
import { ListBoxItem } from 'react-aria-components/ListBox';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './ListBox.module.css';

export const listClass = classes(styles);

/** Something to choose. `id` is the value. */
export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  /** A second line: what tells it from its namesakes. */
  detail?: string | undefined;
  isDisabled?: boolean | undefined;
}

export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className={listClass('option')}
      isDisabled={option.isDisabled ?? false}
    >
      {({ isSelected }) => (
        <>
          {isSelected && (
            <span className={listClass('tick')}>
              <Icon name="check" size={14} />
            </span>
          )}
          <span className={listClass('words')}>
            {option.label}
            {option.detail && <span className={listClass('detail')}>{option.detail}</span>}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
