import { useState } from 'react';
import { formatRegisterNumber } from '../../../db/model/identifiers.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { organisationInputSchema } from '../../../db/model/organisation.ts';
import * as v from 'valibot';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { MunicipalityWay } from '../../ui/MunicipalityWay.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Pill } from '../../ui/Pill.tsx';
import { useLanguageName } from './LanguageField.tsx';
import { today, usePrhOptions } from './lists.ts';
import styles from './Organisation.module.css';
import { PositionDialog } from './PositionDialog.tsx';
import { inputOf, type Organisation } from './use-organisation.ts';

const cx = classes(styles);

/** The state when it is not the usual one. */
export function StatePill({ state, isMerged = false }: { state: Organisation['state']; isMerged?: boolean }) {
  const t = useText();
  if (isMerged) return <Pill>{t('organisations.state.merged')}</Pill>;
  if (state === 'active') return null;
  return <Pill tone={state === 'dormant' ? 'warning' : 'neutral'}>{t(`organisations.state.${state}`)}</Pill>;
}

/** Identifiers, place and contact details. What is not known is left out. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const languageName = useLanguageName();
  const prh = usePrhOptions().find(({ id }) => id === String(organisation.prhClass));
  const one = organisation;
  const check = useMutationWithFeedback(() =>
    api.organisations.update.mutate({
      id: one.id,
      version: one.version,
      values: v.parse(organisationInputSchema, { ...inputOf(one), checkedOn: today() }),
    }),
  );
  const otherNames = [one.nameSv, one.nameEn].filter((name) => name !== null && name !== one.nameFi);
  const address = [one.streetAddress, [one.postalCode, one.postOffice].filter(Boolean).join(' ')].filter(
    (line) => line !== null && line !== '',
  );
  return (
    <Facts>
      {otherNames.length > 0 && (
        <Fact name={t('organisations.section.names')}>
          {otherNames.map((name) => (
            <div key={name}>{name}</div>
          ))}
        </Fact>
      )}
      <Fact name={t('organisations.legalForm')}>{t(`organisations.legalForm.${one.legalForm}`)}</Fact>
      <Fact name={t('organisations.businessId')}>
        <span className={cx('figures')}>{one.businessId ?? '–'}</span>
      </Fact>
      <Fact name={t('organisations.registerNumber')}>
        <span className={cx('figures')}>
          {one.registerNumber === null ? '–' : formatRegisterNumber(one.registerNumber)}
        </span>
      </Fact>
      {one.field && <Fact name={t('organisations.field')}>{inLanguage(one.field, language)}</Fact>}
      {prh && <Fact name={t('organisations.prhClass')}>{prh.label}</Fact>}
      {organisation.languages.length > 0 && (
        <Fact name={t('organisations.languages')}>{organisation.languages.map(languageName).join(', ')}</Fact>
      )}
      {one.municipality && one.municipalityCode !== null && (
        <Fact name={t('organisations.municipality')}>
          <span className={cx('ways')}>
            <MunicipalityWay code={one.municipalityCode} name={inLanguage(one.municipality, language)} />
          </span>
          {one.region && inLanguage(one.region, language)}
        </Fact>
      )}
      {one.email && (
        <Fact name={t('common.email')}>
          <a href={`mailto:${one.email}`}>{one.email}</a>
        </Fact>
      )}
      {one.phone && <Fact name={t('common.phone')}>{one.phone}</Fact>}
      {one.web && (
        <Fact name={t('organisations.web')}>
          <a href={one.web} target="_blank" rel="noreferrer">
            {one.web.replace(/^https?:\/\//, '').replace(/\/$/, '')}
          </a>
        </Fact>
      )}
      {address.length > 0 && (
        <Fact name={t('common.address')}>
          {address.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Fact>
      )}
      {one.contactRole && <Fact name={t('organisations.contactRole')}>{one.contactRole}</Fact>}
      <Fact name={t('organisations.checkedOn')}>
        <span className={cx('inline')}>
          {format.date(one.checkedOn)}
          {one.checkedOn !== today() && (
            <Button
              variant="quiet"
              size="s"
              icon="check"
              isPending={check.isPending}
              onPress={() => check.mutate(undefined)}
            >
              {t('organisations.checkedToday')}
            </Button>
          )}
        </span>
      </Fact>
      {one.notes !== '' && (
        <Fact name={t('common.notes')}>
          <span className={cx('notes')}>{one.notes}</span>
        </Fact>
      )}
    </Facts>
  );
}

/** Who has a position in it (sidonnaisuudet); former ones are muted. */
export function OrganisationPeople({ organisation }: { organisation: Organisation }) {
  const t = useText();
  const format = useFormat();
  const [dialog, setDialog] = useState<Organisation['positions'][number] | 'new' | null>(null);
  const { positions } = organisation;
  return (
    <>
      {positions.length === 0 ? (
        <p className={cx('none')}>{t('organisations.positionsEmpty')}</p>
      ) : (
        <ul className={cx('list')}>
          {positions.map((position) => (
            <li key={position.id} className={cx('entry', position.endsOn !== null && 'past')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{position.personName}</span>
                <span className={cx('detail')}>
                  {position.title ?? t(`organisations.role.${position.role}`)}
                  {position.endsOn !== null &&
                    `, ${t('organisations.positionPast', { date: format.date(position.endsOn) })}`}
                </span>
              </div>
              <IconButton
                icon="edit"
                size="s"
                label={`${t('organisations.positionEdit')}: ${position.personName}`}
                onPress={() => setDialog(position)}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="s" icon="plus" onPress={() => setDialog('new')}>
          {t('organisations.positionAdd')}
        </Button>
      </div>
      {dialog !== null && (
        <PositionDialog
          organisationId={organisation.id}
          {...(dialog === 'new' ? {} : { position: dialog })}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

/** Seats that are or were held for it. */
export function OrganisationSeats({ organisation }: { organisation: Organisation }) {
  const t = useText();
  const format = useFormat();
  const { seats } = organisation;
  if (seats.length === 0) return <p className={cx('none')}>{t('organisations.seatsEmpty')}</p>;
  return (
    <ul className={cx('list')}>
      {seats.map((seat) => {
        const end = seat.endsOn ?? seat.termEndsOn;
        return (
          <li key={seat.holderId} className={cx('entry', end < today() && 'past')}>
            <div className={cx('words')}>
              <span className={cx('main')}>
                {seat.personName}, {t(`organisations.seat.${seat.role}`)}
              </span>
              <span className={cx('detail')}>
                {t('organisations.seatLine', { board: seat.boardName, number: seat.seatNumber })},{' '}
                {format.date(seat.startsOn)}–{format.date(end)}
              </span>
            </div>
            <IconButton
              icon="arrowRight"
              size="s"
              label={`${t('common.open')}: ${t('organisations.seatLine', { board: seat.boardName, number: seat.seatNumber })}`}
              onPress={() => navigate({ name: 'boards' })}
            />
          </li>
        );
      })}
    </ul>
  );
}
