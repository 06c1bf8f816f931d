import { useMemo } from 'react';
import { directionOf, languageTag } from '../../../db/model/bulletin.ts';
import { hasLix, lix, plainLanguageReport, type Mark } from '../../../db/model/plain-language.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import type { BulletinText } from './BulletinScreen.tsx';
import styles from './Communication.module.css';

const cx = classes(styles);

/** Marks sentences that a reader may stumble over, with the figures of the text. Never a verdict. */
export function WritingAid({
  text,
  body,
  sourceBody,
  onGo,
}: {
  text: BulletinText;
  body: string;
  /** What it was written or translated from. */
  sourceBody: string;
  onGo: (start: number, end: number) => void;
}) {
  const t = useText();
  const format = useFormat();
  const { language } = text;
  const report = useMemo(() => plainLanguageReport(body, language), [body, language]);
  const marked = report.sentences.filter(({ marks }) => marks.length > 0);
  const before = text.before === null ? null : lix(text.before.body);
  // Figures of different languages say nothing about each other.
  const isSameLanguage = text.isSource && languageTag(language) === 'fi';
  const ofSource = isSameLanguage ? lix(sourceBody) : null;
  const figure = (name: string, value: string) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <Panel title={t('bulletins.aid')}>
      <dl className={cx('figures')}>
        {figure(t('bulletins.aidWords'), format.number(report.words))}
        {figure(t('bulletins.aidSentences'), format.number(report.sentences.length))}
        {figure(t('bulletins.aidAverage'), format.number(report.averageLength, 1))}
        {hasLix(language) && figure(t('bulletins.aidLong'), `${format.number(report.longShare * 100)} %`)}
        {report.lix !== null && figure(t('bulletins.aidLix'), format.number(report.lix))}
        {report.lix !== null && before !== null && figure(t('bulletins.aidLixBefore'), format.number(before))}
        {report.lix !== null &&
          ofSource !== null &&
          figure(t('bulletins.aidLixSource'), format.number(ofSource))}
      </dl>
      <p className={cx('note')}>
        {t('bulletins.aidNote')} {t('bulletins.aidGuide')}
      </p>
      {!hasLix(language) && <p className={cx('note')}>{t('bulletins.aidLixNone')}</p>}
      {!['fi', 'sv', 'en'].includes(languageTag(language)) && (
        <p className={cx('note')}>{t('bulletins.aidPassiveNone')}</p>
      )}
      <h3 className={cx('label')} aria-live="polite">
        {marked.length === 0 ? t('bulletins.aidNone') : t('bulletins.aidCount', { count: marked.length })}
      </h3>
      <ul className={cx('sentences')}>
        {marked.map((one) => (
          <li key={`${String(one.start)} ${one.text}`}>
            <button type="button" className={cx('sentence')} onClick={() => onGo(one.start, one.end)}>
              <span lang={languageTag(language)} dir={directionOf(language)}>
                {one.text}
              </span>
              <span className={cx('pills')}>
                {one.marks.map((mark) => (
                  <MarkPill key={`${mark.kind} ${String(mark.isCertain)}`} mark={mark} />
                ))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function MarkPill({ mark: { kind, value, words, isCertain } }: { mark: Mark }) {
  const t = useText();
  const name =
    kind === 'long_sentence' || kind === 'clauses'
      ? t(`bulletins.mark.${kind}`, { count: value })
      : t(`bulletins.mark.${kind}`);
  const which = kind === 'long_sentence' || kind === 'clauses' ? '' : `: ${words.join(', ')}`;
  return (
    <Pill tone={isCertain ? 'info' : 'neutral'}>
      {name}
      {which}
      {!isCertain && ` (${t('bulletins.aidMaybe')})`}
    </Pill>
  );
}
