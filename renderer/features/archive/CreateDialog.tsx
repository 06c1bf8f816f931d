import { useState } from 'react';
import { keysOf, type Envelope, type PersonalData } from '../../../db/model/archive-package.ts';
import { passphraseStrength, STRENGTHS } from '../../../db/model/passphrase-strength.ts';
import { toClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid } from '../../ui/Form.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { makePackage, type CreateInput } from './archive-store.ts';
import styles from './Archive.module.css';

const cx = classes(styles);
const ALL = 'all';
type Choices = Outputs['archive']['choices'];
type Extent = 'all' | 'term' | 'year';

/** What the dialog begins with. */
export interface Preset {
  board?: string;
  /** Year in which the term began. */
  term?: number;
}

export function CreateDialog({ preset, onClose }: { preset: Preset; onClose: () => void }) {
  const { data } = useTopicQuery(['boards', 'meetings'], ['archive.choices'], () =>
    api.archive.choices.query(),
  );
  return data ? <CreateForm preset={preset} choices={data} onClose={onClose} /> : null;
}

function CreateForm({ preset, choices, onClose }: { preset: Preset; choices: Choices; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const [board, setBoard] = useState(
    preset.board ?? (choices.boards.length === 1 ? choices.boards[0]!.id : ALL),
  );
  const terms = choices.terms.filter((one) => board === ALL || one.boardId === board);
  const [extent, setExtent] = useState<Extent>(preset.term === undefined ? 'all' : 'term');
  const [term, setTerm] = useState(String(preset.term ?? terms[0]?.startsOn.slice(0, 4) ?? ''));
  const [year, setYear] = useState(String(choices.years[0] ?? ''));
  const [personalData, setPersonalData] = useState<PersonalData>('included');
  const [contact, setContact] = useRemembered('archive.contact', '');
  const [onFault, setOnFault] = useState<CreateInput['onFault']>('stop');
  const [verify, setVerify] = useState(true);
  const [envelope, setEnvelope] = useState<Envelope>('none');
  const [phrase, setPhrase] = useState('');
  const [again, setAgain] = useState('');
  const [isShown, setShown] = useState(false);
  const [isKept, setKept] = useState(false);
  const [recipients, setRecipients] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const differs = again !== '' && again !== phrase;
  const isReady =
    envelope === 'none' ||
    (envelope === 'passphrase' ? phrase !== '' && phrase === again && isKept : recipients.trim() !== '');

  const submit = async (): Promise<void> => {
    if (!isReady) return;
    const lock =
      envelope === 'none'
        ? null
        : envelope === 'passphrase'
          ? { passphrase: phrase }
          : { recipients: keysOf(recipients) };
    try {
      const isBegun = await makePackage({
        choice: {
          board: board === ALL ? null : board,
          year: extent === 'year' ? Number(year) : null,
          term: extent === 'term' ? Number(term) : null,
        },
        personalData,
        contact,
        onFault,
        lock,
        verify,
      });
      if (isBegun) onClose();
    } catch (thrown) {
      setProblem(toClientError(thrown).message);
    }
  };

  return (
    <Dialog
      isOpen
      width="wide"
      title={t('archive.create.title')}
      lead={t('archive.create.lead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="archive-create" isDisabled={!isReady}>
            {t('archive.create.choosePlace')}
          </Button>
        </>
      }
    >
      <Form id="archive-create" onSubmit={() => void submit()}>
        {problem !== null && (
          <Banner tone="danger" isAlert>
            {problem}
          </Banner>
        )}
        <FormGrid>
          <Select
            label={t('archive.create.board')}
            value={board}
            onChange={setBoard}
            options={[
              { id: ALL, label: t('archive.create.allBoards') },
              ...choices.boards.map(({ id, name }) => ({ id, label: name })),
            ]}
          />
          <div>
            <RadioGroup
              label={t('archive.create.extent')}
              isInline
              value={extent}
              onChange={setExtent}
              options={[
                { id: 'all', label: t('archive.create.extent.all') },
                { id: 'term', label: t('archive.create.extent.term'), isDisabled: terms.length === 0 },
                {
                  id: 'year',
                  label: t('archive.create.extent.year'),
                  isDisabled: choices.years.length === 0,
                },
              ]}
            />
            {extent === 'term' && (
              <Select
                label={t('archive.create.term')}
                hideLabel
                value={term}
                onChange={setTerm}
                options={terms.map(({ startsOn, endsOn }) => ({
                  id: startsOn.slice(0, 4),
                  label: `${format.date(startsOn)}–${format.date(endsOn)}`,
                }))}
              />
            )}
            {extent === 'year' && (
              <Select
                label={t('archive.create.year')}
                hideLabel
                value={year}
                onChange={setYear}
                options={choices.years.map((one) => ({ id: String(one), label: String(one) }))}
              />
            )}
          </div>
          <RadioGroup
            label={t('archive.create.personal')}
            value={personalData}
            onChange={setPersonalData}
            options={[
              {
                id: 'included',
                label: t('archive.create.included'),
                detail: t('archive.create.includedDetail'),
              },
              {
                id: 'pseudonymised',
                label: t('archive.create.pseudonymised'),
                detail: t('archive.create.pseudonymisedDetail'),
              },
            ]}
          />
          <RadioGroup
            label={t('archive.create.envelope')}
            value={envelope}
            onChange={setEnvelope}
            options={[
              { id: 'none', label: t('archive.create.none'), detail: t('archive.create.noneDetail') },
              {
                id: 'passphrase',
                label: t('archive.create.passphrase'),
                detail: t('archive.create.passphraseDetail'),
              },
              {
                id: 'recipients',
                label: t('archive.create.recipients'),
                detail: t('archive.create.recipientsDetail'),
              },
            ]}
          />
        </FormGrid>
        {envelope === 'passphrase' && (
          <>
            <Banner tone="warning">{t('archive.create.lost')}</Banner>
            <FormGrid>
              <div>
                <TextField
                  label={t('archive.create.phrase')}
                  description={t('archive.create.phraseHint')}
                  type={isShown ? 'text' : 'password'}
                  autoComplete="off"
                  value={phrase}
                  onChange={setPhrase}
                />
                {phrase !== '' && <Meter phrase={phrase} />}
              </div>
              <TextField
                label={t('archive.create.phraseAgain')}
                type={isShown ? 'text' : 'password'}
                autoComplete="off"
                value={again}
                onChange={setAgain}
                error={differs ? t('archive.create.phraseDiffers') : undefined}
              />
            </FormGrid>
            <Checkbox isSelected={isShown} onChange={setShown}>
              {t('archive.create.showPhrase')}
            </Checkbox>
            <Checkbox isSelected={isKept} onChange={setKept}>
              {t('archive.create.phraseKept')}
            </Checkbox>
          </>
        )}
        {envelope === 'recipients' && (
          <TextArea
            label={t('archive.create.recipientKeys')}
            description={t('archive.create.recipientKeysHint')}
            value={recipients}
            onChange={setRecipients}
          />
        )}
        <FormGrid>
          <TextField
            label={t('archive.create.contact')}
            description={t('archive.create.contactHint')}
            value={contact}
            onChange={setContact}
          />
          <RadioGroup
            label={t('archive.create.fault')}
            value={onFault}
            onChange={setOnFault}
            options={[
              { id: 'stop', label: t('archive.create.stop') },
              { id: 'continue', label: t('archive.create.continue') },
            ]}
          />
        </FormGrid>
        <Checkbox
          isSelected={verify && envelope !== 'recipients'}
          isDisabled={envelope === 'recipients'}
          onChange={setVerify}
          detail={t(
            envelope === 'recipients' ? 'archive.create.verifyElsewhere' : 'archive.create.verifyDetail',
          )}
        >
          {t('archive.create.verify')}
        </Checkbox>
      </Form>
    </Dialog>
  );
}

/** How hard the passphrase is to guess, as a picture and in words. */
function Meter({ phrase }: { phrase: string }) {
  const t = useText();
  const { bits, strength } = passphraseStrength(phrase);
  const steps = STRENGTHS.indexOf(strength) + 1;
  return (
    <div role="status" aria-label={t('archive.strength.label')}>
      <div className={cx('meter')} aria-hidden="true">
        {STRENGTHS.map((one, index) => (
          <span key={one} className={cx('step', index < steps && strength)} />
        ))}
      </div>
      <span className={cx('detail')}>
        {t(`archive.strength.${strength}`)}, {t('archive.strength.bits', { bits })}
      </span>
    </div>
  );
}
