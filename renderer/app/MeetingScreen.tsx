import { Suspense } from 'react';
import { useHistoryRequest } from '../api/history-store.ts';
import { MeetingWorkspace, type WorkspaceParts } from '../features/workspace/MeetingWorkspace.tsx';
import { AttachmentsSlot, type AttachmentsSlotProps } from '../ui/meeting-slots.ts';
import { heldEffects, preparedEffects, warmEffects } from './ItemEffects.tsx';
import { classes } from '../ui/classes.ts';
import { useRoute, type RouteName, type ScreenProps } from '../ui/navigation.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { useFoundWords } from './found-words.ts';
import styles from './MeetingScreen.module.css';

const cx = classes(styles);

const agenda = onDemand(async () => ({
  default: (await import('../features/agenda/AgendaEditor.tsx')).AgendaEditor,
}));
const call = onDemand(async () => ({
  default: (await import('../features/call/CallPanel.tsx')).CallPanel,
}));
const documents = onDemand(async () => ({
  default: (await import('../features/documents/DocumentPreview.tsx')).DocumentPreview,
}));
const effects = onDemand(async () => ({
  default: (await import('../features/effects/EffectsPanel.tsx')).EffectsPanel,
}));
const examination = onDemand(async () => ({
  default: (await import('../features/examination/ExaminationPanel.tsx')).ExaminationPanel,
}));
const work = onDemand(async () => ({
  default: (await import('../features/indicators/DecisionWork.tsx')).DecisionWork,
}));
const attachments = onDemand(async () => ({
  default: (await import('../features/attachments/ItemAttachments.tsx')).ItemAttachments,
}));

const history = onDemand(async () => ({
  default: (await import('../features/history/HistoryDialog.tsx')).HistoryDialog,
}));

/** Fetches the parts of a meeting before one of them is shown. */
export const warmParts = (): Promise<unknown> =>
  Promise.all([
    agenda.warm(),
    call.warm(),
    documents.warm(),
    examination.warm(),
    history.warm(),
    attachments.warm(),
    effects.warm(),
    work.warm(),
    warmEffects(),
  ]);

const preparedEffectsAndWork: typeof preparedEffects = (place) => (
  <>
    {preparedEffects(place)}
    <Suspense>
      <work.Component key={place.item.id} itemId={place.item.id} />
    </Suspense>
  </>
);

/** The document, and beside it what hangs on the § from which one came. */
function DocumentWithWork({ meetingId }: { meetingId: string }) {
  const route = useRoute();
  const item = route.name === 'meeting' ? route.item : undefined;
  return (
    <div className={cx('withWork')}>
      <documents.Component meetingId={meetingId} isBeside={false} />
      {item !== undefined && (
        <div className={cx('work')}>
          <Suspense>
            <work.Component key={item} itemId={item} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

const parts: WorkspaceParts = {
  agenda: (meetingId) => <agenda.Component meetingId={meetingId} effectsOf={preparedEffectsAndWork} />,
  call: (meetingId) => <call.Component meetingId={meetingId} />,
  examination: (meetingId) => (
    <examination.Component meetingId={meetingId} effects={<effects.Component meetingId={meetingId} />} />
  ),
  effects: (place) => (
    <>
      {heldEffects(place)}
      <Suspense>
        <work.Component key={place.item.id} itemId={place.item.id} />
      </Suspense>
    </>
  ),
  document: (meetingId, beside) =>
    beside === null ? (
      <DocumentWithWork meetingId={meetingId} />
    ) : (
      <documents.Component meetingId={meetingId} isBeside currentItemId={beside.itemId} />
    ),
};

const attachmentsOf = (props: AttachmentsSlotProps) => (
  <attachments.Component key={props.itemId} {...props} />
);

/** One meeting: the features of agenda, live minutes and document in one workspace. */
export default function MeetingScreen({ route }: ScreenProps<RouteName>) {
  const isHistory = useHistoryRequest(({ request }) => request !== null);
  useFoundWords(route.name === 'meeting' ? route.words : undefined);
  if (route.name !== 'meeting') return null;
  return (
    <>
      <AttachmentsSlot value={attachmentsOf}>
        <MeetingWorkspace route={route} parts={parts} />
      </AttachmentsSlot>
      <Suspense>{isHistory && <history.Component />}</Suspense>
    </>
  );
}
