import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { MeetingWorkspace, type WorkspaceParts } from '../features/workspace/MeetingWorkspace.tsx';
import type { RouteName, ScreenProps } from '../ui/navigation.ts';

type Part = ComponentType<{ meetingId: string; isBeside?: boolean }>;

const files = import.meta.glob<Record<string, Part>>([
  '../features/agenda/AgendaEditor.tsx',
  '../features/documents/DocumentPreview.tsx',
]);

/** A part of the workspace that another feature draws, fetched when first shown. */
function partOf(feature: string, name: string): LazyExoticComponent<Part> {
  return lazy(async () => {
    const module = await files[`../features/${feature}/${name}.tsx`]?.();
    return { default: module?.[name] ?? module?.['default'] ?? (() => null) };
  });
}

const AgendaEditor = partOf('agenda', 'AgendaEditor');
const DocumentPreview = partOf('documents', 'DocumentPreview');

const parts: WorkspaceParts = {
  agenda: (meetingId) => <AgendaEditor meetingId={meetingId} />,
  document: (meetingId, isBeside) => <DocumentPreview meetingId={meetingId} isBeside={isBeside} />,
};

/** One meeting: the features of agenda, live minutes and document in one workspace. */
export default function MeetingScreen({ route }: ScreenProps<RouteName>) {
  return route.name === 'meeting' ? <MeetingWorkspace route={route} parts={parts} /> : null;
}
