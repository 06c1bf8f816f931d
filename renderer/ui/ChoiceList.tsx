import type { ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox } from 'react-aria-components/ListBox';
import { useText } from '../i18n/language.ts';
import { classes } from './classes.ts';
import styles from './ChoiceList.module.css';
import { listClass, OptionItem, type Option } from './ListBox.tsx';
import { SearchField } from './SearchField.tsx';

const cx = classes(styles);

const includes = (text: string, typed: string): boolean =>
  text.normalize('NFC').toLowerCase().includes(typed.normalize('NFC').trim().toLowerCase());

interface ChoiceListProps {
  /** Accessible name of the list. */
  label: string;
  options: readonly Option[];
}

function Narrowed({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Autocomplete filter={includes}>
      <SearchField label={label} {...{ autoFocus: true }} />
      {children}
    </Autocomplete>
  );
}

const NONE_FOUND = (text: string) => <div className={listClass('note')}>{text}</div>;

/** Any number of many: type to narrow, ↑ ↓ to move, Enter to choose and to leave out. */
export function ManyOf({
  label,
  options,
  values,
  onChange,
}: ChoiceListProps & { values: readonly string[]; onChange: (values: string[]) => void }) {
  const t = useText();
  return (
    <Narrowed label={label}>
      <ListBox
        className={cx('list')}
        aria-label={label}
        items={options}
        selectionMode="multiple"
        // Escape closes what the list stands in, and leaves what was chosen.
        escapeKeyBehavior="none"
        selectedKeys={values}
        onSelectionChange={(keys) =>
          onChange(
            // In the order of the list; what the list does not have any more stays chosen.
            keys === 'all'
              ? options.map(({ id }) => id)
              : [
                  ...values.filter((id) => !options.some((one) => one.id === id) && keys.has(id)),
                  ...options.map(({ id }) => id).filter((id) => keys.has(id)),
                ],
          )
        }
        renderEmptyState={() => NONE_FOUND(t('common.noResults'))}
      >
        {(option: Option) => <OptionItem option={option} />}
      </ListBox>
    </Narrowed>
  );
}

/** One of many that acts at once. */
export function OneOf({ label, options, onChoose }: ChoiceListProps & { onChoose: (id: string) => void }) {
  const t = useText();
  return (
    <Narrowed label={label}>
      <ListBox
        className={cx('list')}
        aria-label={label}
        items={options}
        onAction={(key) => onChoose(String(key))}
        renderEmptyState={() => NONE_FOUND(t('common.noResults'))}
      >
        {(option: Option) => <OptionItem option={option} />}
      </ListBox>
    </Narrowed>
  );
}
