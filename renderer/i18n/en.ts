/** Every key of fi.ts; a missing one does not compile. */
import { agenda } from './en/agenda.ts';
import { answers } from './en/answers.ts';
import { archive } from './en/archive.ts';
import { attachments } from './en/attachments.ts';
import { boards } from './en/boards.ts';
import { bulletins } from './en/bulletins.ts';
import { communication } from './en/communication.ts';
import { call } from './en/call.ts';
import { clocks } from './en/clocks.ts';
import { common } from './en/common.ts';
import { deliveries } from './en/deliveries.ts';
import { documents } from './en/documents.ts';
import { effects } from './en/effects.ts';
import { errors } from './en/errors.ts';
import { examination } from './en/examination.ts';
import { imports } from './en/imports.ts';
import { inclusion } from './en/inclusion.ts';
import { indicators } from './en/indicators.ts';
import { letters } from './en/letters.ts';
import { live } from './en/live.ts';
import { mail } from './en/mail.ts';
import { meetings } from './en/meetings.ts';
import { networks } from './en/networks.ts';
import { oldMinutes } from './en/old-minutes.ts';
import { organisations } from './en/organisations.ts';
import { persons } from './en/persons.ts';
import { pdf } from './en/pdf.ts';
import { economy } from './en/economy.ts';
import { forums } from './en/forums.ts';
import { practices } from './en/practices.ts';
import { partnership } from './en/partnership.ts';
import { privacy } from './en/privacy.ts';
import { planning } from './en/planning.ts';
import { registerTable } from './en/register-table.ts';
import { publishing } from './en/publishing.ts';
import { related } from './en/related.ts';
import { reports } from './en/reports.ts';
import { search } from './en/search.ts';
import { seen } from './en/seen.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { surveys } from './en/surveys.ts';
import { tables } from './en/tables.ts';
import { tasks } from './en/tasks.ts';
import { themes } from './en/themes.ts';
import { volunteering } from './en/volunteering.ts';
import { workspace } from './en/workspace.ts';
import { writing } from './en/writing.ts';
import type { Messages } from './fi.ts';

export const en: Messages = {
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
