import type { Key } from '../utils/words/keys.ts';

/** All that the panel says once the extension was updated or removed: by then no text can be had any more. */
export const WHEN_GONE: readonly Key[] = [
  'stopped_updated',
  'attention',
  'extension_name',
  'place_step',
  'place_file_step',
  'move',
  'move_hint',
  'moved',
  'fold',
  'open_panel',
];
