import * as t from '../texts.ts';
import { Save } from './Save.tsx';
import { Summary } from './Summary.tsx';
import { Templates } from './Templates.tsx';
import type { LaterProps } from './types.ts';

/** What the panel shows after step 1. */
export function Step({ view, body, on }: LaterProps) {
  const off = view.busy !== '';
  const file = view.files.find((f) => f.id === view.fileId);
  switch (body.kind) {
    case 'records':
      return <p class="then">{t.records(view.receiver.name)}</p>;
    case 'summary': {
      const goesOn = Boolean(file?.ticks.saved);
      return (
        <Summary body={body} file={file} off={off} goesOn={goesOn} onFill={() => on.later({ type: 'fill-summary' })} />
      );
    }
    case 'save':
      return <Save body={body} off={off} onFill={() => on.later({ type: 'fill-name' })} />;
    case 'templates':
      return <Templates files={view.files} />;
  }
}
