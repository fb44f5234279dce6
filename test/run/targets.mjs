/** The three store builds. */
import { tool } from './tell.mjs';

export const targets = ['chrome', 'edge', 'firefox'];

/** Builds one target into .output/<target>-mv3, silent unless it fails: WXT draws its progress over and over. Returns the exit code. */
export function build(target) {
  return tool('wxt', ['build', '-b', target], { output: 'if-it-fails' });
}
