/** Where a link of the chain is at home. */
import type { ChainNode } from '../../../db/model/work-chain.ts';
import { relatedRoute } from '../../ui/related-route.ts';
import type { Route } from '../../ui/navigation.ts';

export function homeOf({ kind, id, placeId }: ChainNode): Route {
  return kind === 'card' ? { name: 'theme', id: placeId ?? '' } : relatedRoute(kind, id, placeId);
}
