/** The filter as a row of chips; each opens what it asks, and everything that is whole counts at once. */
import { useState, type ReactElement, type ReactNode } from 'react';
import {
  EVERYTHING,
  FILTER_FIELD_IDS,
  isGroup,
  isWhole,
  operatorsOf,
  wholeFilter,
  type FilterCondition,
  type FilterField,
  type FilterGroup,
  type FilterPart,
  type OrganisationFilter,
} from '../../../db/model/organisation-filter.ts';
import { fieldWord, valueWords, type FilterLists } from '../../../db/model/organisation-filter-words.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { OneOf } from '../../ui/ChoiceList.tsx';
import { classes } from '../../ui/classes.ts';
import { FloatingPanel } from '../../ui/FloatingPanel.tsx';
import { Select } from '../../ui/Select.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import styles from './Table.module.css';

const cx = classes(styles);
const GROUP = 'group';

/** What conditions choose from. */
function useFilterLists(): FilterLists | undefined {
  return useTopicQuery(['organisations', 'boards', 'workspace'], ['organisations.filterLists'], () =>
    api.organisations.filterLists.query(),
  ).data;
}

interface FilterProps {
  filter: OrganisationFilter;
  onChange: (filter: OrganisationFilter) => void;
}

const replaced = <Part,>(parts: readonly Part[], at: number, part: Part | null): Part[] =>
  part === null
    ? parts.filter((_, index) => index !== at)
    : parts.map((one, index) => (index === at ? part : one));

/** The button that adds a condition, for the toolbar. */
export function AddFilter({ filter, onChange }: FilterProps) {
  const t = useText();
  return (
    <AddCondition
      label={t('registerTable.addLabel')}
      trigger={<Button icon="filter">{t('registerTable.add')}</Button>}
      parts={filter.parts}
      withGroup
      onChange={(parts) => onChange({ ...filter, parts })}
      onGroup={() =>
        onChange({
          ...filter,
          parts: [...filter.parts, { match: filter.match === 'all' ? 'any' : 'all', parts: [] }],
        })
      }
    />
  );
}

/** The conditions that there are; nothing while there are none. */
export function FilterBar({ filter, onChange, children }: FilterProps & { children?: ReactNode }) {
  const t = useText();
  const { match, parts } = filter;
  if (parts.length === 0) return null;
  const set = (at: number, part: FilterPart | null): void =>
    onChange(parts.length === 1 && part === null ? EVERYTHING : { match, parts: replaced(parts, at, part) });
  return (
    <div role="group" aria-label={t('registerTable.conditions')} className={cx('chips')}>
      {parts.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- conditions have no identity but their place
        <span key={at} className={cx('place')}>
          {at > 0 && (
            <span className={cx('between')}>
              {t(match === 'all' ? 'registerTable.and' : 'registerTable.or')}
            </span>
          )}
          {isGroup(part) ? (
            <GroupChip group={part} onChange={(next) => set(at, next)} />
          ) : (
            <ConditionChip condition={part} onChange={(next) => set(at, next)} />
          )}
        </span>
      ))}
      {parts.length > 1 && (
        <span className={cx('match')}>
          <Select<'all' | 'any'>
            label={t('registerTable.match')}
            hideLabel
            value={match}
            onChange={(next) => onChange({ match: next, parts })}
            options={[
              { id: 'all', label: t('registerTable.all') },
              { id: 'any', label: t('registerTable.any') },
            ]}
          />
        </span>
      )}
      {children}
    </div>
  );
}

function GroupChip({
  group,
  onChange,
}: {
  group: FilterGroup;
  onChange: (group: FilterGroup | null) => void;
}) {
  const t = useText();
  const { match, parts } = group;
  return (
    <span role="group" aria-label={t('registerTable.group')} className={cx('group')}>
      {parts.length === 0 && <span className={cx('between')}>{t('registerTable.emptyGroup')}</span>}
      {parts.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- conditions have no identity but their place
        <span key={at} className={cx('place')}>
          {at > 0 && (
            <button
              type="button"
              className={cx('joint')}
              title={t(match === 'all' ? 'registerTable.all' : 'registerTable.any')}
              onClick={() => onChange({ ...group, match: match === 'all' ? 'any' : 'all' })}
            >
              {t(match === 'all' ? 'registerTable.and' : 'registerTable.or')}
            </button>
          )}
          <ConditionChip
            condition={part}
            onChange={(next) => onChange({ match, parts: replaced(parts, at, next) })}
          />
        </span>
      ))}
      <AddCondition
        label={t('registerTable.addCondition')}
        trigger={<IconButton size="s" icon="plus" label={t('registerTable.addCondition')} />}
        parts={parts}
        onChange={(next) =>
          onChange({ match, parts: next.filter((one): one is FilterCondition => !isGroup(one)) })
        }
      />
      <IconButton
        size="s"
        icon="close"
        label={t('registerTable.removeGroup')}
        onPress={() => onChange(null)}
      />
    </span>
  );
}

function ConditionChip({
  condition,
  onChange,
}: {
  condition: FilterCondition;
  onChange: (condition: FilterCondition | null) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const lists = useFilterLists();
  if (!lists) return null;
  const field = fieldWord(condition.field, language);
  const { operator, values } = valueWords(condition, lists, language);
  const isMissing = !isWhole(condition);
  const words = [field, operator, isMissing ? '…' : values].filter((one) => one !== '').join(' ');
  return (
    <span className={cx('chip', isMissing && 'missing')}>
      <FloatingPanel
        label={t('registerTable.condition', { words })}
        trigger={
          <Button size="s" variant="quiet">
            <span className={cx('asked')}>{field}</span> <span className={cx('how')}>{operator}</span>
            {(values !== '' || isMissing) && (
              <>
                {' '}
                <span className={cx('what')}>{isMissing ? '…' : values}</span>
              </>
            )}
          </Button>
        }
      >
        <ConditionEditor condition={condition} lists={lists} onChange={onChange} />
      </FloatingPanel>
      <IconButton
        size="s"
        icon="close"
        label={t('registerTable.removeCondition', { words })}
        onPress={() => onChange(null)}
      />
    </span>
  );
}

/** First what is asked, then by which value, in the same panel. */
function AddCondition({
  label,
  trigger,
  parts,
  withGroup = false,
  onChange,
  onGroup,
}: {
  label: string;
  trigger: ReactElement;
  parts: readonly FilterPart[];
  withGroup?: boolean;
  onChange: (parts: FilterPart[]) => void;
  onGroup?: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const lists = useFilterLists();
  const [isOpen, setOpen] = useState(false);
  /** Place of the condition that is being made. */
  const [made, setMade] = useState<number | null>(null);
  const last = made === null ? undefined : parts[made];
  const close = (): void => {
    setOpen(false);
    setMade(null);
    // One that came to nothing goes.
    if (last && !isGroup(last) && !isWhole(last))
      onChange(wholeFilter({ match: 'all', parts: [...parts] }).parts);
  };
  const choose = (id: string): void => {
    if (id === GROUP) {
      close();
      return onGroup?.();
    }
    const field = id as FilterField;
    setMade(parts.length);
    onChange([...parts, { field, operator: operatorsOf(field)[0] ?? 'is', values: [] }]);
  };
  return (
    <FloatingPanel
      label={label}
      trigger={trigger}
      isOpen={isOpen}
      onOpenChange={(next) => (next ? setOpen(true) : close())}
    >
      {lists && last && !isGroup(last) ? (
        <ConditionEditor
          condition={last}
          lists={lists}
          onChange={(condition) => {
            if (condition === null) setMade(null);
            onChange(replaced(parts, made ?? 0, condition));
          }}
        />
      ) : (
        <OneOf
          label={t('registerTable.which')}
          options={[
            ...FILTER_FIELD_IDS.map((id) => ({ id, label: fieldWord(id, language) })),
            ...(withGroup ? [{ id: GROUP, label: t('registerTable.group') }] : []),
          ]}
          onChoose={choose}
        />
      )}
    </FloatingPanel>
  );
}
