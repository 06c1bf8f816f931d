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
    ...arrivalSentences(item, wording, say),
    ...conflictSentences(document, item, wording, say),
    ...proposalSentences(item, wording, say),
    ...voteRequired(document, item, say),
    ...departureSentences(item, wording, say),
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
        text: say(conflict.declaredBy === 'self' ? declared : found, values),
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
  if (won.kind === 'continue') return [...sentences, say('vote.continued')];
  if (!isLast && vote.aye.kind === 'counter') return [...sentences, say('vote.wonAgainstBase', { proposal })];
  switch (result.decidedBy) {
    case 'chair':
      return [...sentences, say('vote.tieChairWon', { proposal })];
    case 'lot':
      return [...sentences, say('vote.tieLotWon', { proposal })];
    case 'base_stands':
      return [...sentences, say('vote.tieFalls'), say('vote.won', { proposal })];
    case 'majority':
    case null:
      return [...sentences, say('vote.won', { proposal })];
  }
}
