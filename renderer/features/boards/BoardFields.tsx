import { Controller, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { inLanguage } from '../../../db/model/language.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import type { TextKey } from '../../i18n/fi.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { FormGrid, FormWide } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

const NONE = 'none';

/** Fields of a board and their words. */
export const BOARD_LABELS = {
  nameFi: 'boards.name',
  shortName: 'boards.shortName',
  regionCode: 'boards.region',
  appointedBy: 'boards.appointedBy',
  appointmentDecision: 'boards.appointmentDecision',
  meetingsPerYear: 'boards.meetingsPerYear',
  nameSv: 'boards.nameSv',
  nameEn: 'boards.nameEn',
} as const satisfies Record<string, TextKey>;
export type BoardFieldName = keyof typeof BOARD_LABELS;

const HINTS: Partial<Record<BoardFieldName, TextKey>> = {
  nameFi: 'boards.nameHint',
  shortName: 'boards.shortNameHint',
  appointedBy: 'boards.appointedByHint',
};

/** What a board is called, where it is and who appointed it. `prefix`: where it lies in the form. */
export function BoardFields<Input extends FieldValues, Output>({
  control,
  prefix = '',
}: {
  control: Control<Input, unknown, Output>;
  prefix?: '' | 'board.';
}) {
  const t = useText();
  const language = useLanguage();
  const { data } = useTopicQuery(['workspace'], ['classifications.regions'], () =>
    api.classifications.regions.query(),
  );
  const text = (name: Exclude<BoardFieldName, 'regionCode'>, isRequired = false) => {
    const hint = HINTS[name];
    return (
      <Controller
        control={control}
        name={`${prefix}${name}` as FieldPath<Input>}
        render={({ field, fieldState }) => (
          <TextField
            label={t(BOARD_LABELS[name])}
            {...(hint ? { description: t(hint as 'boards.nameHint') } : {})}
            value={(field.value as string | null) ?? ''}
            onChange={field.onChange}
            onBlur={field.onBlur}
            inputRef={field.ref}
            error={fieldState.error?.message}
            isRequired={isRequired}
          />
        )}
      />
    );
  };
  return (
    <FormGrid>
      <FormWide>{text('nameFi', true)}</FormWide>
      {text('shortName', true)}
      <Controller
        control={control}
        name={`${prefix}regionCode` as FieldPath<Input>}
        render={({ field, fieldState }) => (
          <Select
            label={t('boards.region')}
            value={(field.value as string | null) ?? NONE}
            onChange={(code) => field.onChange(code === NONE ? null : code)}
            options={[
              { id: NONE, label: '–' },
              ...(data ?? []).map(({ code, name }) => ({ id: code, label: inLanguage(name, language) })),
            ]}
            error={fieldState.error?.message}
          />
        )}
      />
      {text('appointedBy')}
      {text('appointmentDecision')}
      {text('nameSv')}
      {text('nameEn')}
      {text('meetingsPerYear')}
    </FormGrid>
  );
}
