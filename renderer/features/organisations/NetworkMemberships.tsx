import { useState } from 'react';
import { useBoard } from '../../api/board.ts';
import { api, type Inputs, type Outputs } from '../../api/client.ts';
import type { ClientError } from '../../api/client-error.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormRow } from '../../ui/Form.tsx';
import { today } from './lists.ts';
import styles from './Organisation.module.css';

const cx = classes(styles);

type Membership = Outputs['organisations']['network'][number];

/** Since when, and until when, the organisation belongs to the board's network (verkoston jäsenyys). */
export function NetworkMemberships({ organisationId }: { organisationId: string }) {
  const t = useText();
  const format = useFormat();
  const { board } = useBoard();
  const [dialog, setDialog] = useState<Membership | 'new' | null>(null);
  const { data } = useTopicQuery(['organisations'], ['organisations.network', organisationId], () =>
    api.organisations.network.query({ id: organisationId }),
  );
  const remove = useMutationWithFeedback(api.organisations.removeMembership.mutate, {
    done: t('organisations.networkRemoved'),
    undo: (membership: Inputs['organisations']['saveMembership']['values']) =>
      api.organisations.saveMembership.mutate({ id: null, values: membership }),
  });
  if (!data || board === null) return null;
  return (
    <>
      {data.length === 0 ? (
        <p className={cx('none')}>{t('organisations.networkNone')}</p>
      ) : (
        <ul className={cx('list')}>
          {data.map((membership) => {
            const when = `${format.date(membership.startsOn)}–${membership.endsOn === null ? '' : format.date(membership.endsOn)}`;
            return (
              <li
                key={membership.id}
                className={cx('entry', membership.endsOn !== null && membership.endsOn < today() && 'past')}
              >
                <div className={cx('words')}>
                  <span className={cx('main')}>{membership.board}</span>
                  <span className={cx('detail')}>{when}</span>
                </div>
                <IconButton
                  icon="edit"
                  size="s"
                  label={`${t('organisations.networkEdit')}: ${when}`}
                  onPress={() => setDialog(membership)}
                />
                <IconButton
                  icon="trash"
                  size="s"
                  label={`${t('organisations.networkRemove')}: ${when}`}
                  onPress={() => remove.mutate({ id: membership.id })}
                />
              </li>
            );
          })}
        </ul>
      )}
      <div>
        <Button size="s" icon="plus" onPress={() => setDialog('new')}>
          {t('organisations.networkAdd')}
        </Button>
      </div>
      {dialog !== null && (
        <MembershipDialog
          organisationId={organisationId}
          boardId={dialog === 'new' ? board.id : dialog.boardId}
          membership={dialog === 'new' ? null : dialog}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

function MembershipDialog({
  organisationId,
  boardId,
  membership,
  onClose,
}: {
  organisationId: string;
  boardId: string;
  membership: Membership | null;
  onClose: () => void;
}) {
  const t = useText();
  const [startsOn, setStartsOn] = useState<string | null>(membership?.startsOn ?? today());
  const [endsOn, setEndsOn] = useState<string | null>(membership?.endsOn ?? null);
  const [error, setError] = useState<ClientError | null>(null);
  const save = useMutationWithFeedback(api.organisations.saveMembership.mutate, {
    done: t('organisations.networkSaved'),
    onSuccess: onClose,
    onError: (refused) => {
      setError(refused);
      return true;
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="narrow"
      title={t(membership === null ? 'organisations.networkAdd' : 'organisations.networkEdit')}
      lead={t('organisations.networkHint')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="membership" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        id="membership"
        onSubmit={() => {
          if (startsOn !== null)
            save.mutate({
              id: membership?.id ?? null,
              values: { boardId, organisationId, startsOn, endsOn },
            });
        }}
      >
        {error !== null && Object.keys(error.fields).length === 0 && (
          <Banner tone="danger" isAlert>
            {error.message}
          </Banner>
        )}
        <FormRow>
          <DateField
            label={t('organisations.networkFrom')}
            value={startsOn}
            onChange={setStartsOn}
            error={error?.fields['startsOn'] ?? (startsOn === null ? t('common.field.required') : undefined)}
            isRequired
          />
          <DateField
            label={t('organisations.networkUntil')}
            value={endsOn}
            onChange={setEndsOn}
            error={error?.fields['endsOn']}
          />
        </FormRow>
      </Form>
    </Dialog>
  );
}
