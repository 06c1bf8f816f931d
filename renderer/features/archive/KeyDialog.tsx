import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { giveUpKey, openEnvelope, useArchive } from './archive-store.ts';

/** Asks for what opens the envelope of a package that was chosen. A wrong one is said, and asked for again. */
export function KeyDialog() {
  const asked = useArchive((state) => state.asked);
  return asked && <Key key={`${asked.file.grant} ${asked.error ?? ''}`} asked={asked} />;
}

function Key({ asked }: { asked: NonNullable<ReturnType<typeof useArchive.getState>['asked']> }) {
  const t = useText();
  const [words, setWords] = useState(asked.tried);
  const [isShown, setShown] = useState(false);
  const isPhrase = asked.kind === 'passphrase';
  return (
    <Dialog
      isOpen
      title={t('archive.key.title')}
      lead={t('archive.key.lead', { name: asked.file.name })}
      onClose={giveUpKey}
      actions={
        <>
          <Button onPress={giveUpKey}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="envelope-key" isDisabled={words.trim() === ''}>
            {t('archive.key.open')}
          </Button>
        </>
      }
    >
      <Form id="envelope-key" onSubmit={() => void openEnvelope(words)}>
        {asked.error !== null && (
          <Banner tone="danger" isAlert>
            {asked.error}
          </Banner>
        )}
        {isPhrase ? (
          <>
            <TextField
              label={t('archive.key.phrase')}
              type={isShown ? 'text' : 'password'}
              autoComplete="off"
              value={words}
              onChange={setWords}
              {...{ autoFocus: true }}
            />
            <Checkbox isSelected={isShown} onChange={setShown}>
              {t('archive.create.showPhrase')}
            </Checkbox>
          </>
        ) : (
          <TextArea
            label={t('archive.key.identity')}
            description={t('archive.key.identityHint')}
            autoComplete="off"
            value={words}
            onChange={setWords}
            {...{ autoFocus: true }}
          />
        )}
      </Form>
    </Dialog>
  );
}
