/** Every procedure by its name. The window imports the type alone. */
import { router } from './context.ts';
import { archiveRouter } from './procedures/archive.ts';
import { agreementsRouter } from './procedures/agreements.ts';
import { boardsRouter } from './procedures/boards.ts';
import { bulletinsRouter } from './procedures/bulletins.ts';
import { communicationRouter } from './procedures/communication.ts';
import { surveysRouter } from './procedures/surveys.ts';
import { callRouter } from './procedures/call.ts';
import { classificationsRouter } from './procedures/classifications.ts';
import { clocksRouter } from './procedures/clocks.ts';
import { deliveriesRouter } from './procedures/deliveries.ts';
import { minutesRouter, phrasesRouter } from './procedures/documents.ts';
import { effectsRouter } from './procedures/effects.ts';
import { examinationRouter } from './procedures/examination.ts';
import { filesRouter } from './procedures/files.ts';
import { inclusionRouter } from './procedures/inclusion.ts';
import { indicatorsRouter } from './procedures/indicators.ts';
import { lettersRouter } from './procedures/letters.ts';
import { liveRouter } from './procedures/live.ts';
import { importsRouter } from './procedures/imports.ts';
import { mailRouter } from './procedures/mail.ts';
import { itemsRouter, meetingsRouter } from './procedures/meetings.ts';
import { oldMinutesRouter } from './procedures/old-minutes.ts';
import { organisationFilesRouter } from './procedures/organisation-files.ts';
import { organisationTablesRouter } from './procedures/organisation-tables.ts';
import { organisationViewsRouter } from './procedures/organisation-views.ts';
import { organisationsRouter } from './procedures/organisations.ts';
import { packageDocumentsRouter } from './procedures/package-documents.ts';
import { ideasRouter, planningRouter } from './procedures/preparing.ts';
import { personsRouter } from './procedures/persons.ts';
import { casesRouter, projectsRouter } from './procedures/projects.ts';
import { economyRouter } from './procedures/economy.ts';
import { forumsRouter } from './procedures/forums.ts';
import { partnershipFilesRouter } from './procedures/partnership-files.ts';
import { practicesRouter } from './procedures/practices.ts';
import { privacyRouter } from './procedures/privacy.ts';
import { retentionRouter } from './procedures/retention.ts';
import { publishingRouter } from './procedures/publishing.ts';
import { relatedRouter } from './procedures/related.ts';
import { registerRouter } from './procedures/register.ts';
import { reportsRouter } from './procedures/reports.ts';
import { tasksRouter } from './procedures/tasks.ts';
import { themesRouter } from './procedures/themes.ts';
import { volunteerActionsRouter } from './procedures/volunteer-actions.ts';
import { historyRouter, mentionsRouter } from './procedures/writing.ts';
import { changesRouter, searchRouter, startRouter, workspaceRouter } from './procedures/workspace.ts';

export const appRouter = router({
  archive: archiveRouter,
  packageDocuments: packageDocumentsRouter,
  agreements: agreementsRouter,
  boards: boardsRouter,
  bulletins: bulletinsRouter,
  calls: callRouter,
  cases: casesRouter,
  changes: changesRouter,
  classifications: classificationsRouter,
  clocks: clocksRouter,
  communication: communicationRouter,
  deliveries: deliveriesRouter,
  effects: effectsRouter,
  examination: examinationRouter,
  files: filesRouter,
  history: historyRouter,
  ideas: ideasRouter,
  imports: importsRouter,
  inclusion: inclusionRouter,
  indicators: indicatorsRouter,
  items: itemsRouter,
  letters: lettersRouter,
  live: liveRouter,
  mail: mailRouter,
  meetings: meetingsRouter,
  mentions: mentionsRouter,
  minutes: minutesRouter,
  oldMinutes: oldMinutesRouter,
  organisations: organisationsRouter,
  organisationFiles: organisationFilesRouter,
  organisationTables: organisationTablesRouter,
  organisationViews: organisationViewsRouter,
  persons: personsRouter,
  phrases: phrasesRouter,
  planning: planningRouter,
  economy: economyRouter,
  forums: forumsRouter,
  partnershipFiles: partnershipFilesRouter,
  practices: practicesRouter,
  privacy: privacyRouter,
  publishing: publishingRouter,
  projects: projectsRouter,
  register: registerRouter,
  related: relatedRouter,
  reports: reportsRouter,
  retention: retentionRouter,
  search: searchRouter,
  start: startRouter,
  surveys: surveysRouter,
  tasks: tasksRouter,
  themes: themesRouter,
  volunteerActions: volunteerActionsRouter,
  workspace: workspaceRouter,
});
export type AppRouter = typeof appRouter;
