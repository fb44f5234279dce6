import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../variants.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const FIDELITY = read('../FIDELITY.md');

describe('FIDELITY.md', () => {
  const named = [...FIDELITY.matchAll(/`([a-z-]+\.(?:test|browser)\.ts): ([^`]+)`/g)].map(
    ([, file = '', name = '']) => [file, name],
  );

  it('names tests for every row that shows something', () => {
    const rows = FIDELITY.split('\n').filter((line) => /^\| (?!fact)/.test(line));
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter((row) => !row.includes('Not shown') && !/\.ts: /.test(row))).toEqual([]);
  });

  it.each(named)('%s has a test "%s"', (file, name) => {
    expect(read(`./${file}`)).toContain(name);
  });

  it.each(Object.keys(VARIANTS))('tells of variant %s', (name) => {
    expect(FIDELITY).toMatch(new RegExp(`\`${name}[\`=]`));
  });
});
