/**
 * Editors that stand in a cell of the table. Enter saves, Escape gives up, leaving the cell saves; what cannot be saved
 * stays with the reason under it.
 */
import { useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { api, type Inputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Table.module.css';

const cx = classes(styles);

type Cell = Inputs['organisations']['changeCell']['key'];
type Value = string | number | null;

export interface CellProps {
  /** The organisation as it was when the editing began. */
  row: { id: string; version: number; name: string };
  /** Heading of the column. */
  column: string;
  onClose: () => void;
}

/** Saves one value with undo; `error` is why it could not be saved. */
function useCell({ row, column, onClose }: CellProps, cell: Cell, before: Value) {
  const t = useText();
  const [error, setError] = useState<string>();
  const isClosed = useRef(false);
  const save = useMutationWithFeedback(
    (value: Value) =>
      api.organisations.changeCell.mutate({ id: row.id, version: row.version, key: cell, value }),
    {
      done: t('registerTable.cellSaved', { column, name: row.name }),
      undo: ({ version, before: former }) =>
        api.organisations.changeCell.mutate({ id: row.id, version, key: cell, value: former }),
      onSuccess: () => close(),
      onError: ({ message, fields }) => {
        setError(fields[cell] ?? message);
        return true;
      },
    },
  );
  const close = (): void => {
    if (isClosed.current) return;
    isClosed.current = true;
    onClose();
  };
  return {
    error,
    close,
    commit: (value: Value): void => {
      if (isClosed.current || save.isPending) return;
      if ((value ?? '') === (before ?? '')) return close();
      save.mutate(value);
    },
  };
}

/** Keys and focus of an editor. */
function Frame({
  onSave,
  onCancel,
  children,
}: {
  /** By Enter, or because the focus went elsewhere. */
  onSave: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const isListOpen = (target: EventTarget): boolean =>
    (target as Element).getAttribute('aria-expanded') === 'true';
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the field inside has the focus and the role
    <div
      className={cx('editor')}
      onKeyDownCapture={(event: KeyboardEvent) => {
        if (isListOpen(event.target) || !event.currentTarget.contains(event.target as Node)) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        } else if (event.key === 'Enter') {
          event.preventDefault();
          event.stopPropagation();
          onSave();
        }
      }}
      onBlur={(event: FocusEvent) => {
        const next = event.relatedTarget as Element | null;
        // The list or the calendar of the field is not elsewhere.
        if (event.currentTarget.contains(next) || next?.closest('[role="dialog"], [role="listbox"]')) return;
        onSave();
      }}
    >
      {children}
    </div>
  );
}

export function TextCell({ cell, value, ...own }: CellProps & { cell: Cell; value: string | null }) {
  const t = useText();
  const [text, setText] = useState(value ?? '');
  const { error, close, commit } = useCell(own, cell, value);
  return (
    <Frame onSave={() => commit(text === '' ? null : text)} onCancel={close}>
      <TextField
        label={t('registerTable.editCell', { column: own.column, name: own.row.name })}
        hideLabel
        {...{ autoFocus: true }}
        value={text}
        onChange={setText}
        error={error}
        onFocus={(event) => (event.target as HTMLInputElement).select()}
      />
    </Frame>
  );
}

export function DateCell({ cell, value, ...own }: CellProps & { cell: Cell; value: string | null }) {
  const t = useText();
  const [day, setDay] = useState(value);
  const { error, close, commit } = useCell(own, cell, value);
  return (
    <Frame onSave={() => commit(day)} onCancel={close}>
      <DateField
        label={t('registerTable.editCell', { column: own.column, name: own.row.name })}
        hideLabel
        {...{ autoFocus: true }}
        value={day}
        onChange={setDay}
        error={error}
      />
    </Frame>
  );
}

export function ChoiceCell({
  cell,
  value,
  options,
  isNumber = false,
  isRequired = false,
  ...own
}: CellProps & {
  cell: Cell;
  value: string | null;
  options: readonly Option[];
  /** The value is a number; options have text ids. */
  isNumber?: boolean;
  /** It cannot be emptied. */
  isRequired?: boolean;
}) {
  const t = useText();
  const valueOf = (id: string | null): Value => (id !== null && isNumber ? Number(id) : id);
  const [chosen, setChosen] = useState(() => options.find(({ id }) => id === value) ?? null);
  const { error, close, commit } = useCell(own, cell, valueOf(value));
  return (
    <Frame
      onSave={() => (chosen === null && isRequired ? close() : commit(valueOf(chosen?.id ?? null)))}
      onCancel={close}
    >
      <ComboBox
        label={t('registerTable.editCell', { column: own.column, name: own.row.name })}
        hideLabel
        {...{ autoFocus: true }}
        value={chosen}
        onChange={(option) => {
          setChosen(option);
          if (option !== null) commit(valueOf(option.id));
        }}
        load={(text) => {
          const said = text.toLowerCase();
          return options.filter(({ label }) => label.toLowerCase().includes(said));
        }}
        {...(error === undefined ? {} : { error })}
      />
    </Frame>
  );
}
