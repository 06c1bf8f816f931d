/**
 * A map of tiles (ruutukartta): each municipality of a region is a tile of the same size, placed roughly as on the map.
 * Regions without a layout are laid in rows by name. What a tile says stands in it as words and a mark, not in colour alone.
 */
import { SMALL, type Chart, type ChartLook } from './chart.ts';
import { element, label, seriesLook, shortened, type SvgNode } from './svg.ts';

/** Rows of municipality codes from north to south; empty text is no tile. */
const LAYOUTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  // Pohjois-Karjala
  '12': [
    ['', '541', '422', ''],
    ['', '176', '276', '146'],
    ['309', '607', '167', ''],
    ['090', '426', '', '848'],
    ['', '707', '260', ''],
  ],
  // Kainuu
  '18': [
    ['', '620', '777'],
    ['578', '105', '697'],
    ['205', '765', '290'],
  ],
  // Kymenlaakso
  '08': [
    ['286', '', '489'],
    ['624', '285', '075', '935'],
  ],
  // Etelä-Karjala
  '09': [
    ['', '739', '700', '689', '580'],
    ['441', '831', '', '153', ''],
    ['', '416', '405', '', ''],
  ],
};

export interface Tile {
  code: string;
  name: string;
  /** Which series of the palette; null: nothing to tell. */
  series: number | null;
  /** What it says, e.g. the stage. */
  text: string;
  /** Of the table: since when. */
  detail: string;
}

export interface TileMapInput {
  title: string;
  description: string;
  regionCode: string | null;
  tiles: readonly Tile[];
  words: { name: string; text: string; detail: string };
}

/** Where each tile stands: column and row from the upper left. All tiles have a place, each its own. */
function tilePlaces(
  regionCode: string | null,
  codes: readonly string[],
  columns: number,
): Map<string, { column: number; row: number }> {
  const layout = LAYOUTS[regionCode ?? ''] ?? [];
  const places = new Map<string, { column: number; row: number }>();
  for (const [row, line] of layout.entries())
    for (const [column, code] of line.entries())
      if (code !== '' && codes.includes(code) && column < columns) places.set(code, { column, row });
  const from = places.size === 0 ? 0 : layout.length;
  for (const [index, code] of codes.filter((one) => !places.has(one)).entries())
    places.set(code, { column: index % columns, row: from + Math.floor(index / columns) });
  return places;
}

const GAP = 6;
const HEIGHT = 62;
const WIDEST = 168;
const NARROWEST = 96;

export function tileMap(input: TileMapInput, look: ChartLook): Chart {
  const { palette, width } = look;
  const most = Math.max(4, ...(LAYOUTS[input.regionCode ?? ''] ?? []).map((line) => line.length));
  const columns = Math.max(1, Math.min(most, Math.floor((width + GAP) / (NARROWEST + GAP))));
  const size = Math.min(WIDEST, (width - GAP * (columns - 1)) / columns);
  const places = tilePlaces(
    input.regionCode,
    input.tiles.map((tile) => tile.code),
    columns,
  );
  const rows = Math.max(0, ...[...places.values()].map((place) => place.row + 1));
  const nodes = input.tiles.flatMap((tile): SvgNode[] => {
    const place = places.get(tile.code);
    if (place === undefined) return [];
    const x = place.column * (size + GAP);
    const y = place.row * (HEIGHT + GAP);
    const one = tile.series === null ? null : seriesLook(palette, tile.series);
    const ink = one?.onFill ?? palette.muted;
    return [
      element('rect', {
        x: x + 0.5,
        y: y + 0.5,
        width: size - 1,
        height: HEIGHT - 1,
        rx: 5,
        fill: one?.fill ?? palette.well,
        stroke: one?.stroke ?? palette.hair,
        'stroke-dasharray': one?.dash,
      }),
      label(shortened(tile.name, size - 16, 13, 600), x + 9, y + 22, {
        size: 13,
        weight: 600,
        fill: one?.onFill ?? palette.ink,
      }),
      label(shortened(tile.text, size - 16, SMALL), x + 9, y + 41, { size: SMALL, fill: ink }),
    ];
  });
  return {
    picture: {
      width,
      height: rows === 0 ? 1 : rows * (HEIGHT + GAP) - GAP,
      title: input.title,
      description: input.description,
      nodes,
    },
    table: {
      caption: input.title,
      columns: [input.words.name, input.words.text, input.words.detail],
      rows: input.tiles.map((tile) => [tile.name, tile.text, tile.detail]),
    },
  };
}
