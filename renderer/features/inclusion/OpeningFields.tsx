import { WEEKDAYS } from '../../../db/model/opening-hours.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormSection } from '../../ui/Form.tsx';
import parts from '../../ui/Parts.module.css';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import type { Values } from './EntryDialog.tsx';
import styles from './Inclusion.module.css';

const cx = classes(styles);
const px = classes(parts);
const NONE = 'none';

type Week = NonNullable<Values['weeklyHours']>;
type Exceptions = NonNullable<Values['exceptions']>;

/** When a support point is open, and whom to turn to there. */
export function OpeningFields({
  values,
  change,
  error,
}: {
  values: Values;
  change: (part: Partial<Values>) => void;
  error: (field: string) => string | undefined;
}) {
  const t = useText();
  const language = useLanguage();
  const { data: roles } = useTopicQuery(['persons'], ['register.contactRoles'], () =>
    api.register.contactRoles.query(),
  );
  const week: Week = values.weeklyHours ?? [];
  const exceptions: Exceptions = values.exceptions ?? [];
  const changeTime = (at: number, part: Partial<Week[number]>): void =>
    change({ weeklyHours: week.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const changeException = (at: number, part: Partial<Exceptions[number]>): void =>
    change({ exceptions: exceptions.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const addTime = (): void => {
    const last = week.at(-1);
    const next = WEEKDAYS.find((day) => day > (last?.weekday ?? 0)) ?? 1;
    change({
      weeklyHours: [
        ...week,
        { weekday: next, opensAt: last?.opensAt ?? '12:00', closesAt: last?.closesAt ?? '16:00' },
      ],
    });
  };
  return (
    <>
      <FormSection isDense title={t('inclusion.opening')}>
        <div className={cx('times')}>
          {week.map((one, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no names of their own and don't move
            <div key={index} className={cx('time')}>
              <Select
                label={t('inclusion.openingDay')}
                hideLabel={index > 0}
                width="s"
                value={String(one.weekday)}
                onChange={(day) =>
                  changeTime(index, { weekday: WEEKDAYS.find((known) => String(known) === day) ?? 1 })
                }
                options={WEEKDAYS.map((day) => ({ id: String(day), label: t(`inclusion.weekday.${day}`) }))}
              />
              <TimeField
                label={t('inclusion.opensAt')}
                hideLabel={index > 0}
                value={one.opensAt === '' ? null : one.opensAt}
                onChange={(opensAt) => changeTime(index, { opensAt: opensAt ?? '' })}
                error={error(`weeklyHours.${index}.opensAt`)}
              />
              <TimeField
                label={t('inclusion.closesAt')}
                hideLabel={index > 0}
                value={one.closesAt === '' ? null : one.closesAt}
                onChange={(closesAt) => changeTime(index, { closesAt: closesAt ?? '' })}
                error={error(`weeklyHours.${index}.closesAt`)}
              />
              <IconButton
                icon="trash"
                size="s"
                label={t('inclusion.openingRemove', { number: index + 1 })}
                onPress={() => change({ weeklyHours: week.filter((_, other) => other !== index) })}
              />
            </div>
          ))}
          {error('weeklyHours') !== undefined && <p className={px('over')}>{error('weeklyHours')}</p>}
          <div>
            <Button size="s" icon="plus" onPress={addTime}>
              {t('inclusion.openingAdd')}
            </Button>
          </div>
        </div>
      </FormSection>
      <FormSection
        isDense
        title={t('inclusion.openingExceptions')}
        description={<p className={px('detail')}>{t('inclusion.exceptionHint')}</p>}
      >
        <div className={cx('times')}>
          {exceptions.map((one, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no names of their own and don't move
            <div key={index} className={cx('time')}>
              <DateField
                label={t('inclusion.exceptionFrom')}
                hideLabel={index > 0}
                width="s"
                value={one.startsOn === '' ? null : one.startsOn}
                onChange={(startsOn) =>
                  changeException(index, {
                    startsOn: startsOn ?? '',
                    ...(one.endsOn === '' ? { endsOn: startsOn ?? '' } : {}),
                  })
                }
                error={error(`exceptions.${index}.startsOn`)}
              />
              <DateField
                label={t('inclusion.exceptionTo')}
                hideLabel={index > 0}
                width="s"
                value={one.endsOn === '' ? null : one.endsOn}
                onChange={(endsOn) => changeException(index, { endsOn: endsOn ?? '' })}
                error={error(`exceptions.${index}.endsOn`)}
              />
              <TimeField
                label={t('inclusion.opensAt')}
                hideLabel={index > 0}
                value={one.opensAt ?? null}
                onChange={(opensAt) => changeException(index, { opensAt })}
              />
              <TimeField
                label={t('inclusion.closesAt')}
                hideLabel={index > 0}
                value={one.closesAt ?? null}
                onChange={(closesAt) => changeException(index, { closesAt })}
                error={error(`exceptions.${index}.closesAt`)}
              />
              <TextField
                label={t('inclusion.reason')}
                hideLabel={index > 0}
                width="s"
                value={one.reason ?? ''}
                onChange={(reason) => changeException(index, { reason })}
              />
              <IconButton
                icon="trash"
                size="s"
                label={t('inclusion.exceptionRemove', { number: index + 1 })}
                onPress={() => change({ exceptions: exceptions.filter((_, other) => other !== index) })}
              />
            </div>
          ))}
          {error('exceptions') !== undefined && <p className={px('over')}>{error('exceptions')}</p>}
          <div>
            <Button
              size="s"
              icon="plus"
              onPress={() => change({ exceptions: [...exceptions, { startsOn: '', endsOn: '' }] })}
            >
              {t('inclusion.exceptionAdd')}
            </Button>
          </div>
        </div>
      </FormSection>
      <Select
        label={t('inclusion.contactRole')}
        description={t('inclusion.contactRoleDetail')}
        value={values.contactRoleId ?? NONE}
        onChange={(id) => change({ contactRoleId: id === NONE ? null : id })}
        options={[
          { id: NONE, label: t('inclusion.noRole') },
          ...(roles ?? []).map(({ id, name }) => ({ id, label: inLanguage(name, language) })),
        ]}
      />
    </>
  );
}
