import { useState } from 'react';
import { FORUM_STAGE_WORDS, FORUM_STAGES } from '../../../db/model/community-forum.ts';
import { decisionChoices } from '../../api/choices.ts';
import { api } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { PartDialog } from '../../ui/PartDialog.tsx';
import parts from '../../ui/Parts.module.css';
import { StageFields, type ForumCard, type StageDraft } from './forum-parts.tsx';

const cx = classes(parts);

/** The next stage of a forum, with its day and ground; permanent only by a decision of the municipality. */
export function ForumStageDialog({ forum, onClose }: { forum: ForumCard; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const words = FORUM_STAGE_WORDS[useLanguage()];
  const [draft, setDraft] = useState<StageDraft>({
    stage: forum.stage === 'pilot' ? 'permanent' : forum.stage === 'permanent' ? 'ended' : 'pilot',
    changedOn: todayIso(),
    ground: '',
    decidedBy: '',
  });
  const [decision, setDecision] = useState<Option | null>(null);
  const save = useFormWrite(
    () =>
      api.forums.changeStage.mutate({
        forumId: forum.id,
        change: { ...draft, changedOn: draft.changedOn ?? '', itemId: decision?.id ?? null },
      }),
    {
      done: t('forums.stageChanged', { stage: words[draft.stage] }),
      undo: ({ id }) => api.forums.undoStage.mutate({ id }),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t('forums.changeStage')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <p className={cx('detail')}>
        {forum.name} – {t('forums.now', { stage: words[forum.stage] })} {format.date(forum.since)}
      </p>
      <StageFields
        draft={draft}
        onChange={setDraft}
        refusal={refusal}
        stages={FORUM_STAGES.filter((stage) => stage !== forum.stage)}
      />
      <ComboBox
        label={t('forums.boardDecision')}
        value={decision}
        onChange={setDecision}
        load={decisionChoices(forum.boardId)}
      />
    </PartDialog>
  );
}
