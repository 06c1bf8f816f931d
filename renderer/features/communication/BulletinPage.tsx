import { laidOut, overflowOf } from '../../../db/model/print-bulletin.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { classes } from '../../ui/classes.ts';
import type { Bulletin, BulletinText } from './BulletinScreen.tsx';
import styles from './Communication.module.css';

const cx = classes(styles);

/** The bulletin as it is read, in its language and direction. */
export function BulletinPage({ bulletin, text }: { bulletin: Bulletin; text: BulletinText }) {
  const t = useText();
  const board = useOpenBoard();
  const { origin } = bulletin;
  const one = laidOut({
    language: text.language,
    content: text.content,
    board: { fi: board.name, sv: board.name, en: board.name },
    boardShortName: board.shortName,
    createdOn: bulletin.createdOn,
    decision:
      origin?.kind === 'decision'
        ? { reference: origin.reference, heldOn: origin.heldOn, meetingNumber: origin.meetingNumber }
        : null,
  });
  const lines = (words: readonly string[]) =>
    words.map((line, index) => (
      <span key={`${String(index)} ${line}`}>
        {index > 0 && <br />}
        <bdi>{line}</bdi>
      </span>
    ));
  return (
    <article className={cx('paper')} lang={one.tag} dir={one.direction} aria-label={t('bulletins.preview')}>
      <p className={cx('sender')} lang={one.senderTag} dir="ltr">
        {one.sender}
      </p>
      <h2>{one.title || t('bulletins.none')}</h2>
      {one.blocks.map((block, index) => {
        const key = `${String(index)} ${block.type}`;
        if (block.type === 'heading') return <h3 key={key}>{block.text}</h3>;
        if (block.type === 'list')
          return (
            <ul key={key}>
              {block.items.map((item, at) => (
                <li key={`${String(at)} ${item}`}>{item}</li>
              ))}
            </ul>
          );
        return <p key={key}>{lines(block.lines)}</p>;
      })}
      {one.facts.length > 0 && (
        <dl>
          {one.facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{lines(fact.lines)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={cx('foot')}>
        {one.foot.map(({ label, text: words }, index) => (
          <span key={label}>
            {index > 0 && ' · '}
            {label}: <bdi dir="ltr">{words}</bdi>
          </span>
        ))}
      </p>
    </article>
  );
}

/** Whether it fits on one page, measured by laying it out. */
export function PageFitNote({ bulletin, text }: { bulletin: Bulletin; text: BulletinText }) {
  const t = useText();
  const format = useFormat();
  const { data } = useTopicQuery(
    ['bulletins'],
    ['bulletins.fit', bulletin.id, text.language, text.version],
    () => api.bulletins.fit.query({ id: bulletin.id, language: text.language }),
    { keepPrevious: true },
  );
  if (!data) return null;
  const { millimetres, lines } = overflowOf(data);
  return millimetres > 0 ? (
    <Banner tone="warning" title={t('bulletins.fitOver', { millimetres, lines })}>
      {t('bulletins.fitOverNote')}
    </Banner>
  ) : (
    <Banner tone="ok">
      {t('bulletins.fitOk', { share: format.number((data.needed / data.room) * 100) })}
    </Banner>
  );
}
