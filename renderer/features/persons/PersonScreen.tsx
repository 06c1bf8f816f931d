import { useState } from 'react';
import type { OfficeKind } from '../../../db/model/board.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { postalLines } from '../../../db/model/letters.ts';
import { editAddress } from '../../api/address-request.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useMentionPlaces } from '../../api/use-mentions.ts';
import { useFormat } from '../../i18n/format.ts';
import type { TextKey } from '../../i18n/fi.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Fact, Facts } from '../../ui/Form.tsx';
import { MentionList } from '../../ui/MentionList.tsx';
import { goBack, navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Person.module.css';
import { MergePersonsDialog } from './MergePersonsDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { PersonHistory } from './PersonHistory.tsx';

const cx = classes(styles);

/** What offices are called. */
const OFFICE_LABELS = {
  chair: 'boards.chair',
  vice_chair: 'boards.viceChair',
  secretary: 'boards.secretary',
  presenter: 'boards.presenter',
  expert: 'boards.expert',
} as const satisfies Record<OfficeKind, TextKey>;

type Person = Outputs['persons']['get'];

/** One person: contact details, seats and offices, positions, attendance, tasks, and where the minutes mention him. */
export default function PersonScreen({ route }: ScreenProps<'person'>) {
  const t = useText();
  const { data, error } = useTopicQuery(
    ['persons', 'boards', 'organisations'],
    ['persons.get', route.id],
    () => api.persons.get.query({ id: route.id }),
  );
  const { data: history } = useTopicQuery(
    ['persons', 'boards', 'meetings', 'tasks'],
    ['persons.history', route.id],
    () => api.persons.history.query({ id: route.id }),
  );
  const places = useMentionPlaces('person', route.id);
  const [isEditing, setEditing] = useState(false);
  const [isMerging, setMerging] = useState(false);
  const eyebrow = (
    <Button variant="quiet" size="s" icon="arrowLeft" onPress={goBack}>
      {t('common.back')}
    </Button>
  );
  if (!data)
    return (
      <Page title={t('writing.person.card')} eyebrow={eyebrow}>
        {error && <Banner tone="danger">{error.message}</Banner>}
      </Page>
    );
  return (
    <Page
      title={data.name}
      eyebrow={eyebrow}
      actions={
        <>
          <Button icon="lock" onPress={() => navigate({ name: 'privacy', person: data.id })}>
            {t('privacy.title')}
          </Button>
          {data.sameAs === null && (
            <>
              <Button onPress={() => setMerging(true)}>{t('persons.merge')}</Button>
              <Button icon="edit" onPress={() => setEditing(true)}>
                {t('persons.edit')}
              </Button>
            </>
          )}
        </>
      }
    >
      {isEditing && <PersonDialog person={data} onClose={() => setEditing(false)} />}
      {isMerging && <MergePersonsDialog person={data} onClose={() => setMerging(false)} />}
      {data.sameAs !== null && <SameAs sameAs={data.sameAs} />}
      <div className={cx('columns')}>
        <div className={cx('side')}>
          {history && <PersonHistory history={history} />}
          <Panel title={t('writing.mentions.title')}>{places && <MentionList places={places} />}</Panel>
        </div>
        <div className={cx('side')}>
          <Panel title={t('writing.person.details')}>
            <Details person={data} />
          </Panel>
          <Panel title={t('writing.person.seats')}>
            <Seats person={data} />
          </Panel>
          <Panel title={t('writing.person.positions')}>
            <Positions person={data} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

/** An entry that stays for the records alone. */
function SameAs({ sameAs }: { sameAs: NonNullable<Person['sameAs']> }) {
  const t = useText();
  return (
    <Banner tone="info">
      <p>{t('persons.sameAs', { name: sameAs.name })}</p>
      <Button size="s" onPress={() => navigate({ name: 'person', id: sameAs.id })}>
        {t('persons.sameAsOpen')}
      </Button>
    </Banner>
  );
}

function Details({ person }: { person: Person }) {
  const t = useText();
  return (
    <Facts>
      {person.shortName && <Fact name={t('writing.person.shortName')}>{person.shortName}</Fact>}
      {person.email && (
        <Fact name={t('common.email')}>
          <a href={`mailto:${person.email}`}>{person.email}</a>
        </Fact>
      )}
      {person.phone && <Fact name={t('common.phone')}>{person.phone}</Fact>}
      <Fact name={t('letters.address')}>
        <span className={cx('address')}>
          {person.address !== null &&
            postalLines('', person.address).map((line) => <span key={line}>{line}</span>)}
          {person.sameAs === null && (
            <Button
              variant="quiet"
              size="s"
              onPress={() =>
                editAddress({
                  personId: person.id,
                  organisationId: null,
                  name: person.name,
                  address: person.address,
                })
              }
            >
              {t(person.address === null ? 'letters.add' : 'letters.edit')}
            </Button>
          )}
        </span>
      </Fact>
      <Fact name={t('writing.person.language')}>{t(`common.language.${person.language}`)}</Fact>
      {person.notes !== '' && <Fact name={t('common.notes')}>{person.notes}</Fact>}
    </Facts>
  );
}

function Seats({ person }: { person: Person }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  if (person.seats.length === 0 && person.offices.length === 0)
    return <p className={cx('none')}>{t('writing.person.noSeats')}</p>;
  return (
    <ul className={cx('list')}>
      {person.seats.map((seat) => (
        <li key={seat.holderId}>
          <span className={cx('main')}>
            {t(`organisations.seat.${seat.role}`)}
            {seat.organisation && `, ${inLanguage(seat.organisation, language)}`}
          </span>
          <span className={cx('detail')}>
            {t('writing.person.seat', { board: seat.boardName, number: seat.seatNumber })},{' '}
            {format.date(seat.startsOn)}–{format.date(seat.endsOn ?? seat.termEndsOn)}
          </span>
        </li>
      ))}
      {person.offices.map((office) => (
        <li key={office.id}>
          <span className={cx('main')}>
            {office.title === '' ? t(OFFICE_LABELS[office.office]) : office.title}
          </span>
          <span className={cx('detail')}>
            {office.boardName}, {format.date(office.startsOn)}–
            {office.endsOn === null ? '' : format.date(office.endsOn)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Positions({ person }: { person: Person }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  if (person.positions.length === 0) return <p className={cx('none')}>{t('writing.person.noPositions')}</p>;
  return (
    <ul className={cx('list')}>
      {person.positions.map((position) => (
        <li key={position.id}>
          <Button
            variant="quiet"
            size="s"
            onPress={() => navigate({ name: 'organisation', id: position.organisationId })}
          >
            {inLanguage(position.organisation, language)}
          </Button>
          <span className={cx('detail')}>
            {position.title ?? t(`organisations.role.${position.role}`)}
            {position.startsOn !== null &&
              `, ${t('effects.since', { date: format.date(position.startsOn) })}`}
            {position.endsOn !== null &&
              `, ${t('organisations.positionPast', { date: format.date(position.endsOn) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
