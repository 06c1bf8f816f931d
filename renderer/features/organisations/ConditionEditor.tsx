import {
  FILTER_FIELDS,
  operatorsOf,
  valuesOf,
  type FilterCondition,
  type FilterOperator,
} from '../../../db/model/organisation-filter.ts';
import {
  fieldWord,
  filterOptions,
  operatorWord,
  type FilterLists,
} from '../../../db/model/organisation-filter-words.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ManyOf } from '../../ui/ChoiceList.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Table.module.css';

const cx = classes(styles);

/** One condition: how it compares, and with what. Takes effect as it changes. */
export function ConditionEditor({
  condition,
  lists,
  onChange,
}: {
  condition: FilterCondition;
  lists: FilterLists;
  onChange: (condition: FilterCondition) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { field, operator, values } = condition;
  const isDays = (one: FilterOperator): boolean => one === 'lastDays' || one === 'olderDays';
  const setOperator = (next: FilterOperator): void =>
    onChange({
      field,
      operator: next,
      // What was chosen stays where it still means the same.
      values: valuesOf(field, next) === 'none' || isDays(next) !== isDays(operator) ? [] : values,
    });
  const [value = ''] = values;
  return (
    <>
      <span className={cx('fieldName')}>{fieldWord(field, language)}</span>
      <Select<FilterOperator>
        label={t('registerTable.operator')}
        hideLabel
        value={operator}
        onChange={setOperator}
        options={operatorsOf(field).map((id) => ({ id, label: operatorWord(id, language) }))}
      />
      {valuesOf(field, operator) === 'many' && (
        <ManyOf
          label={t('registerTable.value')}
          options={filterOptions(field, lists, language)}
          values={values}
          onChange={(next) => onChange({ ...condition, values: next })}
        />
      )}
      {valuesOf(field, operator) === 'one' &&
        (FILTER_FIELDS[field] === 'text' ? (
          <TextField
            label={t('registerTable.value')}
            hideLabel
            {...{ autoFocus: true }}
            value={value}
            maxLength={300}
            onChange={(next) => onChange({ ...condition, values: next === '' ? [] : [next] })}
          />
        ) : isDays(operator) ? (
          <NumberField
            label={t('registerTable.days')}
            {...{ autoFocus: true }}
            minValue={0}
            maxValue={36_500}
            value={value === '' ? null : Number(value)}
            onChange={(next) => onChange({ ...condition, values: next === null ? [] : [String(next)] })}
          />
        ) : (
          <DateField
            label={t('registerTable.value')}
            hideLabel
            {...{ autoFocus: true }}
            value={value === '' ? null : value}
            onChange={(next) => onChange({ ...condition, values: next === null ? [] : [next] })}
          />
        ))}
    </>
  );
}
