import type { RoundView } from '../../../db/model/examination.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Examination.module.css';
import type { ExaminationParts } from './use-examination.ts';

const cx = classes(styles);

/** The rounds and the versions that came of them, the newest first. */
export function History({ examination }: ExaminationParts) {
  const t = useText();
  const { rounds, versions } = examination;
  return (
    <>
      {rounds.length > 0 && (
        <Panel title={t('examination.rounds')}>
          <ul className={cx('list')}>
            {rounds.toReversed().map((round) => (
              <Round key={round.id} round={round} />
            ))}
          </ul>
        </Panel>
      )}
      {versions.length > 0 && (
        <Panel title={t('examination.versions')}>
          <ul className={cx('list')}>
            {versions.toReversed().map(({ version, sha256, createdBy }) => (
              <li key={version} className={cx('entry')}>
                <span className={cx('name')}>
                  {t('examination.version', { version, hash: sha256.slice(0, 12) })}
                </span>
                <span className={cx('muted')}>{createdBy}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Round({ round }: { round: RoundView }) {
  const t = useText();
  const format = useFormat();
  const ending =
    round.outcome === 'approved'
      ? t('examination.round.approved', { date: format.date(round.closedOn) })
      : round.outcome === 'returned'
        ? t('examination.round.returned', { date: format.date(round.closedOn), reason: round.reason })
        : t('examination.round.open');
  return (
    <li className={cx('entry')}>
      <span className={cx('name')}>
        {t('examination.round', {
          number: round.number,
          way: t(`examination.way.${round.way}`),
          date: format.date(round.openedOn),
        })}
      </span>
      <span className={cx('muted')}>{ending}</span>
      {round.openingReason !== '' && (
        <p className={cx('whole', 'muted')}>
          {t('examination.round.reopened', { reason: round.openingReason })}
        </p>
      )}
      {round.decidedReference !== null && (
        <p className={cx('whole', 'muted')}>
          {t('examination.round.decided', { reference: round.decidedReference })}
        </p>
      )}
    </li>
  );
}
