import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useText } from '../i18n/language.ts';
import { FieldLabel, FieldNotes, fieldClass, fieldFrame, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { listClass, OptionItem, type Option } from './ListBox.tsx';

export interface ComboBoxProps extends FieldProps {
  /** The chosen option with its words (they are shown before anything is loaded), or `null`. */
  value: Option | null;
  onChange: (value: Option | null) => void;
  /**
   * The options for what was typed (empty text: the first ones). Called after a short pause; an answer that comes
   * late is dropped. Filter with `startsWith`/search in the backend, or in memory.
   */
  load: (text: string) => readonly Option[] | Promise<readonly Option[]>;
  /** Offers to make a new one of what was typed, e.g. an organisation that is not in the register. */
  onCreate?: ((text: string) => void) | undefined;
  createLabel?: ((text: string) => string) | undefined;
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
}

const CREATE = ' create';

export interface Answer {
  /** What was asked; null before the first answer. */
  query: string | null;
  options: readonly Option[];
}

/**
 * The options for what is typed now: those of its answer, and until that is here those of the last answer that say
 * what is typed, so that Enter never takes one of another question.
 */
export function optionsFor(answer: Answer, wanted: string): readonly Option[] {
  if (answer.query === wanted || wanted === '') return answer.options;
  const said = wanted.toLowerCase();
  return answer.options.filter(({ label, detail = '' }) =>
    `${label}\n${detail}`.toLowerCase().includes(said),
  );
}

/** One of many: type to narrow, ↑ ↓ to move, Enter to choose. */
export function ComboBox(props: ComboBoxProps) {
  const {
    value,
    onChange,
    load,
    onCreate,
    createLabel,
    placeholder,
    isRequired = false,
    isDisabled = false,
  } = props;
  const t = useText();
  const [text, setText] = useState(value?.label ?? '');
  const [answer, setAnswer] = useState<Answer>({ query: null, options: [] });
  /** Just chosen: the list closes on it, before the owner has its say about the value. */
  const [chosen, setChosen] = useState<Option | null>(null);
  /** The text was set by a choice and not typed, so that it opens no list. */
  const [isSettled, setSettled] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const round = useRef(0);
  const latestLoad = useRef(load);
  useEffect(() => {
    latestLoad.current = load;
  });

  // The words follow a value that was set from outside.
  const [shown, setShown] = useState(value?.id);
  if (value?.id !== shown) {
    setShown(value?.id);
    setText(value?.label ?? '');
  }

  const wanted = text === value?.label ? '' : text.trim();
  useEffect(() => {
    if (!isOpen) return;
    const own = ++round.current;
    const timer = setTimeout(
      () => {
        void Promise.resolve(latestLoad.current(wanted)).then(
          (found) => {
            if (own === round.current) setAnswer({ query: wanted, options: found });
          },
          () => {
            if (own === round.current) setAnswer({ query: wanted, options: [] });
          },
        );
      },
      wanted === '' ? 0 : 120,
    );
    return () => clearTimeout(timer);
  }, [wanted, isOpen]);

  const isAnswered = answer.query === wanted;
  const options = optionsFor(answer, wanted);
  const items: Option[] = [...options];
  // A new one is offered only when it is known that there is none: before, Enter would make a second of the same name.
  if (
    onCreate &&
    isAnswered &&
    wanted !== '' &&
    !options.some(({ label }) => label.toLowerCase() === wanted.toLowerCase())
  )
    items.push({ id: CREATE, label: createLabel?.(wanted) ?? `${t('common.create')}: ${wanted}` });

  return (
    <AriaComboBox
      value={chosen?.id ?? value?.id ?? null}
      onChange={(key) => {
        if (key === CREATE) return onCreate?.(wanted);
        if (key === null) return onChange(null);
        const option = options.find(({ id }) => id === key) ?? (value?.id === key ? value : undefined);
        if (!option) return;
        setSettled(true);
        if (isOpen) setChosen(option);
        setText(option.label);
        onChange(option);
      }}
      inputValue={text}
      onInputChange={(next) => {
        setSettled(false);
        setText(next);
        if (next === '' && value) onChange(null);
      }}
      onOpenChange={(open) => {
        setOpen(open);
        if (open || chosen === null) return;
        // An owner that takes what was chosen and keeps its value empty gets an empty field for the next one.
        setChosen(null);
        setText(value?.label ?? '');
      }}
      items={items}
      menuTrigger={isSettled ? 'manual' : 'focus'}
      onBlur={() => setSettled(false)}
      allowsEmptyCollection
      isRequired={isRequired}
      isDisabled={isDisabled}
      {...fieldFrame(props)}
    >
      <FieldLabel own={props} isRequired={isRequired} />
      <Group className={fieldClass('control')}>
        <Input
          className={fieldClass('input')}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(props.autoFocus ? { autoFocus: true } : {})}
        />
        <Button className={fieldClass('inner')} aria-label={t('common.openList')}>
          <Icon name="chevronDown" size={16} />
        </Button>
      </Group>
      <FieldNotes own={props} />
      <Popover className={listClass('popover')} offset={4}>
        <ListBox
          className={listClass('list')}
          renderEmptyState={() => (
            <div className={listClass('note')}>{t(isAnswered ? 'common.noResults' : 'common.searching')}</div>
          )}
        >
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
