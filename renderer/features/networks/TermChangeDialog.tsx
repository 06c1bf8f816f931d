import { useState } from 'react';
import { addDays } from '../../../db/model/dates.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormRow, FormSection } from '../../ui/Form.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Networks.module.css';

const cx = classes(styles);
type Composition = Outputs['boards']['composition'];

/** The last term as it ends; null while it is being read. */
function useLastTerm(boardId: string): Composition | null {
  const { data } = useTopicQuery(['boards'], ['networks.composition', boardId], () =>
    api.boards.composition.query({ boardId }),
  );
  const end = data?.terms.at(-1)?.endsOn;
  const { data: last } = useTopicQuery(
    ['boards'],
    ['networks.lastTerm', boardId, end ?? ''],
    () => api.boards.composition.query({ boardId, date: end ?? '' }),
    { enabled: end !== undefined },
  );
  return last ?? null;
}

/** The new term, who goes on, and whether organisations of the others are asked: all in one, with undo. */
export function TermChangeDialog({ boardId, onClose }: { boardId: string; onClose: () => void }) {
  const last = useLastTerm(boardId);
  if (!last?.term) return null;
  return <Loaded composition={last} term={last.term} onClose={onClose} />;
}

function Loaded({
  composition,
  term,
  onClose,
}: {
  composition: Composition;
  term: NonNullable<Composition['term']>;
  onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const years = Math.max(1, Number(term.endsOn.slice(0, 4)) - Number(term.startsOn.slice(0, 4)));
  const first = addDays(term.endsOn, 1);
  const [startsOn, setStartsOn] = useState<string | null>(first);
  const [endsOn, setEndsOn] = useState<string | null>(
    `${Number(term.endsOn.slice(0, 4)) + years}${term.endsOn.slice(4)}`,
  );
  const [basis, setBasis] = useState('');
  const [isAsking, setAsking] = useState(true);
  const [askBy, setAskBy] = useState<string | null>(addDays(first, -30));
  const holders = composition.seats.flatMap((seat) =>
    (['member', 'deputy'] as const).flatMap((role) => {
      const holder = seat[role];
      return holder === null ? [] : [{ seat, role, holder }];
    }),
  );
  const [going, setGoing] = useState<ReadonlySet<string>>(
    () => new Set(holders.map(({ holder }) => holder.id)),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const change = useMutationWithFeedback(
    () =>
      api.register.changeTerm.mutate({
        boardId: composition.board.id,
        startsOn: startsOn ?? '',
        endsOn: endsOn ?? '',
        basis,
        continuing: [...going],
        askBy: isAsking ? askBy : null,
      }),
    {
      done: ({ holderIds, taskIds }) =>
        t('networks.termChanged', { holders: holderIds.length, tasks: taskIds.length }),
      undo: (done) => api.register.undoTermChange.mutate(done),
      onSuccess: onClose,
      onError: ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    },
  );
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('networks.termChange')}
      lead={t('networks.termChangeLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="term-change" variant="primary" isPending={change.isPending}>
            {t('networks.termChangeDo')}
          </Button>
        </>
      }
    >
      <Form id="term-change" onSubmit={() => change.mutate(undefined)}>
        <FormSection title={t('networks.newTerm')} isDense>
          <FormRow>
            <DateField
              label={t('networks.startsOn')}
              value={startsOn}
              onChange={setStartsOn}
              error={errors['startsOn']}
              isRequired
              {...{ autoFocus: true }}
            />
            <DateField
              label={t('networks.endsOn')}
              value={endsOn}
              onChange={setEndsOn}
              error={errors['endsOn']}
              isRequired
            />
          </FormRow>
          <TextField label={t('networks.basis')} value={basis} onChange={setBasis} />
        </FormSection>
        <FormSection title={t('networks.continuing', { count: going.size })} isDense>
          <div className={cx('row')}>
            <Button size="s" onPress={() => setGoing(new Set(holders.map(({ holder }) => holder.id)))}>
              {t('networks.allContinue')}
            </Button>
            <Button size="s" onPress={() => setGoing(new Set())}>
              {t('networks.noneContinue')}
            </Button>
          </div>
          {holders.map(({ seat, role, holder }) => (
            <Checkbox
              key={holder.id}
              isSelected={going.has(holder.id)}
              onChange={(isSelected) =>
                setGoing((old) => {
                  const next = new Set(old);
                  if (isSelected) next.add(holder.id);
                  else next.delete(holder.id);
                  return next;
                })
              }
              detail={[
                t(role === 'member' ? 'networks.seatMember' : 'networks.seatDeputy', { seat: seat.number }),
                holder.organisation ? inLanguage(holder.organisation.name, language) : '',
              ]
                .filter((part) => part !== '')
                .join(', ')}
            >
              {holder.person.name}
            </Checkbox>
          ))}
        </FormSection>
        <FormSection title={t('networks.leaving', { count: holders.length - going.size })} isDense>
          <Switch isSelected={isAsking} onChange={setAsking}>
            {t('networks.askOrganisations')}
          </Switch>
          {isAsking && (
            <DateField
              label={t('networks.askBy')}
              value={askBy}
              onChange={setAskBy}
              error={errors['askBy']}
            />
          )}
        </FormSection>
      </Form>
    </Dialog>
  );
}
