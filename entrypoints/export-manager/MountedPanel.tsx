import { useEffect, useState } from 'preact/hooks';
import type { LaterParts } from '../../components/later/types.ts';
import { Panel } from '../../components/Panel.tsx';
import type { KeepFree } from '../../components/panel/place.ts';
import type { PanelActions, PanelView } from '../../components/view.ts';
import type { PanelPlace } from '../../utils/checklist/store.ts';
import type { StoreTrouble } from '../../utils/checklist/types.ts';

export interface PanelState {
  view: PanelView | null;
  place: PanelPlace;
  /** The second script's components, null until it is there. */
  later: LaterParts | null;
  /** Why the progress is not kept as it should be, null where it is. */
  trouble: StoreTrouble | null;
}

interface Props {
  state: PanelState;
  actions: PanelActions;
  on: { panel(place: PanelPlace): void; troubleKnown(): void };
}

/** The panel with its place on this page: what it must not cover, and where the administrator put it. */
export function MountedPanel({ state, actions, on }: Props) {
  const [place, setPlace] = useState(state.place);
  const [free, setFree] = useState<KeepFree[]>([]);
  const body = state.view?.body;
  // Another place, or the page's turn: its buttons may stand elsewhere now.
  const phase = body && `${body.kind} ${'ready' in body && body.ready}`;
  const { later } = state;
  useEffect(() => {
    if (!later) return;
    const measure = (): void => setFree(later.surroundings(document));
    measure();
    const quit = new AbortController();
    for (const kind of ['scrollend', 'resize']) addEventListener(kind, measure, { capture: true, signal: quit.signal });
    // A preview that arrives late pushes the buttons down; in the enhanced shell inside of what scrolls.
    const resized = new ResizeObserver(measure);
    for (const part of document.querySelectorAll('body, #content-main > *')) resized.observe(part);
    return () => {
      quit.abort();
      resized.disconnect();
    };
  }, [phase, later]);
  if (!state.view) return null;
  const change = (next: PanelPlace): void => {
    setPlace(next);
    on.panel(next);
  };
  return (
    <Panel
      view={state.view}
      on={actions}
      folded={place.folded}
      onFold={(folded) => change({ ...place, folded })}
      position={place.position}
      onMove={(position) => change({ ...place, position })}
      keepFree={free}
      later={later}
      trouble={state.trouble}
      onTroubleKnown={on.troubleKnown}
    />
  );
}
