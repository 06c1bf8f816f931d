import { useState } from 'react';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Form } from '../../ui/Form.tsx';
import styles from './Boards.module.css';

const cx = classes(styles);

/** Asks for the last day of an appointment. */
export function EndForm(props: {
  lead: string;
  /** The day that is proposed. */
  date: string;
  min: string;
  done: string;
  end: (endsOn: string) => Promise<unknown>;
  onDone: () => void;
}) {
  const t = useText();
  const [date, setDate] = useState<string | null>(props.date);
  const [error, setError] = useState<string>();
  const end = useMutationWithFeedback(props.end, {
    done: props.done,
    onSuccess: props.onDone,
    onError: ({ fields }) => {
      setError(fields['endsOn']);
      return fields['endsOn'] !== undefined;
    },
  });
  return (
    <div className={cx('appoint')}>
      <Form
        id="end"
        onSubmit={() => {
          if (date === null) setError(t('boards.problem.required'));
          else end.mutate(date);
        }}
      >
        <p>{props.lead}</p>
        <DateField
          label={t('boards.lastDay')}
          value={date}
          onChange={setDate}
          min={props.min}
          error={error}
          isRequired
          {...{ autoFocus: true }}
        />
        <div className={cx('buttons')}>
          <Button variant="primary" type="submit" isPending={end.isPending}>
            {t('boards.holderEnd')}
          </Button>
          <Button onPress={props.onDone}>{t('common.cancel')}</Button>
        </div>
      </Form>
    </div>
  );
}
