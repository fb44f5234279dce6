import type { Problem } from '../../utils/template/types.ts';
import { say } from '../../utils/words/say.ts';
import { Hint } from './Hint.tsx';

/** What is wrong, in the order given, each with what to do about it. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul class="problems" aria-label={say('problems')}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.message}`} class={problem.severity}>
          <b>{say(`severity_${problem.severity}`)}</b> <span>{problem.message}</span>
          <Hint text={problem.advice} />
        </li>
      ))}
    </ul>
  );
}
