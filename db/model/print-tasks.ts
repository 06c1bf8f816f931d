/** The board's open tasks (avoimet toimenpiteet) as a table. */
import type { Language } from './language.ts';
import type { MinutesDocument } from './minutes-document.ts';
import type { Phrases } from './phrases.ts';
import { MinutesPrinter } from './print-base.ts';
import type { PrintableDocument } from './printable.ts';
import { richText } from './rich-text.ts';
import { Cover } from './secrecy.ts';

export interface OpenTask {
  code: string;
  title: string;
  responsible: string | null;
  dueOn: string | null;
  state: 'open' | 'in_progress';
  /** The § that decided it: "3/2026 § 30". */
  reference: string;
  /** Ground of secrecy when it was given in a secret item; then only code, state and day are printed. */
  secret: string | null;
}

/** @param asOf ISO date on which the tasks are as they are listed */
export function printTasks(
  document: MinutesDocument,
  tasks: readonly OpenTask[],
  asOf: string,
  phrases: Phrases,
  language: Language,
): PrintableDocument {
  const printer = new MinutesPrinter(document, phrases, language);
  const cover = new Cover((key, values) => printer.say(key, values), []);
  const states = { open: 'task.open', in_progress: 'task.inProgress' } as const;
  const row = (task: OpenTask): string[] => [
    task.code,
    ...(task.secret === null
      ? cover.words([task.title, task.responsible ?? ''], null)
      : [printer.say('secrecy.item', { ground: task.secret }), '']),
    task.dueOn === null ? '' : printer.date(task.dueOn),
    printer.say(states[task.state]),
    task.reference,
  ];
  return printer.printable(
    'tasks',
    printer.say('document.tasks'),
    [
      tasks.length === 0
        ? { type: 'text', body: richText(printer.say('task.none')).content }
        : {
            type: 'table',
            caption: '',
            columns: [
              { label: printer.say('task.code'), width: 2.2 },
              { label: printer.say('task.title'), width: 5 },
              { label: printer.say('task.responsible'), width: 3 },
              { label: printer.say('task.due'), width: 2 },
              { label: printer.say('task.state'), width: 1.8 },
              { label: printer.say('label.decision'), width: 2.8 },
            ],
            rows: tasks.map(row),
          },
    ],
    printer.say('status.asOf', { date: printer.date(asOf) }),
    tasks,
  );
}
