import { say } from '../../utils/words/say.ts';
import { Line } from '../parts/Line.tsx';
import * as t from '../texts.ts';
import type { FileView } from '../view.ts';

const TICKS = ['fields', 'labels', 'summary', 'saved'] as const;

/** The three templates, each with its four ticks in words, and what is known of the saved one. */
export function Checklist({ files, receiver }: { files: FileView[]; receiver: string }) {
  return (
    <ol class="checklist">
      {files.map((file) => (
        <li key={file.id}>
          <h2>
            {file.fileName} <span class="hint">{t.fileState(file)}</span>
          </h2>
          <div class="ticks">
            {TICKS.map((tick) => (
              <Line key={tick} done={file.ticks[tick]}>
                {say(`tick_${tick}`)}
              </Line>
            ))}
          </div>
          {(file.ticks.saved || file.drift) && (
            <p class="hint">
              <span class="label">{file.templateName}</span> {t.savedState(file, receiver)}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
