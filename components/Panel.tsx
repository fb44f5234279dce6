import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StoreTrouble } from '../utils/checklist/types.ts';
import { say } from '../utils/words/say.ts';
import { keepApart } from './apart.ts';
import type { LaterParts } from './later/types.ts';
import { Body } from './panel/Body.tsx';
import { Files } from './panel/Files.tsx';
import { Header, placeName } from './panel/Header.tsx';
import type { Ticks } from './panel/Preview.tsx';
import type { KeepFree, Position } from './panel/place.ts';
import { usePlacement } from './panel/usePlacement.ts';
import { Button } from './parts/Button.tsx';
import { language } from './parts/language.ts';
import { useKeepFocus } from './parts/useKeepFocus.ts';
import * as t from './texts.ts';
import { byBrowser, type IsTrusted, refuseUntrusted, trusted, trustIn } from './trusted.ts';
import type { PanelActions, PanelView } from './view.ts';

export interface PanelProps {
  view: PanelView;
  on: PanelActions;
  folded: boolean;
  onFold(folded: boolean): void;
  /** Where the administrator put it, null while it was never moved. */
  position: Position | null;
  onMove(position: Position): void;
  /** What of the page should stay visible. Give the same array while it is the same. */
  keepFree?: KeepFree[];
  /** The second script's components, null until it is there. */
  later?: LaterParts | null;
  /** Why the progress is not kept as it should be, null where it is. */
  trouble?: StoreTrouble | null;
  onTroubleKnown?(): void;
  /** Tests only: what counts as done by a person. */
  isTrusted?: IsTrusted;
}

const NOTHING: KeepFree[] = [];
/** Not in the style sheet: the compiler would wrap it in fallbacks for browsers that are not supported anyway. */
const COLORS = { colorScheme: 'light dark' };

/** What the announcer says: the last action's count, or what is under way, or the place. */
function announcement(view: PanelView): string {
  if (view.busy !== '') return view.busy;
  const place = placeName(view);
  return view.report ? `${view.report.title}: ${t.outcomeCount(view.report.outcomes)} ${place}` : place;
}

/** Is the next act one of PowerSchool's own buttons? */
function isNextOnPage({ body, busy, guide }: PanelView): boolean {
  if (busy !== '' || guide?.primary) return false;
  return body.kind === 'records' || body.kind === 'save' || ('ready' in body && body.ready);
}

/** The panel in PowerSchool's page. Put it into a shadow root; it guards the root it finds itself in. */
export function Panel(props: PanelProps) {
  const { view, on, folded, onFold, position, onMove, keepFree = NOTHING, later = null, isTrusted = byBrowser } = props;
  const aside = useRef<HTMLElement>(null);
  const [said, tell] = useState('');
  const [preview, setPreview] = useState<{ fileId: string | null; ticks: Ticks } | null>(null);
  useKeepFocus(aside);

  useLayoutEffect(() => {
    const node = aside.current;
    if (!node) return;
    const root = node.getRootNode();
    trustIn(root, isTrusted);
    const quit = new AbortController();
    const inShadow = root instanceof ShadowRoot;
    refuseUntrusted(inShadow ? root : node, quit.signal, isTrusted);
    if (inShadow) keepApart(root, quit.signal);
    return () => quit.abort();
  }, [isTrusted]);

  const words = announcement(view);
  useEffect(() => tell(words), [words]);

  const { body } = view;
  const stopped = body.kind === 'stopped';
  // The preview belongs to one file's labels: it closes when the page is about something else.
  const open = preview && body.kind === 'columns' && preview.fileId === view.fileId && body.labels.lines.length > 0;
  const ticks = open ? preview.ticks : null;
  // Something else is shown: from its beginning.
  const isOpen = ticks !== null;
  useLayoutEffect(() => {
    const scroll = aside.current?.querySelector('.scroll');
    if (scroll) scroll.scrollTop = 0;
  }, [isOpen, body.kind]);
  const makeWay = isNextOnPage(view);
  const mover = usePlacement(aside, { folded, position, onMove, keepFree, makeWay, view, findRoom: later?.findRoom });
  const onTicks = (ticks: Ticks | null) => setPreview(ticks && { fileId: view.fileId, ticks });
  const onKey = trusted((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    if (view.confirmLeaving !== null) on.confirmLeaving(false);
    else setPreview(null);
  });

  return (
    <aside
      class={folded ? 'panel folded' : 'panel'}
      aria-label={say('extension_name')}
      {...language()}
      style={COLORS}
      ref={aside}
      onKeyDown={onKey}
    >
      <p class="sr" role="status">
        {said}
      </p>
      {/* Not as a child: Firefox holds text nodes in a style to the page's own content security policy. */}
      {later && <style key="later" {...{ textContent: later.css }} />}
      {folded ? (
        <Button key="tab" aria-expanded={false} data-home onPress={() => onFold(false)}>
          <b>{t.progress(view.files)}</b> <span>{say('extension_name')}</span>
          <span class="sr">{say('open_panel')}</span>
        </Button>
      ) : (
        <>
          <Header key="header" title={placeName(view)} mover={mover} onFold={() => onFold(true)} tell={tell} />
          <div key="body" class="scroll">
            {!stopped && (
              <Files files={view.files} current={view.fileId} off={view.busy !== ''} onChoose={on.chooseFile} />
            )}
            {!stopped && later && <later.Trouble is={props.trouble ?? null} onKnown={() => props.onTroubleKnown?.()} />}
            <Body view={view} on={on} ticks={ticks} onTicks={onTicks} later={later} />
            {!stopped && later && <later.Settings view={view} on={on} />}
          </div>
        </>
      )}
    </aside>
  );
}
