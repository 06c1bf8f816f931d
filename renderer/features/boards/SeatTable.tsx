import { VisuallyHidden } from 'react-aria-components';
import { inLanguage } from '../../../db/model/language.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './Boards.module.css';
import { HolderWords } from './HolderWords.tsx';
import type { Composition, HolderRole, Seat } from './use-boards.ts';

const cx = classes(styles);

/** The seats as a printed list of members: number, field, member, personal deputy. */
export function SeatTable({
  composition,
  onEdit,
}: {
  composition: Composition;
  onEdit: (seat: Seat) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const usual = composition.term?.startsOn ?? null;
  const hasDeputies = composition.rules.deputies === 'personal';
  return (
    <table className={cx('table')} aria-label={t('boards.seatsTitle')}>
      <thead>
        <tr>
          <th scope="col" className={cx('numberColumn')}>
            {t('boards.number')}
          </th>
          <th scope="col" className={cx('fieldColumn')}>
            {t('boards.field')}
          </th>
          <th scope="col">{t('boards.member')}</th>
          {hasDeputies && <th scope="col">{t('boards.personalDeputy')}</th>}
          <th scope="col" className={cx('editColumn')}>
            <VisuallyHidden elementType="span">{t('common.edit')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {composition.seats.map((seat) => (
          <tr key={seat.id}>
            <th scope="row" className={cx('number')}>
              {seat.number}
            </th>
            <td className={cx('field')}>
              {seat.field ? inLanguage(seat.field.name, language) : <span className={cx('none')}>–</span>}
            </td>
            <td>
              <HolderWords holder={seat.member} none={t('boards.vacant')} usual={usual} />
              <Upcoming seat={seat} place="member" />
            </td>
            {hasDeputies && (
              <td>
                <HolderWords holder={seat.deputy} none={t('boards.vacantDeputy')} isQuiet usual={usual} />
                <Upcoming seat={seat} place="deputy" />
              </td>
            )}
            <td>
              <IconButton
                icon="edit"
                size="s"
                label={t('boards.editSeat', { number: seat.number })}
                onPress={() => onEdit(seat)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Decided already, in force later. */
function Upcoming({ seat, place }: { seat: Seat; place: HolderRole }) {
  const t = useText();
  const format = useFormat();
  return seat.upcoming
    .filter((holder) => holder.role === place)
    .map((holder) => (
      <div key={holder.id} className={cx('upcoming')}>
        {t('boards.upcoming', {
          date: format.date(holder.startsOn),
          name: holder.person.name,
          role: t(`boards.role.${place}`),
        })}
      </div>
    ));
}
