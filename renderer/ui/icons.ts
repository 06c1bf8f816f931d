/** The icons as paths on a field of 20 × 20, drawn with a line of 1.5. Own drawings; add one when it is needed. */
const PATHS = {
  start: 'M3 9.5 10 3.5l7 6M5 8v8.5h10V8M8.25 16.5v-4.75h3.5v4.75',
  organisations:
    'M10 7.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM4.75 17a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM15.25 17a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM8.9 7l-3 5.75M11.1 7l3 5.75M7 14.75h6',
  boards:
    'M10 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM5.5 16.5c0-3 1.9-5 4.5-5s4.5 2 4.5 5M3.5 12.5c-.9.7-1.5 1.8-1.5 3M16.5 12.5c.9.7 1.5 1.8 1.5 3',
  meetings: 'M4 5h12v11.5H4zM4 8.5h12M7 3v3M13 3v3M7 11.75h6M7 14h3.5',
  tasks: 'M3.5 5.5 5 7l2.5-3M3.5 13.5 5 15l2.5-3M10.5 6h6M10.5 14h6M10.5 10h6',
  settings:
    'M3 6h7.5M14.5 6H17M3 14h2.5M9.5 14H17M12.5 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7.5 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.9 8a2.1 2.1 0 1 1 3.1 1.85c-.7.4-1 .8-1 1.65M10 14h.01',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  close: 'm5 5 10 10M15 5 5 15',
  check: 'm4 10.5 4 4 8-9',
  chevronDown: 'm5 7.5 5 5 5-5',
  chevronUp: 'm5 12.5 5-5 5 5',
  chevronLeft: 'm12.5 5-5 5 5 5',
  chevronRight: 'm7.5 5 5 5-5 5',
  arrowUp: 'M10 16V4M5.5 8.5 10 4l4.5 4.5',
  arrowDown: 'M10 4v12M5.5 11.5 10 16l4.5-4.5',
  arrowLeft: 'M16 10H4M8.5 5.5 4 10l4.5 4.5',
  arrowRight: 'M4 10h12M11.5 5.5 16 10l-4.5 4.5',
  edit: 'M4 16v-3l8.5-8.5 3 3L7 16H4ZM11 6l3 3',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.75 10.5h7.5L14.5 6M8.5 9v4.5M11.5 9v4.5',
  undo: 'M7 4 3.5 7.5 7 11M4 7.5h7.5a4.25 4.25 0 0 1 0 8.5H8',
  redo: 'm13 4 3.5 3.5L13 11M16 7.5H8.5a4.25 4.25 0 0 0 0 8.5H12',
  warning: 'M10 3.5 2.75 16.5h14.5L10 3.5ZM10 8.5v4M10 14.5h.01',
  error: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6.5v4.5M10 13.5h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.5v4M10 6.5h.01',
  done: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM6.75 10.25l2.25 2.25 4.25-4.75',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.25l2.75 1.75',
  calendar: 'M4 5h12v11.5H4zM4 8.5h12M7 3v3M13 3v3',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  bold: 'M6 4h4.5a3 3 0 0 1 0 6H6V4ZM6 10h5.25a3 3 0 0 1 0 6H6v-6Z',
  italic: 'M8.5 4H14M6 16h5.5M11.5 4 8.5 16',
  bulletList: 'M4 5.5h.01M4 10h.01M4 14.5h.01M7.5 5.5H17M7.5 10H17M7.5 14.5H17',
  orderedList: 'M3 4.5 4.25 4v3.5M3 12.5c.2-.7 2-.8 2 .3 0 .8-2 1.7-2 2.7h2M8.5 5.5H17M8.5 10H17M8.5 14.5H17',
  link: 'M8.5 11.5a3 3 0 0 0 4.25 0l2.75-2.75A3 3 0 0 0 11.25 4.5l-1 1M11.5 8.5a3 3 0 0 0-4.25 0L4.5 11.25a3 3 0 0 0 4.25 4.25l1-1',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  unlock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 5.8-1',
  document: 'M5 3h6.5L15 6.5V17H5V3ZM11.5 3v3.5H15M7.5 10h5M7.5 13h5',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  upload: 'M10 13V4M6 7.5l4-4 4 4M4 16.5h12',
  print: 'M6 7.5v-4h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z',
  copy: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7',
  filter: 'M3.5 5h13M6 10h8M8.5 15h3',
  table: 'M3.5 4.5h13v11h-13zM3.5 8h13M8 8v7.5M12.5 8v7.5',
  drag: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
  eye: 'M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5ZM10 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z',
  folder: 'M3 5h5l1.5 2H17v9H3V5Z',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 17c0-3.2 2.5-5 6-5s6 1.8 6 5',
  attachment: 'm14.5 9-5 5a3 3 0 0 1-4.25-4.25l6-6a2 2 0 0 1 2.85 2.85l-6 6a1 1 0 0 1-1.4-1.4l5-5',
  mail: 'M3 5h14v10.5H3zM3.5 5.5 10 11l6.5-5.5',
  play: 'M6 4v12l9.5-6L6 4Z',
  pause: 'M7 4.5v11M13 4.5v11',
  refresh: 'M16 8.5A6.25 6.25 0 0 0 4.5 7.5M4 11.5a6.25 6.25 0 0 0 11.5 1M4.25 4v3.75H8M15.75 16v-3.75H12',
  external: 'M8 4H4v12h12v-4M11.5 3.5h5v5M16 4l-6.5 6.5',
  flag: 'M5 17V3.5M5 4h9.5l-2 3.25 2 3.25H5',
  arrive: 'M11 3.5h5v13h-5M3 10h8M8 6.5l3.5 3.5L8 13.5',
  depart: 'M9 3.5H4v13h5M8.5 10H17M13.5 6.5 17 10l-3.5 3.5',
  quote: 'M4 14c2 0 3-1.5 3-4V6H3.5v4H7M12.5 14c2 0 3-1.5 3-4V6H12v4h3.5',
  vote: 'M4 10.5h12v6H4zM7 10.5 9 4l5 1.5-1.5 5M7.5 13.5h5',
  history: 'M3.5 10a6.5 6.5 0 1 1 2 4.7M3.5 14.5V11H7M10 6.5V10l2.5 1.5',
  archive: 'M3 4h14v3.5H3zM4.5 7.5V16h11V7.5M8 10.5h4',
  themes: 'M10 3 3 6.5l7 3.5 7-3.5L10 3ZM3.5 10l6.5 3.25L16.5 10M3.5 13.5 10 16.75l6.5-3.25',
  volunteers:
    'M10 16.5S3.5 12.75 3.5 8.25A3.25 3.25 0 0 1 10 7a3.25 3.25 0 0 1 6.5 1.25c0 4.5-6.5 8.25-6.5 8.25Z',
  megaphone: 'M4 8.5v3h2.5l7 3.5V5l-7 3.5H4ZM6.5 11.5l1 5h2l-1-4.4M16 8.25a2.6 2.6 0 0 1 0 3.5',
  inclusion:
    'M6 8.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM14 8.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM2.5 15.5c0-2.6 1.4-4.25 3.5-4.25 1.7 0 2.8 1 4 2.25 1.2-1.25 2.3-2.25 4-2.25 2.1 0 3.5 1.65 3.5 4.25',
  chart: 'M3.5 3.5v13h13M6.5 13l3-4 2.75 2.25L16 6',
  target: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM10 10h.01',
  shield: 'M10 3 4.5 5v4.5c0 3.5 2.2 6 5.5 7.5 3.3-1.5 5.5-4 5.5-7.5V5L10 3Z',
} as const;

export type IconName = keyof typeof PATHS;

/** Drawings of dots want a thicker line. */
const DOTS: ReadonlySet<IconName> = new Set(['more', 'drag']);

export function iconStroke(name: IconName): number {
  return DOTS.has(name) ? 2.4 : 1.5;
}

export function iconPath(name: IconName): string {
  return PATHS[name];
}

export const ICON_NAMES = Object.keys(PATHS) as IconName[];
