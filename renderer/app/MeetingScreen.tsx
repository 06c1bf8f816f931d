import { lazy } from 'react';
import { MeetingWorkspace, type WorkspaceParts } from '../features/workspace/MeetingWorkspace.tsx';
import type { RouteName, ScreenProps } from '../ui/navigation.ts';

const AgendaEditor = lazy(async () => ({
  default: (await import('../features/agenda/AgendaEditor.tsx')).AgendaEditor,
}));
const DocumentPreview = lazy(async () => ({
  default: (await import('../features/documents/DocumentPreview.tsx')).DocumentPreview,
}));
const ExaminationPanel = lazy(async () => ({
  default: (await import('../features/examination/ExaminationPanel.tsx')).ExaminationPanel,
}));

const parts: WorkspaceParts = {
  agenda: (meetingId) => <AgendaEditor meetingId={meetingId} />,
  examination: (meetingId) => <ExaminationPanel meetingId={meetingId} />,
  document: (meetingId, beside) => (
    <DocumentPreview
      meetingId={meetingId}
      isBeside={beside !== null}
      {...(beside === null ? {} : { currentItemId: beside.itemId })}
    />
  ),
};

/** One meeting: the features of agenda, live minutes and document in one workspace. */
export default function MeetingScreen({ route }: ScreenProps<RouteName>) {
  return route.name === 'meeting' ? <MeetingWorkspace route={route} parts={parts} /> : null;
}
