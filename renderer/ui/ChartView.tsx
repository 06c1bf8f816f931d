import { useEffect, useMemo, useRef, useState } from 'react';
import type { Chart, ChartLook } from '../../db/model/chart.ts';
import { SCREEN } from '../../db/model/svg.ts';
import { useLanguage, useText } from '../i18n/language.ts';
import { classes } from './classes.ts';
import styles from './ChartView.module.css';
import { SvgPicture } from './SvgPicture.tsx';

const cx = classes(styles);

/** A chart as wide as its place, with its figures in a table that can be opened below. */
export function ChartView({ compose }: { compose: (look: ChartLook) => Chart }) {
  const t = useText();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const chart = useMemo(
    () => (width < 80 ? null : compose({ width, palette: SCREEN, language })),
    [compose, width, language],
  );
  return (
    <div ref={place} className={cx('chart')}>
      {chart && (
        <>
          <SvgPicture picture={chart.picture} />
          <details className={cx('figures')}>
            <summary>{t('indicators.chartTable')}</summary>
            <div className={cx('scroll')}>
              <table className={cx('table')} aria-label={chart.table.caption}>
                <thead>
                  <tr>
                    {chart.table.columns.map((column) => (
                      <th key={column} scope="col">
                        {column}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {chart.table.rows.map((row, index) => (
                    <tr key={`${String(index)} ${row[0] ?? ''}`}>
                      {row.map((cell, at) =>
                        at === 0 ? (
                          <th key={String(at)} scope="row">
                            {cell}
                          </th>
                        ) : (
                          <td key={String(at)}>{cell}</td>
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </div>
  );
}
