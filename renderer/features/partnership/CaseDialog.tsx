import { useState } from 'react';
import { CASE_WORDS } from '../../../db/model/case-words.ts';
import {
  CASE_GROUPS,
  CASE_PHASES,
  FINDING_KINDS,
  ORGANISING,
  type CaseGroup,
  type CasePhase,
  type FindingKind,
  type Organising,
} from '../../../db/model/cooperation-case.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow, FormSection } from '../../ui/Form.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

type Case = Outputs['cases']['list'][number];
type Phases = Record<CasePhase, { startsOn: string | null; endsOn: string | null }>;

/** A case: its group, how it is organised, what was found, and the phases of its study. */
export function CaseDialog({
  one,
  onClose,
}: {
  /** Null makes a new one. */
  one: Case | null;
  onClose: () => void;
}) {
  const t = useText();
  const words = CASE_WORDS[useLanguage()];
  const board = useOpenBoard();
  const [name, setName] = useState(one?.name ?? '');
  const [group, setGroup] = useState<CaseGroup>(one?.group ?? 'wellbeing');
  const [organising, setOrganising] = useState<Organising>(one?.organising ?? 'network');
  const [region, setRegion] = useState(one?.region ?? '');
  const [description, setDescription] = useState(one?.description ?? '');
  const [transferability, setTransferability] = useState(one?.transferability ?? '');
  const [future, setFuture] = useState(one?.future ?? '');
  const [source, setSource] = useState(one?.source ?? '');
  const linesOf = (kind: FindingKind): string =>
    (one?.findings ?? [])
      .filter((finding) => finding.kind === kind)
      .map(({ text }) => text)
      .join('\n');
  const [findings, setFindings] = useState<Record<FindingKind, string>>(() => ({
    succeeded: linesOf('succeeded'),
    critical: linesOf('critical'),
    to_develop: linesOf('to_develop'),
  }));
  const phaseOf = (phase: CasePhase): Phases[CasePhase] => {
    const found = one?.phases.find((other) => other.phase === phase);
    return { startsOn: found?.startsOn ?? null, endsOn: found?.endsOn ?? null };
  };
  const [phases, setPhases] = useState<Phases>(() => ({
    mapping: phaseOf('mapping'),
    case_study: phaseOf('case_study'),
    comparison: phaseOf('comparison'),
    assessment: phaseOf('assessment'),
  }));
  const save = useFormWrite(
    () =>
      api.cases.save.mutate({
        id: one?.id ?? null,
        boardId: board.id,
        version: one?.version ?? 0,
        values: {
          name,
          group,
          organising,
          region,
          description,
          transferability,
          future,
          source,
          findings: FINDING_KINDS.flatMap((kind) =>
            findings[kind]
              .split('\n')
              .map((text) => text.trim())
              .filter((text) => text !== '')
              .map((text) => ({ kind, text })),
          ),
          phases: CASE_PHASES.flatMap((phase) => {
            const { startsOn, endsOn } = phases[phase];
            return startsOn === null ? [] : [{ phase, startsOn, endsOn }];
          }),
        },
      }),
    {
      done: t('partnership.caseSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t(one ? 'partnership.editCase' : 'partnership.newCase')}
      width="wide"
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        maxLength={300}
        value={name}
        onChange={setName}
        error={fieldError(refusal, 'name')}
      />
      <FormRow>
        <Select
          label={words.group}
          width="m"
          value={group}
          onChange={setGroup}
          options={CASE_GROUPS.map((id) => ({ id, label: words.groups[id] }))}
        />
        <Select
          label={words.organising}
          width="m"
          value={organising}
          onChange={setOrganising}
          options={ORGANISING.map((id) => ({ id, label: words.organisings[id] }))}
        />
        <TextField label={words.region} value={region} onChange={setRegion} />
      </FormRow>
      <TextArea label={t('practices.description')} rows={2} value={description} onChange={setDescription} />
      {FINDING_KINDS.map((kind) => (
        <TextArea
          key={kind}
          label={words.findings[kind]}
          description={t('partnership.findingHint')}
          rows={2}
          value={findings[kind]}
          onChange={(text) => setFindings((now) => ({ ...now, [kind]: text }))}
        />
      ))}
      <TextArea
        label={words.transferability}
        rows={2}
        value={transferability}
        onChange={setTransferability}
      />
      <TextArea label={words.future} rows={2} value={future} onChange={setFuture} />
      <TextField label={t('practices.source')} value={source} onChange={setSource} />
      <FormSection isDense title={words.phase}>
        {CASE_PHASES.map((phase) => (
          <FormRow key={phase}>
            <DateField
              label={`${words.phases[phase]}: ${t('volunteering.startsOn')}`}
              width="m"
              value={phases[phase].startsOn}
              onChange={(startsOn) => setPhases((now) => ({ ...now, [phase]: { ...now[phase], startsOn } }))}
              error={phase === 'mapping' ? fieldError(refusal, 'phases') : undefined}
            />
            <DateField
              label={t('volunteering.endsOn')}
              width="m"
              value={phases[phase].endsOn}
              onChange={(endsOn) => setPhases((now) => ({ ...now, [phase]: { ...now[phase], endsOn } }))}
            />
          </FormRow>
        ))}
      </FormSection>
    </PartDialog>
  );
}
