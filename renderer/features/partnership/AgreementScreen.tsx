import { useContext, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { AGREEMENT_WORDS } from '../../../db/model/agreement-words.ts';
import { SIGNATURE_STATES, type SignatureState } from '../../../db/model/agreement.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useFormWrite, useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CardPage, MissingCard, type CardList } from '../../ui/CardPage.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DecisionLinks, PracticeLinks } from '../../ui/CardLinks.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FlagList } from '../../ui/FlagList.tsx';
import { Fact, Facts, FormRow } from '../../ui/Form.tsx';
import { MunicipalityWay } from '../../ui/MunicipalityWay.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PartnershipFilesSlot } from '../../ui/partnership-slots.ts';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import parts from '../../ui/Parts.module.css';
import { Pill } from '../../ui/Pill.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AgreementDialog } from './AgreementDialog.tsx';
import { AGREEMENT_TONES, SIGNATURE_TONES } from './words.ts';

const cx = classes(parts);
type Card = Outputs['agreements']['get'];

/** One agreement: how long it holds, who has signed, what it renews and what it carries. */
export default function AgreementScreen({ route }: ScreenProps<'agreement'>) {
  const t = useText();
  const language = useLanguage();
  const words = AGREEMENT_WORDS[language];
  const [dialog, setDialog] = useState<'edit' | 'terminate' | null>(null);
  const { data, error } = useTopicQuery(
    ['agreements', 'practices', 'organisations', 'persons', 'meetings'],
    ['agreements.get', route.id],
    () => api.agreements.get.query({ id: route.id }),
  );
  const remove = useMutationWithFeedback((id: string) => api.agreements.remove.mutate({ id }), {
    done: t('partnership.agreementRemoved'),
    undo: (removal) => api.agreements.restore.mutate(removal),
    onSuccess: () => navigate({ name: 'agreements' }, { replace: true }),
  });
  const renew = useMutationWithFeedback((id: string) => api.agreements.renew.mutate({ id }), {
    done: ({ code }) => t('partnership.renewed', { code }),
    onSuccess: ({ id }) => navigate({ name: 'agreement', id }),
  });
  const toClock = useMutationWithFeedback((id: string) => api.agreements.toClock.mutate({ id, language }), {
    done: t('partnership.inClock'),
  });
  const keep = useMutationWithFeedback(
    (id: string) => api.agreements.terminate.mutate({ id, on: null, reason: '' }),
    { done: t('partnership.agreementSaved') },
  );
  const filesOf = useContext(PartnershipFilesSlot);
  const list: CardList = { title: t('partnership.title'), route: { name: 'agreements' } };
  if (!data) return <MissingCard list={list} error={error} />;
  return (
    <CardPage
      list={list}
      title={data.name}
      lead={
        <>
          {data.code}
          <Pill tone={AGREEMENT_TONES[data.state]}>{words.states[data.state]}</Pill>
          {t('partnership.signedOf', { signed: data.signed, count: data.parties.length })}
        </>
      }
      menu={[
        {
          id: 'calendar',
          label: t('partnership.calendar'),
          icon: 'calendar',
          run: () =>
            void saveFile('calendar', `${data.code}.ics`, (target) =>
              api.agreements.exportCalendar.mutate({
                boardId: data.boardId,
                id: data.id,
                language,
                target,
              }),
            ),
        },
        {
          id: 'clock',
          label: t('partnership.toClock'),
          icon: 'clock',
          run: () => toClock.mutate(data.id),
        },
        data.terminatedOn === null
          ? {
              id: 'terminate',
              label: t('partnership.terminate'),
              icon: 'close',
              run: () => setDialog('terminate'),
            }
          : { id: 'keep', label: t('partnership.keep'), icon: 'undo', run: () => keep.mutate(data.id) },
      ]}
      removal={{ label: t('partnership.removeAgreement'), run: () => remove.mutate(data.id) }}
      actions={
        <Button icon="copy" onPress={() => renew.mutate(data.id)}>
          {t('partnership.renew')}
        </Button>
      }
      onEdit={() => setDialog('edit')}
    >
      <div className={cx('stack')}>
        <Flags agreement={data} />
        <div className={cx('columns')}>
          <Parties agreement={data} />
          <div className={cx('side')}>
            <Details agreement={data} />
            {filesOf('agreement', data.id)}
            <Links agreement={data} />
          </div>
        </div>
      </div>
      {dialog === 'edit' && <AgreementDialog agreement={data} onClose={() => setDialog(null)} />}
      {dialog === 'terminate' && <TerminateDialog agreement={data} onClose={() => setDialog(null)} />}
    </CardPage>
  );
}

function Flags({ agreement }: { agreement: Card }) {
  const t = useText();
  const format = useFormat();
  const sentence = (flag: Card['flags'][number]): string => {
    switch (flag.code) {
      case 'dissolved':
        return t('volunteering.flag.dissolved', { organisation: flag.organisation });
      case 'expires':
        return t('partnership.flag.expires', {
          date: format.date(flag.on),
          notice: format.date(flag.noticeBy),
        });
      case 'unsigned':
        return t('partnership.flag.unsigned', { count: flag.count });
      case 'overlaps':
        return t('partnership.flag.overlaps', { name: flag.predecessor });
    }
  };
  return <FlagList title={t('volunteering.flags')} sentences={agreement.flags.map(sentence)} />;
}

/** The parties with the state of each signature; several are noted at once. */
function Parties({ agreement }: { agreement: Card }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [signing, setSigning] = useState<readonly string[] | null>(null);
  const undo = useMutationWithFeedback((id: string) => api.agreements.undoSign.mutate({ ids: [id] }), {
    done: t('partnership.signUndone'),
  });
  return (
    <Panel
      title={t('partnership.parties')}
      actions={
        chosen.length > 0 && (
          <Button size="s" onPress={() => setSigning(chosen)}>
            {t('partnership.noteMany', { count: chosen.length })}
          </Button>
        )
      }
    >
      <ul className={cx('list')}>
        {agreement.parties.map((party) => {
          const name = inLanguage(party.name, language);
          const [latest] = party.signatures;
          return (
            <li key={party.id} className={cx('entry')}>
              <Checkbox
                isSelected={chosen.includes(party.id)}
                onChange={(isOn) =>
                  setChosen((now) => (isOn ? [...now, party.id] : now.filter((id) => id !== party.id)))
                }
              >
                <VisuallyHidden elementType="span">{t('partnership.choose', { name })}</VisuallyHidden>
              </Checkbox>
              <div className={cx('words')}>
                <span className={cx('main')}>
                  <PartyName party={party} name={name} />
                </span>
                <span className={cx('detail')}>
                  {latest === undefined
                    ? t('partnership.signature.none')
                    : [format.date(latest.notedOn), latest.signerRole, latest.note]
                        .filter((part) => part !== '')
                        .join(' · ')}
                </span>
              </div>
              {party.state !== null && (
                <Pill tone={SIGNATURE_TONES[party.state]}>{t(`partnership.signature.${party.state}`)}</Pill>
              )}
              <Button
                size="s"
                variant="quiet"
                aria-label={t('partnership.noteFor', { name })}
                onPress={() => setSigning([party.id])}
              >
                {t('partnership.note')}
              </Button>
              {latest && (
                <IconButton
                  icon="undo"
                  size="s"
                  label={t('partnership.undoSign', { name })}
                  onPress={() => undo.mutate(latest.id)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {signing && (
        <SignDialog
          partyIds={signing}
          names={agreement.parties
            .filter(({ id }) => signing.includes(id))
            .map(({ name }) => inLanguage(name, language))}
          onClose={() => {
            setSigning(null);
            setChosen([]);
          }}
        />
      )}
    </Panel>
  );
}

/** A party that is in the register or in the classification leads to its card. */
function PartyName({ party, name }: { party: Card['parties'][number]; name: string }) {
  const { organisationId, municipality } = party;
  if (municipality !== null) return <MunicipalityWay code={municipality} name={name} />;
  if (organisationId === null) return name;
  return (
    <Button size="s" variant="quiet" onPress={() => navigate({ name: 'organisation', id: organisationId })}>
      {name}
    </Button>
  );
}

function SignDialog({
  partyIds,
  names,
  onClose,
}: {
  partyIds: readonly string[];
  names: readonly string[];
  onClose: () => void;
}) {
  const t = useText();
  const [state, setState] = useState<SignatureState>('signed');
  const [notedOn, setNotedOn] = useState<string | null>(todayIso());
  const [signerRole, setSignerRole] = useState('');
  const [note, setNote] = useState('');
  const save = useFormWrite(
    () =>
      api.agreements.sign.mutate({
        partyIds: [...partyIds],
        values: { state, notedOn: notedOn ?? '', signerRole, note },
      }),
    {
      done: t('partnership.signNoted'),
      undo: ({ ids }) => api.agreements.undoSign.mutate({ ids }),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t('partnership.noteSignature')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <p className={cx('detail')}>{names.join(', ')}</p>
      <FormRow>
        <Select
          label={t('partnership.state')}
          width="s"
          value={state}
          onChange={setState}
          options={SIGNATURE_STATES.map((id) => ({ id, label: t(`partnership.signature.${id}`) }))}
        />
        <DateField
          label={t('common.date')}
          width="s"
          isRequired
          value={notedOn}
          onChange={setNotedOn}
          error={fieldError(refusal, 'notedOn')}
        />
      </FormRow>
      <TextField
        label={t('partnership.signerRole')}
        description={t('partnership.signerRoleHint')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is still missing in the form
        autoFocus
        value={signerRole}
        onChange={setSignerRole}
        error={fieldError(refusal, 'signerRole')}
      />
      <TextField label={t('practices.note')} value={note} onChange={setNote} />
    </PartDialog>
  );
}

function TerminateDialog({ agreement, onClose }: { agreement: Card; onClose: () => void }) {
  const t = useText();
  const [on, setOn] = useState<string | null>(todayIso());
  const [reason, setReason] = useState('');
  const save = useFormWrite(
    () => api.agreements.terminate.mutate({ id: agreement.id, on: on ?? '', reason }),
    {
      done: t('partnership.terminated'),
      undo: () => api.agreements.terminate.mutate({ id: agreement.id, on: null, reason: '' }),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t('partnership.terminate')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <DateField
        label={t('partnership.terminateOn')}
        width="s"
        isRequired
        value={on}
        onChange={setOn}
        error={fieldError(refusal, 'on')}
      />
      <TextField
        label={t('practices.reason')}
        isRequired
        value={reason}
        onChange={setReason}
        error={fieldError(refusal, 'reason')}
      />
    </PartDialog>
  );
}

function Details({ agreement }: { agreement: Card }) {
  const t = useText();
  const words = AGREEMENT_WORDS[useLanguage()];
  const format = useFormat();
  const { days, predecessor, successors, contactPerson } = agreement;
  const chain = (one: { id: string; code: string; name: string }) => (
    <Button
      key={one.id}
      size="s"
      variant="quiet"
      aria-label={`${one.code} ${one.name}`}
      onPress={() => navigate({ name: 'agreement', id: one.id })}
    >
      {one.code}
    </Button>
  );
  return (
    <Panel title={t('volunteering.details')}>
      <Facts>
        <Fact name={t('partnership.kind')}>{words.kinds[agreement.kind]}</Fact>
        {agreement.summary !== '' && (
          <Fact name={t('partnership.summary')}>
            <span className={cx('prose')}>{agreement.summary}</span>
          </Fact>
        )}
        <Fact name={t('partnership.validity')}>
          {`${agreement.startsOn === null ? '' : format.date(agreement.startsOn)}–${agreement.endsOn === null ? t('partnership.openEnded') : format.date(agreement.endsOn)}`}
        </Fact>
        {agreement.noticeMonths !== null && (
          <Fact name={t('partnership.noticeMonths')}>{format.number(agreement.noticeMonths)}</Fact>
        )}
        {days && <Fact name={t('partnership.noticeBy')}>{format.date(days.noticeBy)}</Fact>}
        {days && <Fact name={t('partnership.remindOn')}>{format.date(days.remindOn)}</Fact>}
        {agreement.terminatedOn !== null && (
          <Fact name={words.states.terminated}>
            {`${format.date(agreement.terminatedOn)} · ${agreement.terminationReason}`}
          </Fact>
        )}
        {contactPerson && (
          <Fact name={t('partnership.contactPerson')}>
            <span className={cx('ways')}>
              <Button
                size="s"
                variant="quiet"
                onPress={() => navigate({ name: 'person', id: contactPerson.id })}
              >
                {contactPerson.name}
              </Button>
            </span>
          </Fact>
        )}
        {predecessor && (
          <Fact name={t('partnership.predecessor')}>
            <span className={cx('ways')}>{chain(predecessor)}</span>
          </Fact>
        )}
        {successors.length > 0 && (
          <Fact name={t('partnership.successor')}>
            <span className={cx('ways')}>{successors.map(chain)}</span>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

function Links({ agreement }: { agreement: Card }) {
  const t = useText();
  const set = (kind: 'practice' | 'decision') => (otherId: string, isLinked: boolean) =>
    api.agreements.setLink.mutate({ agreementId: agreement.id, kind, otherId, isLinked });
  return (
    <>
      <PracticeLinks
        boardId={agreement.boardId}
        linked={agreement.practices}
        onSet={set('practice')}
        none={t('partnership.practicesNone')}
      />
      <DecisionLinks boardId={agreement.boardId} linked={agreement.decisions} onSet={set('decision')} />
    </>
  );
}
