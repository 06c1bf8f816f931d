import { useCallback } from 'react';
import type { ReportFigure } from '../../../db/model/annual-report.ts';
import type { Chart, ChartLook } from '../../../db/model/chart.ts';
import type { Language } from '../../../db/model/language.ts';
import { figureChart } from '../../../db/model/print-annual-report.ts';
import { themePicture } from '../../../db/model/print-theme.ts';
import { SCREEN } from '../../../db/model/svg.ts';
import { useText } from '../../i18n/language.ts';
import { ChartView } from '../../ui/ChartView.tsx';
import { classes } from '../../ui/classes.ts';
import { SvgPicture } from '../../ui/SvgPicture.tsx';
import styles from './Reports.module.css';

const cx = classes(styles);

/** A longer table is opened when it is wanted. */
const SHOWN_ROWS = 12;
const LOGIC_WIDTH = 900;

/** The tables and pictures of a section, in the language of the document. */
export function SectionFigures({
  figures,
  language,
}: {
  figures: readonly ReportFigure[];
  language: Language;
}) {
  return figures.map((figure, index) => (
    <Figure key={`${String(index)} ${figure.type}`} figure={figure} language={language} />
  ));
}

function Figure({ figure, language }: { figure: ReportFigure; language: Language }) {
  const t = useText();
  if (figure.type === 'table') {
    if (figure.rows.length <= SHOWN_ROWS) return <Table figure={figure} />;
    return (
      <details className={cx('long')}>
        <summary>
          {figure.caption} – {t('reports.tableRows', { count: figure.rows.length })}
        </summary>
        <Table figure={figure} />
      </details>
    );
  }
  if (figure.type === 'logic')
    return (
      <div className={cx('figure')}>
        <p className={cx('caption')}>{figure.name}</p>
        <SvgPicture picture={themePicture(figure, language, SCREEN, LOGIC_WIDTH)} isFluid />
      </div>
    );
  return <ChartFigure figure={figure} language={language} />;
}

function ChartFigure({
  figure,
  language,
}: {
  figure: Exclude<ReportFigure, { type: 'table' | 'logic' }>;
  language: Language;
}) {
  const compose = useCallback(
    (look: ChartLook): Chart => figureChart(figure, { ...look, language }),
    [figure, language],
  );
  return (
    <div className={cx('figure')}>
      {figure.type === 'bars' && <p className={cx('caption')}>{figure.title}</p>}
      <ChartView compose={compose} />
    </div>
  );
}

function Table({ figure }: { figure: Extract<ReportFigure, { type: 'table' }> }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls is reached by keyboard
    <div className={cx('scroll')} role="group" aria-label={figure.caption} tabIndex={0}>
      <table className={cx('table')}>
        <caption>{figure.caption}</caption>
        <thead>
          <tr>
            {figure.columns.map(({ label, isNumber }) => (
              <th key={label} scope="col" className={cx(isNumber === true && 'number')}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figure.rows.map((row, index) => (
            <tr key={`${String(index)} ${row[0] ?? ''}`}>
              {row.map((cell, at) => {
                const className = cx(figure.columns[at]?.isNumber === true && 'number');
                return at === 0 ? (
                  <th key={String(at)} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={String(at)} className={className}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
