/** Decisions by e-mail (päätös sähköpostitse): the words of answers, where those of a meeting do not fit. */
import type { Translation } from '../message.ts';
import type { answers as source } from '../fi/answers.ts';

export const answers: Translation<typeof source> = {
  title: 'Decision by e-mail {label}',
  lead: 'Answers by {date}',
  leadAt: 'Answers by {date} at {time}',
  part: 'Decisions',
  open: 'Start recording',
  openTitle: 'Start recording the decisions?',
  openBody:
    'Answers can be noted before and while the decisions are recorded. Nobody meets, so no times of day are noted.',
  openAnswered: '{present} have answered, {required} are required for a decision.',
  openEarly: 'The time for answers is not over yet. The decision is made only when it is.',
  close: 'End the decision',
  closeTitle: 'End the decision?',
  closeBody: 'The § numbers are frozen. Texts and answers can be corrected until the examination.',
  closed: 'The decision was ended.',
  notOpenTitle: 'Decisions are not being recorded yet',
  notOpenBody:
    'Note the answers as they come in. Votes and decisions are recorded once recording has started.',
  note: 'The decision is made by e-mail without a meeting. Note who answered by {date} and on which day: the quorum is counted from the answers.',
  answers: 'Answers',
  statusAnswered: '{present}/{seats} answered',
  answered: 'answered {date}',
  answeredNoDate: 'answered',
  notAnswered: 'no answer',
  answer: 'Answered',
  withdraw: 'Remove',
  deputy: 'Deputy',
  day: 'Day of answer',
  all: 'Everybody answered',
  keys: 'The arrow keys move from seat to seat, digits find a seat. S answered, P remove answer, V deputy answered, E apologies, Enter day of answer, Ctrl+Z undo.',
  saidAnswered: '{name} answered',
  saidWithdrawn: '{name}: answer removed',
  dialogTitle: 'Answer: {name}',
  dialogLead: 'The answer counts if it came by {date}.',
  notQuorate: 'Too few answers: {present} answered, {required} are required.',
  cannotDecide:
    'No decision can be made until enough have answered. The time can be extended in the details, or the items left to the next meeting.',
  forecastQuorate: '{expected}/{seats} answered, quorate',
  forecastNotQuorate: '{expected}/{seats} answered, not quorate ({required} needed)',
  reply: 'Answered',
  replyKeys:
    'Keys in a row: T answered, X unable to answer, Delete no answer, V call the deputy, up and down arrow next row. The day of the answer can be changed in the row’s menu.',
  sendLead:
    'The program sends nothing. The draft opens in your mail program with the call, the agenda, the attachments and a calendar reminder of the day on which answers are due.',
  cancel: 'Call the decision off…',
  undoneEntry: '{person}, answer',
};
