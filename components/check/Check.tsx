import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../utils/words/say.ts';
import { PageHeader } from '../parts/PageHeader.tsx';
import { useKeepFocus } from '../parts/useKeepFocus.ts';
import { trustIn } from '../trusted.ts';
import { droppedFiles } from './dropped.ts';
import { Empty } from './Empty.tsx';
import { Failed } from './Failed.tsx';
import { Report } from './Report.tsx';
import { Running } from './Running.tsx';
import type { CheckActions, CheckView } from './types.ts';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Checks exported files: give them, wait, read the report. The whole page takes drops. */
export function Check({ view, on }: { view: CheckView; on: CheckActions }) {
  const main = useRef<HTMLElement>(null);
  const [dragged, setDragged] = useState(false);
  // As long as the page is open, over any number of checks; never kept.
  const [values, setValues] = useState(false);
  useKeepFocus(main);
  useLayoutEffect(() => {
    if (main.current) trustIn(main.current.getRootNode(), () => true);
  }, []);
  const { body } = view;
  const takesDrops = body.kind !== 'running';
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    // Or the browser would leave the page for the file.
    event.preventDefault();
    setDragged(takesDrops);
  };
  const leave = (event: DragEvent) => {
    if (!main.current?.contains(event.relatedTarget as Node | null)) setDragged(false);
  };
  const drop = (event: DragEvent) => {
    setDragged(false);
    if (!hasFiles(event) || event.defaultPrevented || !event.dataTransfer) return;
    event.preventDefault();
    if (takesDrops) void droppedFiles(event.dataTransfer).then(({ files, leftOut }) => on.check(files, leftOut));
  };
  return (
    <main
      class={dragged ? 'check is-dragged' : 'check'}
      ref={main}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      <PageHeader title={say('check_files')} label={say('check_site')} site={view.site} />
      {body.kind === 'empty' && <Empty view={view} on={on} />}
      {body.kind === 'running' && <Running body={body} onCancel={on.cancel} />}
      {body.kind === 'failed' && <Failed view={view} body={body} on={on} />}
      {body.kind === 'report' && <Report view={view} body={body} values={values} onValues={setValues} on={on} />}
      {dragged && (
        <p class="drop-now" aria-hidden="true">
          {say('check_drop_now')}
        </p>
      )}
    </main>
  );
}
