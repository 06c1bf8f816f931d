import { Controller, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useText } from '../../i18n/language.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/Form.tsx';

/** First and last day of a term. */
export function TermFields<Input extends FieldValues, Output>({
  control,
  names,
}: {
  control: Control<Input, unknown, Output>;
  names: { startsOn: FieldPath<Input>; endsOn: FieldPath<Input> };
}) {
  const t = useText();
  return (
    <FormRow>
      {(['startsOn', 'endsOn'] as const).map((which) => (
        <Controller
          key={which}
          control={control}
          name={names[which]}
          render={({ field, fieldState }) => (
            <DateField
              label={t(which === 'startsOn' ? 'boards.termStarts' : 'boards.termEnds')}
              value={(field.value as string | null) || null}
              onChange={(date) => field.onChange(date ?? '')}
              error={fieldState.error?.message}
              isRequired
            />
          )}
        />
      ))}
    </FormRow>
  );
}
