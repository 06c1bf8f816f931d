import { useState } from 'react';
import { CHANNELS, LEGAL_GROUNDS, RESTRICTION_GROUNDS } from '../../../db/model/privacy.ts';
import { valueWord } from '../../../db/model/data-words.ts';
import { api, type Outputs } from '../../api/client.ts';
import { personChoices } from '../../api/choices.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Fact, Facts, Form } from '../../ui/Form.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ConsentList } from './Consents.tsx';
import { ErasureDialog } from './ErasureDialog.tsx';
import styles from './Privacy.module.css';
import { TOPICS } from './topics.ts';

const cx = classes(styles);
const DEFAULT = 'default';
type Privacy = Outputs['privacy']['person'];

/** One person's data: the report, purpose and ground, consents, restriction, erasure. */
export function PersonData({ personId }: { personId: string | null }) {
  const t = useText();
  const { data, error } = useTopicQuery(
    TOPICS,
    ['privacy.person', personId ?? ''],
    () => api.privacy.person.query({ personId: personId ?? '' }),
    { enabled: personId !== null },
  );
  const shown = personId !== null && data?.personId === personId ? data : null;
  return (
    <div className={cx('stack')}>
      <ComboBox
        label={t('privacy.choosePerson')}
        placeholder={t('privacy.choosePersonHint')}
        width="m"
        value={shown ? { id: shown.personId, label: shown.name } : null}
        onChange={(chosen) =>
          navigate(chosen ? { name: 'privacy', person: chosen.id } : { name: 'privacy' }, { replace: true })
        }
        load={personChoices}
      />
      {personId === null && (
        <EmptyState title={t('privacy.noPerson')}>{t('privacy.noPersonBody')}</EmptyState>
      )}
      {personId !== null && error && <Banner tone="danger">{error.message}</Banner>}
      {shown && <OnePerson key={shown.personId} person={shown} />}
    </div>
  );
}

function OnePerson({ person }: { person: Privacy }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [isErasing, setErasing] = useState(false);
  const { personId, name } = person;
  const report = (kind: 'pdf' | 'json'): void =>
    void saveFile(kind, `${t('privacy.reportFile')}.${kind}`, (target) =>
      api.privacy.exportReport.mutate({ personId, format: kind, language, target }),
    );
  const restrict = useMutationWithFeedback(
    (ground: Privacy['restrictionGround']) => api.privacy.restrict.mutate({ personId, ground }),
    {
      done: (_, ground) => t(ground === null ? 'privacy.restrictionLifted' : 'privacy.restrictedDone'),
      undo: () => api.privacy.restrict.mutate({ personId, ground: person.restrictionGround }),
    },
  );
  return (
    <div className={cx('columns')}>
      <div className={cx('stack')}>
        {person.restrictedOn !== null && person.restrictionGround !== null && (
          <Banner
            tone="warning"
            title={t('privacy.restricted', { date: format.date(person.restrictedOn) })}
            actions={
              <Button size="s" onPress={() => restrict.mutate(null)}>
                {t('privacy.liftRestriction')}
              </Button>
            }
          >
            {valueWord('restriction_ground', person.restrictionGround, language)}.{' '}
            {t('privacy.restrictedBody')}
          </Banner>
        )}
        <Panel title={t('privacy.requests')}>
          <div className={cx('stack')}>
            <p>{t('privacy.reportBody', { name })}</p>
            <div className={cx('buttons')}>
              <Button variant="primary" icon="download" onPress={() => report('pdf')}>
                {t('privacy.reportPdf')}
              </Button>
              <Button icon="download" onPress={() => report('json')}>
                {t('privacy.reportJson')}
              </Button>
              <Button icon="edit" onPress={() => navigate({ name: 'person', id: personId })}>
                {t('privacy.correct')}
              </Button>
              {person.restrictedOn === null && (
                <Menu
                  entries={RESTRICTION_GROUNDS.map((ground) => ({
                    id: ground,
                    label: valueWord('restriction_ground', ground, language),
                    run: () => restrict.mutate(ground),
                  }))}
                >
                  <Button icon="lock" iconAfter="chevronDown">
                    {t('privacy.restrict')}
                  </Button>
                </Menu>
              )}
              <Button variant="danger" icon="trash" onPress={() => setErasing(true)}>
                {t('privacy.erase')}
              </Button>
            </div>
          </div>
        </Panel>
        <Processing person={person} />
      </div>
      <div className={cx('stack')}>
        <Panel title={t('privacy.contactData')}>
          <Facts>
            <Fact name={t('common.email')}>{person.email ?? '–'}</Fact>
            <Fact name={t('common.phone')}>{person.phone ?? '–'}</Fact>
            {person.keepUntil !== null && (
              <Fact name={t('privacy.keepUntil')}>
                {format.date(person.keepUntil)}, {person.keepReason}
              </Fact>
            )}
          </Facts>
        </Panel>
        <Panel title={t('privacy.consents')}>
          <ConsentList consents={person.consents} person={{ id: personId, label: name }} />
        </Panel>
      </div>
      {isErasing && (
        <ErasureDialog
          personId={personId}
          cause="request"
          onClose={(erased) => {
            setErasing(false);
            if (erased === 'whole') navigate({ name: 'privacy' }, { replace: true });
          }}
        />
      )}
    </div>
  );
}

/** Purpose, ground and channel of the contact data; blank is what the settings say. */
function Processing({ person }: { person: Privacy }) {
  const t = useText();
  const language = useLanguage();
  const { data } = useTopicQuery(['privacy'], ['privacy.settings'], () => api.privacy.settings.query());
  const [purpose, setPurpose] = useState(person.purpose);
  const [ground, setGround] = useState(person.legalGround);
  const [channel, setChannel] = useState(person.channel);
  const before = {
    personId: person.personId,
    purpose: person.purpose,
    legalGround: person.legalGround,
    channel: person.channel,
  };
  const save = useMutationWithFeedback(
    () => api.privacy.savePerson.mutate({ ...before, purpose, legalGround: ground, channel }),
    { done: t('privacy.processingSaved'), undo: () => api.privacy.savePerson.mutate(before) },
  );
  const isChanged = purpose !== person.purpose || ground !== person.legalGround || channel !== person.channel;
  const usual = data ? valueWord('legal_ground', data.settings.legalGround, language) : '';
  return (
    <Panel title={t('privacy.processing')}>
      <Form id="processing" onSubmit={() => save.mutate(undefined)}>
        <TextField
          label={t('privacy.purpose')}
          description={t('privacy.purposeHint')}
          value={purpose}
          onChange={setPurpose}
        />
        <Select
          label={t('privacy.legalGround')}
          value={ground ?? DEFAULT}
          onChange={(id) => setGround(LEGAL_GROUNDS.find((one) => one === id) ?? null)}
          options={[
            { id: DEFAULT, label: t('privacy.groundDefault', { ground: usual }) },
            ...LEGAL_GROUNDS.map((id) => ({ id, label: valueWord('legal_ground', id, language) })),
          ]}
        />
        <Select
          label={t('privacy.channel')}
          value={channel ?? DEFAULT}
          onChange={(id) => setChannel(CHANNELS.find((one) => one === id) ?? null)}
          options={[
            { id: DEFAULT, label: t('privacy.channelDefault') },
            ...CHANNELS.map((id) => ({ id, label: valueWord('channel', id, language) })),
          ]}
        />
        <div>
          <Button type="submit" isDisabled={!isChanged} isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
