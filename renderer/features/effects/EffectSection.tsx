import { useId, useMemo, useState } from 'react';
import type { EffectView } from '../../../db/model/effect-view.ts';
import { tallyElection } from '../../../db/model/election.ts';
import type { ItemView, MeetingView, PersonLabel } from '../../../db/model/meeting-view.ts';
import { electionSubject, type RegisterEffect } from '../../../db/model/register-effect.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { useActions, type Action } from '../../ui/actions.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Keys } from '../../ui/Keys.tsx';
import { draftOf, effectOf, emptyDraft, isEntered, replacedBy, type EffectDraft } from './effect-draft.ts';
import { effectWords } from './effect-words.ts';
import { EffectEntry } from './EffectEntry.tsx';
import { EffectForm, type RulesEditor } from './EffectForm.tsx';
import styles from './Effects.module.css';
import { useComposition, useEffects, type Composition } from './use-effects.ts';

const cx = classes(styles);

/** The effects of one item on the register: entered, suggested by its elections, reviewed. */
export function EffectSection({
  meeting,
  item,
  isAdding,
  onAdd,
  onAdded,
  rulesEditor,
}: {
  meeting: MeetingView;
  item: ItemView;
  isAdding: boolean;
  /** Offers a button for it; without, the place has its own. */
  onAdd?: () => void;
  onAdded: () => void;
  rulesEditor: RulesEditor;
}) {
  const t = useText();
  const heading = useId();
  const all = useEffects(meeting.id);
  const own = all.filter(({ itemId }) => itemId === item.id);
  const [editing, setEditing] = useState<string | null>(null);
  const isOpen = !meeting.locked;
  const suggested = useSuggestions(meeting, item, all);
  const enter = useMutationWithFeedback(api.effects.save.mutate, { done: t('effects.saved') });
  const first = isOpen ? suggested[0] : undefined;
  const enterFirst = enter.mutate;
  useActions(
    useMemo<readonly Action[]>(
      () =>
        first === undefined
          ? []
          : [
              {
                id: 'effect-of-election',
                title: (say) => say('effects.fromElectionShort'),
                icon: 'check',
                shortcut: 'F7',
                run: () => enterFirst({ itemId: item.id, effect: first.effect }),
              },
            ],
      [first, enterFirst, item.id],
    ),
  );
  const others = (id: string | null): readonly EffectView[] => all.filter((one) => one.id !== id);
  if (own.length === 0 && !isAdding && suggested.length === 0)
    return onAdd === undefined || !isOpen ? null : (
      <div>
        <Button size="s" icon="plus" onPress={onAdd}>
          {t('effects.addLong')}
        </Button>
      </div>
    );
  return (
    <section className={cx('section')} aria-labelledby={heading}>
      <div className={cx('head')}>
        <h3 id={heading} className={cx('title')}>
          {t('effects.title')}
        </h3>
      </div>
      {own.length > 0 && (
        <ul className={cx('entries')}>
          {own.map((view) =>
            editing === view.id ? (
              <li key={view.id}>
                <EffectForm
                  meeting={meeting}
                  itemId={item.id}
                  initial={draftOf(view)}
                  edited={view}
                  others={others(view.id)}
                  rulesEditor={rulesEditor}
                  onClose={() => setEditing(null)}
                />
              </li>
            ) : (
              <EffectEntry key={view.id} view={view} onEdit={() => setEditing(view.id)} />
            ),
          )}
        </ul>
      )}
      {isOpen &&
        suggested.map(({ effect, what }, index) => (
          <div key={what} className={cx('buttons')}>
            <Button
              size="s"
              icon="check"
              isPending={enter.isPending}
              onPress={() => enter.mutate({ itemId: item.id, effect })}
            >
              {t('effects.fromElection', { what })}
              {index === 0 && <Keys shortcut="F7" />}
            </Button>
          </div>
        ))}
      {isAdding && (
        <EffectForm
          meeting={meeting}
          itemId={item.id}
          initial={emptyDraft('seat_filled', meeting.heldOn)}
          edited={null}
          others={all}
          rulesEditor={rulesEditor}
          onClose={onAdded}
        />
      )}
      {!isAdding && onAdd !== undefined && isOpen && (
        <div>
          <Button size="s" icon="plus" onPress={onAdd}>
            {t('effects.addLong')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What the elections of the item come to, as effects that have not been entered. */
function useSuggestions(meeting: MeetingView, item: ItemView, all: readonly EffectView[]) {
  const t = useText();
  const language = useLanguage();
  const start = emptyDraft('seat_filled', meeting.heldOn);
  const composition = useComposition(meeting.boardId, start.date ?? meeting.heldOn);
  return useMemo(
    () =>
      item.elections.flatMap((election) => {
        const subject = electionSubject(election.title || item.title);
        if (subject === null) return [];
        const { elected } = tallyElection(election.facts, item.status.voterCount, meeting.rules);
        return election.candidates
          .filter(({ person }) => elected.includes(person.id))
          .slice(0, 1)
          .flatMap(({ person }) => suggestion(subject, person, meeting, composition, all))
          .map(({ effect, names }) => ({ effect, what: effectWords(effect, names, t, language) }));
      }),
    [item, meeting, composition, all, t, language],
  );
}

const NO_NAMES: EffectView['names'] = {
  seat: null,
  person: null,
  organisation: null,
  replaced: null,
  practice: null,
  municipality: null,
};

function suggestion(
  subject: NonNullable<ReturnType<typeof electionSubject>>,
  person: PersonLabel,
  meeting: MeetingView,
  composition: Composition | undefined,
  all: readonly EffectView[],
): { effect: RegisterEffect; names: EffectView['names'] }[] {
  const base: EffectDraft = {
    ...emptyDraft(subject.kind, meeting.heldOn),
    person: { id: person.id, label: person.name },
  };
  const seat =
    subject.kind === 'seat_filled'
      ? composition?.seats.find(({ number }) => number === subject.seat)
      : undefined;
  const draft: EffectDraft =
    subject.kind === 'office_elected'
      ? { ...base, office: subject.office }
      : { ...base, role: subject.role, seatId: seat?.id ?? null };
  const input = effectOf(draft, person.id, replacedBy(draft, composition, all)?.id ?? null);
  if (input === null || isEntered(input, all)) return [];
  if (input.kind === 'office_elected')
    return [{ effect: input, names: { ...NO_NAMES, person: person.name } }];
  if (input.kind !== 'seat_filled' || seat === undefined) return [];
  const before = seat[input.role]?.organisation?.id ?? null;
  const effect = { ...input, organisationId: before, replacesPersonId: input.replacesPersonId ?? null };
  return [{ effect, names: { ...NO_NAMES, seat: seat.number, person: person.name } }];
}
