import { use, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { POSITION_ROLES } from '../../../db/model/organisation.ts';
import { EMPTY_TEXT, isEmptyText } from '../../../db/model/rich-text.ts';
import { openHistory } from '../../api/history-store.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { useActions, type Action } from '../../ui/actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Fact, Facts } from '../../ui/Form.tsx';
import { AttachmentsSlot } from '../../ui/meeting-slots.ts';
import { RichTextView } from '../../ui/rich-text/RichTextView.tsx';
import { useEditorAssist } from '../../ui/editor-assist.ts';
import { RichTextEditor, type AssistOption } from '../../ui/RichTextEditor.tsx';
import { SaveState, type Saving } from '../../ui/SaveState.tsx';
import styles from './Agenda.module.css';
import { ConflictNote } from './ConflictNote.tsx';
import type { Autosave } from '../../api/item-autosave.ts';
import { ItemFields, TitleField } from './ItemFields.tsx';
import { ItemOrigin } from './ItemOrigin.tsx';
import type { PlacedItem } from './order.ts';
import { useItemValue, useSaveConflicts, useSaveFacts, useSaveState } from '../../api/item-savers.ts';

const cx = classes(styles);

/** Draws the effects of an item on the register; another feature does. */
export type EffectsOf = (place: { view: MeetingView; item: ItemView }) => ReactNode;

interface Props {
  effectsOf: EffectsOf;
  meeting: MeetingView;
  placed: PlacedItem;
  count: number;
  saver: Autosave;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  /** The heading is selected when this item has just been added. */
  isNew: boolean;
}

/** One item being prepared: heading, facts, account, proposal, attachments. Saves by itself. */
export function ItemPane(props: Props) {
  const { meeting, placed, saver, isNew } = props;
  const { item, label } = placed;
  const t = useText();
  const attachmentsOf = use(AttachmentsSlot);
  const heading = useRef<HTMLTextAreaElement>(null);
  const conflicts = useSaveConflicts(saver).filter(({ itemId }) => itemId === item.id);
  const { error: reason } = useSaveFacts(saver);
  const roleWord = (role: string): string => {
    const known = POSITION_ROLES.find((one) => one === role);
    return known ? t(`organisations.role.${known}`) : role;
  };
  const itemId = item.id;
  // Leaving the item writes at once.
  useEffect(() => () => void saver.flush(itemId), [saver, itemId]);
  useEffect(() => {
    if (isNew) heading.current?.select();
  }, [isNew]);

  const meetingId = meeting.id;
  useActions(
    useMemo(
      () => [
        {
          id: 'item-history',
          title: (say) => say('writing.history.open'),
          icon: 'history',
          shortcut: 'Ctrl+Shift+H',
          run: () => openHistory({ meetingId, itemId }),
        } satisfies Action,
      ],
      [meetingId, itemId],
    ),
  );

  if (meeting.locked) return <ReadItem {...props} />;
  return (
    <section aria-label={t('agenda.itemHeading', { label, title: item.title })}>
      <div
        className={cx('pane')}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) void saver.flush(itemId);
        }}
      >
        <div className={cx('paneHead')}>
          <h2 className={cx('bigNumber')}>{label}</h2>
          <span className={cx('spring')} />
          <Saved saver={saver} />
          <IconButton
            icon="history"
            label={t('writing.history.open')}
            shortcut="Ctrl+Shift+H"
            onPress={() => openHistory({ meetingId: meeting.id, itemId })}
          />
          {meeting.mayEditAgenda && <ItemTools {...props} />}
        </div>
        {reason !== null && (
          <Banner tone="danger" isAlert>
            {t('agenda.saveRetry', { reason })}
          </Banner>
        )}
        {conflicts.map((conflict) => (
          <ConflictNote key={conflict.field} conflict={conflict} saver={saver} meeting={meeting} />
        ))}
        <TitleField item={item} saver={saver} inputRef={heading} />
        <ItemOrigin item={item} />
        <ItemFields item={item} saver={saver} meeting={meeting} />
        {item.suggestedConflicts.length > 0 && (
          <Banner tone="warning" title={t('agenda.suggestions', { count: item.suggestedConflicts.length })}>
            <ul>
              {item.suggestedConflicts.map(({ person, role, organisation }) => (
                <li key={`${person.id} ${organisation}`}>
                  {t('agenda.suggestion', { person: person.name, role: roleWord(role), organisation })}
                </li>
              ))}
            </ul>
          </Banner>
        )}
        <PartEditor {...props} part="account" />
        <PartEditor {...props} part="proposal" />
        {props.effectsOf({ view: meeting, item })}
        {attachmentsOf({ meetingId: meeting.id, itemId: item.id })}
      </div>
    </section>
  );
}

function ItemTools({ placed, count, onMove, onRemove }: Props) {
  const t = useText();
  return (
    <span className={cx('tools')}>
      <IconButton
        icon="arrowUp"
        label={t('agenda.moveUp')}
        shortcut="Alt+Shift+ArrowUp"
        isDisabled={placed.index === 0}
        onPress={() => onMove(-1)}
      />
      <IconButton
        icon="arrowDown"
        label={t('agenda.moveDown')}
        shortcut="Alt+Shift+ArrowDown"
        isDisabled={placed.index === count - 1}
        onPress={() => onMove(1)}
      />
      <IconButton icon="trash" label={t('agenda.remove')} onPress={onRemove} />
    </span>
  );
}

function Saved({ saver }: { saver: Autosave }) {
  const state = useSaveState(saver);
  const { savedAt: at } = useSaveFacts(saver);
  const saving: Saving =
    state === 'saved' ? { kind: 'saved', at } : { kind: state === 'conflict' ? 'unsaved' : state };
  return <SaveState saving={saving} />;
}

const NO_COMMANDS: readonly AssistOption[] = [];

/** A text of the item. Typing stays in the editor; the saver hears of it and writes after a pause. */
function PartEditor({ meeting, placed, saver, part }: Props & { part: 'account' | 'proposal' }) {
  const language = useLanguage();
  const { item } = placed;
  const value = useItemValue(saver, item.id, part) ?? null;
  const assist = useEditorAssist(meeting, item.id, NO_COMMANDS);
  return (
    <RichTextEditor
      assist={assist}
      key={`${item.id} ${part}`}
      label={inLanguage(meeting.rules.labels[part], language)}
      value={value ?? EMPTY_TEXT}
      minHeight={part === 'account' ? 150 : 90}
      onChange={(doc) => saver.edit(item.id, part, isEmptyText(doc) ? null : doc)}
    />
  );
}

/** An item of examined minutes: only read. */
function ReadItem({ meeting, effectsOf, placed: { item, label } }: Props) {
  const t = useText();
  const attachmentsOf = use(AttachmentsSlot);
  const language = useLanguage();
  return (
    <section className={cx('pane')} aria-label={t('agenda.itemHeading', { label, title: item.title })}>
      <h2 className={cx('readTitle')}>{t('agenda.itemHeading', { label, title: item.title })}</h2>
      <ItemOrigin item={item} />
      <Facts>
        <Fact name={t('agenda.kind')}>{t(`agenda.kind.${item.kind}`)}</Fact>
        {item.diaryNumber !== null && <Fact name={t('agenda.diaryNumber')}>{item.diaryNumber}</Fact>}
        {item.presenter && <Fact name={t('agenda.presenter')}>{item.presenter.name}</Fact>}
        {item.applicantOrganisation && (
          <Fact name={t('agenda.applicant')}>{item.applicantOrganisation.name}</Fact>
        )}
      </Facts>
      {(['account', 'proposal'] as const).map((part) => {
        const text = item[part];
        return (
          <div key={part} className={cx('readPart')}>
            <h3 className={cx('partTitle')}>{inLanguage(meeting.rules.labels[part], language)}</h3>
            {text === null || isEmptyText(text) ? (
              <p className={cx('quiet')}>{t('agenda.noText')}</p>
            ) : (
              <RichTextView value={text} />
            )}
          </div>
        );
      })}
      {effectsOf({ view: meeting, item })}
      {attachmentsOf({ meetingId: meeting.id, itemId: item.id })}
    </section>
  );
}
