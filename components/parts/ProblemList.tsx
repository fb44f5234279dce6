import type { Problem } from '../../utils/template/types.ts';
import * as t from '../texts.ts';
import { Hint } from './Hint.tsx';

/** What is wrong, in the order given, each with what to do about it. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul class="problems" aria-label={t.PROBLEMS}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.message}`} class={problem.severity}>
          <b>{t.SEVERITY[problem.severity]}</b> <span>{problem.message}</span>
          <Hint text={problem.advice} />
        </li>
      ))}
    </ul>
  );
}
