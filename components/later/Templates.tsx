import { Line } from '../parts/Line.tsx';
import * as t from '../texts.ts';
import type { FileView } from '../view.ts';

/** My Templates: which of the three are there. */
export function Templates({ files }: { files: FileView[] }) {
  const missing = files.filter((file) => !file.ticks.saved).length;
  return (
    <section>
      {files.map((file) => (
        <Line key={file.id} done={file.ticks.saved}>
          <span class="label">{file.templateName}</span>{' '}
          <span class="hint">{file.ticks.saved ? t.templateSaved(file.savedOn) : t.TEMPLATE_MISSING}</span>
        </Line>
      ))}
      {missing > 0 && <p class="then">{t.templatesMissing(missing)}</p>}
    </section>
  );
}
