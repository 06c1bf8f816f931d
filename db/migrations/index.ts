/** Every migration in order, as a static list: a folder read at run time does not survive bundling. */
import type { Kysely } from 'kysely';
import * as spine from './0010-spine.ts';
import * as publicity from './0020-publicity.ts';
import * as examination from './0030-examination.ts';
import * as preparing from './0040-preparing.ts';
import * as files from './0050-files.ts';
import * as call from './0060-call.ts';
import * as writing from './0070-writing.ts';
import * as registerEffects from './0080-register-effects.ts';
import * as annualReports from './0270-annual-reports.ts';
import * as oldItemsFound from './0215-old-items-found.ts';
import * as oldMinutes from './0090-old-minutes.ts';
import * as live from './0100-live.ts';
import * as imports from './0110-imports.ts';
import * as registerInFull from './0120-register-in-full.ts';
import * as dataProtection from './0130-data-protection.ts';
import * as delivery from './0140-delivery.ts';
import * as phraseSets from './0150-phrase-sets.ts';
import * as registerTable from './0160-register-table.ts';
import * as sending from './0170-sending.ts';
import * as ideasFound from './0155-ideas-found.ts';
import * as personMerge from './0180-person-merge.ts';
import * as betweenMeetings from './0200-between-meetings.ts';
import * as clocks from './0210-clocks.ts';
import * as bulletins from './0240-bulletins.ts';
import * as surveys from './0246-surveys.ts';
import * as communicationPlan from './0245-communication-plan.ts';
import * as practices from './0250-practices.ts';
import * as archive from './0290-archive.ts';
import * as communityForums from './0300-community-forums.ts';
import * as boardEconomy from './0305-board-economy.ts';
import * as partnershipFiles from './0310-partnership-files.ts';
import * as agreements from './0255-agreements.ts';
import * as projects from './0260-projects.ts';
import * as workTies from './0320-work-ties.ts';
import * as surveyTexts from './0325-survey-texts.ts';
import * as inclusion from './0230-inclusion.ts';
import * as inclusionBulletins from './0350-inclusion-bulletins.ts';

export interface Migration {
  /** The file's `user_version` once this step is done. */
  version: number;
  name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 10, name: 'spine', up: spine.up },
  { version: 20, name: 'publicity', up: publicity.up },
  { version: 30, name: 'examination', up: examination.up },
  { version: 40, name: 'preparing', up: preparing.up },
  { version: 50, name: 'files', up: files.up },
  { version: 60, name: 'call', up: call.up },
  { version: 70, name: 'writing', up: writing.up },
  { version: 80, name: 'register-effects', up: registerEffects.up },
  { version: 90, name: 'old-minutes', up: oldMinutes.up },
  { version: 100, name: 'live', up: live.up },
  { version: 110, name: 'imports', up: imports.up },
  { version: 120, name: 'register-in-full', up: registerInFull.up },
  { version: 130, name: 'data-protection', up: dataProtection.up },
  { version: 140, name: 'delivery', up: delivery.up },
  { version: 150, name: 'phrase-sets', up: phraseSets.up },
  { version: 155, name: 'ideas-found', up: ideasFound.up },
  { version: 160, name: 'register-table', up: registerTable.up },
  { version: 170, name: 'sending', up: sending.up },
  { version: 180, name: 'person-merge', up: personMerge.up },
  { version: 200, name: 'between-meetings', up: betweenMeetings.up },
  { version: 210, name: 'clocks', up: clocks.up },
  { version: 215, name: 'old-items-found', up: oldItemsFound.up },
  { version: 230, name: 'inclusion', up: inclusion.up },
  { version: 240, name: 'bulletins', up: bulletins.up },
  { version: 245, name: 'communication-plan', up: communicationPlan.up },
  { version: 246, name: 'surveys', up: surveys.up },
  { version: 250, name: 'practices', up: practices.up },
  { version: 255, name: 'agreements', up: agreements.up },
  { version: 260, name: 'projects', up: projects.up },
  { version: 270, name: 'annual-reports', up: annualReports.up },
  { version: 290, name: 'archive', up: archive.up },
  { version: 300, name: 'community-forums', up: communityForums.up },
  { version: 305, name: 'board-economy', up: boardEconomy.up },
  { version: 310, name: 'partnership-files', up: partnershipFiles.up },
  { version: 320, name: 'work-ties', up: workTies.up },
  { version: 325, name: 'survey-texts', up: surveyTexts.up },
  { version: 350, name: 'inclusion-bulletins', up: inclusionBulletins.up },
];
