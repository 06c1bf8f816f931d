import { useState } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { personChoices } from '../../api/choices.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Privacy.module.css';

const cx = classes(styles);
type Consent = Outputs['privacy']['consents'][number];

/** The register of consents, e.g. to a newsletter. */
export function Consents() {
  const t = useText();
  const { data } = useTopicQuery(['privacy', 'persons'], ['privacy.consents'], () =>
    api.privacy.consents.query(),
  );
  return <Panel title={t('privacy.consents')}>{data && <ConsentList consents={data} person={null} />}</Panel>;
}

/** Consents of one person, or of all with their names. */
export function ConsentList({ consents, person }: { consents: readonly Consent[]; person: Option | null }) {
  const t = useText();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const withdraw = useMutationWithFeedback(
    ({ id, on }: { id: string; on: string | null }) => api.privacy.withdrawConsent.mutate({ id, on }),
    {
      done: t('privacy.withdrawn'),
      undo: (_, { id }) => api.privacy.withdrawConsent.mutate({ id, on: null }),
    },
  );
  return (
    <div className={cx('stack')}>
      {consents.length === 0 ? (
        <p className={cx('none')}>{t('privacy.consentsNone')}</p>
      ) : (
        <ul className={cx('list')}>
          {consents.map((one) => (
            <li key={one.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span>{person === null ? `${one.personName}: ${one.subject}` : one.subject}</span>
                <span className={cx('detail')}>
                  {t('privacy.given', { date: format.date(one.givenOn), source: one.source })}
                </span>
              </div>
              {one.withdrawnOn === null ? (
                <Button
                  size="s"
                  aria-label={`${t('privacy.withdraw')}: ${one.personName}, ${one.subject}`}
                  onPress={() => withdraw.mutate({ id: one.id, on: todayIso() })}
                >
                  {t('privacy.withdraw')}
                </Button>
              ) : (
                <Pill>{t('privacy.withdrawnOn', { date: format.date(one.withdrawnOn) })}</Pill>
              )}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="s" icon="plus" onPress={() => setAdding(true)}>
          {t('privacy.consentAdd')}
        </Button>
      </div>
      {isAdding && <ConsentDialog person={person} onClose={() => setAdding(false)} />}
    </div>
  );
}

function ConsentDialog({ person, onClose }: { person: Option | null; onClose: () => void }) {
  const t = useText();
  const [chosen, setChosen] = useState(person);
  const [subject, setSubject] = useState(t('privacy.newsletter'));
  const [source, setSource] = useState('');
  const [givenOn, setGivenOn] = useState<string | null>(todayIso());
  const [errors, setErrors] = useState<Record<string, string>>({});
  const add = useMutationWithFeedback(
    () =>
      api.privacy.addConsent.mutate({
        personId: chosen?.id ?? '',
        subject,
        source,
        givenOn: givenOn ?? '',
        withdrawnOn: null,
      }),
    {
      done: t('privacy.consentAdded'),
      onSuccess: onClose,
      onError: ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    },
  );
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('privacy.consentAdd')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="consent" variant="primary" isPending={add.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        id="consent"
        onSubmit={() => {
          if (chosen === null) setErrors({ personId: t('common.field.required') });
          else add.mutate(undefined);
        }}
      >
        {person === null && (
          <ComboBox
            label={t('privacy.choosePerson')}
            value={chosen}
            onChange={setChosen}
            load={personChoices}
            error={errors['personId']}
            isRequired
            {...{ autoFocus: true }}
          />
        )}
        <TextField
          label={t('privacy.subject')}
          value={subject}
          onChange={setSubject}
          error={errors['subject']}
          isRequired
        />
        <TextField
          label={t('privacy.source')}
          description={t('privacy.sourceHint')}
          value={source}
          onChange={setSource}
          error={errors['source']}
          isRequired
        />
        <DateField
          label={t('privacy.givenOn')}
          value={givenOn}
          onChange={setGivenOn}
          max={todayIso()}
          error={errors['givenOn']}
          isRequired
        />
      </Form>
    </Dialog>
  );
}
