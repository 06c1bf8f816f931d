/**
 * Keeps the process's worker threads at hand, so that a test can end the backend worker the hard way. Loaded
 * before main: with `--import` by the stand-in, with `-r` by Electron.
 */
const workerThreads = require('node:worker_threads');
const { syncBuiltinESMExports } = require('node:module');

const workers = new Set();
class TrackedWorker extends workerThreads.Worker {
  constructor(...values) {
    super(...values);
    workers.add(this);
    this.once('exit', () => workers.delete(this));
  }
}
workerThreads.Worker = TrackedWorker;
syncBuiltinESMExports();
globalThis[Symbol.for('pykala.workers')] = workers;
