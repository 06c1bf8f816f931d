import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { api } from '../../api/client.ts';
import { personChoices } from '../../api/choices.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import type { Matrix } from './ContactMatrix.tsx';
import styles from './Networks.module.css';

const cx = classes(styles);

/** Who is in a contact role of a municipality or the region, and who comes next. */
export function ContactDialog({
  matrix,
  row,
  role,
  onClose,
}: {
  matrix: Matrix;
  row: Matrix['rows'][number];
  role: Matrix['roles'][number];
  onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [person, setPerson] = useState<Option | null>(null);
  const [startsOn, setStartsOn] = useState<string | null>(todayIso());
  const [error, setError] = useState<string>();
  const holders = row.holders.filter((one) => one.roleId === role.id);
  const set = useMutationWithFeedback(
    (input: { personId: string; startsOn: string }) =>
      api.register.setContactHolder.mutate({
        ...input,
        roleId: role.id,
        municipalityCode: row.municipalityCode,
        regionCode: row.municipalityCode === null ? matrix.region.code : null,
      }),
    { done: t('networks.holderSet'), onSuccess: onClose },
  );
  const end = useMutationWithFeedback(
    ({ id, endsOn }: { id: string; endsOn: string | null }) =>
      api.register.endContactHolder.mutate({ id, endsOn }),
    {
      done: t('networks.holderEnded'),
      undo: (_, { id }) => api.register.endContactHolder.mutate({ id, endsOn: null }),
      onSuccess: onClose,
    },
  );
  const create = useMutationWithFeedback(
    (name: string) => api.persons.create.mutate({ name, shortName: null, email: null, phone: null }),
    { onSuccess: ({ id }, name) => setPerson({ id, label: name }) },
  );
  return (
    <Dialog
      isOpen
      title={inLanguage(role.name, language)}
      lead={inLanguage(row.name, language)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="contact" variant="primary" isPending={set.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <ul className={cx('list')}>
        {holders.map((one) => (
          <li key={one.id} className={cx('entry')}>
            <div className={cx('words')}>
              <span>{one.person}</span>
              <span className={cx('detail')}>
                {[one.email, one.phone, t('networks.since', { date: format.date(one.startsOn) })]
                  .filter((value) => value !== null)
                  .join(', ')}
              </span>
            </div>
            <Button size="s" onPress={() => end.mutate({ id: one.id, endsOn: todayIso() })}>
              {t('networks.endToday')}
            </Button>
          </li>
        ))}
      </ul>
      <Form
        id="contact"
        onSubmit={() => {
          if (person === null || startsOn === null) setError(t('common.field.required'));
          else set.mutate({ personId: person.id, startsOn });
        }}
      >
        <ComboBox
          label={t('networks.person')}
          value={person}
          onChange={setPerson}
          load={personChoices}
          onCreate={(name) => create.mutate(name)}
          createLabel={(name) => t('organisations.personCreate', { name })}
          error={person === null ? error : undefined}
          isRequired
          {...{ autoFocus: true }}
        />
        <DateField
          label={t('networks.startsOn')}
          value={startsOn}
          onChange={setStartsOn}
          error={startsOn === null ? error : undefined}
          isRequired
        />
      </Form>
    </Dialog>
  );
}
