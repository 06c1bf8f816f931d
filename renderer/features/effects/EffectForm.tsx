import { useState, type ReactNode } from 'react';
import type { EffectView } from '../../../db/model/effect-view.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { EFFECT_KINDS } from '../../../db/model/register-effect.ts';
import type { RuleProfile } from '../../../db/model/rules.ts';
import { api } from '../../api/client.ts';
import type { ClientError } from '../../api/client-error.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Form } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { effectOf, emptyDraft, leaves, proposedDay, replacedBy, type EffectDraft } from './effect-draft.ts';
import { EffectFields } from './EffectFields.tsx';
import styles from './Effects.module.css';
import { dayAfter, useComposition } from './use-effects.ts';

const cx = classes(styles);

/** Opens the board's rules to be changed; another feature draws it. */
export type RulesEditor = (place: {
  rules: RuleProfile;
  validFrom: string;
  onSave: (values: { validFrom: string; rules: RuleProfile }) => void;
  onClose: () => void;
}) => ReactNode;

/** Enters an effect at an item, in the place where it will be. */
export function EffectForm({
  meeting,
  itemId,
  initial,
  edited,
  others,
  rulesEditor,
  onClose,
}: {
  meeting: MeetingView;
  itemId: string;
  initial: EffectDraft;
  /** The effect that is changed; null: a new one. */
  edited: EffectView | null;
  /** The other effects of the meeting. */
  others: readonly EffectView[];
  rulesEditor: RulesEditor;
  onClose: () => void;
}) {
  const t = useText();
  const [draft, setDraft] = useState(initial);
  const [error, setError] = useState<ClientError | null>(null);
  const [isTried, setTried] = useState(false);
  const composition = useComposition(meeting.boardId, draft.date ?? dayAfter(meeting.heldOn));
  const replaced = draft.kind === 'seat_filled' ? replacedBy(draft, composition, others) : null;
  const change = (part: Partial<EffectDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const save = useMutationWithFeedback(
    async () => {
      const name = draft.newName?.trim() ?? '';
      const personId =
        name === ''
          ? (draft.person?.id ?? null)
          : (await api.persons.create.mutate({ name, shortName: null, email: null, phone: null })).id;
      // Entered once; a second try finds him in the register.
      if (name !== '' && personId !== null) change({ person: { id: personId, label: name }, newName: null });
      const effect = effectOf(draft, personId, replaced?.id ?? null);
      if (effect === null) return null;
      return await api.effects.save.mutate({
        id: edited?.id ?? null,
        version: edited?.version ?? null,
        itemId,
        effect,
      });
    },
    {
      onSuccess: (saved) => (saved === null ? setTried(true) : onClose()),
      onError: (refused) => {
        setError(refused);
        return true;
      },
    },
  );
  const missing = isTried ? t('common.field.required') : undefined;
  return (
    <div className={cx('form')}>
      <Form
        label={t('effects.addLong')}
        onSubmit={() => {
          setError(null);
          save.mutate(undefined);
        }}
      >
        {error !== null && Object.keys(error.fields).length === 0 && (
          <Banner tone="danger" isAlert>
            {error.message}
          </Banner>
        )}
        <div className={cx('row')}>
          <Select
            label={t('effects.kind')}
            width="m"
            value={draft.kind}
            options={EFFECT_KINDS.map((id) => ({ id, label: t(`effects.kind.${id}`) }))}
            onChange={(kind) =>
              setDraft({ ...emptyDraft(kind, meeting.heldOn), date: proposedDay(kind, meeting.heldOn) })
            }
          />
          <DateField
            label={t(leaves(draft.kind) ? 'effects.lastDay' : 'effects.from')}
            width="s"
            value={draft.date}
            onChange={(date) => change({ date })}
            isRequired
            error={
              error?.fields['from'] !== undefined || error?.fields['lastDay'] !== undefined
                ? error.message
                : draft.date === null
                  ? missing
                  : undefined
            }
          />
        </div>
        <EffectFields
          draft={draft}
          boardId={meeting.boardId}
          composition={composition}
          change={change}
          missing={missing}
          fields={error?.fields ?? {}}
          rulesEditor={rulesEditor}
        />
        {replaced !== null && <p className={cx('muted')}>{t('effects.replaces', { name: replaced.name })}</p>}
        <div className={cx('buttons')}>
          <Button variant="primary" type="submit" isPending={save.isPending}>
            {t('common.save')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </div>
      </Form>
    </div>
  );
}
