/** Where something that is tied to another is at home. */
import type { RelatedKind } from '../../db/model/related.ts';
import type { Route } from './navigation.ts';

/** @param placeId the meeting of a decision */
export function relatedRoute(kind: RelatedKind, id: string, placeId: string | null): Route {
  switch (kind) {
    case 'decision':
      return { name: 'meeting', id: placeId ?? '', part: 'preview', item: id };
    case 'action':
      return { name: 'volunteerAction', id };
    case 'inclusion':
      return { name: 'inclusionEntry', id };
    case 'plan':
      return { name: 'communication', part: 'plan' };
    case 'theme':
    case 'practice':
    case 'agreement':
    case 'project':
    case 'forum':
    case 'case':
    case 'indicator':
    case 'survey':
    case 'bulletin':
    case 'organisation':
    case 'municipality':
      return { name: kind, id };
  }
}
