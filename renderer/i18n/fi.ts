/** Finnish: the source of the keys. One file per feature in fi/; add a feature here, in sv.ts and in en.ts. */
import { agenda } from './fi/agenda.ts';
import { answers } from './fi/answers.ts';
import { archive } from './fi/archive.ts';
import { attachments } from './fi/attachments.ts';
import { boards } from './fi/boards.ts';
import { bulletins } from './fi/bulletins.ts';
import { communication } from './fi/communication.ts';
import { call } from './fi/call.ts';
import { clocks } from './fi/clocks.ts';
import { common } from './fi/common.ts';
import { deliveries } from './fi/deliveries.ts';
import { documents } from './fi/documents.ts';
import { effects } from './fi/effects.ts';
import { errors } from './fi/errors.ts';
import { examination } from './fi/examination.ts';
import { imports } from './fi/imports.ts';
import { inclusion } from './fi/inclusion.ts';
import { indicators } from './fi/indicators.ts';
import { letters } from './fi/letters.ts';
import { live } from './fi/live.ts';
import { mail } from './fi/mail.ts';
import { meetings } from './fi/meetings.ts';
import { networks } from './fi/networks.ts';
import { oldMinutes } from './fi/old-minutes.ts';
import { organisations } from './fi/organisations.ts';
import { persons } from './fi/persons.ts';
import { pdf } from './fi/pdf.ts';
import { economy } from './fi/economy.ts';
import { forums } from './fi/forums.ts';
import { practices } from './fi/practices.ts';
import { partnership } from './fi/partnership.ts';
import { privacy } from './fi/privacy.ts';
import { planning } from './fi/planning.ts';
import { registerTable } from './fi/register-table.ts';
import { publishing } from './fi/publishing.ts';
import { related } from './fi/related.ts';
import { reports } from './fi/reports.ts';
import { search } from './fi/search.ts';
import { seen } from './fi/seen.ts';
import { settings } from './fi/settings.ts';
import { shell } from './fi/shell.ts';
import { start } from './fi/start.ts';
import { surveys } from './fi/surveys.ts';
import { tables } from './fi/tables.ts';
import { tasks } from './fi/tasks.ts';
import { themes } from './fi/themes.ts';
import { volunteering } from './fi/volunteering.ts';
import { workspace } from './fi/workspace.ts';
import { writing } from './fi/writing.ts';

import type { Message, Translation } from './message.ts';

export const fi = {
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

export type Features = typeof fi;

/** The messages of one language, all features. */
export type Messages = { readonly [Feature in keyof Features]: Translation<Features[Feature]> };

/** `feature.key`, e.g. `meetings.title` or `meetings.state.draft`. */
export type TextKey = {
  [Feature in keyof Features]: `${Feature}.${keyof Features[Feature] & string}`;
}[keyof Features];

/** The Finnish message behind a key, as a type: it says which parameters the key wants. */
export type MessageOf<Key extends TextKey> = Key extends `${infer Feature}.${infer Rest}`
  ? Feature extends keyof Features
    ? Rest extends keyof Features[Feature]
      ? Features[Feature][Rest] extends Message
        ? Features[Feature][Rest]
        : never
      : never
    : never
  : never;
