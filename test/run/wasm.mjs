/**
 * Compiles the scanner's WebAssembly from utils/roster/engine/wasm/scanner.ts and loops.ts, and writes it, as text that a bundler
 * takes along, to scanner.generated.ts beside it. Every command does so first (install.mjs); by hand:
 * `node test/run/wasm.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = new URL('../../utils/roster/engine/wasm/', import.meta.url);

/** Compiles and writes; throws with the compiler's words where it does not compile. */
export async function buildScanner() {
  const sources = new Map();
  for (const name of ['scanner.ts', 'loops.ts']) sources.set(name, await readFile(new URL(name, folder), 'utf8'));
  let binary;
  const { error, stderr } = await asc.main(
    ['scanner.ts', '--outFile', 'scanner.wasm', '-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert'],
    {
      readFile: (name) => sources.get(name) ?? null,
      writeFile: (name, contents) => {
        if (name === 'scanner.wasm') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`The scanner does not compile: ${error?.message}\n${stderr}`);
  const text = Buffer.from(binary).toString('base64');
  const words = '// Written by test/run/wasm.mjs from scanner.ts. Not committed.';
  const target = new URL('scanner.generated.ts', folder);
  const wanted = `${words}\nexport const SCANNER = '${text}';\n`;
  // Left alone where it is the same, so that nothing that watches files starts anew.
  const present = await readFile(target, 'utf8').catch(() => '');
  if (present !== wanted) await writeFile(target, wanted);
  return binary.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`Scanner: ${await buildScanner()} bytes`);
