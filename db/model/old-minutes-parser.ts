/** Reads the text of old Finnish minutes and proposes what a meeting's record would hold. Never throws. */
import { findItems } from './old-minutes-items.ts';
import { cellsOf, linesOf, type TextLine } from './old-minutes-lines.ts';
import { findExaminers, findPeople, withMovements } from './old-minutes-people.ts';
import { findBareTimes, findDate, findTimes } from './old-minutes-words.ts';
import type { Found, OldMinutesProposal } from './old-minutes.ts';

/** Lines at the beginning in which the number and the day are looked for when they have no heading. */
const HEAD_LINES = 40;

/** @param text of the minutes; pages are parted by form feeds */
export function parseOldMinutes(text: string): OldMinutesProposal {
  const lines = linesOf(text);
  const items = findItems(lines, text.length);
  const firstItem = items[0]?.at.start ?? text.length;
  const head = lines.filter((line) => line.start < firstItem);
  const time = labelled(
    head,
    /^(?:kokous)?aika\b|^kokouksen aika\b|^ajankohta\b|^tid\b|^mötestid\b|^päivämäärä\b/iu,
  );
  const top = head.slice(0, HEAD_LINES);
  const heldOn = dateIn(time) ?? dateIn(top);
  const times = timesIn(time, true) ?? timesIn(top);
  const number = numberIn(top) ?? numberIn(lines.slice(0, HEAD_LINES));
  const closing = endIn(
    items.at(-1) === undefined ? [] : lines.filter((line) => line.start >= items.at(-1)!.at.start),
  );
  return {
    number: number?.number ?? null,
    year:
      number?.year ?? (heldOn === null ? null : { value: Number(heldOn.value.slice(0, 4)), at: heldOn.at }),
    heldOn,
    startedAt: times?.from ?? null,
    endedAt: times?.to ?? closing,
    place: placeIn(head),
    people: withMovements(findPeople(head), text),
    items,
    examiners: findExaminers(head, text),
  };
}

/** The lines of a labelled value: after the label in its line, and the lines below it that belong to it. */
function labelled(lines: readonly TextLine[], label: RegExp): TextLine[] {
  const at = lines.findIndex((line) => label.test(line.text.trim()));
  if (at === -1) return [];
  return lines.slice(at, at + 3);
}

function found<Value>(line: TextLine, index: number, length: number, value: Value): Found<Value> {
  return { value, at: { start: line.start + index, end: line.start + index + length } };
}

function dateIn(lines: readonly TextLine[]): Found<string> | null {
  for (const line of lines) {
    const date = findDate(line.text);
    if (date !== null) return found(line, date.index, date.length, date.value);
  }
  return null;
}

function timesIn(
  lines: readonly TextLine[],
  isLabelled = false,
): { from: Found<string>; to: Found<string> | null } | null {
  for (const line of lines) {
    const times = findTimes(line.text) ?? (isLabelled ? findBareTimes(line.text) : null);
    if (times !== null)
      return {
        from: found(line, times.index, times.length, times.from),
        to: times.to === null ? null : found(line, times.index, times.length, times.to),
      };
  }
  return null;
}

/** "Puheenjohtaja päätti kokouksen klo 15.25." */
function endIn(lines: readonly TextLine[]): Found<string> | null {
  for (const line of lines) {
    if (!/päät(?:ti|ettiin|tyi)|avslut/iu.test(line.text)) continue;
    const times = findTimes(line.text);
    if (times !== null) return found(line, times.index, times.length, times.to ?? times.from);
  }
  return null;
}

/** "PÖYTÄKIRJA No 1/2017", "Muistio 2/2022", or a number of that form near the top. */
function numberIn(lines: readonly TextLine[]): { number: Found<number>; year: Found<number> } | null {
  const form = /(?<![\d./])(\d{1,3})\s?\/\s?((?:19|20)\d{2})(?![\d/])/u;
  const named = lines.filter((line, index) => {
    const near = `${lines[index - 1]?.text ?? ''} ${line.text}`;
    return /pöytäkirja|muistio|protokoll|promemoria|kokous/iu.test(near);
  });
  for (const line of [...named, ...lines]) {
    const match = form.exec(line.text);
    if (match === null) continue;
    return {
      number: found(line, match.index, match[0].length, Number(match[1])),
      year: found(line, match.index, match[0].length, Number(match[2])),
    };
  }
  return null;
}

function placeIn(lines: readonly TextLine[]): Found<string> | null {
  const label = /^(?:kokous)?paikka\b\s*:?|^kokouksen paikka\b\s*:?|^(?:mötes)?plats\b\s*:?/iu;
  const at = lines.findIndex((line) => label.test(line.text.trim()));
  if (at === -1) return null;
  const line = lines[at]!;
  const trimmed = line.text.trim();
  const rest = trimmed.slice(label.exec(trimmed)![0].length).trim();
  if (rest !== '')
    return found(line, line.text.lastIndexOf(rest), rest.length, rest.replace(/\s+/g, ' ').slice(0, 300));
  const below = lines.slice(at + 1, at + 3).find((one) => one.text.trim() !== '');
  const cell = below === undefined ? undefined : cellsOf(below.text)[0];
  return below === undefined || cell === undefined
    ? null
    : found(below, cell.column, cell.text.length, cell.text.slice(0, 300));
}
