import { inLanguage } from '../../db/model/language.ts';
import { TIED_KINDS, type TiedKind, type TyingKind } from '../../db/model/related.ts';
import { api } from '../api/client.ts';
import { useTopicQuery } from '../api/query-client.ts';
import { useFormat } from '../i18n/format.ts';
import { useLanguage, useText } from '../i18n/language.ts';
import { LinkPanel } from './LinkPanel.tsx';
import { relatedRoute } from './related-route.ts';

/** What a case or a survey is tied to by hand: seen, opened, tied and untied here. */
export function TiesPanel({ of, id, boardId }: { of: TyingKind; id: string; boardId: string }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { data } = useTopicQuery(
    [
      'cases',
      'surveys',
      'themes',
      'actions',
      'practices',
      'inclusion',
      'projects',
      'organisations',
      'meetings',
    ],
    ['related.of', of, id, 'ties'],
    () => api.related.of.query({ subject: { kind: of, id }, kinds: [...TIED_KINDS] }),
  );
  if (!data) return null;
  const idOf = (kind: string, other: string): string => `${kind}:${other}`;
  const set = (key: string, isLinked: boolean): Promise<unknown> => {
    const [kind, other = ''] = key.split(':');
    return api.related.set.mutate({ of, id, to: { kind: kind as TiedKind, id: other }, isLinked });
  };
  return (
    <LinkPanel
      title={t('related.ties')}
      none={t('related.tiesNone')}
      addLabel={t('related.addTie')}
      onSet={set}
      load={async (text) =>
        (await api.related.choices.query({ boardId, text })).map((one) => ({
          id: idOf(one.kind, one.id),
          label: [one.label, inLanguage(one.title, language)].filter((part) => part !== '').join(' '),
          detail: t(`related.kind.${one.kind}`),
        }))
      }
      linked={data.flatMap(({ entries }) =>
        entries.map((one) => ({
          id: idOf(one.kind, one.id),
          label: inLanguage(one.title, language),
          title: inLanguage(one.title, language),
          detail: [
            t(`related.kind.${one.kind}`),
            one.label,
            one.kind === 'decision' && one.from !== null ? format.date(one.from) : '',
          ]
            .filter((part) => part !== '')
            .join(', '),
          route: relatedRoute(one.kind, one.id, one.placeId),
        })),
      )}
    />
  );
}
