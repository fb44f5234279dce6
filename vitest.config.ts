import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Vitest 5 groups failures with Map.groupBy to print them; Node has it since 21.
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Vitest leaves one core free, which on two is half of them.
    maxWorkers: availableParallelism(),
    // Generated tests take seconds; on a busy machine some take five times as long. Nothing is measured by this.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/simulator/tests/**/*.test.ts'],
          exclude: ['test/unit/project/package/**'],
          setupFiles: ['test/unit/words/english.ts', 'test/unit/property-seed.ts'],
        },
      },
      // Looks at .output, so it needs `npm run build` before.
      { extends: true, test: { name: 'package', include: ['test/unit/project/package/*.test.ts'] } },
    ],
  },
});
