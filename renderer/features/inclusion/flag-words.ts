/** What an entry lacks and what does not add up, in sentences that say what to do. */
import type { PathFinding } from '../../../db/model/inclusion-path.ts';
import type { InclusionFlag } from '../../../db/model/inclusion.ts';
import type { Format } from '../../i18n/format.ts';
import type { useText } from '../../i18n/language.ts';

type Text = ReturnType<typeof useText>;

export function sayFlag(flag: InclusionFlag, t: Text, format: Format): string {
  if (flag.code === 'dissolved')
    return flag.endedOn === null
      ? t('inclusion.flag.dissolved', { organisation: flag.organisation })
      : t('inclusion.flag.dissolvedOn', { organisation: flag.organisation, date: format.date(flag.endedOn) });
  if (flag.code === 'path_counts') return t('inclusion.flag.path_counts', { count: flag.findings });
  return t(`inclusion.flag.${flag.code}`);
}

export function sayFinding(finding: PathFinding, t: Text, format: Format): string {
  const number = (value: number): string => format.number(value);
  switch (finding.code) {
    case 'later_larger':
      return t('inclusion.finding.later_larger', {
        step: finding.step,
        count: number(finding.count),
        before: finding.before,
        beforeCount: number(finding.beforeCount),
      });
    case 'total_below':
      return t('inclusion.finding.total_below', {
        total: number(finding.total),
        step: finding.step,
        count: number(finding.count),
      });
    case 'left_over':
      return t('inclusion.finding.left_over', {
        total: number(finding.total),
        left: number(finding.left),
        last: number(finding.last),
      });
    case 'not_counted':
      return t('inclusion.finding.not_counted', { step: finding.step });
  }
}
