import { useId, useState } from 'react';
import { BULLETIN_LANGUAGES, type BulletinLanguage } from '../../../db/model/bulletin.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { Select } from '../../ui/Select.tsx';

/** A new bulletin: what it tells about, and in which languages. */
export function NewBulletinDialog({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (id: string) => void;
}) {
  const t = useText();
  const format = useFormat();
  const board = useOpenBoard();
  const formId = useId();
  const wantedId = useId();
  const { data: origins } = useTopicQuery(
    ['meetings', 'actions', 'inclusion'],
    ['bulletins.origins', board.id],
    () => api.bulletins.origins.query({ boardId: board.id }),
  );
  const [origin, setOrigin] = useState<Option | null>(null);
  const [source, setSource] = useState<BulletinLanguage>('fi-selko');
  const [wanted, setWanted] = useState<readonly BulletinLanguage[]>(['fi-selko', 'fi', 'sv', 'en']);
  const options = (origins ?? []).map((one): Option => ({
    id: one.id,
    label: one.kind === 'decision' ? `${one.reference} ${one.title}` : one.title,
    detail: `${t(`bulletins.source.${one.kind}`)} ${format.date(one.heldOn)}`,
  }));
  const create = useFormWrite(
    () => {
      const chosen = origins?.find(({ id }) => id === origin?.id);
      return api.bulletins.create.mutate({
        boardId: board.id,
        itemId: chosen?.kind === 'decision' ? chosen.id : null,
        eventId: chosen?.kind === 'event' ? chosen.id : null,
        entryId: chosen?.kind === 'inclusion' ? chosen.id : null,
        sourceLanguage: source,
        wanted: [...wanted],
      });
    },
    {
      done: t('bulletins.created'),
      onSuccess: ({ id }) => {
        onClose();
        onCreated(id);
      },
    },
  );
  const { refusal } = create;
  return (
    <Dialog
      isOpen
      title={t('bulletins.new')}
      lead={t('bulletins.newLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={create.isPending}>
            {t('common.create')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={() => create.mutate(undefined)}>
        {refusal && (
          <Banner tone="danger" isAlert>
            {refusal.message}
          </Banner>
        )}
        <ComboBox
          label={t('bulletins.source')}
          description={t('bulletins.source.none')}
          value={origin}
          onChange={setOrigin}
          load={(text) => {
            const sought = text.toLocaleLowerCase();
            return options.filter(({ label }) => label.toLocaleLowerCase().includes(sought)).slice(0, 60);
          }}
        />
        <Select
          label={t('bulletins.source.language')}
          description={t('bulletins.source.languageNote')}
          value={source}
          onChange={setSource}
          options={BULLETIN_LANGUAGES.map((id) => ({ id, label: t(`bulletins.language.${id}`) }))}
        />
        <div role="group" aria-labelledby={wantedId}>
          <p id={wantedId}>
            <strong>{t('bulletins.wanted')}</strong>
          </p>
          <FormGrid columns={3}>
            {BULLETIN_LANGUAGES.map((language) => (
              <Checkbox
                key={language}
                isSelected={language === source || wanted.includes(language)}
                isDisabled={language === source}
                onChange={(isWanted) =>
                  setWanted((now) => (isWanted ? [...now, language] : now.filter((one) => one !== language)))
                }
              >
                {t(`bulletins.language.${language}`)}
              </Checkbox>
            ))}
          </FormGrid>
        </div>
      </Form>
    </Dialog>
  );
}
