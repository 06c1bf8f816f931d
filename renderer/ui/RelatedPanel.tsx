import { useState, type ReactNode } from 'react';
import { inLanguage } from '../../db/model/language.ts';
import { FORUM_STAGE_WORDS } from '../../db/model/community-forum.ts';
import { PRACTICE_STAGE_WORDS } from '../../db/model/practice-words.ts';
import { CASE_WORDS } from '../../db/model/case-words.ts';
import { PROJECT_WORDS } from '../../db/model/project-words.ts';
import type { RelatedKind, RelatedSubject } from '../../db/model/related.ts';
import { api, type Outputs } from '../api/client.ts';
import { useTopicQuery } from '../api/query-client.ts';
import { useFormat } from '../i18n/format.ts';
import { useLanguage, useText } from '../i18n/language.ts';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { navigate } from './navigation.ts';
import { Panel } from './Panel.tsx';
import { Badge } from './Pill.tsx';
import { relatedRoute } from './related-route.ts';
import styles from './RelatedPanel.module.css';

const cx = classes(styles);
type Group = Outputs['related']['of'][number];
type Entry = Group['entries'][number];

/** Of a kind that are shown before one asks for more. */
const FIRST = 5;
const TOPICS = [
  'themes',
  'actions',
  'practices',
  'inclusion',
  'agreements',
  'projects',
  'forums',
  'cases',
  'indicators',
  'surveys',
  'bulletins',
  'communication',
  'organisations',
  'meetings',
];

/** What is tied to a record, each entry with its way there. Nothing where there is none, unless `none` says so. */
export function RelatedPanel({
  kind,
  id,
  kinds,
  title,
  none,
  actions,
  level = 2,
}: RelatedSubject & {
  /** Only these: a card leaves out what it shows elsewhere. */
  kinds?: readonly RelatedKind[];
  title?: string;
  /** What to say when nothing is tied. */
  none?: string;
  /** Below the list, e.g. a way to the chain. */
  actions?: ReactNode;
  level?: 2 | 3;
}): ReactNode {
  const t = useText();
  const { data } = useTopicQuery(TOPICS, ['related.of', kind, id, kinds?.join(' ') ?? ''], () =>
    api.related.of.query({ subject: { kind, id }, ...(kinds ? { kinds: [...kinds] } : {}) }),
  );
  if (data === undefined || (data.length === 0 && none === undefined)) return null;
  return (
    <Panel title={title ?? t('related.title')} level={level}>
      <div className={cx('groups')}>
        {data.length === 0 && <p className={cx('detail')}>{none}</p>}
        {data.map((group) => (
          <RelatedList key={group.kind} group={group} level={level === 2 ? 3 : 4} />
        ))}
        {data.length > 0 && actions && <div>{actions}</div>}
      </div>
    </Panel>
  );
}

function RelatedList({ group, level }: { group: Group; level: 3 | 4 }) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? group.entries : group.entries.slice(0, FIRST);
  const Heading = level === 3 ? 'h3' : 'h4';
  const label = t(`related.kind.${group.kind}`);
  return (
    <div>
      <Heading className={cx('heading')}>
        {label}
        <Badge>{group.count}</Badge>
      </Heading>
      <ul className={cx('list')} aria-label={label}>
        {shown.map((entry) => (
          <RelatedRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {group.entries.length > FIRST && (
        <Button size="s" variant="quiet" onPress={() => setWhole(!isWhole)}>
          {isWhole
            ? t('related.fewer')
            : t('related.more', { count: group.entries.length - FIRST, kind: label })}
        </Button>
      )}
      {isWhole && group.count > group.entries.length && (
        <p className={cx('detail')}>{t('related.cut', { count: group.count - group.entries.length })}</p>
      )}
    </div>
  );
}

function RelatedRow({ entry }: { entry: Entry }) {
  const language = useLanguage();
  const detail = useDetail(entry);
  return (
    <li className={cx('entry')}>
      <button
        type="button"
        className={cx('link')}
        onClick={() => navigate(relatedRoute(entry.kind, entry.id, entry.placeId))}
      >
        <span className={cx('title')}>{inLanguage(entry.title, language)}</span>
        {detail !== '' && <span className={cx('detail')}>{detail}</span>}
      </button>
    </li>
  );
}

/** "VT-1, Käynnissä, 1.3.2026–" */
function useDetail({ kind, label, state, from, to }: Entry): string {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const words = (): string => {
    switch (state?.of) {
      case 'action':
        return t(`volunteering.stage.${state.stage}`);
      case 'practice':
        return PRACTICE_STAGE_WORDS[language][state.stage];
      case 'inclusion':
        return t(`inclusion.kind.${state.kind}`);
      case 'agreement':
        return t(`partnership.signature.${state.signature}`);
      case 'project':
        return PROJECT_WORDS[language].states[state.state];
      case 'forum':
        return FORUM_STAGE_WORDS[language][state.stage];
      case 'case':
        return CASE_WORDS[language].groups[state.group];
      case undefined:
        return '';
    }
  };
  const isDay = kind === 'decision' || kind === 'plan' || kind === 'bulletin';
  const days = isDay
    ? from === null
      ? ''
      : format.date(from)
    : from === null && to === null
      ? ''
      : `${from === null ? '' : format.date(from)}–${to === null ? '' : format.date(to)}`;
  return [label, words(), days].filter((part) => part !== '').join(', ');
}
