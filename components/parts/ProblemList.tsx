import type { Problem } from '../../utils/template/types.ts';
import * as t from '../texts.ts';
import { Hint } from './Hint.tsx';

const ORDER = ['error', 'warning', 'note'];

/** What is wrong, gravest first, each with what to do about it. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  const sorted = [...problems].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <ul class="problems" aria-label={t.PROBLEMS}>
      {sorted.map((problem) => (
        <li key={`${problem.code} ${problem.message}`} class={problem.severity}>
          <b>{t.SEVERITY[problem.severity]}</b> <span>{problem.message}</span>
          <Hint text={problem.advice} />
        </li>
      ))}
    </ul>
  );
}
