/** The document process of the product: rendering jobs of the worker go through here. */
import { availableParallelism } from 'node:os';
import { createPublishTeam, type PublishPool } from '../publish/pool.ts';
import { spawnChild } from './spawn-child.ts';

/** Each takes some hundred megabytes; more than two gain little on the machines of an office. */
const MOST_PROCESSES = 2;

/** Starts nothing yet; the first job or `warm` does. `file` is the built document process. */
export function createPublishHost(file: string, resourcesFolder: string): PublishPool {
  return createPublishTeam(
    { spawn: () => spawnChild(file, 'Pykälä documents'), resourcesFolder },
    Math.min(MOST_PROCESSES, availableParallelism()),
  );
}
