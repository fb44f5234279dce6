import { ask } from './ajax.js';
import { columnsProblem, returnToColumns, startColumns } from './columns.js';
import { config, fill, variants, words } from './config.js';
import { clearFeedback, feedback, loading } from './dialogs.js';
import { startHostility } from './hostile.js';
import { pickUpLabels } from './labels.js';
import { model, snapshot } from './model.js';
import { exportFile, postForm, readOutput, startOutput } from './output.js';
import { readRecords, startRecords } from './records.js';
import { openSaveDialog } from './save-dialog.js';

const { $j } = window;
const MANAGER = '/admin/datamgmt/exportmanager.action';
const onServer = variants.steps === 'server';
const steps = $j('.step').get();
/** How far the wizard has come; headers of later steps are shaded. */
let reached = model.step;

const stepNode = (step) => steps.find(({ dataset }) => Number(dataset.step) === step);

/** Shows one step, hides or takes out the others. */
function show(step) {
  model.step = step;
  reached = Math.max(reached, step);
  for (const node of steps) {
    const current = Number(node.dataset.step) === step;
    $j(node).toggleClass('hide', !current);
    if (variants.stepsInDom === 'one' && !onServer) placeAlone(node, current);
  }
  $j('.step-header').each((_, header) => {
    const own = Number(header.dataset.step);
    $j(header)
      .toggleClass('current', own === step)
      .toggleClass('shaded', own > reached);
  });
}

function placeAlone(node, current) {
  const header = $j('.step-header').filter((_, { dataset }) => dataset.step === node.dataset.step);
  if (!current) $j(node).detach();
  else if (!node.isConnected) header.length > 0 ? header.after(node) : $j('#wizard').append(node);
}

/** Reads the step that is being left into the model. */
function readStep(step) {
  const $step = $j(stepNode(step));
  if (step === 0) pickUpLabels();
  if (step === 1) readRecords($step);
  if (step === 2) model.output = readOutput($step);
}

const SERVICES = ['/admin/datamgmt/exportrecords.action', '/admin/datamgmt/exportcount.action'];

async function next() {
  clearFeedback();
  const step = model.step;
  readStep(step);
  const problem = step === 0 ? columnsProblem() : '';
  if (problem) return feedback('error', problem);
  if (step === 2) return exportFile();
  if (onServer) return postForm(MANAGER, snapshot({ step: step + 1 }));
  loading(true);
  const answer = await ask(SERVICES[step], { data: snapshot() }).finally(() => loading(false));
  if (answer.error) return feedback('error', answer.error);
  fillStep(step + 1, answer);
  show(step + 1);
}

/** Puts in what the server knows about a step. */
function fillStep(step, answer) {
  const $step = $j(stepNode(step));
  if (step === 2) {
    $step.find('.record-count').text(answer.count);
    return;
  }
  $step.find('.step-body').html(answer.html);
  const heading = variants.steps === 'accordion' ? '.step-header[data-step=1] a' : '.step-heading';
  (variants.steps === 'accordion' ? $j(heading) : $step.find(heading)).text(fill(words.step2, answer.heading));
}

function goBack(step) {
  clearFeedback();
  readStep(model.step);
  if (onServer) return postForm(MANAGER, snapshot({ step }));
  show(step);
  if (step === 0) returnToColumns();
}

$j('#wizard').on('click', '.next', (event) => {
  event.preventDefault();
  if ($j(event.target).closest('.description').length === 0) next();
});
$j('#wizard').on('click', '.prev', (event) => {
  event.preventDefault();
  if ($j(event.target).closest('.description').length === 0) goBack(model.step - 1);
});
$j('#wizard').on('click', '.save', (event) => {
  event.preventDefault();
  readStep(2);
  openSaveDialog();
});
$j('#wizard').on('click', '.step-header a', (event) => {
  event.preventDefault();
  const target = Number($j(event.target).closest('.step-header').attr('data-step'));
  if (target < model.step) goBack(target);
  else if (target === model.step + 1) next();
});

startRecords();
startOutput();
startHostility();
show(config.state.step);
await startColumns();
