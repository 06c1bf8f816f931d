/** Every key of fi.ts; a missing one does not compile. */
import { agenda } from './sv/agenda.ts';
import { answers } from './sv/answers.ts';
import { archive } from './sv/archive.ts';
import { attachments } from './sv/attachments.ts';
import { boards } from './sv/boards.ts';
import { bulletins } from './sv/bulletins.ts';
import { communication } from './sv/communication.ts';
import { call } from './sv/call.ts';
import { clocks } from './sv/clocks.ts';
import { common } from './sv/common.ts';
import { deliveries } from './sv/deliveries.ts';
import { documents } from './sv/documents.ts';
import { effects } from './sv/effects.ts';
import { errors } from './sv/errors.ts';
import { examination } from './sv/examination.ts';
import { imports } from './sv/imports.ts';
import { inclusion } from './sv/inclusion.ts';
import { indicators } from './sv/indicators.ts';
import { letters } from './sv/letters.ts';
import { live } from './sv/live.ts';
import { mail } from './sv/mail.ts';
import { meetings } from './sv/meetings.ts';
import { networks } from './sv/networks.ts';
import { oldMinutes } from './sv/old-minutes.ts';
import { organisations } from './sv/organisations.ts';
import { persons } from './sv/persons.ts';
import { pdf } from './sv/pdf.ts';
import { economy } from './sv/economy.ts';
import { forums } from './sv/forums.ts';
import { practices } from './sv/practices.ts';
import { partnership } from './sv/partnership.ts';
import { privacy } from './sv/privacy.ts';
import { planning } from './sv/planning.ts';
import { registerTable } from './sv/register-table.ts';
import { publishing } from './sv/publishing.ts';
import { related } from './sv/related.ts';
import { reports } from './sv/reports.ts';
import { search } from './sv/search.ts';
import { seen } from './sv/seen.ts';
import { settings } from './sv/settings.ts';
import { shell } from './sv/shell.ts';
import { start } from './sv/start.ts';
import { surveys } from './sv/surveys.ts';
import { tables } from './sv/tables.ts';
import { tasks } from './sv/tasks.ts';
import { themes } from './sv/themes.ts';
import { volunteering } from './sv/volunteering.ts';
import { workspace } from './sv/workspace.ts';
import { writing } from './sv/writing.ts';
import type { Messages } from './fi.ts';

export const sv: Messages = {
  agenda,
  answers,
  archive,
  attachments,
  boards,
  bulletins,
  communication,
  call,
  clocks,
  common,
  deliveries,
  documents,
  effects,
  errors,
  examination,
  imports,
  inclusion,
  indicators,
  letters,
  live,
  mail,
  meetings,
  networks,
  oldMinutes,
  organisations,
  persons,
  pdf,
  economy,
  forums,
  practices,
  partnership,
  privacy,
  planning,
  registerTable,
  publishing,
  related,
  reports,
  search,
  seen,
  settings,
  shell,
  start,
  surveys,
  tables,
  tasks,
  themes,
  volunteering,
  workspace,
  writing,
};
