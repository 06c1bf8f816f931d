import { lazy, Suspense, useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { setFeedbackListener } from '../api/mutations.ts';
import { watchChanges } from '../api/query-client.ts';
import { saveBeforeClosing } from '../api/unsaved.ts';
import { translate, useLanguage, useText } from '../i18n/language.ts';
import { registerActions } from '../ui/actions.ts';
import { ConfirmHost } from '../ui/ConfirmHost.tsx';
import { resetNavigation } from '../ui/navigation.ts';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { showToast } from '../ui/toasts.ts';
import { useBoard } from '../api/board.ts';
import { AddressRequest } from './AddressRequest.tsx';
import { SavedViewActions } from '../features/organisations/SavedViewActions.tsx';
import { InclusionFilesSlot } from '../ui/inclusion-slots.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { OrganisationFilesSlot } from '../ui/organisation-slots.ts';
import { PartnershipFilesSlot } from '../ui/partnership-slots.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { registerFeatureActions } from './feature-actions.ts';
import { Layout } from './Layout.tsx';
import { usePalette } from './palette-store.ts';
import { warmScreens } from './screens.ts';
import { shellActions } from './shell-actions.ts';
import { bindShortcuts } from './shortcuts.ts';
import { Opening } from './Opening.tsx';

const loadPalette = () => import('./CommandPalette.tsx');
const CommandPalette = lazy(loadPalette);
const WelcomeScreen = lazy(() => import('./WelcomeScreen.tsx'));
const DatabaseProblem = lazy(() => import('./DatabaseProblem.tsx'));

const files = onDemand(async () => ({
  default: (await import('../features/attachments/OrganisationFiles.tsx')).OrganisationFiles,
}));
const filesOf = (organisationId: string) => (
  <Suspense>
    <files.Component key={organisationId} organisationId={organisationId} />
  </Suspense>
);

const inclusionFiles = onDemand(async () => ({
  default: (await import('../features/attachments/InclusionFiles.tsx')).InclusionFiles,
}));
const inclusionFilesOf = (entryId: string) => (
  <Suspense>
    <inclusionFiles.Component key={entryId} entryId={entryId} />
  </Suspense>
);

const partnershipFiles = onDemand(async () => ({
  default: (await import('../features/attachments/PartnershipFiles.tsx')).PartnershipFiles,
}));
const partnershipFilesOf = (of: 'agreement' | 'project', id: string) => (
  <Suspense>
    <partnershipFiles.Component key={id} of={of} ownerId={id} />
  </Suspense>
);

function Desk() {
  const open = useBoard();
  const isPaletteOpen = usePalette((state) => state.isOpen);
  const boardId = open.board?.id;
  const formerId = useRef(boardId);
  // Another board: the history is about the former one.
  useEffect(() => {
    if (boardId !== undefined && formerId.current !== undefined && boardId !== formerId.current)
      resetNavigation();
    formerId.current = boardId ?? formerId.current;
  }, [boardId]);
  switch (open.state) {
    case 'loading':
      return <Opening />;
    case 'none':
      return <WelcomeScreen />;
    case 'failed':
      return <DatabaseProblem error={open.error} />;
    case 'open':
      return (
        <>
          <OrganisationFilesSlot value={filesOf}>
            <InclusionFilesSlot value={inclusionFilesOf}>
              <PartnershipFilesSlot value={partnershipFilesOf}>
                <Layout />
              </PartnershipFilesSlot>
            </InclusionFilesSlot>
          </OrganisationFilesSlot>
          <SavedViewActions />
          <AddressRequest />
          <Suspense>{isPaletteOpen && <CommandPalette />}</Suspense>
        </>
      );
  }
}

/** The whole window. */
export function App() {
  const language = useLanguage();
  const t = useText();

  // There before it is asked for: what is typed right after Ctrl+K is for its field.
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPalette());
    return () => cancelIdleCallback(idle);
  }, []);

  useEffect(() => {
    setFeedbackListener(({ kind, message, undo }) =>
      showToast({
        kind,
        message,
        ...(undo ? { action: { label: translate('common.undo'), run: undo } } : {}),
      }),
    );
    const stops = [watchChanges(), saveBeforeClosing(), registerActions(shellActions), bindShortcuts()];
    registerFeatureActions();
    warmScreens();
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    document.title = t('shell.productName');
  }, [t]);

  return (
    <I18nProvider locale={`${language}-FI`}>
      <ErrorBoundary>
        <Suspense fallback={<Opening />}>
          <Desk />
        </Suspense>
      </ErrorBoundary>
      <ConfirmHost />
      <ToastRegion />
    </I18nProvider>
  );
}
