import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { fieldOfValue } from './fields.ts';
import styles from './Import.module.css';
import { decide, type ImportRow } from './import-store.ts';

const cx = classes(styles);

/** One row beside what the register has, and the decision about it. */
export function RowDetail({ row }: { row: ImportRow }) {
  const t = useText();
  const mayBeNew = row.matches.every(({ by }) => by === 'name');
  const isChosen = (kind: string, id?: string): boolean =>
    row.decision?.kind === kind && (row.decision.kind !== 'update' || row.decision.id === id);
  return (
    <section className={cx('detail')} aria-label={t('imports.rowDetail', { line: row.line })}>
      <h2 className={cx('detailTitle')}>{row.name || t('imports.rowDetail', { line: row.line })}</h2>
      {row.conflict !== null && <Banner tone="danger">{row.conflict}</Banner>}
      {row.problems.map((one) => (
        <Banner key={`${one.field}${one.message}`} tone={row.outcome === 'refused' ? 'danger' : 'warning'}>
          {one.field !== null && `${t(`imports.field.${one.field}`)}: `}
          {one.message} {one.value !== '' && <q>{one.value}</q>}
        </Banner>
      ))}
      {row.outcome === 'review' && (
        <div className={cx('decisions')} role="group" aria-label={t('imports.decisions')}>
          {row.matches.map((match) => (
            <Button
              key={match.id}
              variant={isChosen('update', match.id) ? 'primary' : 'secondary'}
              {...(isChosen('update', match.id) ? { icon: 'check' as const } : {})}
              onPress={() => void decide(row.line, { kind: 'update', id: match.id })}
            >
              {t('imports.decide.update', { name: match.name })}
            </Button>
          ))}
          {mayBeNew && (
            <Button
              variant={isChosen('new') ? 'primary' : 'secondary'}
              {...(isChosen('new') ? { icon: 'check' as const } : {})}
              onPress={() => void decide(row.line, { kind: 'new' })}
            >
              {t('imports.decide.new')}
            </Button>
          )}
          <Button
            variant={isChosen('skip') ? 'primary' : 'secondary'}
            {...(isChosen('skip') ? { icon: 'check' as const } : {})}
            onPress={() => void decide(row.line, { kind: 'skip' })}
          >
            {t('imports.decide.skip')}
          </Button>
        </div>
      )}
      <table className={cx('compare')}>
        <thead>
          <tr>
            <th scope="col">{t('imports.fieldColumn')}</th>
            <th scope="col">{t('imports.inFile')}</th>
            {row.matches.map((match) => (
              <th key={match.id} scope="col">
                {t('imports.inRegister')}
                <div className={cx('faint')}>
                  {match.by === 'name'
                    ? t('imports.match.name', { percent: Math.round(match.score * 100) })
                    : t(`imports.match.${match.by}`)}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row.values.map(({ key, inFile, inRegister }) => (
            <tr key={key}>
              <th scope="row">{t(`imports.field.${fieldOfValue(key)}`)}</th>
              <td>{inFile}</td>
              {inRegister.map((text, at) => (
                <td key={row.matches[at]?.id} className={cx(text !== inFile && 'differs')}>
                  {text || '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
