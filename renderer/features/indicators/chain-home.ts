/** Where a link of the chain is at home. */
import type { ChainNode } from '../../../db/model/work-chain.ts';
import type { Route } from '../../ui/navigation.ts';

export function homeOf(node: ChainNode): Route {
  switch (node.kind) {
    case 'decision':
      return { name: 'meeting', id: node.placeId ?? '', part: 'preview', item: node.id };
    case 'action':
      return { name: 'volunteerAction', id: node.id };
    case 'indicator':
      return { name: 'indicator', id: node.id };
    case 'card':
      return { name: 'theme', id: node.placeId ?? '' };
  }
}
