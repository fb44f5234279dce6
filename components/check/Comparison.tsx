import { useState } from 'preact/hooks';
import { number, say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Choose } from './Choose.tsx';
import { droppedFiles } from './dropped.ts';
import { Scrolling } from './Scrolling.tsx';
import { Sign } from './Sign.tsx';
import * as t from './texts.ts';
import type { CheckActions, ReportBody } from './types.ts';

function Table({ body: { report } }: { body: ReportBody }) {
  const nameOf = (id: string) => report.files.find(({ file }) => file === id)?.fileName ?? id;
  const { comparison } = report;
  if (!comparison) return <p>{say('check_not_compared')}</p>;
  const partOf = (file: string, group: string | null) =>
    group === null ? nameOf(file) : say('check_kind_in', group, nameOf(file));
  const over = comparison.files.filter(({ isOver }) => isOver).map(({ file, group }) => partOf(file, group));
  const { threshold } = report.settings;
  return (
    <>
      <p class={over.length > 0 ? 'line error' : 'line'}>
        <Sign is={over.length > 0 ? 'warning' : 'good'} />
        <span>{over.length > 0 ? t.over(over, threshold) : say('check_within', threshold)}</span>
      </p>
      <Hint text={t.comparedWith(comparison)} />
      <Scrolling label={t.comparedWith(comparison)}>
        <table class="compared">
          <caption class="sr">{t.comparedWith(comparison)}</caption>
          <thead>
            <tr>
              {t.COMPARE_HEADS.map((head) => (
                <th key={head} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.files.map(({ file, group, before, now, added, removed, changed, isOver }) => (
              <tr key={`${file} ${group}`}>
                <th scope="row">{partOf(file, group)}</th>
                <td>{number(before)}</td>
                <td>{number(now)}</td>
                <td>{number(added)}</td>
                <td>
                  {isOver ? <b>{number(removed)}</b> : number(removed)}
                  {before > 0 && removed > 0 && (
                    <span class="hint"> ({t.percent(removed / before, isOver ? threshold : undefined)})</span>
                  )}
                </td>
                <td>{changed === null ? <span class="hint">{say('check_not_known')}</span> : number(changed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </>
  );
}

/** How the set differs from the last one, and whether so many are gone that the receiver would archive nobody. */
export function Comparison({ body, on }: { body: ReportBody; on: CheckActions }) {
  const [dragged, setDragged] = useState(false);
  const over = (event: DragEvent) => {
    // The page behind takes drops too, for a new set.
    event.stopPropagation();
    event.preventDefault();
    setDragged(true);
  };
  const drop = (event: DragEvent) => {
    event.stopPropagation();
    event.preventDefault();
    setDragged(false);
    if (event.dataTransfer)
      void droppedFiles(event.dataTransfer).then(({ files, leftOut }) => on.compare(files, leftOut));
  };
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{say('check_compared')}</h2>
      <Table body={body} />
      <div class="beside">
        <section
          class={dragged ? 'earlier is-dragged' : 'earlier'}
          aria-label={say('check_choose_earlier')}
          onDragEnter={over}
          onDragOver={over}
          onDragLeave={() => setDragged(false)}
          onDrop={drop}
        >
          <p>{say('check_drop_earlier')}</p>
          <p class="acts">
            <Choose onChoose={on.compare}>{say('check_choose_earlier')}</Choose>
          </p>
        </section>
        <div class="kept">
          {body.keptAt !== null && <p role="status">{t.kept(body.keptAt)}</p>}
          <p class="acts">
            {body.canKeep && (
              <Button onPress={on.keep}>{body.keptAt === null ? say('check_keep') : say('check_keep_anew')}</Button>
            )}
            {body.keptAt !== null && (
              <Button kind="quiet" onPress={on.forget}>
                {say('check_forget')}
              </Button>
            )}
          </p>
          <Hint text={body.canKeep || body.keptAt !== null ? say('check_keep_what') : ''} />
        </div>
      </div>
    </section>
  );
}
