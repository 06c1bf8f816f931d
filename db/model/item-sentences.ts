/**
 * The sentences that the record of an item implies: who came, who was in conflict and why, what was proposed
 * and voted. The secretary's own text comes first; a sentence is added only for what it does not tell already.
 */
import { conflictGroundText } from './conflict.ts';
import { formatDate, formatTime } from './dates.ts';
import type { Language } from './language.ts';
import type {
  MinutesDocument,
  MinutesItem,
  MinutesPerson,
  MinutesSide,
  MinutesVote,
} from './minutes-document.ts';
import { joinNames, phrase, type PhraseKey, type Phrases, type PhraseValues } from './phrases.ts';
import { plainText } from './rich-text.ts';

export interface Sentence {
  text: string;
  /** Words that show that a text tells this already: all of one of the lists must occur in it. */
  toldBy: string[][];
}

export interface Wording {
  phrases: Phrases;
  language: Language;
}

const name = (person: MinutesPerson): string => person.shortName;

/** Sentences of an item in the order in which things happen. */
export function itemSentences(document: MinutesDocument, item: MinutesItem, wording: Wording): Sentence[] {
  const say = sayer(wording);
  return [
    ...chairSentences(document, item, say),
    ...arrivalSentences(item, wording, say),
    ...conflictSentences(document, item, wording, say),
    ...proposalSentences(item, wording, say),
    ...voteRequired(document, item, say),
    ...departureSentences(item, wording, say),
    ...breakSentences(item, wording, say),
    ...quorumSentences(document, item, say),
    ...taskSentences(item, wording, say),
  ];
}

/** Those of the sentences that none of the item's own texts tells already. */
export function untoldSentences(document: MinutesDocument, item: MinutesItem, wording: Wording): string[] {
  const told = [item.proceedings, item.decision, item.account]
    .map(plainText)
    .join('\n')
    .toLocaleLowerCase('fi');
  return itemSentences(document, item, wording)
    .filter(
      (sentence) =>
        !sentence.toldBy.some((words) => words.every((word) => told.includes(word.toLocaleLowerCase('fi')))),
    )
    .map((sentence) => sentence.text);
}

type Say = (key: PhraseKey, values?: PhraseValues) => string;
const sayer =
  ({ phrases, language }: Wording): Say =>
  (key, values = {}) =>
    phrase(phrases, key, language, values);

function arrivalSentences(item: MinutesItem, { language }: Wording, say: Say): Sentence[] {
  return item.arrivals.map(({ person, time }) => ({
    text:
      time === null
        ? say('attendance.arrivedNoTime', { person: name(person) })
        : say('attendance.arrived', { person: name(person), time: formatTime(time, language) }),
    toldBy: [time === null ? [name(person), 'saapui'] : [name(person), formatTime(time, language)]],
  }));
}

function departureSentences(item: MinutesItem, { language }: Wording, say: Say): Sentence[] {
  return item.departures.map(({ person, time }) => ({
    text:
      time === null
        ? say('attendance.leftNoTime', { person: name(person) })
        : say('attendance.left', { person: name(person), time: formatTime(time, language) }),
    toldBy: [time === null ? [name(person), 'poistui'] : [name(person), formatTime(time, language)]],
  }));
}

/** Who presides, where that changes: from an item on, or while the chair is in conflict. */
function chairSentences(document: MinutesDocument, item: MinutesItem, say: Say): Sentence[] {
  const { presiding } = item;
  const before = itemBefore(document, item)?.presiding ?? document.chair;
  if (presiding === null || presiding.id === before?.id) return [];
  const inConflict = (id: string | undefined, of: MinutesItem | null): boolean =>
    of?.conflicts.some(({ person }) => person.id === id) === true;
  // The chair is back after an item in which he was in conflict.
  if (presiding.id === document.chair?.id && inConflict(presiding.id, itemBefore(document, item))) return [];
  const only = inConflict(document.chair?.id, item);
  return [
    {
      text: say(only ? 'conflict.chairReplaced' : 'chair.from', { person: name(presiding) }),
      toldBy: [
        [name(presiding), 'puheenjohtaja'],
        [name(presiding), 'ordförande'],
        [name(presiding), 'chair'],
      ],
    },
  ];
}

function itemBefore(document: MinutesDocument, item: MinutesItem): MinutesItem | null {
  return document.items[document.items.findIndex(({ section }) => section === item.section) - 1] ?? null;
}

function breakSentences(item: MinutesItem, { language }: Wording, say: Say): Sentence[] {
  return (item.breaks ?? []).map(({ startedAt, endedAt }) => {
    const from = formatTime(startedAt, language);
    return endedAt === null
      ? {
          text: say('meeting.breakOpen', { from }),
          toldBy: [
            [from, 'keskey'],
            [from, 'avbr'],
          ],
        }
      : {
          text: say('meeting.break', { from, to: formatTime(endedAt, language) }),
          toldBy: [[from, formatTime(endedAt, language)]],
        };
  });
}

/** A quorum lost or found again by coming and going; where somebody is in conflict it is told there. */
function quorumSentences(document: MinutesDocument, item: MinutesItem, say: Say): Sentence[] {
  const before = itemBefore(document, item);
  if (before === null || item.conflicts.length > 0 || before.quorate === item.quorate) return [];
  // Quorate again only because somebody's conflict is over needs no words.
  if (item.quorate && before.conflicts.length > 0) return [];
  return [
    {
      text: item.quorate
        ? say('quorum.restored', { n: item.voters })
        : say('quorum.lost', { n: item.voters, required: item.required }),
      toldBy: item.quorate
        ? [['jälleen päätösvaltai'], ['åter'], ['quorate again']]
        : LOST_TOLD.map((words) => [words, String(item.voters)]),
    },
  ];
}

const LOST_TOLD = ['ei ollut päätösvaltai', 'inte beslutför', 'not quorate'];

function conflictSentences(
  document: MinutesDocument,
  item: MinutesItem,
  { language }: Wording,
  say: Say,
): Sentence[] {
  if (item.conflicts.length === 0) return [];
  const sentences = item.conflicts.flatMap((conflict): Sentence[] => {
    const { person, leftAt, returnedAt } = conflict;
    const ground = conflictGroundText(
      conflict.ground,
      conflict.explanation,
      language,
      document.rules.legal.conflict,
    );
    const times = leftAt !== null && returnedAt !== null;
    const values = {
      person: name(person),
      ground,
      from: leftAt === null ? '' : formatTime(leftAt, language),
      to: returnedAt === null ? '' : formatTime(returnedAt, language),
    };
    const declared: PhraseKey = times ? 'conflict.declaredTimes' : 'conflict.declared';
    const found: PhraseKey = times ? 'conflict.foundByBoardTimes' : 'conflict.foundByBoard';
    return [
      {
        text: say(
          conflict.away ? 'conflict.deputyToo' : conflict.declaredBy === 'self' ? declared : found,
          values,
        ),
        toldBy: [
          [name(person), 'esteellinen'],
          [name(person), 'jäv'],
          [name(person), 'conflict'],
        ],
      },
      ...(conflict.deputy
        ? [
            {
              text: say('conflict.deputyInstead', { deputy: name(conflict.deputy), member: name(person) }),
              toldBy: [[name(conflict.deputy)]],
            },
          ]
        : []),
    ];
  });
  sentences.push({
    text: item.quorate
      ? say('quorum.still', { n: item.voters })
      : say('quorum.lost', { n: item.voters, required: item.required }),
    toldBy: [['päätösvaltai'], ['beslutför'], ['quorate']],
  });
  return sentences;
}

function proposalSentences(item: MinutesItem, { phrases, language }: Wording, say: Say): Sentence[] {
  return item.proposals.map((proposal) => {
    const proposer = name(proposal.proposer);
    const words = [
      proposal.kind === 'counter'
        ? say('proposal.counterInDiscussion', { a: proposer, text: sentenceEnd(proposal.text) })
        : say(proposal.kind === 'return' ? 'proposal.return' : 'proposal.table', { a: proposer }),
    ];
    if (proposal.kind !== 'counter' && proposal.text.trim() !== '')
      words.push(say('proposal.reason', { text: sentenceEnd(proposal.text) }));
    if (proposal.seconders.length > 0)
      words.push(
        say('proposal.seconded', {
          count: proposal.seconders.length,
          names: joinNames(phrases, language, proposal.seconders.map(name)),
        }),
      );
    if (proposal.standing === 'lapsed') words.push(say('proposal.lapsed'));
    if (proposal.standing === 'withdrawn') words.push(say('proposal.withdrawn', { person: proposer }));
    return {
      text: words.join(' '),
      toldBy: [
        proposal.text.trim() === ''
          ? [proposer, proposal.kind === 'return' ? 'palaut' : 'pöydälle']
          : [proposer, proposal.text.trim()],
      ],
    };
  });
}

function sentenceEnd(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function voteRequired(document: MinutesDocument, item: MinutesItem, say: Say): Sentence[] {
  if (item.votes.length === 0) return [];
  return item.votes.flatMap((vote): Sentence[] => {
    const key: PhraseKey | null =
      vote.no.kind === 'return'
        ? 'vote.requiredReturn'
        : vote.no.kind === 'table'
          ? 'vote.requiredTable'
          : vote.aye.kind === 'base'
            ? document.rules.baseProposal === 'presenter'
              ? 'vote.required'
              : 'vote.requiredChair'
            : null;
    return key === null
      ? []
      : [{ text: say(key), toldBy: [['äänestettävä'], ['omröstning'], ['a vote was required']] }];
  });
}

function taskSentences(item: MinutesItem, { language }: Wording, say: Say): Sentence[] {
  return item.followedTasks.flatMap((task) =>
    task.newDueOn === null
      ? []
      : [
          {
            text: say('task.deadlineExtended', {
              code: task.code,
              date: formatDate(task.newDueOn, language),
            }),
            toldBy: [[task.code, formatDate(task.newDueOn, language)]],
          },
        ],
  );
}

/** What a side of a vote is called: "esittelijän ehdotus", "vastaehdotus (J04)". */
export function sideName(document: MinutesDocument, side: MinutesSide, wording: Wording): string {
  const say = sayer(wording);
  const person = side.proposer ? name(side.proposer) : '';
  switch (side.kind) {
    case 'base':
      return say(
        document.rules.baseProposal === 'presenter' ? 'term.presenterProposal' : 'term.chairProposal',
      );
    case 'continue':
      return say('term.continue');
    case 'counter':
      return say('term.counterProposal', { person });
    case 'return':
      return say('term.returnProposal', { person });
    case 'table':
      return say('term.tableProposal', { person });
  }
}

/** "Äänestyksessä annettiin 7 JAA-ääntä, … puheenjohtajan ääni ratkaisi, ja neuvottelukunnan päätökseksi tuli …" */
export function voteResultSentences(
  document: MinutesDocument,
  vote: MinutesVote,
  isLast: boolean,
  wording: Wording,
): string[] {
  const say = sayer(wording);
  const { result } = vote;
  const sentences = [
    say(result.blank > 0 ? 'vote.result' : 'vote.resultNoBlanks', {
      aye: result.aye,
      no: result.no,
      blank: result.blank,
    }),
  ];
  if (result.winner === null) return sentences;
  const won = result.winner === 'aye' ? vote.aye : vote.no;
  const proposal = sideName(document, won, wording);
  const tie = result.decidedBy === null || result.decidedBy === 'majority' ? null : TIES[result.decidedBy];
  const settled = tie === null ? sentences : [...sentences, say(tie.alone)];
  if (won.kind === 'continue') return [...settled, say('vote.continued')];
  if (!isLast && vote.aye.kind === 'counter') return [...settled, say('vote.wonAgainstBase', { proposal })];
  return tie === null || tie.won === null
    ? [...settled, say('vote.won', { proposal })]
    : [...sentences, say(tie.won, { proposal })];
}

/** How a tie was settled: as a sentence of its own, and as one with the result. */
const TIES = {
  chair: { alone: 'vote.tieChair', won: 'vote.tieChairWon' },
  lot: { alone: 'vote.tieLot', won: 'vote.tieLotWon' },
  base_stands: { alone: 'vote.tieFalls', won: null },
} as const satisfies Record<string, { alone: PhraseKey; won: PhraseKey | null }>;
