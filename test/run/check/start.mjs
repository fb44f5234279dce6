/** Starts worker.ts: in a worker of Node 20 neither `--import tsx` nor the loader of the thread that starts it holds. */
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
