/** What the screens of community forums share: the stage as a sign, and the fields of a stage. */
import { FORUM_STAGE_WORDS, FORUM_STAGES, type ForumStage } from '../../../db/model/community-forum.ts';
import type { ClientError } from '../../api/client-error.ts';
import type { Outputs } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/Form.tsx';
import { fieldError } from '../../ui/PartDialog.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type ForumCard = Outputs['forums']['get'];
export type ForumOverview = Outputs['forums']['overview'];

const TONES: Record<ForumStage, Tone> = { pilot: 'info', permanent: 'ok', ended: 'neutral' };

export function ForumStagePill({ stage }: { stage: ForumStage }) {
  return <Pill tone={TONES[stage]}>{FORUM_STAGE_WORDS[useLanguage()][stage]}</Pill>;
}

export interface StageDraft {
  stage: ForumStage;
  changedOn: string | null;
  ground: string;
  decidedBy: string;
}

/** The stage with its day and ground, and the municipality's decision. */
export function StageFields({
  draft,
  onChange,
  refusal,
  stages = FORUM_STAGES,
}: {
  draft: StageDraft;
  onChange: (draft: StageDraft) => void;
  refusal: ClientError | null;
  stages?: readonly ForumStage[];
}) {
  const t = useText();
  const words = FORUM_STAGE_WORDS[useLanguage()];
  return (
    <>
      <FormRow>
        <Select
          label={t('forums.stage')}
          width="s"
          value={draft.stage}
          onChange={(stage) => onChange({ ...draft, stage })}
          options={stages.map((id) => ({ id, label: words[id] }))}
          error={fieldError(refusal, 'stage')}
        />
        <DateField
          label={t('volunteering.changedOn')}
          width="s"
          isRequired
          value={draft.changedOn}
          onChange={(changedOn) => onChange({ ...draft, changedOn })}
          error={fieldError(refusal, 'changedOn')}
        />
      </FormRow>
      <TextField
        label={t('forums.ground')}
        description={t('forums.groundHint')}
        isRequired
        value={draft.ground}
        onChange={(ground) => onChange({ ...draft, ground })}
        error={fieldError(refusal, 'ground')}
      />
      <TextField
        label={t('forums.decidedBy')}
        description={t('forums.decidedByHint')}
        isRequired={draft.stage === 'permanent'}
        value={draft.decidedBy}
        onChange={(decidedBy) => onChange({ ...draft, decidedBy })}
        error={fieldError(refusal, 'decidedBy')}
      />
    </>
  );
}
