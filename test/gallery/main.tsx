/** Draws one state of the panel or the popup; the tests and the screenshots call `showState` in the page. */
// First, because the states are put together from texts.
import './texts.ts';
import { type ComponentChild, render } from 'preact';
import { Check } from '../../components/check/Check.tsx';
import checkCss from '../../components/check.css?inline';
import { Finish } from '../../components/finish/Finish.tsx';
import finishCss from '../../components/finish.css?inline';
import { Panel } from '../../components/Panel.tsx';
import { Popup } from '../../components/Popup.tsx';
import panelCss from '../../components/panel.css?inline';
import { Picture } from '../../components/picture/Picture.tsx';
import pictureCss from '../../components/picture.css?inline';
import popupCss from '../../components/popup.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { actions, checkActions } from './actions.ts';
import { checkStates } from './check.ts';
import { finishStates } from './finish.ts';
import { later } from './later.ts';
import { pictureStates } from './picture.ts';
import { panelStates, popupStates } from './states.ts';

declare global {
  interface Window {
    showState(kind: 'panel' | 'popup' | 'finish' | 'check' | 'picture', name: string, folded?: boolean): void;
    /** Set by a test that measures. */
    previewTook: number;
    axe: typeof import('axe-core');
  }
}

const on = actions();
const onCheck = checkActions();
let clear = () => {};

function mount(into: Element | ShadowRoot, css: string, what: ComponentChild): void {
  const style = document.createElement('style');
  style.textContent = css;
  const place = document.createElement('div');
  into.append(style, place);
  render(what, place);
  clear = () => {
    render(null, place);
    document.body.replaceChildren();
  };
}

window.showState = (kind, name, folded = false) => {
  clear();
  const popup = popupStates[name];
  const panel = panelStates[name];
  const finish = finishStates[name];
  const check = checkStates[name];
  const picture = pictureStates[name];
  if (kind === 'popup' && popup) mount(document.body, tokensCss + popupCss, <Popup view={popup} on={on} />);
  if (kind === 'finish' && finish) mount(document.body, tokensCss + finishCss, <Finish view={finish} on={on} />);
  if (kind === 'check' && check) mount(document.body, tokensCss + checkCss, <Check view={check} on={onCheck} />);
  if (kind === 'picture' && picture) mount(document.body, tokensCss + pictureCss, <Picture view={picture} on={on} />);
  if (kind !== 'panel' || !panel) return;
  const page = document.createElement('main');
  page.innerHTML = '<h1>Data Export Manager</h1><p>The page beside the panel.</p>';
  const host = document.createElement('roster-export-assistant');
  document.body.append(page, host);
  const root = host.attachShadow({ mode: 'open' });
  const nothing = () => {};
  mount(
    root,
    panelCss,
    <Panel view={panel} on={on} folded={folded} onFold={nothing} position={null} onMove={nothing} later={later} />,
  );
};
