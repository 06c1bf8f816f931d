import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { AppointForm } from './AppointForm.tsx';
import styles from './Boards.module.css';
import { EndForm } from './EndForm.tsx';
import { HolderWords } from './HolderWords.tsx';
import type { Composition, HolderRole, Seat } from './use-boards.ts';

const cx = classes(styles);
const NONE = 'none';

/** One seat: its field, its member and personal deputy, and who held it before. Each change is saved at once. */
export function SeatDialog({
  composition,
  seat,
  onClose,
}: {
  composition: Composition;
  seat: Seat;
  onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const [doing, setDoing] = useState<{ role: HolderRole; what: 'appoint' | 'end' } | null>(null);
  const fields = useTopicQuery(['boards', 'workspace'], ['classifications.fields'], () =>
    api.classifications.fields.query(),
  );
  const changeField = useMutationWithFeedback(
    (fieldId: string | null) => api.boards.updateSeat.mutate({ id: seat.id, fieldId }),
    { done: t('boards.seatSaved', { number: seat.number }) },
  );
  const roles: readonly HolderRole[] =
    composition.rules.deputies === 'none' && seat.deputy === null ? ['member'] : ['member', 'deputy'];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('boards.seatTitle', { number: seat.number })}
      actions={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <div className={cx('stack')}>
        <Select
          label={t('boards.field')}
          value={seat.field?.id ?? NONE}
          onChange={(id) => changeField.mutate(id === NONE ? null : id)}
          options={[
            { id: NONE, label: t('boards.fieldNone') },
            ...(fields.data ?? []).map(({ id, name }) => ({ id, label: inLanguage(name, language) })),
          ]}
        />
        {roles.map((role) => {
          const holder = seat[role];
          const roleWord = t(`boards.roleAccusative.${role}`);
          return (
            <div key={role} className={cx('place')}>
              <div className={cx('placeHead')}>
                <h3 className={cx('placeTitle')}>
                  {t(role === 'member' ? 'boards.member' : 'boards.personalDeputy')}
                </h3>
                <div className={cx('words')}>
                  <HolderWords
                    holder={holder}
                    none={t(role === 'member' ? 'boards.vacant' : 'boards.vacantDeputy')}
                  />
                </div>
                <div className={cx('buttons')}>
                  <Button size="s" onPress={() => setDoing({ role, what: 'appoint' })}>
                    {t(holder ? 'boards.holderChange' : 'boards.holderAppoint', { role: roleWord })}
                  </Button>
                  {holder && holder.endsOn === null && (
                    <Button
                      size="s"
                      variant="quiet"
                      aria-label={t('boards.endShort', { name: holder.person.name })}
                      onPress={() => setDoing({ role, what: 'end' })}
                    >
                      {t('boards.holderEnd')}
                    </Button>
                  )}
                </div>
              </div>
              {doing?.role === role && doing.what === 'appoint' && (
                <AppointForm
                  seat={seat}
                  role={role}
                  startsOn={composition.date}
                  onDone={() => setDoing(null)}
                />
              )}
              {doing?.role === role && doing.what === 'end' && holder && (
                <EndForm
                  lead={t('boards.holderEndBody', { name: holder.person.name, number: seat.number })}
                  date={composition.date}
                  min={holder.startsOn}
                  done={t('boards.seatSaved', { number: seat.number })}
                  end={(endsOn) => api.boards.endSeatHolder.mutate({ id: holder.id, endsOn })}
                  onDone={() => setDoing(null)}
                />
              )}
            </div>
          );
        })}
        <History seat={seat} />
      </div>
    </Dialog>
  );
}

function History({ seat }: { seat: Seat }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { data } = useTopicQuery(
    ['boards', 'persons', 'organisations'],
    ['boards.seatHistory', seat.id],
    () => api.boards.seatHistory.query({ id: seat.id }),
  );
  return (
    <div className={cx('place')}>
      <h3 className={cx('placeTitle')}>{t('boards.history')}</h3>
      {data?.length === 0 && <p className={cx('none')}>{t('boards.historyEmpty')}</p>}
      <ul className={cx('history')}>
        {(data ?? []).map((holder) => (
          <li key={holder.id}>
            {format.date(holder.startsOn)}–{holder.endsOn === null ? '' : format.date(holder.endsOn)}{' '}
            {t(`boards.role.${holder.role}`)} <strong>{holder.person.name}</strong>
            {holder.organisation && `, ${inLanguage(holder.organisation.name, language)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
