import { useState } from 'preact/hooks';
import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Choose } from './Choose.tsx';
import { droppedFiles } from './dropped.ts';
import { Sign } from './Sign.tsx';
import * as t from './texts.ts';
import type { CheckActions, ReportBody } from './types.ts';

function Table({ body: { report } }: { body: ReportBody }) {
  const nameOf = (id: string) => report.files.find(({ file }) => file === id)?.fileName ?? id;
  const { comparison } = report;
  if (!comparison) return <p>{t.NO_COMPARISON}</p>;
  const partOf = (file: string, group: string | null) =>
    group === null ? nameOf(file) : t.kindIn(group, nameOf(file));
  const over = comparison.files.filter(({ isOver }) => isOver).map(({ file, group }) => partOf(file, group));
  const { threshold } = report.settings;
  return (
    <>
      <p class={over.length > 0 ? 'line error' : 'line'}>
        <Sign is={over.length > 0 ? 'error' : 'good'} />
        <span>{over.length > 0 ? t.over(over, threshold) : t.within(threshold)}</span>
      </p>
      <Hint text={t.comparedWith(comparison)} />
      <table class="compared">
        <caption class="sr">{t.comparedWith(comparison)}</caption>
        <thead>
          <tr>
            {Object.entries(t.COMPARE_HEADS).map(([id, head]) => (
              <th key={id} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparison.files.map(({ file, group, before, now, added, removed, changed, isOver }) => (
            <tr key={`${file} ${group}`}>
              <th scope="row">{partOf(file, group)}</th>
              <td>{t.number(before)}</td>
              <td>{t.number(now)}</td>
              <td>{t.number(added)}</td>
              <td>
                {isOver ? <b>{t.number(removed)}</b> : t.number(removed)}
                {before > 0 && removed > 0 && <span class="hint"> ({t.percent(removed / before)})</span>}
              </td>
              <td>{changed === null ? <span class="hint">{t.NOT_KNOWN}</span> : t.number(changed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** How the set differs from the last one, and whether the receiver would stop because too many are gone. */
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
      <h2 id="compared">{t.COMPARED}</h2>
      <Table body={body} />
      <div class="beside">
        <section
          class={dragged ? 'earlier is-dragged' : 'earlier'}
          aria-label={t.CHOOSE_EARLIER}
          onDragEnter={over}
          onDragOver={over}
          onDragLeave={() => setDragged(false)}
          onDrop={drop}
        >
          <p>{t.DROP_EARLIER}</p>
          <p class="acts">
            <Choose onChoose={on.compare}>{t.CHOOSE_EARLIER}</Choose>
          </p>
        </section>
        <div class="kept">
          {body.keptAt !== null && <p role="status">{t.kept(body.keptAt)}</p>}
          <p class="acts">
            {body.canKeep && <Button onPress={on.keep}>{body.keptAt === null ? t.KEEP : t.KEEP_ANEW}</Button>}
            {body.keptAt !== null && (
              <Button kind="quiet" onPress={on.forget}>
                {t.FORGET}
              </Button>
            )}
          </p>
          <Hint text={body.canKeep || body.keptAt !== null ? t.KEEP_WHAT : ''} />
        </div>
      </div>
    </section>
  );
}
