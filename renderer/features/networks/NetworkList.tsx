import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { LIFE_COURSES } from '../../../db/model/register-card.ts';
import { organisationChoices } from '../../api/choices.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Form } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './Networks.module.css';

const cx = classes(styles);
const NONE = 'none';
/** Members that are shown before the others are asked for. */
const FIRST = 12;
type Network = Outputs['register']['networks'][number];

/** Networks by stage of life or theme, with their members from–to. */
export function NetworkList() {
  const t = useText();
  const [editing, setEditing] = useState<Network | 'new' | null>(null);
  const { data } = useTopicQuery(['organisations'], ['register.networks'], () =>
    api.register.networks.query(),
  );
  if (!data) return null;
  const create = (
    <Button variant="primary" icon="plus" onPress={() => setEditing('new')}>
      {t('networks.new')}
    </Button>
  );
  return (
    <div className={cx('stack')}>
      {data.length === 0 ? (
        <Panel>
          <EmptyState title={t('networks.none')} actions={create}>
            {t('networks.noneBody')}
          </EmptyState>
        </Panel>
      ) : (
        <div className={cx('begin')}>{create}</div>
      )}
      {data.map((network) => (
        <OneNetwork key={network.id} network={network} onEdit={() => setEditing(network)} />
      ))}
      {editing !== null && (
        <NetworkDialog network={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}

function OneNetwork({ network, onEdit }: { network: Network; onEdit: () => void }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const name = inLanguage({ fi: network.nameFi, sv: network.nameSv, en: network.nameEn }, language);
  const present = network.members.filter(({ endsOn }) => endsOn === null || endsOn >= todayIso());
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? network.members : network.members.slice(0, FIRST);
  const [chosen, setChosen] = useState<Option | null>(null);
  const add = useMutationWithFeedback(
    (organisationId: string) =>
      api.register.addNetworkMember.mutate({ networkId: network.id, organisationId, startsOn: todayIso() }),
    { done: t('networks.memberAdded'), onSuccess: () => setChosen(null) },
  );
  const end = useMutationWithFeedback(
    ({ id, endsOn }: { id: string; endsOn: string | null }) =>
      api.register.endNetworkMember.mutate({ id, endsOn }),
    {
      done: t('networks.memberEnded'),
      undo: (_, { id }) => api.register.endNetworkMember.mutate({ id, endsOn: null }),
    },
  );
  return (
    <Panel
      title={name}
      actions={
        <Button size="s" icon="edit" aria-label={`${t('common.edit')}: ${name}`} onPress={onEdit}>
          {t('common.edit')}
        </Button>
      }
    >
      <div className={cx('stack')}>
        <p className={cx('detail')}>
          {network.lifeCourse !== null && `${t(`networks.lifeCourse.${network.lifeCourse}`)}. `}
          {t('networks.memberCount', { count: present.length })}
          {network.notes !== '' && ` ${network.notes}`}
        </p>
        <ul className={cx('list')}>
          {shown.map((member) => {
            const organisation = inLanguage(member.organisation, language);
            return (
              <li key={member.id} className={cx('entry')}>
                <div className={cx('words')}>
                  <span>{organisation}</span>
                  <span className={cx('detail')}>
                    {format.date(member.startsOn)}–{member.endsOn === null ? '' : format.date(member.endsOn)}
                  </span>
                </div>
                <div className={cx('row')}>
                  <Button
                    size="s"
                    variant="quiet"
                    aria-label={`${t('common.open')}: ${organisation}`}
                    onPress={() => navigate({ name: 'organisation', id: member.organisationId })}
                  >
                    {t('common.open')}
                  </Button>
                  {member.endsOn === null && (
                    <Button
                      size="s"
                      aria-label={`${t('networks.endToday')}: ${organisation}`}
                      onPress={() => end.mutate({ id: member.id, endsOn: todayIso() })}
                    >
                      {t('networks.endToday')}
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
        {shown.length < network.members.length && (
          <div className={cx('begin')}>
            <Button
              size="s"
              variant="quiet"
              aria-label={`${t('networks.rest', { count: network.members.length - shown.length })}: ${name}`}
              onPress={() => setWhole(true)}
            >
              {t('networks.rest', { count: network.members.length - shown.length })}
            </Button>
          </div>
        )}
        <div className={cx('row')}>
          <ComboBox
            label={t('networks.addMember', { name })}
            width="m"
            value={chosen}
            onChange={setChosen}
            load={organisationChoices}
          />
          <Button
            aria-label={`${t('common.add')}: ${name}`}
            isDisabled={chosen === null}
            isPending={add.isPending}
            onPress={() => chosen && add.mutate(chosen.id)}
          >
            {t('common.add')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function NetworkDialog({ network, onClose }: { network: Network | null; onClose: () => void }) {
  const t = useText();
  const [nameFi, setNameFi] = useState(network?.nameFi ?? '');
  const [nameSv, setNameSv] = useState(network?.nameSv ?? '');
  const [nameEn, setNameEn] = useState(network?.nameEn ?? '');
  const [lifeCourse, setLifeCourse] = useState(network?.lifeCourse ?? null);
  const [notes, setNotes] = useState(network?.notes ?? '');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const save = useMutationWithFeedback(
    () =>
      api.register.saveNetwork.mutate({
        id: network?.id ?? null,
        version: network?.version ?? 0,
        values: { nameFi, nameSv, nameEn, lifeCourse, notes },
      }),
    {
      done: t('networks.saved'),
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
      title={t(network === null ? 'networks.new' : 'networks.edit')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="network" variant="primary" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="network" onSubmit={() => save.mutate(undefined)}>
        <TextField
          label={t('common.name')}
          value={nameFi}
          onChange={setNameFi}
          error={errors['values.nameFi']}
          isRequired
          {...{ autoFocus: true }}
        />
        <TextField label={t('organisations.nameSv')} value={nameSv} onChange={setNameSv} />
        <TextField label={t('organisations.nameEn')} value={nameEn} onChange={setNameEn} />
        <Select
          label={t('networks.lifeCourse')}
          value={lifeCourse ?? NONE}
          onChange={(id) => setLifeCourse(LIFE_COURSES.find((one) => one === id) ?? null)}
          options={[
            { id: NONE, label: t('networks.theme') },
            ...LIFE_COURSES.map((id) => ({ id, label: t(`networks.lifeCourse.${id}`) })),
          ]}
        />
        <TextArea label={t('common.notes')} value={notes} onChange={setNotes} />
      </Form>
    </Dialog>
  );
}
