import { useState, type Ref } from 'react';
import { checkDiaryNumber } from '../../../db/model/identifiers.ts';
import { ITEM_KINDS } from '../../../db/model/meeting.ts';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { organisationChoices, personChoices, type Choice } from '../../api/choices.ts';
import { useText } from '../../i18n/language.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { FormGrid } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import type { Autosave } from '../../api/item-autosave.ts';
import { useItemValue } from '../../api/item-savers.ts';

interface Props {
  item: ItemView;
  saver: Autosave;
}

/** Text as typed, kept beside the stored one: what is stored has no spaces at its ends and may lag behind. */
function useTyped(stored: string): [string, (text: string) => void] {
  const [text, setText] = useState(stored);
  const [seen, setSeen] = useState(stored);
  if (stored !== seen) {
    setSeen(stored);
    if (stored !== text.trim()) setText(stored);
  }
  return [text, setText];
}

/** The heading of an item; wraps over lines, is one line of text. */
export function TitleField({ item, saver, inputRef }: Props & { inputRef: Ref<HTMLTextAreaElement> }) {
  const t = useText();
  const stored = useItemValue(saver, item.id, 'title') ?? item.title;
  const [text, setText] = useTyped(stored);
  return (
    <TextArea
      label={t('agenda.titleField')}
      rows={1}
      maxLength={500}
      inputRef={inputRef}
      value={text}
      onChange={(typed) => {
        const line = typed.replace(/\s*\n\s*/g, ' ');
        setText(line);
        if (line.trim() !== '') saver.edit(item.id, 'title', line.trim());
      }}
      onBlur={() => {
        if (text.trim() === '') setText(stored);
      }}
      error={text.trim() === '' ? t('agenda.titleMissing', { title: stored }) : undefined}
    />
  );
}

/** Kind, diary number, presenter and applicant. */
export function ItemFields({ item, saver, meeting }: Props & { meeting: MeetingView }) {
  const t = useText();
  const kind = useItemValue(saver, item.id, 'kind') ?? item.kind;
  return (
    <FormGrid>
      <Select
        label={t('agenda.kind')}
        value={kind}
        onChange={(next) => saver.edit(item.id, 'kind', next)}
        options={ITEM_KINDS.map((id) => ({ id, label: t(`agenda.kind.${id}`) }))}
      />
      <DiaryField item={item} saver={saver} />
      <Chosen
        item={item}
        saver={saver}
        field="presenterId"
        label={t('agenda.presenter')}
        known={item.presenter && { id: item.presenter.id, label: item.presenter.name }}
        load={personChoices}
        description={
          meeting.presenter ? t('agenda.presenterHint', { name: meeting.presenter.name }) : undefined
        }
      />
      <Chosen
        item={item}
        saver={saver}
        field="applicantOrganisationId"
        label={t('agenda.applicant')}
        known={
          item.applicantOrganisation && {
            id: item.applicantOrganisation.id,
            label: item.applicantOrganisation.name,
          }
        }
        load={organisationChoices}
        description={t('agenda.applicantHint')}
      />
    </FormGrid>
  );
}

function DiaryField({ item, saver }: Props) {
  const t = useText();
  const stored = useItemValue(saver, item.id, 'diaryNumber') ?? '';
  const [text, setText] = useTyped(stored);
  const isOdd = text.trim() !== '' && checkDiaryNumber(text).warning !== null;
  return (
    <TextField
      label={t('agenda.diaryNumber')}
      maxLength={60}
      value={text}
      onChange={(typed) => {
        setText(typed);
        saver.edit(item.id, 'diaryNumber', typed.trim() === '' ? null : typed.trim());
      }}
      description={isOdd ? t('agenda.diaryNumberForm') : undefined}
    />
  );
}

function Chosen({
  item,
  saver,
  field,
  label,
  known,
  load,
  description,
}: Props & {
  field: 'presenterId' | 'applicantOrganisationId';
  label: string;
  known: Choice | null;
  load: (text: string) => Promise<readonly Choice[]>;
  description: string | undefined;
}) {
  const id = useItemValue(saver, item.id, field) ?? null;
  const [chosen, setChosen] = useState<Choice | null>(null);
  const value = id === null ? null : ([chosen, known].find((one) => one?.id === id) ?? { id, label: '' });
  return (
    <ComboBox
      label={label}
      value={value}
      onChange={(next) => {
        setChosen(next);
        saver.edit(item.id, field, next?.id ?? null);
      }}
      load={load}
      description={description}
    />
  );
}
