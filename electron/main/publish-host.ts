/** The document process of the product: rendering jobs of the worker go through here. */
import { createPublishPool, type PublishPool } from '../publish/pool.ts';
import { spawnChild } from './spawn-child.ts';

/** Starts nothing yet; the first job or `warm` does. `file` is the built document process. */
export function createPublishHost(file: string, resourcesFolder: string): PublishPool {
  return createPublishPool({ spawn: () => spawnChild(file, 'Pykälä documents'), resourcesFolder });
}
