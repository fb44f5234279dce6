import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';

/** The gallery as one script, to be put into any page. */
export async function buildGallery(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [preact()],
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('main.tsx', import.meta.url)), name: 'gallery', formats: ['iife'] },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    for (const file of output.output) if (file.type === 'chunk') return file.code;
  }
  throw new Error('vite built no script for the gallery');
}
