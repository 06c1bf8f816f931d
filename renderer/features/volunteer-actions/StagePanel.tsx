import { useId, useState } from 'react';
import { ACTION_STAGES, type ActionStage } from '../../../db/model/volunteer-action.ts';
import { decisionChoices } from '../../api/choices.ts';
import { api } from '../../api/client.ts';
import { useFormWrite, useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormRow } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from '../../ui/Parts.module.css';
import type { ActionCard } from './VolunteerActionScreen.tsx';

const cx = classes(styles);

/** The stages that the action has gone through, each with its day and ground; and the next. */
export function StagePanel({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  const [isChanging, setChanging] = useState(false);
  const undo = useMutationWithFeedback((id: string) => api.volunteerActions.undoStage.mutate({ id }), {
    done: t('volunteering.stageUndone'),
  });
  const [latest] = action.stages;
  return (
    <Panel
      title={t('volunteering.stages')}
      actions={
        <Button size="s" onPress={() => setChanging(true)}>
          {t('volunteering.changeStage')}
        </Button>
      }
    >
      <ol className={cx('list')}>
        {action.stages.map((one) => (
          <li key={one.id} className={cx('entry')}>
            <div className={cx('words')}>
              <span className={cx('main')}>
                {t('volunteering.since', {
                  stage: t(`volunteering.stage.${one.stage}`),
                  date: format.date(one.changedOn),
                })}
              </span>
              <span className={cx('detail')}>{one.ground}</span>
            </div>
            {one.decision && (
              <Button
                size="s"
                variant="quiet"
                onPress={() =>
                  navigate({
                    name: 'meeting',
                    id: one.decision?.meetingId ?? '',
                    part: 'preview',
                    item: one.decision?.itemId ?? '',
                  })
                }
              >
                {one.decision.reference}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {latest && action.stages.length > 1 && (
        <Button size="s" variant="quiet" icon="undo" onPress={() => undo.mutate(latest.id)}>
          {t('volunteering.undoStage')}
        </Button>
      )}
      {isChanging && <StageDialog action={action} onClose={() => setChanging(false)} />}
    </Panel>
  );
}

function StageDialog({ action, onClose }: { action: ActionCard; onClose: () => void }) {
  const t = useText();
  const formId = useId();
  const next = ACTION_STAGES[ACTION_STAGES.indexOf(action.stage) + 1] ?? 'running';
  const [stage, setStage] = useState<ActionStage>(next);
  const [changedOn, setChangedOn] = useState<string | null>(todayIso());
  const [ground, setGround] = useState('');
  const [decision, setDecision] = useState<Option | null>(null);
  const errorOf = (name: string): string | undefined =>
    Object.entries(refusal?.fields ?? {}).find(([path]) => path.endsWith(name))?.[1];
  const save = useFormWrite(
    () =>
      api.volunteerActions.changeStage.mutate({
        actionId: action.id,
        change: { stage, changedOn: changedOn ?? '', ground, itemId: decision?.id ?? null },
      }),
    {
      done: t('volunteering.stageChanged', { stage: t(`volunteering.stage.${stage}`) }),
      undo: ({ id }) => api.volunteerActions.undoStage.mutate({ id }),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <Dialog
      isOpen
      title={t('volunteering.changeStage')}
      lead={action.name}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={() => save.mutate(undefined)}>
        {refusal && (
          <Banner tone="danger" isAlert>
            {refusal.message}
          </Banner>
        )}
        <FormRow>
          <Select
            label={t('volunteering.stage')}
            width="s"
            value={stage}
            onChange={setStage}
            options={ACTION_STAGES.map((id) => ({ id, label: t(`volunteering.stage.${id}`) }))}
            error={errorOf('stage')}
          />
          <DateField
            label={t('volunteering.changedOn')}
            width="s"
            value={changedOn}
            onChange={setChangedOn}
            isRequired
            error={errorOf('changedOn')}
          />
        </FormRow>
        <TextField
          label={t('volunteering.ground')}
          description={t('volunteering.groundHint')}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is still missing in the form
          autoFocus
          value={ground}
          onChange={setGround}
          error={errorOf('ground')}
        />
        <ComboBox
          label={t('volunteering.decision')}
          value={decision}
          onChange={setDecision}
          load={decisionChoices(action.boardId)}
        />
      </Form>
    </Dialog>
  );
}
