/** `pykala issue` and `pykala export invitation`: the call from the command line. */
import path from 'node:path';
import { openDatabase, write } from '../../db/core/open.ts';
import { issue } from '../../db/features/call.ts';
import { readContent } from '../../db/features/files.ts';
import { invitationSource } from '../../db/features/invitation.ts';
import { findMeeting } from '../../db/features/meeting-report.ts';
import type { CallKind } from '../../db/model/call.ts';
import type { CallView } from '../../db/model/call-view.ts';
import type { Language } from '../../db/model/language.ts';
import { freeBeside, invitationCalendar, invitationDrafts } from '../backend/invitation-files.ts';
import { today } from '../backend/today.ts';
import { writeFileSafely } from '../backend/write-file.ts';
import { withPublisher, type Tools } from './commands.ts';

const NO_ADDRESS: Record<Language, string> = {
  fi: 'ei sähköpostiosoitetta',
  sv: 'ingen e-postadress',
  en: 'no e-mail address',
};

interface Named {
  db: string;
  meeting: string;
  board: string | null;
}

/** `pykala issue call|agenda --db FILE --meeting 3/2026 [--note TEXT]` */
export async function issueCall(
  tools: Tools,
  options: Named & { kinds: CallKind[]; note: string },
): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const meetingId = await findMeeting(database.kysely, options.meeting, options.board);
    const issued = await write(database, 'pykala', 'cli.issue', (trx) =>
      issue(
        trx,
        { meetingId, kinds: options.kinds, note: options.note },
        {
          actor: 'pykala',
          instant: new Date().toISOString(),
          today: today(),
          phrases: tools.resources.phrases(),
        },
      ),
    );
    if (tools.json) tools.out(`${JSON.stringify({ issued }, null, 2)}\n`);
    else for (const { kind, number } of issued) tools.out(`${kind} ${number}\n`);
    return 0;
  } finally {
    database.close();
  }
}

/** `pykala export invitation --db FILE --meeting 3/2026 --format ics|eml --out FILE`: the entry, or one draft for all */
export async function exportInvitation(
  tools: Tools,
  options: Named & { format: 'ics' | 'eml'; out: string },
): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const { kysely } = database;
    const source = await invitationSource(kysely, await findMeeting(kysely, options.meeting, options.board));
    const phrases = tools.resources.phrases();
    let withoutAddress: string[] = [];
    if (options.format === 'ics') {
      const language = tools.languageGiven ? tools.language : source.language;
      const text = invitationCalendar(source, phrases, language, source.recipients);
      await writeFileSafely(options.out, new TextEncoder().encode(text));
    } else {
      const made = await withPublisher(tools, (pool) =>
        invitationDrafts(
          source,
          'all',
          null,
          {
            phrases,
            publish: (job) => pool.render(job),
            read: (sha256) => readContent(kysely, sha256),
            now: new Date().toISOString(),
          },
          ({ part, bytes }) =>
            writeFileSafely(part === '' ? options.out : freeBeside(options.out, part), bytes),
        ),
      );
      withoutAddress = made.withoutAddress.map(({ person }) => person.name);
    }
    if (tools.json)
      tools.out(`${JSON.stringify({ file: path.resolve(options.out), withoutAddress }, null, 2)}\n`);
    else {
      tools.out(`${options.out}\n`);
      for (const name of withoutAddress) tools.error(`pykala: ${NO_ADDRESS[tools.language]}: ${name}\n`);
    }
    return 0;
  } finally {
    database.close();
  }
}

/** What `show meeting --json` tells of the call. */
export function callReport(view: CallView) {
  return {
    versions: view.versions.map(({ kind, number, issuedAt, issuedBy, heldOn, note, sha256, changes }) => ({
      kind,
      number,
      issuedAt,
      issuedBy,
      heldOn,
      note,
      sha256,
      changes: changes.length,
    })),
    pendingChanges: {
      call: view.state.call.changes.length,
      agenda: view.state.agenda.changes.length,
    },
    sequence: view.sequence,
    cancelled: view.cancelled,
    forecast: view.forecast,
    recipients: view.recipients.map(({ person, role, member, reply }) => ({
      name: person.name,
      role,
      inPlaceOf: member?.name ?? null,
      hasAddress: person.email !== null,
      reply: reply?.reply ?? null,
      repliedOn: reply?.repliedOn ?? null,
      channel: reply?.channel ?? null,
    })),
  };
}
