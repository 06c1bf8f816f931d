import { useCallback } from 'react';
import { barChart } from '../../../db/model/chart-bar.ts';
import type { ChartLook } from '../../../db/model/chart.ts';
import type { CoverageCell } from '../../../db/model/inclusion-coverage.ts';
import { INCLUSION_KINDS, type InclusionKind } from '../../../db/model/inclusion.ts';
import { inLanguage } from '../../../db/model/language.ts';
import {
  inLanguageOrder,
  languageList,
  spokenLanguageName,
  type SpokenLanguage,
} from '../../../db/model/spoken-language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChartView } from '../../ui/ChartView.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { Toolbar, ToolbarSpacer } from '../../ui/Page.tsx';
import { MunicipalityWay } from '../../ui/MunicipalityWay.tsx';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import { Pill } from '../../ui/Pill.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';
import { openNewEntry } from './dialog-store.ts';
import styles from './Inclusion.module.css';

const cx = classes(styles);
const px = classes(parts);
type View = Outputs['inclusion']['coverage'];
const ALL = 'all';
const OWN = 'own';
const FORMATS = ['pdf', 'xlsx', 'csv'] as const;

/** Municipality × what there is, with the languages and the gaps. @param onShow the entries behind a number */
export function CoveragePanel({ onShow }: { onShow: (kind: InclusionKind, municipality: string) => void }) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const [year, setYear] = useRemembered<string>('inclusion.coverage.year', ALL);
  const [spoken, setSpoken] = useRemembered<string>('inclusion.coverage.language', ALL);
  const [region, setRegion] = useRemembered<string>('inclusion.coverage.region', OWN);
  const { data: regions } = useTopicQuery(['workspace'], ['classifications.regions'], () =>
    api.classifications.regions.query(),
  );
  const input = {
    boardId: board.id,
    regionCode: region === OWN ? null : region,
    filter: {
      period: year === ALL ? null : { from: `${year}-01-01`, to: `${year}-12-31` },
      language: spoken === ALL ? null : (spoken as SpokenLanguage),
    },
  };
  const { data, error } = useTopicQuery(
    ['inclusion', 'organisations', 'boards', 'workspace'],
    ['inclusion.coverage', input],
    () => api.inclusion.coverage.query(input),
    { keepPrevious: true },
  );
  const years = yearsOf(data);
  return (
    <div className={cx('wide')}>
      <Toolbar label={t('common.filter')}>
        <Select
          label={t('inclusion.filter.period')}
          width="s"
          hideLabel
          value={year}
          onChange={setYear}
          options={[
            { id: ALL, label: t('inclusion.filter.all.period') },
            ...years.map((one) => ({ id: one, label: one })),
          ]}
        />
        <Select
          label={t('inclusion.filter.language')}
          width="s"
          hideLabel
          value={spoken}
          onChange={setSpoken}
          options={[
            { id: ALL, label: t('inclusion.filter.all.language') },
            ...inLanguageOrder((data?.entries ?? []).flatMap(({ languages }) => languages)).map((code) => ({
              id: code,
              label: spokenLanguageName(code, language),
            })),
          ]}
        />
        <Select
          label={t('inclusion.filter.region')}
          width="s"
          hideLabel
          value={region}
          onChange={setRegion}
          options={[
            { id: OWN, label: t('inclusion.ownRegion') },
            ...(regions ?? []).map(({ code, name }) => ({ id: code, label: inLanguage(name, language) })),
          ]}
        />
        <ToolbarSpacer />
        <Menu
          label={t('inclusion.export')}
          entries={FORMATS.map((format) => ({
            id: format,
            label: t(`inclusion.export.${format}`),
            icon: 'download' as const,
            run: () =>
              void saveFile(format, t('inclusion.fileName', { ending: format }), (target) =>
                api.inclusion.exportCoverage.mutate({ ...input, format, language, target }),
              ),
          }))}
        >
          <Button icon="download" iconAfter="chevronDown">
            {t('inclusion.export')}
          </Button>
        </Menu>
      </Toolbar>
      {error && <Banner tone="danger">{error.message}</Banner>}
      {data?.region === null && (
        <Panel>
          <EmptyState title={t('inclusion.noRegion')}>{t('inclusion.noRegionBody')}</EmptyState>
        </Panel>
      )}
      {data && data.region !== null && (
        <>
          <CoverageTable view={data} onShow={onShow} />
          <LanguageChart view={data} />
        </>
      )}
    </div>
  );
}

/** Years in which there is something, the latest first. */
function yearsOf(view: View | undefined): string[] {
  return [
    ...new Set(
      (view?.entries ?? []).flatMap(({ startsOn, endsOn }) =>
        [startsOn, endsOn].flatMap((date) => date?.slice(0, 4) ?? []),
      ),
    ),
  ]
    .sort()
    .reverse();
}

function CoverageTable({
  view,
  onShow,
}: {
  view: View;
  onShow: (kind: InclusionKind, municipality: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { rows, covered, gaps } = view.coverage;
  const title = view.region ? inLanguage(view.region.name, language) : '';
  return (
    <Panel
      title={`${t('inclusion.coverageOf')}: ${title}`}
      actions={<Pill tone={gaps > 0 ? 'warning' : 'ok'}>{t('inclusion.gapsCount', { count: gaps })}</Pill>}
    >
      <div className={px('scroll')}>
        <table className={cx('coverage')} aria-label={t('inclusion.coverageOf')}>
          <thead>
            <tr>
              <th scope="col">{t('inclusion.filter.municipality')}</th>
              {INCLUSION_KINDS.map((kind) => (
                <th key={kind} scope="col">
                  {t(`inclusion.kinds.${kind}`)}
                </th>
              ))}
              <th scope="col">{t('inclusion.ownLanguages')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const municipality = inLanguage(row.name, language);
              return (
                <tr key={row.code}>
                  <th scope="row">
                    <MunicipalityWay code={row.code} name={municipality} />
                  </th>
                  {INCLUSION_KINDS.map((kind) => (
                    <td key={kind}>
                      <Cell
                        cell={row.cells[kind]}
                        kind={kind}
                        municipality={municipality}
                        onShow={() => onShow(kind, row.code)}
                        onAdd={() => openNewEntry({ kind, municipality: row.code })}
                      />
                    </td>
                  ))}
                  <td className={cx('languages')}>{languageList(row.ownLanguages, language) || '–'}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('inclusion.covered')}</th>
              {INCLUSION_KINDS.map((kind) => (
                <td key={kind}>{t('inclusion.coveredOf', { covered: covered[kind], all: rows.length })}</td>
              ))}
              <td>&nbsp;</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  );
}

function Cell({
  cell,
  kind,
  municipality,
  onShow,
  onAdd,
}: {
  cell: CoverageCell;
  kind: InclusionKind;
  municipality: string;
  onShow: () => void;
  onAdd: () => void;
}) {
  const t = useText();
  const words = { kind: t(`inclusion.kinds.${kind}`), municipality };
  const { entryIds, regionalIds } = cell;
  if (entryIds.length === 0 && regionalIds.length === 0)
    return (
      <span className={cx('cell', 'gap')}>
        <Button
          size="s"
          variant="quiet"
          icon="plus"
          aria-label={t('inclusion.gapAdd', words)}
          onPress={onAdd}
        >
          {t('inclusion.gap')}
        </Button>
      </span>
    );
  const shown =
    entryIds.length === 0
      ? t('inclusion.cellOnlyRegional', { count: regionalIds.length })
      : String(entryIds.length);
  return (
    <span className={cx('cell')}>
      <Button
        size="s"
        variant="quiet"
        aria-label={t('inclusion.cell', { ...words, count: shown })}
        onPress={onShow}
      >
        {entryIds.length === 0 ? <span className={cx('regional')}>{shown}</span> : shown}
      </Button>
      {entryIds.length > 0 && regionalIds.length > 0 && (
        <span className={cx('regional')}>{t('inclusion.cellRegional', { count: regionalIds.length })}</span>
      )}
    </span>
  );
}

/** In how many municipalities each language is met. */
function LanguageChart({ view }: { view: View }) {
  const t = useText();
  const language = useLanguage();
  const compose = useCallback(
    (look: ChartLook) =>
      barChart(
        {
          title: t('inclusion.languagesByPlace'),
          description: t('inclusion.languagesByPlaceDescription'),
          unit: '',
          decimals: 0,
          bars: view.coverage.languages
            .toSorted((a, b) => b.own - a.own)
            .map(({ code, own }) => ({ name: spokenLanguageName(code, language), value: own })),
          words: {
            name: t('inclusion.filter.language'),
            value: t('inclusion.municipalityCount'),
            missing: '–',
          },
        },
        look,
      ),
    [view, t, language],
  );
  return (
    <Panel title={t('inclusion.languagesByPlace')}>
      {view.coverage.languages.length === 0 ? (
        <p className={px('none')}>{t('inclusion.languagesNone')}</p>
      ) : (
        <ChartView compose={compose} />
      )}
    </Panel>
  );
}
