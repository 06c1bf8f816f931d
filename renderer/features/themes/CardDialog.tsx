import { useId, useState, type ReactNode } from 'react';
import { LOGIC_STAGES, type LogicStage } from '../../../db/model/logic-model.ts';
import { actionChoices, decisionChoices, type Choice } from '../../api/choices.ts';
import type { ClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormSection } from '../../ui/Form.tsx';
import { navigate } from '../../ui/navigation.ts';
import { TextArea } from '../../ui/TextField.tsx';
import type { Card, Theme } from './LogicBoard.tsx';
import styles from './Themes.module.css';

const cx = classes(styles);

/** A card of the logic model: its words, its arrows, and what it is tied to. Links take effect at once. */
export function CardDialog({
  theme,
  card,
  stage,
  onClose,
}: {
  theme: Theme;
  /** Null makes a new one. */
  card: Card | null;
  stage: LogicStage;
  onClose: () => void;
}) {
  const t = useText();
  const formId = useId();
  const [text, setText] = useState(card?.text ?? '');
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const save = useMutationWithFeedback(
    async () => {
      if (card === null) await api.themes.addCard.mutate({ themeId: theme.id, stage, text });
      else if (text !== card.text) await api.themes.changeCard.mutate({ id: card.id, text });
    },
    {
      done: t('themes.cardSaved'),
      onSuccess: onClose,
      onError: (error) => {
        setRefusal(error);
        return true;
      },
    },
  );
  return (
    <Dialog
      isOpen
      width="wide"
      title={t(card ? 'themes.cardEdit' : 'themes.cardNew')}
      lead={t(`themes.stage.${stage}`)}
      onClose={onClose}
      aside={
        card && (
          <Button variant="quiet" icon="link" onPress={() => navigate({ name: 'chain', from: card.id })}>
            {t('themes.chain')}
          </Button>
        )
      }
      actions={
        <>
          <Button onPress={onClose}>{t(card ? 'common.close' : 'common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={() => save.mutate(undefined)}>
        <TextArea
          label={t('themes.cardText')}
          rows={3}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          maxLength={500}
          value={text}
          onChange={(next) => {
            setText(next);
            setRefusal(null);
          }}
          error={Object.values(refusal?.fields ?? {})[0] ?? refusal?.message}
        />
      </Form>
      {card && <CardLinks theme={theme} card={card} />}
    </Dialog>
  );
}

function CardLinks({ theme, card }: { theme: Theme; card: Card }) {
  const t = useText();
  const [round, setRound] = useState(0);
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const write = useMutationWithFeedback((change: () => Promise<unknown>) => change(), {
    onSuccess: () => {
      setRefusal(null);
      setRound((now) => now + 1);
    },
    onError: (error) => {
      setRefusal(error);
      return true;
    },
  });
  const textOf = (id: string): string => theme.cards.find((one) => one.id === id)?.text ?? '';
  const arrow = (from: string, to: string, isThere: boolean): void =>
    write.mutate(() => api.themes.setArrow.mutate({ from, to, isThere }));
  const link = (target: { actionId?: string; itemId?: string }, isLinked: boolean): void =>
    write.mutate(() => api.themes.setCardLink.mutate({ cardId: card.id, isLinked, ...target }));
  const rank = LOGIC_STAGES.indexOf(card.stage);
  const targets = theme.cards.filter(
    (one) =>
      one.id !== card.id &&
      LOGIC_STAGES.indexOf(one.stage) >= rank &&
      !theme.arrows.some(({ from, to }) => from === card.id && to === one.id),
  );
  const out = theme.arrows.filter(({ from }) => from === card.id);
  const into = theme.arrows.filter(({ to }) => to === card.id);
  return (
    <div className={cx('links')}>
      {refusal && (
        <Banner tone="danger" isAlert>
          {refusal.message}
        </Banner>
      )}
      <FormSection isDense title={t('themes.arrowsTo')}>
        <LinkList
          rows={out.map(({ to }) => ({ id: to, text: textOf(to) }))}
          removeLabel={(text) => t('themes.arrowRemove', { text })}
          onRemove={(id) => arrow(card.id, id, false)}
        />
        <ComboBox
          key={`arrow ${String(round)}`}
          label={t('themes.arrowAdd')}
          hideLabel
          placeholder={`${t('themes.arrowAdd')}…`}
          value={null}
          onChange={(option) => option && arrow(card.id, option.id, true)}
          load={(text) => {
            const wanted = text.toLocaleLowerCase('fi');
            return targets
              .filter((one) => one.text.toLocaleLowerCase('fi').includes(wanted))
              .map((one): Choice => ({
                id: one.id,
                label: one.text,
                detail: t(`themes.stage.${one.stage}`),
              }));
          }}
        />
      </FormSection>
      {into.length > 0 && (
        <FormSection isDense title={t('themes.arrowsFrom')}>
          <LinkList
            rows={into.map(({ from }) => ({ id: from, text: textOf(from) }))}
            removeLabel={(text) => t('themes.arrowRemove', { text })}
            onRemove={(id) => arrow(id, card.id, false)}
          />
        </FormSection>
      )}
      <FormSection isDense title={t('themes.linkActions')}>
        <LinkList
          rows={card.actions.map(({ id, code, name }) => ({
            id,
            text: `${code} ${name}`,
            open: () => navigate({ name: 'volunteerAction', id }),
          }))}
          removeLabel={(name) => t('themes.unlink', { name })}
          onRemove={(actionId) => link({ actionId }, false)}
        />
        <ComboBox
          key={`action ${String(round)}`}
          label={t('themes.linkAction')}
          hideLabel
          placeholder={`${t('themes.linkAction')}…`}
          value={null}
          onChange={(option) => option && link({ actionId: option.id }, true)}
          load={actionChoices(theme.boardId)}
        />
      </FormSection>
      <FormSection isDense title={t('themes.linkDecisions')}>
        <LinkList
          rows={card.decisions.map(({ itemId, meetingId, reference, title }) => ({
            id: itemId,
            text: `${reference} ${title}`,
            open: () => navigate({ name: 'meeting', id: meetingId, part: 'preview', item: itemId }),
          }))}
          removeLabel={(name) => t('themes.unlink', { name })}
          onRemove={(itemId) => link({ itemId }, false)}
        />
        <ComboBox
          key={`decision ${String(round)}`}
          label={t('themes.linkDecision')}
          hideLabel
          placeholder={`${t('themes.linkDecision')}…`}
          value={null}
          onChange={(option) => option && link({ itemId: option.id }, true)}
          load={decisionChoices(theme.boardId)}
        />
      </FormSection>
      <FormSection
        isDense
        title={t('themes.linkIndicators')}
        description={<p className={cx('detail')}>{t('themes.indicatorsHint')}</p>}
      >
        <LinkList
          rows={theme.indicators
            .filter(({ id }) => card.indicatorIds.includes(id))
            .map(({ id, name }) => ({ id, text: name, open: () => navigate({ name: 'indicator', id }) }))}
        />
      </FormSection>
    </div>
  );
}

function LinkList({
  rows,
  removeLabel,
  onRemove,
}: {
  rows: readonly { id: string; text: string; open?: () => void }[];
  removeLabel?: (text: string) => string;
  onRemove?: (id: string) => void;
}): ReactNode {
  const t = useText();
  if (rows.length === 0) return <p className={cx('none')}>{t('themes.linksNone')}</p>;
  return (
    <ul className={cx('linkList')}>
      {rows.map(({ id, text, open }) => (
        <li key={id} className={cx('linkRow')}>
          <span className={cx('linkText')}>{text}</span>
          {open && (
            <Button size="s" variant="quiet" aria-label={`${t('common.open')}: ${text}`} onPress={open}>
              {t('common.open')}
            </Button>
          )}
          {onRemove && (
            <IconButton
              icon="close"
              size="s"
              label={removeLabel?.(text) ?? text}
              onPress={() => onRemove(id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
