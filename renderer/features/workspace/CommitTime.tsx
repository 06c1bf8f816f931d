import { useState } from 'react';
import { TimeField } from '../../ui/TimeField.tsx';

/** A time that is written when it is whole and the field is left, or with Enter: not at every digit. */
export function CommitTime({
  label,
  value,
  onCommit,
  error,
  isDisabled = false,
}: {
  label: string;
  value: string | null;
  onCommit: (time: string | null) => void;
  error?: string | undefined;
  isDisabled?: boolean;
}) {
  const [draft, setDraft] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setDraft(value);
  }
  const commit = (): void => {
    if (draft !== value) onCommit(draft);
  };
  return (
    <div
      role="presentation"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) commit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    >
      <TimeField label={label} value={draft} onChange={setDraft} error={error} isDisabled={isDisabled} />
    </div>
  );
}
