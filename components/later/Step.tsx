import { Records } from './Records.tsx';
import { Save } from './Save.tsx';
import { Schedule } from './Schedule.tsx';
import { Summary } from './Summary.tsx';
import { TemplateList } from './TemplateList.tsx';
import type { LaterProps } from './types.ts';

/** What the panel shows after step 1. */
export function Step({ view, body, on }: LaterProps) {
  const off = view.busy !== '';
  const lead = !view.guide?.primary;
  const file = view.files.find((f) => f.id === view.fileId);
  const syncAt = (at: string | null) => on.later({ type: 'sync-at', at });
  switch (body.kind) {
    case 'records':
      return (
        <Records
          body={body}
          receiver={view.receiver.name}
          guided={view.guide !== null}
          onShow={(finding) => on.later({ type: 'show-cells', finding })}
        />
      );
    case 'summary': {
      const goesOn = Boolean(file?.ticks.saved);
      return (
        <Summary
          body={body}
          file={file}
          off={off}
          lead={lead}
          goesOn={goesOn}
          onFill={() => on.later({ type: 'fill-summary' })}
        />
      );
    }
    case 'save':
      return (
        <Save
          body={body}
          off={off}
          lead={lead}
          guided={view.guide !== null}
          onFill={() => on.later({ type: 'fill-name' })}
        />
      );
    case 'template-list':
      return (
        <TemplateList
          body={body}
          off={off}
          lead={view.guide === null && view.next === null}
          onCheck={(fileId, all) => on.later({ type: 'check', fileId, all })}
          onSyncAt={syncAt}
          onCheckFiles={() => on.later({ type: 'check-files' })}
        />
      );
    case 'schedule':
      return <Schedule body={body} off={off} onFill={() => on.later({ type: 'fill-schedule' })} onSyncAt={syncAt} />;
  }
}
