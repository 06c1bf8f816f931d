import { directionOf, FACT_FIELDS, languageTag } from '../../../db/model/bulletin.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate, type Route } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { TextDifference } from '../../ui/TextDifference.tsx';
import type { Bulletin, BulletinText } from './BulletinScreen.tsx';
import styles from './Communication.module.css';

const cx = classes(styles);
const PARTS = ['date', 'municipality', 'place', 'action', 'description'] as const;

/** What one writes from: the decision or event for the first language, the text of that language for the others. */
export function SourceSide({ bulletin, text }: { bulletin: Bulletin; text: BulletinText }) {
  const t = useText();
  if (text.isSource) return <Origin bulletin={bulletin} />;
  const source = bulletin.texts.find(({ isSource }) => isSource);
  const { basis } = text;
  const name = t(`bulletins.language.${bulletin.sourceLanguage}`);
  if (!source || source.state === 'missing')
    return (
      <Panel title={`${t('bulletins.source.text')}: ${name}`}>
        <p className={cx('note')}>{t('bulletins.source.textEmpty', { language: name })}</p>
      </Panel>
    );
  const { content } = source;
  const written = {
    lang: languageTag(bulletin.sourceLanguage),
    dir: directionOf(bulletin.sourceLanguage),
  };
  const facts = FACT_FIELDS.filter((field) => content[field] !== '' || (basis?.[field] ?? '') !== '');
  return (
    <Panel title={`${t('bulletins.source.text')}: ${name}`}>
      <div className={cx('source')} {...written}>
        {basis === null ? (
          <>
            <p className={cx('sourceTitle')}>{content.title}</p>
            <p className={cx('prose')}>{content.body}</p>
          </>
        ) : (
          <>
            <div className={cx('sourceTitle')}>
              <TextDifference before={basis.title} after={content.title} />
            </div>
            <div className={cx('prose')}>
              <TextDifference before={basis.body} after={content.body} />
            </div>
          </>
        )}
        {facts.map((field) => (
          <div key={field}>
            <span className={cx('label')}>{t(`bulletins.field.${field}`)}</span>
            {basis === null ? (
              <p className={cx('prose')}>{content[field]}</p>
            ) : (
              <TextDifference before={basis[field]} after={content[field]} />
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}

function Origin({ bulletin: { origin, originBefore } }: { bulletin: Bulletin }) {
  const t = useText();
  if (origin === null)
    return (
      <Panel title={t('bulletins.source.text')}>
        <p className={cx('note')}>{t('bulletins.source.empty')}</p>
      </Panel>
    );
  const home: Route =
    origin.kind === 'decision'
      ? { name: 'meeting', id: origin.placeId, part: 'preview', item: origin.id }
      : origin.kind === 'event'
        ? { name: 'volunteerAction', id: origin.placeId }
        : { name: 'inclusionEntry', id: origin.placeId };
  /** The parts of an event have names of the program, those of a decision the labels of the minutes. */
  const labelOf = (label: string): string => {
    const own = PARTS.find((one) => one === label);
    return origin.kind !== 'decision' && own !== undefined ? t(`bulletins.source.part.${own}`) : label;
  };
  return (
    <Panel
      title={`${t(`bulletins.source.${origin.kind}`)} ${origin.reference}`}
      actions={
        <Button size="s" variant="quiet" icon="external" onPress={() => navigate(home)}>
          {t('bulletins.source.open')}
        </Button>
      }
    >
      <div className={cx('source')}>
        <p className={cx('sourceTitle')}>{origin.title}</p>
        {originBefore === null ? (
          origin.parts.map(({ label, text }, index) => (
            <div key={`${String(index)} ${label}`}>
              <span className={cx('label')}>{labelOf(label)}</span>
              <p className={cx('prose')}>{text}</p>
            </div>
          ))
        ) : (
          <div className={cx('prose')}>
            <TextDifference
              before={originBefore}
              after={[origin.title, origin.heldOn, ...origin.parts.map(({ text }) => text)].join('\n')}
            />
          </div>
        )}
      </div>
    </Panel>
  );
}
