import { useEffect, useRef, useState, type ReactNode } from 'react';
import * as v from 'valibot';
import { oldMinutesSchema, type Span } from '../../../db/model/old-minutes.ts';
import {
  acceptedOf,
  acceptedRest,
  answered,
  isEmptyField,
  nextId,
  type FieldValues,
  type ListKind,
  type ReviewField,
} from '../../../db/model/old-minutes-review.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { AcceptedMinutesView } from './AcceptedMinutesView.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { FieldList } from './FieldList.tsx';
import styles from './OldMinutes.module.css';
import { SourcePane } from './SourcePane.tsx';
import { useReview, type OldMinutes } from './use-review.ts';

const cx = classes(styles);

/** One set of old minutes: the original at the left; at the right what is proposed, or what was accepted. */
export function OldMinutesReview({
  id,
  item,
  words,
}: {
  id: string;
  /** The number of the item to go to. */
  item?: number | undefined;
  words?: readonly string[] | undefined;
}) {
  const t = useText();
  const { data, error } = useTopicQuery(['meetings', `meeting:${id}`], ['oldMinutes.get', id], () =>
    api.oldMinutes.get.query({ id }),
  );
  if (error)
    return (
      <EmptyState
        title={error.message}
        actions={<Button onPress={() => navigate({ name: 'oldMinutes' })}>{t('oldMinutes.title')}</Button>}
      />
    );
  if (!data) return <p className={cx('quiet')}>{t('common.loading')}</p>;
  return data.state === 'review' ? (
    <Review key={data.id} minutes={data} />
  ) : (
    <Accepted minutes={data} item={item} words={words} />
  );
}

/** Title, state and the way out; the rest is the body's. */
function Frame({
  minutes,
  actions,
  children,
}: {
  minutes: OldMinutes;
  actions: ReactNode;
  children: ReactNode;
}) {
  const t = useText();
  const remove = useMutationWithFeedback(() => api.oldMinutes.remove.mutate({ id: minutes.id }), {
    done: t('oldMinutes.removed', { name: minutes.label ?? minutes.fileName }),
    onSuccess: () => navigate({ name: 'oldMinutes' }, { replace: true }),
  });
  const ask = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('oldMinutes.removeTitle', { name: minutes.label ?? minutes.fileName }),
      body: t('oldMinutes.removeBody'),
      confirmLabel: t('oldMinutes.remove'),
      isDangerous: true,
    });
    if (isSure) remove.mutate();
  };
  return (
    <Page
      title={
        minutes.label === null ? minutes.fileName : t('oldMinutes.minutesTitle', { label: minutes.label })
      }
      eyebrow={t('oldMinutes.title')}
      layout="bare"
      actions={
        <>
          <Pill tone={minutes.state === 'review' ? 'warning' : 'neutral'}>
            {t(`oldMinutes.state.${minutes.state}`)}
          </Pill>
          {actions}
          <Menu
            label={t('common.moreActions')}
            entries={[
              {
                id: 'remove',
                label: t('oldMinutes.remove'),
                icon: 'trash',
                isDangerous: true,
                run: () => void ask(),
              },
            ]}
          >
            <IconButton icon="more" label={t('common.moreActions')} />
          </Menu>
        </>
      }
    >
      {children}
    </Page>
  );
}

function Accepted({
  minutes,
  item,
  words,
}: {
  minutes: OldMinutes;
  item?: number | undefined;
  words?: readonly string[] | undefined;
}) {
  const t = useText();
  const [at, setAt] = useState<Span | null>(
    () => minutes.proposal.items.find(({ number }) => number === item)?.at ?? null,
  );
  const reopen = useMutationWithFeedback(() => api.oldMinutes.reopen.mutate({ id: minutes.id }));
  return (
    <Frame
      minutes={minutes}
      actions={
        <Button icon="edit" isPending={reopen.isPending} onPress={() => reopen.mutate()}>
          {t('oldMinutes.reopen')}
        </Button>
      }
    >
      <SplitPane
        name="oldMinutes"
        sized="end"
        initial={560}
        min={380}
        max={900}
        start={<SourcePane minutes={minutes} at={at} />}
        end={
          minutes.accepted && (
            <AcceptedMinutesView
              minutes={minutes}
              accepted={minutes.accepted}
              item={item}
              words={words}
              onShow={setAt}
            />
          )
        }
      />
    </Frame>
  );
}

function Review({ minutes }: { minutes: OldMinutes }) {
  const t = useText();
  const { fields, review, change, settled, isSaving } = useReview(minutes);
  const [selectedId, setSelectedId] = useState(
    () => fields.find((one) => one.state === 'open')?.id ?? fields[0]!.id,
  );
  const [problem, setProblem] = useState<{ id: string; text: string } | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  // After an answer the keys go on from the row that is then chosen.
  const takesFocus = useRef(false);
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    pane.current?.querySelector<HTMLElement>(`[role="row"][data-key="${selectedId}"]`)?.focus();
  }, [selectedId, review]);
  const selected = fields.find((one) => one.id === selectedId) ?? fields[0]!;
  const open = fields.filter((one) => one.state === 'open').length;

  const accept = useMutationWithFeedback(
    async (values: v.InferOutput<typeof oldMinutesSchema>) =>
      await api.oldMinutes.accept.mutate({ id: minutes.id, version: await settled(), values }),
    { done: t('oldMinutes.accepted') },
  );

  /** To the next field that is open, or the next one at all. */
  const goOn = (from: ReviewField, now: readonly ReviewField[]): void => {
    const at = now.findIndex((one) => one.id === from.id);
    const later = now.slice(at + 1).find((one) => one.state === 'open');
    setSelectedId((later ?? now[at + 1] ?? from).id);
  };
  const answer = (
    field: ReviewField,
    state: 'accepted' | 'rejected' | 'open',
    values?: FieldValues,
  ): void => {
    const wrong = state === 'accepted' ? problemOf({ ...field, values: values ?? field.values }, t) : null;
    setProblem(wrong === null ? null : { id: field.id, text: wrong });
    if (wrong !== null) {
      setSelectedId(field.id);
      return;
    }
    change(answered(review, field, state, values));
    if (state !== 'open') goOn(field, fields);
    takesFocus.current = true;
  };
  const add = (kind: ListKind): void => {
    const id = nextId(kind, fields);
    const empty: Record<ListKind, FieldValues> = {
      person: { name: '', capacity: 'member', present: true, title: '' },
      item: { number: '', label: '', title: '' },
      examiner: { value: '' },
    };
    change({ ...review, [id]: { state: 'open', value: { ...empty[kind] } } });
    setSelectedId(id);
  };
  const finish = (): void => {
    const checked = v.safeParse(oldMinutesSchema, acceptedOf(fields));
    if (checked.success) {
      accept.mutate(checked.output);
      return;
    }
    const path = v.getDotPath(checked.issues[0])?.split('.')[0] ?? '';
    const wrong = fields.find((one) => one.id === path) ?? fields.find((one) => one.id === 'heldOn')!;
    setSelectedId(wrong.id);
    setProblem({
      id: wrong.id,
      text: path === 'items' ? t('oldMinutes.problem.items') : t('oldMinutes.problem.heldOn'),
    });
  };
  const suggestions = minutes.suggestions.find(({ name }) => name === selected.values['name'])?.persons ?? [];

  return (
    <Frame
      minutes={minutes}
      actions={
        <>
          <span className={cx('quiet')} role="status">
            {isSaving ? t('common.saving') : t('oldMinutes.openCount', { count: open })}
          </span>
          <Button isDisabled={open === 0} onPress={() => change(acceptedRest(review, fields))}>
            {t('oldMinutes.acceptRest')}
          </Button>
          <Button
            variant="primary"
            icon="check"
            isDisabled={open > 0}
            isPending={accept.isPending}
            onPress={finish}
          >
            {t('oldMinutes.finish')}
          </Button>
        </>
      }
    >
      <SplitPane
        name="oldMinutes"
        sized="end"
        initial={560}
        min={380}
        max={900}
        start={<SourcePane minutes={minutes} at={selected.at} />}
        end={
          <div ref={pane} className={cx('review')}>
            {open === fields.length && <Banner tone="info">{t('oldMinutes.hint')}</Banner>}
            <FieldList
              fields={fields}
              selected={selected.id}
              onSelect={setSelectedId}
              onAccept={(id) => answer(fields.find((one) => one.id === id) ?? selected, 'accepted')}
              onReject={(id) => answer(fields.find((one) => one.id === id) ?? selected, 'rejected')}
              onEdit={() =>
                pane.current
                  ?.querySelector<HTMLElement>(
                    '[data-values] input, [data-values] textarea, [data-values] [tabindex="0"], [data-values] button',
                  )
                  ?.focus()
              }
            />
            <div className={cx('adding')}>
              {(['person', 'item', 'examiner'] as const).map((kind) => (
                <Button key={kind} size="s" variant="quiet" icon="plus" onPress={() => add(kind)}>
                  {t(`oldMinutes.add.${kind}`)}
                </Button>
              ))}
            </div>
            <FieldEditor
              key={`${selected.id} ${selected.state} ${JSON.stringify(selected.values)}`}
              field={selected}
              persons={suggestions}
              problem={problem?.id === selected.id ? problem.text : null}
              onAccept={(values) => answer(selected, 'accepted', values)}
              onReject={() => answer(selected, 'rejected')}
              onOpen={() => answer(selected, 'open')}
            />
          </div>
        }
      />
    </Frame>
  );
}

/** Why a field cannot be accepted as it stands; null when it can. */
function problemOf(field: ReviewField, t: ReturnType<typeof useText>): string | null {
  if (isEmptyField(field)) return t('oldMinutes.problem.empty');
  const value = String(field.values['value'] ?? '').trim();
  if (field.kind === 'number' && !/^\d{1,3}\s*\/\s*\d{4}$/.test(value)) return t('oldMinutes.problem.number');
  if (field.kind === 'item' && !/^\d{1,5}$/.test(String(field.values['number'] ?? '').trim()))
    return t('oldMinutes.problem.itemNumber');
  return null;
}
