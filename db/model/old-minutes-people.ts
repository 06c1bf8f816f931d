/** Who was there, in which capacity and when, from the head of old minutes. */
import { cellsOf, indentOf, type Cell, type TextLine } from './old-minutes-lines.ts';
import { ARRIVED, findCapacity, findName, findSections, LEFT, timeAfter } from './old-minutes-words.ts';
import { nameKey, type Found, type OldCapacity, type OldPerson } from './old-minutes.ts';

interface Group {
  capacity: OldCapacity;
  present: boolean;
}

/** A heading of a group, alone in its line or at the left of its first person. */
const GROUPS: readonly [RegExp, Partial<Group>][] = [
  [
    /^(?:läsnä(?:olijat|olleet|)|osallistujat|paikalla|närvarande)(?=\W|$)/iu,
    { present: true, capacity: 'member' },
  ],
  [
    /^(?:poissa(?:olijat|olleet|)|estyneet|este|frånvarande)(?=\W|$)/iu,
    { present: false, capacity: 'member' },
  ],
  [
    /^(?:varsinaiset jäsenet|jäsenet ja varajäsenet|jäsenet|medlemmar|ledamöter)(?=\W|$)/iu,
    { capacity: 'member' },
  ],
  [/^(?:varajäsenet|ersättare)(?=\W|$)/iu, { capacity: 'deputy' }],
  [
    /^(?:muut(?: läsnäolijat| osallistujat| läsnä olleet)?|kutsuttuina?|kutsutut|övriga(?: närvarande)?)(?=\W|$)/iu,
    { present: true, capacity: 'other' },
  ],
  [/^(?:asiantuntijat?|sakkunniga?)(?=\W|$)/iu, { present: true, capacity: 'expert' }],
  [/^(?:varapuheenjohtaja|vice ?ordförande)(?=\W|$)/iu, { present: true, capacity: 'vice_chair' }],
  [/^(?:puheenjohtaja|ordförande)(?=\W|$)/iu, { present: true, capacity: 'chair' }],
  [/^(?:esittelijä|föredragande)(?=\W|$)/iu, { present: true, capacity: 'presenter' }],
  [/^(?:sihteeri|pöytäkirjanpitäjä|sekreterare)(?=\W|$)/iu, { present: true, capacity: 'secretary' }],
];
/** Headings that end the list of people, or belong to something else. */
const OTHER =
  /^(?:asialista|käsitellyt asiat|käsiteltävät asiat|esityslista|kokousaika|aika|kokouspaikka|paikka|pöytäkirjantarkastaj|pöytäkirjan tarkast|laillisuus|allekirjoitu|jakelu|liitteet)/iu;

const MARK = /^(?:x|X|✓|läsnä|kyllä)$/u;
const NO_MARK = /^(?:–|-|—|poissa|ei|este)$/iu;

/** The people named before the first item. */
export function findPeople(head: readonly TextLine[]): OldPerson[] {
  const people: OldPerson[] = [];
  let group: Group | null = null;
  let columns: Cell[] | null = null;
  for (let at = 0; at < head.length; at += 1) {
    const line = head[at]!;
    const trimmed = line.text.trim();
    if (trimmed === '' || /^[-–—=_\s]+$/.test(trimmed)) continue;
    const header = tableHeader(line.text);
    if (header !== null) {
      columns = header;
      group ??= { capacity: 'member', present: true };
      continue;
    }
    if (OTHER.test(trimmed)) {
      group = null;
      columns = null;
      continue;
    }
    const opened = openGroup(trimmed, group);
    if (opened !== null) {
      group = opened.group;
      if (opened.rest !== '') columns = null;
      if (opened.rest !== '') people.push(...peopleOf(opened.rest, line, group));
      else columns = null;
      continue;
    }
    if (group === null) continue;
    if (columns !== null && columns.length > 2) {
      const row = tableRow(head, at, columns);
      if (row !== null) {
        const person = personOf(row.name, row.others, { start: line.start, end: row.end }, group);
        if (person !== null) people.push(person);
        at = row.last;
        continue;
      }
    }
    people.push(...peopleOf(trimmed, line, group));
  }
  return unique(people);
}

function openGroup(text: string, before: Group | null): { group: Group; rest: string } | null {
  for (const [pattern, change] of GROUPS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    // "Jäsen 01 (J01)" is a name, and "puheenjohtaja avasi" a sentence.
    const rest = text
      .slice(match[0].length)
      .replace(/^\s*\([^)]*\)\s*(?=:|$)/u, '')
      .replace(/^[\s:.–-]+/u, '');
    if (rest !== '' && findName(rest) === null && openGroup(rest, null) === null) return null;
    const group: Group = {
      capacity: change.capacity ?? before?.capacity ?? 'member',
      present: change.present ?? before?.present ?? true,
    };
    const nested = rest === '' ? null : openGroup(rest, group);
    // "Jäsenet      Varajäsenet": two columns under one group; else a group within a group.
    if (nested?.rest === '' && /\s{2,}/.test(text)) return { group, rest: '' };
    return nested ?? { group, rest };
  }
  return null;
}

const HEADERS =
  /^(?:nimi|jäsen|varajäsen|järjestö|taho|edustaa|rooli|tehtävä|läsnä|§|pykälät|organisaatio)$/iu;

/** The cells of a table's head, when that is what the line is. */
function tableHeader(text: string): Cell[] | null {
  const cells = cellsOf(text);
  return cells.length >= 2 && cells.every((cell) => HEADERS.test(cell.text)) ? cells : null;
}

function byColumn(text: string, columns: readonly Cell[]): string[] {
  const row = columns.map(() => '');
  for (const cell of cellsOf(text)) {
    let index = 0;
    columns.forEach(({ column }, at) => {
      if (cell.column >= column - 2) index = at;
    });
    row[index] = `${row[index]} ${cell.text}`.trim();
  }
  return row;
}

/** A row of a table whose cells may go on in the lines below. */
function tableRow(
  head: readonly TextLine[],
  at: number,
  columns: readonly Cell[],
): { name: string; others: string; end: number; last: number } | null {
  const first = byColumn(head[at]!.text, columns);
  if (findName(first[0]!) === null || first.slice(1).every((cell) => cell === '')) return null;
  const cells = first;
  let last = at;
  for (let next = at + 1; next < head.length; next += 1) {
    const { text } = head[next]!;
    if (text.trim() === '' || tableHeader(text) !== null) break;
    const row = byColumn(text, columns);
    const isNew = row[0] !== '' && row.slice(1).some((cell) => cell !== '') && findName(row[0]!) !== null;
    if (isNew || (row[0] !== '' && openGroup(text.trim(), null) !== null)) break;
    row.forEach((cell, index) => {
      if (cell !== '') cells[index] = `${cells[index]} ${cell}`.trim();
    });
    last = next;
  }
  return {
    name: cells[0]!,
    others: cells
      .slice(1)
      .filter((cell) => cell !== '')
      .join(', '),
    end: head[last]!.end,
    last,
  };
}

/** The people of one line: one, several parted by semicolons, or a member and the deputy beside each other. */
function peopleOf(text: string, line: TextLine, group: Group): OldPerson[] {
  const span = { start: line.start, end: line.end };
  const cells = cellsOf(text);
  const marks = cells.some((cell) => MARK.test(cell.text) || NO_MARK.test(cell.text));
  if (marks) return markedPeople(cells, span, group);
  const named = cells.filter((cell) => findName(cell.text) !== null);
  const pieces =
    named.length > 1 && named[0] === cells[0]
      ? named.map((cell, index) => {
          const until = named[index + 1]?.column ?? text.length;
          return text.slice(cell.column, until).trim();
        })
      : text.split(/;\s*/);
  return pieces.flatMap((piece) => {
    const found = findName(piece.trim());
    if (found === null) return [];
    const person = personOf(piece.trim(), '', span, group);
    return person === null ? [] : [person];
  });
}

/** "Virtanen Anna   x   Korhonen Kari   –": an x tells who was there; the second name is the deputy's. */
function markedPeople(
  cells: readonly Cell[],
  span: { start: number; end: number },
  group: Group,
): OldPerson[] {
  const people: OldPerson[] = [];
  let pending: 'present' | 'absent' | null = null;
  for (const { text } of cells) {
    const mark = MARK.test(text) ? 'present' : NO_MARK.test(text) ? 'absent' : null;
    if (mark === null) {
      const marked = /^[xX]\s+/u.exec(text);
      const person = personOf(marked === null ? text : text.slice(marked[0].length), '', span, {
        ...group,
        capacity: people.length > 0 && group.capacity === 'member' ? 'deputy' : group.capacity,
      });
      if (person !== null) people.push({ ...person, present: marked !== null || pending === 'present' });
      pending = null;
    } else if (people.length === 0) pending = mark;
    else people.at(-1)!.present = mark === 'present';
  }
  return people;
}

function personOf(
  nameText: string,
  others: string,
  at: { start: number; end: number },
  group: Group,
): OldPerson | null {
  const found = findName(nameText);
  if (found === null) return null;
  const rest = nameText.slice(found.length).replace(/^[\s,:–-]+/u, '');
  // A short name may have been carried into the next line.
  const short = found.shortName ?? /^\((\p{Lu}{1,3}\d{1,3})\)/u.exec(rest)?.[1] ?? null;
  const words = [rest.replace(/^\(\p{Lu}{1,3}\d{1,3}\)\s*/u, ''), others]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
  // "varajäsen V05" names another person.
  const own = words.replace(/\([^)]*\)/g, '').replace(/vara\s?jäsen\p{Ll}*\s+\p{Lu}[^,;]*/gu, '');
  const named = findCapacity(own) ?? findCapacity(/^\(([^)]*)\)/u.exec(words)?.[1] ?? '');
  const isOffice = group.capacity !== 'member' && group.capacity !== 'other';
  return {
    name: found.name,
    shortName: short,
    capacity: isOffice ? group.capacity : (named ?? group.capacity),
    present: group.present && !/(?:^|, )poissa(?=$|,|\))/iu.test(words),
    title: words.slice(0, 500),
    arrivedAt: timeAfter(ARRIVED, words),
    leftAt: timeAfter(LEFT, words),
    sections: findSections(words),
    at,
  };
}

/** A person named twice (as chair and in the list of members) is one: what the more exact capacity says stays. */
function unique(people: readonly OldPerson[]): OldPerson[] {
  const kept = new Map<string, OldPerson>();
  for (const person of people) {
    const key = nameKey(person.name);
    const known = kept.get(key);
    if (known === undefined) {
      kept.set(key, person);
      continue;
    }
    const isPlain = (one: OldPerson): boolean => one.capacity === 'member' || one.capacity === 'other';
    kept.set(key, {
      ...known,
      capacity: isPlain(known) ? person.capacity : known.capacity,
      present: known.present && person.present,
      shortName: known.shortName ?? person.shortName,
      title: known.title === '' ? person.title : known.title,
      arrivedAt: known.arrivedAt ?? person.arrivedAt,
      leftAt: known.leftAt ?? person.leftAt,
      sections: known.sections ?? person.sections,
      at: known.title === '' && person.title !== '' ? person.at : known.at,
    });
  }
  return [...kept.values()];
}

/** "J09 saapui kokoukseen … klo 13.22", "Virtanen poistui klo 14.35": fills in what the list did not say. */
export function withMovements(people: readonly OldPerson[], text: string): OldPerson[] {
  return people.map((person) => {
    const names = [
      person.shortName,
      person.name,
      person.name.split(' ').toReversed().join(' '),
      ...surnames(person, people),
    ]
      .filter((name): name is string => name !== null && name.length > 1)
      .map((name) =>
        name
          .split(' ')
          .map((word) => RegExp.escape(word))
          .join(String.raw`\s+`),
      );
    const after = (verb: RegExp): string | null => {
      const match = new RegExp(
        String.raw`(?<![\p{L}\d])(?:${names.join('|')})(?![\p{L}\d])[^.;\n]{0,40}?\b((?:${verb.source})[^;\n]{0,160}(?:\n[^;\n]{0,80})?)`,
        'u',
      ).exec(text);
      return match === null ? null : timeAfter(verb, match[1]!.replace(/\s+/g, ' '));
    };
    return {
      ...person,
      arrivedAt: person.arrivedAt ?? after(ARRIVED),
      leftAt: person.leftAt ?? after(LEFT),
    };
  });
}

/** The last name, when nobody else has it. */
function surnames(person: OldPerson, people: readonly OldPerson[]): string[] {
  const words = person.name.split(' ').filter((word) => /^\p{L}{3,}/u.test(word));
  return words.filter((word) =>
    people.every((other) => other === person || !other.name.split(' ').includes(word)),
  );
}

/** Examiners: from their heading, or from the decision that elected them. */
export function findExaminers(lines: readonly TextLine[], text: string): Found<string>[] {
  const heading = lines.findIndex(
    (line) => /^\s*pöytäkirjan\s?tarkastaj/iu.test(line.text) && !/valinta|valittiin/iu.test(line.text),
  );
  if (heading !== -1) {
    const line = lines[heading]!;
    const column = cellsOf(line.text)[1]?.column ?? indentOf(line.text);
    const rest = line.text.trim().replace(/^pöytäkirjan\s?tarkastaja?t?\s*:?\s*/iu, '');
    const found = namesIn(rest, line.start + line.text.indexOf(rest));
    for (let at = heading + 1; at < lines.length && found.length < 6; at += 1) {
      const next = lines[at]!;
      const cells = cellsOf(next.text);
      const cell =
        cells.length === 1 && column > 3
          ? cells[0]!
          : cells.find((one) => Math.abs(one.column - column) <= 2);
      if (next.text.trim() === '' || cell === undefined) break;
      const more = namesIn(cell.text, next.start + cell.column);
      if (more.length === 0) break;
      found.push(...more);
    }
    if (found.length > 0) return found;
  }
  const sentence = /pöytäkirjantarkastajiksi[^.]{0,80}?valittiin\s+([^.]{3,160}?)(?:\.\s|\.$|\n\n)/iu.exec(
    text,
  );
  if (sentence === null) return [];
  return namesIn(sentence[1]!, sentence.index + sentence[0].indexOf(sentence[1]!));
}

function namesIn(text: string, start: number): Found<string>[] {
  const found: Found<string>[] = [];
  let from = 0;
  for (const piece of text.split(/\s*,\s*|\s+(?:ja|sekä|och)\s+|\s{2,}|\s*;\s*/u)) {
    const at = text.indexOf(piece, from);
    from = at + piece.length;
    const bare = piece.trim();
    const code = /^\p{Lu}{1,2}\d{1,3}$/u.test(bare) ? bare : null;
    const name = code ?? findName(bare)?.name ?? null;
    if (name !== null) found.push({ value: name, at: { start: start + at, end: start + at + piece.length } });
  }
  return found;
}
