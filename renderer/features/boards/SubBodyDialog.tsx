import { useId, useState } from 'react';
import * as v from 'valibot';
import { SUB_BODY_KINDS } from '../../../db/model/board.ts';
import { subBodySchema } from '../../../db/model/sub-body.ts';
import { chooseBoard, type OpenBoard } from '../../api/board.ts';
import { personChoices, type Choice } from '../../api/choices.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormRow } from '../../ui/Form.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Boards.module.css';

const cx = classes(styles);
const NOBODY = 'nobody';
type Kind = (typeof SUB_BODY_KINDS)[number];

/** Founds a body below the board (työvaliokunta, jaosto, paikallis-JANE). */
export function SubBodyDialog({
  parent,
  term,
  onClose,
}: {
  parent: OpenBoard;
  term: { startsOn: string; endsOn: string };
  onClose: () => void;
}) {
  const t = useText();
  const formId = useId();
  const today = todayIso();
  const [kind, setKind] = useState<Kind>('committee');
  const [names, setNames] = useState({ nameFi: '', nameSv: '', nameEn: '', shortName: '' });
  const [startsOn, setStartsOn] = useState<string | null>(
    today > term.startsOn && today < term.endsOn ? today : term.startsOn,
  );
  const [endsOn, setEndsOn] = useState<string | null>(term.endsOn);
  const [profile, setProfile] = useState<'memo' | 'minutes'>('memo');
  const [members, setMembers] = useState<readonly string[]>([]);
  const [added, setAdded] = useState<readonly Choice[]>([]);
  const [chair, setChair] = useState(NOBODY);
  const [secretary, setSecretary] = useState<Choice | null>(null);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const { data: known } = useTopicQuery(['boards', 'persons'], ['boards.members', parent.id, startsOn], () =>
    api.boards.members.query({ boardId: parent.id, ...(startsOn === null ? {} : { date: startsOn }) }),
  );
  const candidates = [...(known ?? []), ...added.map(({ id, label }) => ({ id, name: label }))].filter(
    (one, index, all) => all.findIndex(({ id }) => id === one.id) === index,
  );
  const create = useMutationWithFeedback(api.boards.createSub.mutate, {
    done: (_created, { nameFi }) => t('planning.sub.created', { name: nameFi }),
    onSuccess: ({ id }) => {
      chooseBoard(id);
      onClose();
    },
    onError: (error) => {
      setProblems({ ...error.fields, form: error.message });
      return true;
    },
  });
  const name = (key: keyof typeof names) => ({
    value: names[key],
    onChange: (text: string) => {
      setNames((now) => ({ ...now, [key]: text }));
      setProblems({});
    },
    error: problems[key],
  });
  const submit = (): void => {
    const input = {
      parentId: parent.id,
      kind,
      nameFi: names.nameFi,
      nameSv: names.nameSv.trim() || null,
      nameEn: names.nameEn.trim() || null,
      shortName: names.shortName,
      startsOn: startsOn ?? '',
      endsOn: endsOn ?? '',
      profile,
      memberIds: [...members],
      chairId: chair === NOBODY ? null : chair,
      secretaryId: secretary?.id ?? null,
    };
    const checked = v.safeParse(subBodySchema, input);
    if (checked.success) return void (create.isPending || create.mutate(input));
    setProblems(
      Object.fromEntries(
        checked.issues.map((issue) => {
          const path = v.getDotPath(issue) ?? 'form';
          return [path, t(path === 'memberIds' ? 'planning.sub.membersMissing' : 'planning.sub.required')];
        }),
      ),
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('planning.sub.title')}
      lead={t('planning.sub.lead')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={create.isPending}>
            {t('planning.sub.create')}
          </Button>
        </>
      }
    >
      <Form id={formId} label={t('planning.sub.title')} onSubmit={submit}>
        {problems['form'] !== undefined && (
          <Banner tone="danger" isAlert>
            {problems['form']}
          </Banner>
        )}
        <FormGrid>
          <Select
            label={t('planning.sub.kind')}
            value={kind}
            onChange={setKind}
            options={SUB_BODY_KINDS.map((id) => ({ id, label: t(`planning.body.${id}`) }))}
          />
          <TextField label={t('planning.sub.shortName')} isRequired maxLength={40} {...name('shortName')} />
          <TextField label={t('planning.sub.name')} isRequired maxLength={300} {...name('nameFi')} />
          <TextField label={t('planning.sub.nameSv')} maxLength={300} {...name('nameSv')} />
          <TextField label={t('planning.sub.nameEn')} maxLength={300} {...name('nameEn')} />
        </FormGrid>
        <FormRow>
          <DateField
            label={t('planning.sub.starts')}
            value={startsOn}
            onChange={setStartsOn}
            error={problems['startsOn']}
          />
          <DateField
            label={t('planning.sub.ends')}
            value={endsOn}
            onChange={setEndsOn}
            error={problems['endsOn']}
          />
        </FormRow>
        <RadioGroup
          label={t('planning.sub.profile')}
          value={profile}
          onChange={setProfile}
          options={(['memo', 'minutes'] as const).map((id) => ({
            id,
            label: t(`planning.sub.profile.${id}`),
          }))}
        />
        <div className={cx('stack')}>
          <h3>{t('planning.sub.members')}</h3>
          <p>{t('planning.sub.membersHint')}</p>
          {problems['memberIds'] !== undefined && (
            <Banner tone="danger" isAlert>
              {problems['memberIds']}
            </Banner>
          )}
          <div role="group" aria-label={t('planning.sub.members')} className={cx('memberChoice')}>
            {candidates.map(({ id, name: person }) => (
              <Checkbox
                key={id}
                isSelected={members.includes(id)}
                onChange={(isOn) => {
                  setProblems({});
                  setMembers((now) => (isOn ? [...now, id] : now.filter((other) => other !== id)));
                }}
              >
                {person}
              </Checkbox>
            ))}
          </div>
          <ComboBox
            key={added.length}
            label={t('planning.sub.addMember')}
            value={null}
            onChange={(person) => {
              if (!person) return;
              setAdded((now) => [...now, person]);
              setMembers((now) => (now.includes(person.id) ? now : [...now, person.id]));
            }}
            load={personChoices}
          />
          <FormGrid>
            <Select
              label={t('planning.sub.chair')}
              value={members.includes(chair) ? chair : NOBODY}
              onChange={setChair}
              options={[
                { id: NOBODY, label: t('planning.sub.none') },
                ...candidates
                  .filter(({ id }) => members.includes(id))
                  .map(({ id, name: label }) => ({ id, label })),
              ]}
            />
            <ComboBox
              label={t('planning.sub.secretary')}
              value={secretary}
              onChange={setSecretary}
              load={personChoices}
            />
          </FormGrid>
        </div>
      </Form>
    </Dialog>
  );
}
