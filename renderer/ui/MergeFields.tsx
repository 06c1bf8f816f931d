import { useState } from 'react';
import { FormGrid } from './Form.tsx';
import { RadioGroup } from './RadioGroup.tsx';

/** The first or the second of two. */
export type Side = '0' | '1';

export interface MergeField<Key extends string> {
  key: Key;
  label: string;
  /** The values of both in words; empty: no value. */
  texts: readonly [string, string];
}

/** Which of two stays, and whose value of each field: unless the user says otherwise the one there is, or its own. */
export function useMerge<Key extends string>(): {
  keep: Side;
  setKeep: (side: Side) => void;
  sideOf: (field: MergeField<Key>) => Side;
  choose: (key: Key, side: Side) => void;
} {
  const [keep, setKeep] = useState<Side>('0');
  const [choices, setChoices] = useState<Partial<Record<Key, Side>>>({});
  return {
    keep,
    setKeep,
    sideOf: ({ key, texts }) => choices[key] ?? (texts[Number(keep) as 0 | 1] === '' ? other(keep) : keep),
    choose: (key, side) => setChoices((now) => ({ ...now, [key]: side })),
  };
}

const other = (side: Side): Side => (side === '0' ? '1' : '0');

/** Two entries beside each other: which stays, and which value of each field that differs (yhdistäminen). */
export function MergeFields<Key extends string>({
  merge,
  names,
  details,
  fields,
  words,
}: {
  merge: ReturnType<typeof useMerge<Key>>;
  names: readonly [string, string];
  /** What tells the two apart when their names do not. */
  details?: readonly [string, string];
  fields: readonly MergeField<Key>[];
  words: { keep: string; value: (field: string) => string; same: string };
}) {
  const sides = ['0', '1'] as const;
  return (
    <>
      <RadioGroup<Side>
        label={words.keep}
        value={merge.keep}
        onChange={merge.setKeep}
        options={sides.map((id, at) => ({ id, label: names[at]!, detail: details?.[at] }))}
      />
      {fields.length === 0 && <p>{words.same}</p>}
      <FormGrid>
        {fields.map((field) => (
          <RadioGroup<Side>
            key={field.key}
            label={words.value(field.label)}
            value={merge.sideOf(field)}
            onChange={(side) => merge.choose(field.key, side)}
            options={sides.map((id, at) => ({ id, label: field.texts[at] || '–' }))}
          />
        ))}
      </FormGrid>
    </>
  );
}
