/** Where a person, an organisation or a task is mentioned in the texts of items. */
import type { MentionEntity } from '../../db/model/rich-text.ts';
import { api, type Outputs } from './client.ts';
import { useTopicQuery } from './query-client.ts';

export function useMentionPlaces(
  entity: MentionEntity,
  id: string,
): Outputs['mentions']['places'] | undefined {
  return useTopicQuery(['meetings'], ['mentions.places', entity, id], () =>
    api.mentions.places.query({ entity, id }),
  ).data;
}
