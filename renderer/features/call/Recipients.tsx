import { useRef, useState, type KeyboardEvent } from 'react';
import { REPLY_KINDS, type ReplyKind } from '../../../db/model/call.ts';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { RecipientView } from '../../../db/model/call-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText, type Translate } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { AddRecipientDialog } from './AddRecipientDialog.tsx';
import styles from './Call.module.css';
import { dayOfReply, EMAIL_REPLIES, forecastKey, replyKey } from './reply-words.ts';
import { ReplyDialog } from './ReplyDialog.tsx';
import { saveMail, type CallParts } from './use-call.ts';

const cx = classes(styles);

/** The keys of a row: tulossa, etänä, estynyt. */
const KEYS: Readonly<Record<string, ReplyKind | null>> = {
  t: 'coming',
  e: 'remote',
  x: 'excused',
  delete: null,
  backspace: null,
};

/** Who gets the call and who has answered what; one key for each answer, one to call the deputy. */
export function Recipients({ meeting, call }: CallParts) {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const reply = useMutationWithFeedback(api.calls.reply.mutate);
  const callDeputy = useMutationWithFeedback(
    async ({ deputy, isCalled }: { deputy: { id: string; name: string }; isCalled: boolean }) => {
      await api.calls.callDeputy.mutate({ meetingId: meeting.id, personId: deputy.id, isCalled });
    },
    {
      done: (_, { deputy, isCalled }) =>
        t(isCalled ? 'call.calledDeputy' : 'call.uncalledDeputy', { name: deputy.name }),
      undo: (_, { deputy, isCalled }) =>
        api.calls.callDeputy.mutate({ meetingId: meeting.id, personId: deputy.id, isCalled: !isCalled }),
    },
  );
  const remove = useMutationWithFeedback(api.calls.removeRecipient.mutate);
  const { forecast, recipients, mayChange } = call;
  const { convenes } = KIND_RULES[meeting.kind];
  const kinds = convenes ? REPLY_KINDS : EMAIL_REPLIES;

  const answer = ({ person, reply: known }: RecipientView, kind: ReplyKind | null): void =>
    reply.mutate({
      meetingId: meeting.id,
      personId: person.id,
      reply: kind,
      repliedOn: dayOfReply(meeting, todayIso()),
      channel: known?.channel ?? 'email',
      note: known?.note ?? '',
    });
  const step = (row: HTMLElement, by: -1 | 1): void => {
    const rows = [...(list.current?.children ?? [])];
    const next = rows[rows.indexOf(row) + by];
    next?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, recipient: RecipientView): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (!mayChange) return;
    const key = event.key.toLowerCase();
    const kind = KEYS[key];
    if (kind !== undefined && (kind === null || kinds.includes(kind))) {
      event.preventDefault();
      answer(recipient, kind);
    } else if (key === 'v' && recipient.deputyToCall !== null) {
      event.preventDefault();
      callDeputy.mutate({ deputy: recipient.deputyToCall, isCalled: true });
    }
  };

  const edited = recipients.find(({ person }) => person.id === editing);
  return (
    <Panel
      title={t('call.recipients')}
      actions={
        mayChange && (
          <Button size="s" icon="plus" variant="quiet" onPress={() => setAdding(true)}>
            {t('call.addRecipient')}
          </Button>
        )
      }
    >
      <div className={cx('form')}>
        <p className={cx('forecast')} role="status">
          <Pill tone={forecast.quorate ? 'ok' : 'warning'} {...(forecast.quorate ? { icon: 'check' } : {})}>
            {t(forecastKey(convenes, forecast.quorate), {
              expected: forecast.expected,
              seats: forecast.seats,
              required: forecast.required,
            })}
          </Pill>
          {forecast.unanswered > 0 && (
            <span className={cx('muted')}>{t('call.unanswered', { count: forecast.unanswered })}</span>
          )}
        </p>
        <ul ref={list} className={cx('list')}>
          {recipients.map((recipient) => {
            const { person, deputyToCall } = recipient;
            return (
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of what is in the row
              <li key={person.id} className={cx('entry')} onKeyDown={(event) => onKeyDown(event, recipient)}>
                <Who recipient={recipient} />
                <Answers
                  recipient={recipient}
                  kinds={kinds}
                  isDisabled={!mayChange}
                  onAnswer={(kind) => answer(recipient, kind)}
                />
                <RowMenu
                  recipient={recipient}
                  mayChange={mayChange}
                  isOut={call.state.call.number !== null}
                  onEdit={() => setEditing(person.id)}
                  onClear={() => answer(recipient, null)}
                  onDraft={() => void saveMail(meeting.id, 'person', [person.id])}
                  onUncall={() => callDeputy.mutate({ deputy: person, isCalled: false })}
                  onRemove={() => remove.mutate({ meetingId: meeting.id, personId: person.id })}
                />
                {deputyToCall !== null && mayChange && (
                  <div className={cx('deputy')}>
                    <Button
                      size="s"
                      icon="arrive"
                      isPending={callDeputy.isPending}
                      onPress={() => callDeputy.mutate({ deputy: deputyToCall, isCalled: true })}
                    >
                      {t('call.callDeputy', { name: deputyToCall.name })}
                    </Button>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
        <p className={cx('muted', 'small')}>{t(convenes ? 'call.keys' : 'answers.replyKeys')}</p>
      </div>
      {edited !== undefined && (
        <ReplyDialog meeting={meeting} recipient={edited} onClose={() => setEditing(null)} />
      )}
      {isAdding && (
        <AddRecipientDialog
          meetingId={meeting.id}
          known={new Set(recipients.map(({ person }) => person.id))}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  );
}

function roleOf({ role, member, title }: RecipientView, t: Translate): string {
  if (title !== '') return title;
  return role === 'deputy' && member !== null
    ? t('call.role.deputyOf', { member: member.name })
    : t(`call.role.${role}`);
}

function Who({ recipient }: { recipient: RecipientView }) {
  const t = useText();
  const format = useFormat();
  const { person, seatNumber, reply } = recipient;
  return (
    <div className={cx('name')}>
      <div className={cx('state')}>
        {person.name}
        {person.email === null && <Pill>{t('call.noEmail')}</Pill>}
      </div>
      <div className={cx('muted', 'small')}>
        {[
          ...(seatNumber === null ? [] : [t('call.seat', { number: seatNumber })]),
          roleOf(recipient, t),
          ...(reply === null
            ? []
            : [
                t('call.replyNote', {
                  date: format.date(reply.repliedOn),
                  channel: t(`call.channel.${reply.channel}`),
                }),
              ]),
          ...(reply === null || reply.note === '' ? [] : [reply.note]),
        ].join(' · ')}
      </div>
    </div>
  );
}

const SHORTCUTS: Record<ReplyKind, string> = { coming: 'T', remote: 'E', excused: 'X' };

/** The answers of one person; one stop of the Tab key, the arrows move within. */
function Answers({
  recipient,
  kinds,
  isDisabled,
  onAnswer,
}: {
  recipient: RecipientView;
  /** In a decision by e-mail nobody comes: one has answered, or is unable to. */
  kinds: readonly ReplyKind[];
  isDisabled: boolean;
  onAnswer: (kind: ReplyKind) => void;
}) {
  const t = useText();
  const given = recipient.reply?.reply ?? null;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')];
    const at = radios.findIndex((radio) => radio === document.activeElement);
    radios[(at + by + radios.length) % radios.length]?.focus();
  };
  return (
    <div
      role="radiogroup"
      tabIndex={-1}
      aria-label={t('call.replyOf', { name: recipient.person.name })}
      className={cx('answers')}
      onKeyDown={onKeyDown}
    >
      {kinds.map((kind, index) => (
        <button
          key={kind}
          type="button"
          role="radio"
          aria-checked={given === kind}
          aria-keyshortcuts={SHORTCUTS[kind]}
          disabled={isDisabled}
          tabIndex={given === kind || (given === null && index === 0) ? 0 : -1}
          className={cx('answer', given === kind && kind)}
          onClick={() => onAnswer(kind)}
        >
          {t(replyKey(kind, kinds))}
        </button>
      ))}
    </div>
  );
}

function RowMenu({
  recipient,
  mayChange,
  isOut,
  onEdit,
  onClear,
  onDraft,
  onUncall,
  onRemove,
}: {
  recipient: RecipientView;
  mayChange: boolean;
  isOut: boolean;
  onEdit: () => void;
  onClear: () => void;
  onDraft: () => void;
  onUncall: () => void;
  onRemove: () => void;
}) {
  const t = useText();
  const { role, reply, calledOn, person } = recipient;
  const entries: MenuEntry[] = [
    {
      id: 'draft',
      label: t('call.ownDraft'),
      icon: 'mail',
      isDisabled: !isOut || person.email === null,
      run: onDraft,
    },
    ...(mayChange
      ? [
          { id: 'edit', label: t('call.replyDetails'), icon: 'edit' as const, run: onEdit },
          { id: 'clear', label: t('call.clearReply'), isDisabled: reply === null, run: onClear },
        ]
      : []),
    ...(mayChange && role === 'deputy' && calledOn !== null
      ? [{ id: 'uncall', label: t('call.uncallDeputy'), separator: true, run: onUncall }]
      : []),
    ...(mayChange && (role === 'expert' || role === 'guest')
      ? [{ id: 'remove', label: t('call.remove'), separator: true, run: onRemove }]
      : []),
  ];
  return (
    <Menu label={t('call.moreOf', { name: person.name })} entries={entries}>
      <IconButton icon="more" size="s" label={t('call.moreOf', { name: person.name })} />
    </Menu>
  );
}
