import { addressOf } from '../address.ts';
import { categoriesOf, type Offer, queryCategory } from '../catalog.ts';
import { html, type Markup } from '../markup.ts';
import { defaultOutput } from '../output-form.ts';
import type { Session } from '../sessions.ts';
import { offerOf, type WizardState } from '../wizard-state.ts';
import { fill } from '../words.ts';
import { stepButton } from './buttons.ts';
import { formRows } from './form.ts';
import { outputStep } from './output.ts';
import { recordsStep } from './records.ts';
import { shell } from './shell.ts';
import { managerTabs } from './tabs.ts';

/** The Data Export Manager's wizard, standing at the state's step; with a message where a template could not be opened. */
export function wizardPage(session: Session, state: WizardState, error = ''): Markup {
  const { words, variants } = session;
  const chosen = offerOf(session, state.exportFrom);
  const output = state.output ?? defaultOutput(variants, chosen?.text ?? '');
  const boxes = [
    () =>
      stepBox(session, state, 0, words.step1, exportFromForm(session, state), [
        html``,
        stepButton(variants, 'next', words.next),
      ]),
    () =>
      stepBox(
        session,
        state,
        1,
        fill(words.step2, chosen?.text ?? ''),
        state.step === 0 ? html`` : recordsStep(session, state),
        [stepButton(variants, 'prev', words.prev), stepButton(variants, 'next', words.next)],
      ),
    () =>
      stepBox(session, state, 2, words.step3, outputStep(session, state, output), [
        stepButton(variants, 'prev', words.prev),
        html`${stepButton(variants, 'save', words.saveTemplate)} ${stepButton(variants, 'next', words.exportButton)}`,
      ]),
  ];
  const shown = variants.steps === 'server' ? boxes.slice(state.step, state.step + 1) : boxes;
  const template = session.templates.find(({ id }) => id === state.templateId);
  return shell(session, {
    title: words.title,
    breadcrumbs: [
      [words.startPage, '/admin/home.html'],
      [words.systemAdministrator, '/admin/sysadmin.html'],
      [words.pageAndData, '/admin/datamgmt/home.html'],
      [words.title, ''],
    ],
    content: html`<h1>${words.title}</h1>
${managerTabs(session, 'export')}
<div class="feedback-note">${words.note}</div>
<div id="feedback-message" class="${error ? 'feedback-error' : 'hide'}" role="alert">${error}</div>
<div id="wizard" class="${variants.steps === 'accordion' ? 'accordion wizard' : 'wizard'}">
${shown.map((box) => box())}
</div>`,
    scripts: ['wizard'],
    config: {
      state,
      template: template ? { id: template.id, name: template.name, description: template.description } : null,
      templatesPage: addressOf(session, '/admin/datamgmt/exporttemplates.html#export-template-content'),
    },
  });
}

/** The options of Export From in a category, '' for all. */
export function exportFromOptions(session: Session, category: string, chosen: string): Markup {
  const offers = session.offers.filter((offer) => category === '' || offer.category === category);
  const option = ({ value, text, category: own }: Offer) =>
    html`<option value="${value}" data-category="${own}"${value === chosen ? html` selected` : ''}>${text}</option>
`;
  if (session.variants.exportFromGroups === 'flat')
    return html`<option value=""></option>
${offers.map(option)}`;
  const groups = (['queries', 'tables'] as const).map((group) => ({
    title: group === 'tables' ? session.words.tables : queryCategory(session.variants, session.words),
    members: offers.filter((offer) => offer.category === group),
  }));
  return html`<option value=""></option>
${groups
  .filter(({ members }) => members.length > 0)
  .map(({ title, members }) => html`<optgroup label="${title}">${members.map(option)}</optgroup>`)}`;
}

function exportFromForm(session: Session, state: WizardState): Markup {
  const { variants, words } = session;
  const categories = categoriesOf(variants);
  const options = categories.map(
    ({ value, text }) =>
      html`<option value="${value}"${value === state.category ? html` selected` : ''}>${text}</option>`,
  );
  const category = {
    label: words.category,
    id: 'categorySelect',
    alt: true,
    control: (attributes: Markup) => html`<select name="category"${attributes}>${options}</select>`,
  };
  const exportFrom = {
    label: words.exportFrom,
    id: 'exportFromSelect',
    wide: true,
    control: (attributes: Markup) =>
      html`<select name="exportFrom"${attributes}>${exportFromOptions(session, state.category, state.exportFrom)}</select>`,
  };
  return html`<div class="box-round inner">${formRows(variants, categories.length > 0 ? [category, exportFrom] : [exportFrom])}</div>
<div class="columns-part"></div>`;
}

/** One step: a bordered panel, or a header and a section of the accordion. */
function stepBox(
  session: Session,
  state: WizardState,
  step: number,
  heading: string,
  body: Markup,
  [left, right]: [Markup, Markup],
): Markup {
  const hidden = step === state.step ? '' : ' hide';
  if (session.variants.steps === 'accordion') {
    return html`<h3 class="step-header" data-step="${step}"><a href="#">${heading}</a></h3>
<div class="step${hidden}" data-step="${step}"><div class="step-body">${body}</div>
<div class="button-row-wizard"><span class="left">${left}</span><span class="right">${right}</span></div></div>
`;
  }
  return html`<div class="box-round step${hidden}" data-step="${step}"><h2 class="step-heading">${heading}</h2>
<div class="step-body">${body}</div>
<div class="button-row"><span class="left">${left}</span><span class="right">${right}</span></div></div>
`;
}
