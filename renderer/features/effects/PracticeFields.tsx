import { inLanguage } from '../../../db/model/language.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import { MUNICIPAL_STAGES, OWN_STAGES, type PracticeStage } from '../../../db/model/practice.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { EffectDraft } from './effect-draft.ts';
import styles from './Effects.module.css';
import { matching, usePractices } from './use-effects.ts';

const cx = classes(styles);

/** Which good practice, in which municipality, comes to which stage. */
export function PracticeFields({
  draft,
  boardId,
  change,
  missing,
  fields,
}: {
  draft: EffectDraft;
  boardId: string;
  change: (part: Partial<EffectDraft>) => void;
  /** Said of what is not filled in; undefined until saving was tried. */
  missing: string | undefined;
  fields: Readonly<Record<string, string>>;
}) {
  const t = useText();
  const language = useLanguage();
  const known = usePractices(boardId);
  const practices = (known?.practices ?? []).map(({ id, code, name }): Option => ({
    id,
    label: name,
    detail: code,
  }));
  const places = (known?.places ?? []).map(({ code, name }): Option => ({
    id: code,
    label: inLanguage(name, language),
  }));
  const stages: readonly PracticeStage[] = draft.municipality === null ? OWN_STAGES : MUNICIPAL_STAGES;
  return (
    <>
      <div className={cx('row')}>
        <ComboBox
          label={t('effects.practice')}
          width="m"
          value={draft.practice}
          onChange={(practice) => change({ practice })}
          load={(text) => matching(practices, text)}
          error={fields['practiceId'] ?? (draft.practice === null ? missing : undefined)}
          isRequired
        />
        <ComboBox
          label={t('effects.municipality')}
          width="m"
          description={t('effects.municipalityHint')}
          value={draft.municipality}
          onChange={(municipality) => {
            const next: readonly PracticeStage[] = municipality === null ? OWN_STAGES : MUNICIPAL_STAGES;
            change({
              municipality,
              ...(next.includes(draft.practiceStage) ? {} : { practiceStage: 'offered' }),
            });
          }}
          load={(text) => matching(places, text)}
          error={fields['municipality']}
        />
        <Select<PracticeStage>
          label={t('effects.practiceStage')}
          width="s"
          value={draft.practiceStage}
          options={stages.map((id) => ({ id, label: PRACTICE_STAGE_WORDS[language][id] }))}
          onChange={(practiceStage) => change({ practiceStage })}
        />
      </div>
      <div className={cx('row')}>
        {draft.municipality !== null && (
          <TextField
            label={t('effects.municipalDecision')}
            width="m"
            description={t('effects.municipalDecisionHint')}
            value={draft.decidedBy}
            onChange={(decidedBy) => change({ decidedBy })}
            error={fields['decidedBy']}
          />
        )}
        <TextField
          label={t('effects.backReason')}
          width="m"
          description={t('effects.backReasonHint')}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          error={fields['reason']}
        />
      </div>
    </>
  );
}
