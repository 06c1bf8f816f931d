import { inLanguage } from '../../../db/model/language.ts';
import { bound } from '../../../db/model/no-break.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { MunicipalityWay } from '../../ui/MunicipalityWay.tsx';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import type { PracticeCard } from './PracticeScreen.tsx';
import styles from './Practices.module.css';
import { StageMark } from './StageMark.tsx';

const cx = classes({ ...parts, ...styles });

/** Each municipality with its stage, who decided, and the contact persons there who help it take root. */
export function MunicipalitiesPanel({
  practice,
  onChange,
}: {
  practice: PracticeCard;
  /** A code, or 'many'. */
  onChange: (municipality: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const words = PRACTICE_STAGE_WORDS[language];
  const states = new Map(practice.municipalities.map((one) => [one.code, one]));
  return (
    <Panel
      title={t('practices.municipalities')}
      actions={
        practice.stage === 'offered' && (
          <Button size="s" icon="plus" onPress={() => onChange('many')}>
            {t('practices.offerMany')}
          </Button>
        )
      }
    >
      <div className={cx('scroll')}>
        <table className={cx('table')} aria-label={t('practices.municipalities')}>
          <thead>
            <tr>
              <th scope="col">{t('practices.municipality')}</th>
              <th scope="col">{t('practices.stage')}</th>
              <th scope="col">{t('practices.decidedBy')}</th>
              <th scope="col">{t('practices.contacts')}</th>
            </tr>
          </thead>
          <tbody>
            {practice.places.map((place) => {
              const state = states.get(place.code);
              const name = inLanguage(place.name, language);
              return (
                <tr key={place.code}>
                  <th scope="row">
                    <MunicipalityWay code={place.code} name={name} />
                  </th>
                  <td className={cx('wayCell')}>
                    <Button
                      size="s"
                      variant="quiet"
                      aria-label={t('practices.stageOf', {
                        municipality: name,
                        stage: state
                          ? `${words[state.stage]} ${format.date(state.since)}`
                          : t('practices.notOffered'),
                      })}
                      onPress={() => onChange(place.code)}
                    >
                      {state ? (
                        <>
                          <StageMark stage={state.stage} />
                          {words[state.stage]} {format.date(state.since)}
                        </>
                      ) : (
                        <span className={cx('detail')}>{t('practices.notOffered')}</span>
                      )}
                    </Button>
                  </td>
                  <td>
                    <span className={cx('detail')}>
                      {[state?.decidedBy ?? '', state?.reference ?? '']
                        .filter((part) => part !== '')
                        .map(bound)
                        .join(', ')}
                    </span>
                  </td>
                  <td>
                    <span className={cx('detail')}>
                      {place.contacts
                        .map(({ person, role }) => `${person} (${inLanguage(role, language)})`)
                        .join(', ')}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
