import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import { goesBack, MUNICIPAL_STAGES, OWN_STAGES, type PracticeStage } from '../../../db/model/practice.ts';
import { useOpenBoard } from '../../api/board.ts';
import { decisionChoices } from '../../api/choices.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { ManyChoice } from '../../ui/ManyChoice.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import parts from '../../ui/Parts.module.css';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

const cx = classes(parts);
type Row = Outputs['practices']['matrix']['practices'][number];
type Place = Outputs['practices']['matrix']['places'][number];

/**
 * The next stage of a practice, with its day and ground. Without a municipality it is the practice's own; with one, or
 * several chosen here, it is theirs, and what they decide names the body and the section.
 */
export function StageDialog({
  practice,
  places,
  municipality,
  onClose,
}: {
  practice: Pick<Row, 'id' | 'name' | 'stage' | 'municipalities'>;
  places: readonly Place[];
  /** A code; null: the practice itself; 'many': chosen here. */
  municipality: string | null;
  onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const board = useOpenBoard();
  const words = PRACTICE_STAGE_WORDS[language];
  const isMany = municipality === 'many';
  const isMunicipal = municipality !== null;
  const place = places.find(({ code }) => code === municipality);
  const state = practice.municipalities.find(({ code }) => code === municipality);
  const now = isMany ? null : isMunicipal ? (state?.stage ?? null) : practice.stage;
  const stages: readonly PracticeStage[] = isMunicipal ? MUNICIPAL_STAGES : OWN_STAGES;
  const [stage, setStage] = useState<PracticeStage>(
    () =>
      stages[now === null || now === 'declined' ? 0 : Math.min(stages.indexOf(now) + 1, stages.length - 2)] ??
      'offered',
  );
  const [chosen, setChosen] = useState<readonly Option[]>(() =>
    isMany
      ? places
          .filter(({ code }) => !practice.municipalities.some((one) => one.code === code))
          .map(({ code, name }) => ({ id: code, label: inLanguage(name, language) }))
      : [],
  );
  const [changedOn, setChangedOn] = useState<string | null>(todayIso());
  const [ground, setGround] = useState('');
  const [decidedBy, setDecidedBy] = useState('');
  const [reason, setReason] = useState('');
  const [decision, setDecision] = useState<Option | null>(null);
  const isBack = goesBack(now, stage);
  const save = useFormWrite(
    () =>
      api.practices.changeStage.mutate({
        practiceId: practice.id,
        municipalities: isMany ? chosen.map(({ id }) => id) : municipality === null ? [] : [municipality],
        change: {
          stage,
          changedOn: changedOn ?? '',
          ground,
          decidedBy,
          reason: isBack ? reason : '',
          itemId: decision?.id ?? null,
        },
      }),
    {
      done: t('practices.stageChanged', { stage: words[stage] }),
      undo: ({ ids }) => api.practices.undoStage.mutate({ ids }),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  const title = isMany
    ? t('practices.offerMany')
    : place
      ? t('practices.stageIn', { municipality: inLanguage(place.name, language) })
      : t('practices.stageOwn');
  return (
    <PartDialog
      title={title}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <p className={cx('detail')}>
        {practice.name}
        {now !== null && ` – ${t('practices.now', { stage: words[now] })}`}
        {state && ` ${format.date(state.since)}${state.decidedBy === '' ? '' : `, ${state.decidedBy}`}`}
      </p>
      {isMany && (
        <ManyChoice
          label={t('practices.municipalities')}
          addLabel={t('volunteering.addMunicipality')}
          removeLabel={(name) => t('volunteering.removeEntry', { name })}
          chosen={chosen}
          onChange={setChosen}
          load={(text) =>
            places
              .map(({ code, name }) => ({ id: code, label: inLanguage(name, language) }))
              .filter(({ label }) => label.toLocaleLowerCase('fi').includes(text.toLocaleLowerCase('fi')))
          }
          error={fieldError(refusal, 'municipalities')}
        />
      )}
      <FormRow>
        <Select
          label={t('practices.stage')}
          width="s"
          value={stage}
          onChange={setStage}
          options={stages.map((id) => ({ id, label: words[id] }))}
          error={fieldError(refusal, 'stage')}
        />
        <DateField
          label={t('volunteering.changedOn')}
          width="s"
          isRequired
          value={changedOn}
          onChange={setChangedOn}
          error={fieldError(refusal, 'changedOn')}
        />
      </FormRow>
      <TextField
        label={t('volunteering.ground')}
        description={t(isMunicipal ? 'practices.groundHint' : 'volunteering.groundHint')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is still missing in the form
        autoFocus
        value={ground}
        onChange={setGround}
        error={fieldError(refusal, 'ground')}
      />
      {isMunicipal && stage !== 'offered' && (
        <TextField
          label={t('practices.decidedBy')}
          description={t('practices.decidedByHint')}
          value={decidedBy}
          onChange={setDecidedBy}
          error={fieldError(refusal, 'decidedBy')}
        />
      )}
      {isBack && (
        <TextField
          label={t('practices.reason')}
          description={t('practices.reasonHint')}
          isRequired
          value={reason}
          onChange={setReason}
          error={fieldError(refusal, 'reason')}
        />
      )}
      <ComboBox
        label={t('practices.boardDecision')}
        value={decision}
        onChange={setDecision}
        load={decisionChoices(board.id)}
      />
    </PartDialog>
  );
}
