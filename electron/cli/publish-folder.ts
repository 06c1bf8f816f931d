/** `pykala publish folder`: the public minutes as a static site. */
import * as v from 'valibot';
import { openDatabase } from '../../db/core/open.ts';
import { publicationSettingsSchema, type PublicationSettings } from '../../db/model/publication.ts';
import { publishFolder } from '../backend/publication-folder.ts';
import { today } from '../backend/today.ts';
import { boardOf } from './batch.ts';
import { withPublisher, type Tools } from './commands.ts';
import { UsageError } from './usage.ts';

/** What is not given stays as the folder has it. @throws UsageError */
export async function publishToFolder(
  tools: Tools,
  options: {
    db: string;
    out: string;
    board: string | null;
    languages: string | undefined;
    days: string | undefined;
    url: string | undefined;
    contact: string | undefined;
    among: boolean;
    replace: boolean;
    remove: boolean;
  },
): Promise<number> {
  const { languages, days, url, contact } = options;
  const given = {
    ...(languages === undefined ? {} : { languages: languages.split(',').map((one) => one.trim()) }),
    ...(days === undefined ? {} : { personalDataDays: /^\d{1,5}$/.test(days) ? Number(days) : NaN }),
    ...(url === undefined ? {} : { baseUrl: url }),
    ...(contact === undefined ? {} : { contact }),
  };
  const parsed = v.safeParse(v.partial(publicationSettingsSchema), given);
  if (!parsed.success) throw new UsageError('--languages fi,sv,en --days 37 --url https://…');
  const settings = Object.fromEntries(
    Object.entries(parsed.output).filter(([key]) => key in given),
  ) as Partial<PublicationSettings>;
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const boardId = await boardOf(database.kysely, options.board);
    const report = await withPublisher(tools, (pool) =>
      publishFolder(
        database.kysely,
        options.out,
        {
          boardId,
          settings,
          among: options.among,
          replace: options.replace,
          remove: options.remove,
        },
        {
          today: today(),
          phrases: tools.resources.phrases(),
          publish: (job, signal) => pool.render(job, signal),
          progress: async () => {},
        },
      ),
    );
    if (tools.json) tools.out(`${JSON.stringify(report, null, 2)}\n`);
    else {
      for (const file of report.added) tools.out(`+ ${file}\n`);
      for (const file of report.changed) tools.out(`~ ${file}\n`);
      for (const file of report.removed) tools.out(`- ${file}\n`);
      tools.out(`= ${report.unchanged}\n`);
      const removed = {
        fi: 'Henkilötiedot poistettu',
        sv: 'Personuppgifter borttagna',
        en: 'Personal data removed',
      }[tools.language];
      if (report.personalDataRemoved.length > 0)
        tools.out(`${removed}: ${report.personalDataRemoved.join(', ')}\n`);
      const withdrawn = {
        fi: 'Ei enää julkaistavana; poista lisäämällä --remove',
        sv: 'Publiceras inte längre; ta bort genom att lägga till --remove',
        en: 'No longer published; add --remove to remove',
      }[tools.language];
      for (const file of report.withdrawn) tools.error(`pykala: ${withdrawn}: ${file}\n`);
      for (const file of report.kept) tools.error(`pykala: ! ${file}\n`);
    }
    return report.kept.length + report.withdrawn.length > 0 ? 1 : 0;
  } finally {
    database.close();
  }
}
