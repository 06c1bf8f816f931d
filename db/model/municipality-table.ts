/**
 * A yearly classification of municipalities (kuntaluokitus) as a table: one row for each municipality, with its region
 * (maakunta) and wellbeing services county (hyvinvointialue). The columns are those of Tilastokeskus' classifications of
 * municipalities joined by code; headings in Finnish, Swedish or English, in any order.
 */
import { parseClassification, type Classification, type LanguageRatio } from './classification.ts';
import { AppError } from './errors.ts';
import { cellText, headingKey, type TableRow } from './table.ts';

const COLUMNS = {
  code: [
    'kunta',
    'kuntakoodi',
    'kunnan koodi',
    'koodi',
    'kunta koodi',
    'kommun',
    'kommunkod',
    'municipality',
    'code',
  ],
  nameFi: ['nimi fi', 'kunnan nimi', 'kunta nimi', 'nimi', 'nimi suomeksi', 'name fi'],
  nameSv: ['nimi sv', 'nimi ruotsiksi', 'kunnan nimi ruotsiksi', 'namn', 'namn på svenska', 'name sv'],
  regionCode: ['maakunta', 'maakuntakoodi', 'maakunnan koodi', 'maakunta koodi', 'landskap', 'region'],
  regionFi: ['maakunta fi', 'maakunnan nimi', 'maakunta nimi', 'region fi'],
  regionSv: ['maakunta sv', 'maakunnan nimi ruotsiksi', 'landskap sv', 'region sv'],
  countyCode: [
    'hyvinvointialue',
    'hyvinvointialuekoodi',
    'hyvinvointialueen koodi',
    'välfärdsområde',
    'county',
  ],
  countyFi: ['hyvinvointialue fi', 'hyvinvointialueen nimi', 'county fi'],
  countySv: ['hyvinvointialue sv', 'hyvinvointialueen nimi ruotsiksi', 'välfärdsområde sv', 'county sv'],
  ratio: ['kielisuhde fi', 'kielisuhde', 'kunnan kielisuhde', 'språkförhållande', 'language ratio'],
} as const;
type Column = keyof typeof COLUMNS;
/** Without a name in Swedish the Finnish one is used. */
const OPTIONAL: ReadonlySet<Column> = new Set(['nameSv', 'regionSv', 'countySv']);

/** Columns by their place; null when the row is not the heading of such a table. */
function headings(row: TableRow): Map<Column, number> | null {
  const keys = row.map(headingKey);
  const found = new Map<Column, number>();
  for (const [column, names] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const at = keys.findIndex((key) => names.includes(key));
    if (at >= 0) found.set(column, at);
    else if (!OPTIONAL.has(column)) return null;
  }
  return found;
}

/** Kielisuhde in the words of Tilastokeskus, or as our code. */
function languageRatio(text: string): LanguageRatio | null {
  const key = headingKey(text);
  if (/^(fi|sv|fi sv|sv fi)$/.test(key)) return key.replace(' ', '_') as LanguageRatio;
  const [finnish, swedish] = [key.indexOf('suom'), key.indexOf('ruots')];
  if (key.startsWith('yksikieli')) return finnish >= 0 ? 'fi' : swedish >= 0 ? 'sv' : null;
  if (!key.startsWith('kaksikieli')) return null;
  if (finnish < 0 && swedish < 0) return null;
  return swedish < 0 || (finnish >= 0 && finnish < swedish) ? 'fi_sv' : 'sv_fi';
}

const invalid = (line: number, reason: string): AppError =>
  new AppError('CLASSIFICATION_ROW', { line, reason });

/** Fewer municipalities than this are no classification of the whole country. */
const FEWEST = 100;

/**
 * Reads a table as the classification of a year.
 * @throws AppError CLASSIFICATION_HEADINGS; CLASSIFICATION_ROW with the line; CLASSIFICATION_SHORT; CLASSIFICATION_INVALID
 */
export function readMunicipalityTable(rows: readonly TableRow[], year: number): Classification {
  const head = rows.slice(0, 20).findIndex((row) => headings(row) !== null);
  const columns = headings(rows[head] ?? []);
  if (columns === null) throw new AppError('CLASSIFICATION_HEADINGS');
  const [regions, counties] = [new Map<string, Area>(), new Map<string, Area>()];
  const municipalities: Classification['municipalities'] = [];
  for (const [at, row] of rows.entries()) {
    if (at <= head || row.every((cell) => cellText(cell) === '')) continue;
    const line = at + 1;
    const cell = (column: Column): string => {
      const place = columns.get(column);
      return place === undefined ? '' : cellText(row[place] ?? '');
    };
    const code = (column: Column, length: number): string => {
      const digits = /^\D{0,3}(\d+)$/.exec(cell(column))?.[1] ?? '';
      if (digits === '' || digits.length > length) throw invalid(line, cell(column));
      return digits.padStart(length, '0');
    };
    const area = (areas: Map<string, Area>, key: 'region' | 'county'): string => {
      const own = code(`${key}Code`, 2);
      const nameFi = cell(`${key}Fi`);
      if (nameFi === '') throw invalid(line, own);
      areas.set(own, { code: own, nameFi, nameSv: cell(`${key}Sv`) || nameFi });
      return own;
    };
    const nameFi = cell('nameFi');
    const ratio = languageRatio(cell('ratio'));
    if (nameFi === '' || ratio === null) throw invalid(line, nameFi === '' ? cell('code') : cell('ratio'));
    municipalities.push({
      code: code('code', 3),
      nameFi,
      nameSv: cell('nameSv') || nameFi,
      regionCode: area(regions, 'region'),
      wellbeingCountyCode: area(counties, 'county'),
      languageRatio: ratio,
    });
  }
  if (municipalities.length < FEWEST)
    throw new AppError('CLASSIFICATION_SHORT', { count: municipalities.length });
  return parseClassification({
    format: 'pykala-classification',
    version: 1,
    year,
    source: {
      name: `Kunnat, maakunnat ja hyvinvointialueet ${year}`,
      publisher: 'Tilastokeskus',
      license: 'CC BY 4.0',
      attribution: `Lähde: Tilastokeskus, kunta-, maakunta- ja hyvinvointialueluokitukset ${year} (CC BY 4.0).`,
    },
    regions: [...regions.values()],
    wellbeingCounties: [...counties.values()],
    municipalities,
  });
}

interface Area {
  code: string;
  nameFi: string;
  nameSv: string;
}

/** A municipality of one year beside the same code of another. */
export interface MunicipalityChange {
  code: string;
  nameFi: string;
  nameSv: string;
  /** What it was, where that is what changed. */
  before: string | null;
}

/** What one classification says otherwise than the one before. */
export interface ClassificationChanges {
  added: MunicipalityChange[];
  ended: MunicipalityChange[];
  renamed: MunicipalityChange[];
  /** Into another region; `before` is the name of the region that it was in, `after` that it is in. */
  regions: (MunicipalityChange & { after: string })[];
  counties: (MunicipalityChange & { after: string })[];
}

type Areas = Pick<Classification, 'municipalities' | 'regions' | 'wellbeingCounties'>;

/** Compares by code, in the order of the names. */
export function compareClassifications(before: Areas, after: Areas): ClassificationChanges {
  const old = new Map(before.municipalities.map((one) => [one.code, one]));
  const now = new Map(after.municipalities.map((one) => [one.code, one]));
  const nameOf = (areas: readonly Area[], code: string): string =>
    areas.find((area) => area.code === code)?.nameFi ?? code;
  const sorted = <One extends { nameFi: string }>(list: One[]): One[] =>
    list.toSorted((a, b) => a.nameFi.localeCompare(b.nameFi, 'fi'));
  const same = sorted([...now.values()]).flatMap((one) => {
    const was = old.get(one.code);
    return was ? [{ one, was }] : [];
  });
  const shown = ({ code, nameFi, nameSv }: Area, was: string | null = null): MunicipalityChange => ({
    code,
    nameFi,
    nameSv,
    before: was,
  });
  return {
    added: sorted([...now.values()].filter(({ code }) => !old.has(code))).map((one) => shown(one)),
    ended: sorted([...old.values()].filter(({ code }) => !now.has(code))).map((one) => shown(one)),
    renamed: same
      .filter(({ one, was }) => one.nameFi !== was.nameFi || one.nameSv !== was.nameSv)
      .map(({ one, was }) => shown(one, was.nameFi === one.nameFi ? was.nameSv : was.nameFi)),
    regions: same
      .filter(({ one, was }) => one.regionCode !== was.regionCode)
      .map(({ one, was }) => ({
        ...shown(one, nameOf(before.regions, was.regionCode)),
        after: nameOf(after.regions, one.regionCode),
      })),
    counties: same
      .filter(({ one, was }) => one.wellbeingCountyCode !== was.wellbeingCountyCode)
      .map(({ one, was }) => ({
        ...shown(one, nameOf(before.wellbeingCounties, was.wellbeingCountyCode)),
        after: nameOf(after.wellbeingCounties, one.wellbeingCountyCode),
      })),
  };
}
