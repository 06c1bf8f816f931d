import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Fact, Facts } from '../../ui/Form.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScrollArea } from '../../ui/ScrollArea.tsx';
import type { Opened } from './PackageScreen.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);

/** What the package says of itself, as it is written in it. */
export function PackageAbout({ opened }: { opened: Opened }) {
  const t = useText();
  const format = useFormat();
  return (
    <ScrollArea className={cx('column')} label={t('archive.view.about')}>
      <Panel title={t('archive.view.about')}>
        <Facts>
          <Fact name={t('archive.view.counts')}>
            {t('archive.view.countsText', {
              meetings: format.number(opened.meetings.length),
              organisations: format.number(opened.organisations.length),
              persons: format.number(opened.persons),
              files: format.number(opened.files.length),
            })}
          </Fact>
          {opened.schemaVersion !== null && (
            <Fact name={t('archive.view.schema')}>{String(opened.schemaVersion)}</Fact>
          )}
          {opened.info.map(([label, value]) => (
            <Fact key={`${label} ${value}`} name={label}>
              {value}
            </Fact>
          ))}
        </Facts>
      </Panel>
      {opened.findings.length > 0 && (
        <Panel title={t('archive.verdict.fault')}>
          <ul>
            {opened.findings.map(({ subject, text }) => (
              <li key={`${subject} ${text}`}>
                {subject}: {text}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </ScrollArea>
  );
}
