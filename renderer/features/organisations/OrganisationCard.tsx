import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { AREA_KINDS, LIFE_COURSES } from '../../../db/model/register-card.ts';
import { organisationChoices } from '../../api/choices.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useMunicipalities } from '../../api/register-lists.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fact, Facts, Form, FormRow, FormSection } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Organisation.module.css';

const cx = classes(styles);
const OWN = 'own';
type Card = Outputs['register']['card'];

const valuesOf = ({ lifeCourses, areaKind, areaCodes, endedOn, mergedIntoId, formerNames, tags }: Card) => ({
  lifeCourses,
  areaKind,
  areaCodes,
  endedOn,
  mergedIntoId,
  formerNames,
  tags,
});

/** Groups, area of work, networks, tags, former names and what became of it. */
export function OrganisationCard({ id }: { id: string }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const { data } = useTopicQuery(['organisations'], ['register.card', id], () =>
    api.register.card.query({ id }),
  );
  if (!data) return null;
  const period = (startsOn: string | null, endsOn: string | null): string =>
    `${startsOn === null ? '' : format.date(startsOn)}–${endsOn === null ? '' : format.date(endsOn)}`;
  const isEmpty =
    data.lifeCourses.length + data.tags.length + data.formerNames.length + data.networks.length === 0 &&
    data.areaKind === null &&
    data.endedOn === null &&
    data.mergedInto === null;
  return (
    <Panel
      title={t('networks.cardTitle')}
      actions={
        <Button size="s" icon="edit" aria-label={t('networks.cardEdit')} onPress={() => setEditing(true)}>
          {t('common.edit')}
        </Button>
      }
    >
      {isEmpty && <p className={cx('none')}>{t('networks.cardEmpty')}</p>}
      <Facts>
        {data.lifeCourses.length > 0 && (
          <Fact name={t('networks.lifeCourse')}>
            {data.lifeCourses.map((one) => (
              <div key={one}>{t(`networks.lifeCourse.${one}`)}</div>
            ))}
          </Fact>
        )}
        {data.areaKind !== null && (
          <Fact name={t('networks.area')}>
            {data.areaKind === 'municipalities'
              ? data.areas.map((area) => inLanguage(area, language)).join(', ')
              : t(`networks.area.${data.areaKind}`)}
          </Fact>
        )}
        {data.networks.length > 0 && (
          <Fact name={t('networks.networks')}>
            {data.networks.map((one) => (
              <div key={one.memberId}>
                {inLanguage(one.name, language)}, {period(one.startsOn, one.endsOn)}
              </div>
            ))}
          </Fact>
        )}
        {data.tags.length > 0 && (
          <Fact name={t('networks.tags')}>
            <span className={cx('inline')}>
              {data.tags.map((tag) => (
                <Pill key={tag}>{tag}</Pill>
              ))}
            </span>
          </Fact>
        )}
        {data.formerNames.length > 0 && (
          <Fact name={t('networks.formerNames')}>
            {data.formerNames.map((one) => (
              <div key={`${one.name} ${one.startsOn} ${one.endsOn}`}>
                {one.name}
                {(one.startsOn !== null || one.endsOn !== null) && `, ${period(one.startsOn, one.endsOn)}`}
              </div>
            ))}
          </Fact>
        )}
        {data.endedOn !== null && <Fact name={t('networks.endedOn')}>{format.date(data.endedOn)}</Fact>}
        {data.mergedInto !== null && data.mergedIntoId !== null && (
          <Fact name={t('networks.mergedInto')}>
            <Button
              size="s"
              variant="quiet"
              onPress={() => navigate({ name: 'organisation', id: data.mergedIntoId ?? '' })}
            >
              {inLanguage(data.mergedInto, language)}
            </Button>
          </Fact>
        )}
      </Facts>
      {isEditing && <CardDialog key={data.version} card={data} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function CardDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const t = useText();
  const language = useLanguage();
  const municipalities = useMunicipalities();
  const [values, setValues] = useState(valuesOf(card));
  const [merged, setMerged] = useState(
    card.mergedInto && card.mergedIntoId
      ? { id: card.mergedIntoId, label: inLanguage(card.mergedInto, language) }
      : null,
  );
  const [tag, setTag] = useState('');
  const [area, setArea] = useState<Option | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { data: known } = useTopicQuery(['organisations'], ['register.tags'], () =>
    api.register.tags.query(),
  );
  const set = (change: Partial<typeof values>): void => setValues((old) => ({ ...old, ...change }));
  const save = useMutationWithFeedback(
    // A tag that is typed and not yet added is meant, too.
    () =>
      api.register.saveCard.mutate({
        id: card.id,
        version: card.version,
        values: tag.trim() === '' ? values : { ...values, tags: [...values.tags, tag.trim()] },
      }),
    {
      done: t('networks.cardSaved'),
      undo: ({ version }) => api.register.saveCard.mutate({ id: card.id, version, values: valuesOf(card) }),
      onSuccess: onClose,
      onError: ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    },
  );
  const addTag = (text: string): void => {
    if (text.trim() !== '') set({ tags: [...values.tags.filter((one) => one !== text.trim()), text.trim()] });
    setTag('');
  };
  const suggested = (known ?? []).filter((one) => !values.tags.includes(one)).slice(0, 12);
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('networks.cardTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="card" variant="primary" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="card" onSubmit={() => save.mutate(undefined)}>
        {Object.keys(errors).length > 0 && (
          <Banner tone="danger" isAlert>
            {Object.values(errors).join(' ')}
          </Banner>
        )}
        <FormSection title={t('networks.lifeCourse')} isDense>
          {LIFE_COURSES.map((one) => (
            <Checkbox
              key={one}
              isSelected={values.lifeCourses.includes(one)}
              onChange={(isSelected) =>
                set({
                  lifeCourses: LIFE_COURSES.filter((each) =>
                    each === one ? isSelected : values.lifeCourses.includes(each),
                  ),
                })
              }
            >
              {t(`networks.lifeCourse.${one}`)}
            </Checkbox>
          ))}
        </FormSection>
        <FormSection title={t('networks.area')} isDense>
          <Select
            label={t('networks.area')}
            hideLabel
            width="m"
            value={values.areaKind ?? OWN}
            onChange={(id) => set({ areaKind: AREA_KINDS.find((one) => one === id) ?? null })}
            options={[
              { id: OWN, label: t('networks.area.own') },
              ...AREA_KINDS.map((id) => ({ id, label: t(`networks.area.${id}`) })),
            ]}
          />
          {values.areaKind === 'municipalities' && (
            <>
              <ul className={cx('list')}>
                {values.areaCodes.map((code) => {
                  const label = municipalities.byCode(code)?.label ?? code;
                  return (
                    <li key={code} className={cx('entry')}>
                      <span>{label}</span>
                      <IconButton
                        icon="trash"
                        size="s"
                        label={`${t('common.remove')}: ${label}`}
                        onPress={() => set({ areaCodes: values.areaCodes.filter((one) => one !== code) })}
                      />
                    </li>
                  );
                })}
              </ul>
              <div className={cx('tagRow')}>
                <ComboBox
                  label={t('networks.addMunicipality')}
                  width="m"
                  value={area}
                  onChange={setArea}
                  load={municipalities.find}
                />
                <Button
                  isDisabled={area === null}
                  onPress={() => {
                    if (area && !values.areaCodes.includes(area.id))
                      set({ areaCodes: [...values.areaCodes, area.id] });
                    setArea(null);
                  }}
                >
                  {t('networks.addMunicipality')}
                </Button>
              </div>
            </>
          )}
        </FormSection>
        <FormSection title={t('networks.tags')} isDense>
          <div className={cx('inline')}>
            {values.tags.map((one) => (
              <Button
                key={one}
                size="s"
                iconAfter="close"
                aria-label={`${t('common.remove')}: ${one}`}
                onPress={() => set({ tags: values.tags.filter((other) => other !== one) })}
              >
                {one}
              </Button>
            ))}
          </div>
          <div className={cx('tagRow')}>
            <TextField label={t('networks.tagNew')} width="m" value={tag} onChange={setTag} />
            <Button onPress={() => addTag(tag)}>{t('common.add')}</Button>
          </div>
          {suggested.length > 0 && (
            <div className={cx('inline')}>
              {suggested.map((one) => (
                <Button
                  key={one}
                  size="s"
                  variant="quiet"
                  icon="plus"
                  aria-label={`${t('common.add')}: ${one}`}
                  onPress={() => addTag(one)}
                >
                  {one}
                </Button>
              ))}
            </div>
          )}
        </FormSection>
        <FormSection title={t('networks.formerNames')} isDense>
          {values.formerNames.map((one, index) => {
            const change = (part: Partial<typeof one>): void =>
              set({
                formerNames: values.formerNames.map((each, at) =>
                  at === index ? { ...each, ...part } : each,
                ),
              });
            return (
              // oxlint-disable-next-line react/no-array-index-key -- the rows have no other identity while they are typed
              <FormRow key={index}>
                <TextField
                  label={t('networks.formerName', { number: index + 1 })}
                  width="m"
                  value={one.name}
                  onChange={(name) => change({ name })}
                />
                <DateField
                  label={t('networks.startsOn')}
                  value={one.startsOn}
                  onChange={(startsOn) => change({ startsOn })}
                />
                <DateField
                  label={t('networks.endsOn')}
                  value={one.endsOn}
                  onChange={(endsOn) => change({ endsOn })}
                />
                <IconButton
                  icon="trash"
                  label={`${t('common.remove')}: ${one.name}`}
                  onPress={() => set({ formerNames: values.formerNames.filter((_, at) => at !== index) })}
                />
              </FormRow>
            );
          })}
          <div>
            <Button
              size="s"
              icon="plus"
              onPress={() =>
                set({ formerNames: [...values.formerNames, { name: '', startsOn: null, endsOn: null }] })
              }
            >
              {t('networks.formerNameAdd')}
            </Button>
          </div>
        </FormSection>
        <FormSection title={t('networks.ending')} isDense>
          <FormRow>
            <DateField
              label={t('networks.endedOn')}
              value={values.endedOn}
              onChange={(endedOn) => set({ endedOn })}
            />
            <ComboBox
              label={t('networks.mergedInto')}
              width="m"
              value={merged}
              onChange={(chosen) => {
                setMerged(chosen ? { id: chosen.id, label: chosen.label } : null);
                set({ mergedIntoId: chosen?.id ?? null });
              }}
              load={organisationChoices}
              error={errors['mergedIntoId']}
            />
          </FormRow>
        </FormSection>
      </Form>
    </Dialog>
  );
}
