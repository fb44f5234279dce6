import { variants } from './config.js';
import { dataSet } from './model.js';

const { $j, angular } = window;

/** Makes the label box of a row, so that typing reaches the model as the variant `labelPickup` says. */
export function makeLabelBox(row) {
  const $box = $j('<input type="text">');
  if (variants.labelLimit !== 'none') $box.attr('maxlength', variants.labelLimit);
  row.box = $box[0];
  row.offered = row.label;
  switch (variants.labelPickup) {
    case 'input-angular':
      compileWithAngular($box, row);
      break;
    case 'change':
    case 'blur':
      $box.val(row.label).on(variants.labelPickup, () => {
        row.label = row.box.value;
      });
      break;
    default:
      $box.val(row.label);
  }
  return row.box;
}

/** Reads the boxes into the model, where that happens at Next. */
export function pickUpLabels() {
  if (variants.labelPickup !== 'next') return;
  for (const row of dataSet.rows) if (row.box) row.label = row.box.value;
}

/** The events of a box by which its label has reached the model: no page throws away what is being typed. */
export function pickUpEvents() {
  const { labelPickup } = variants;
  return labelPickup === 'change' || labelPickup === 'blur' ? labelPickup : 'input change';
}

/** Sets a row's label in model and box. */
export function setLabel(row, label) {
  row.label = label;
  row.box.value = label;
  if (variants.labelPickup === 'input-angular') $j(row.box).scope().$digest();
}

let injector;

function compileWithAngular($box, row) {
  injector ??= angular.bootstrap(document.createElement('div'), []);
  injector.invoke([
    '$compile',
    '$rootScope',
    ($compile, $rootScope) => {
      const scope = Object.assign($rootScope.$new(), { row });
      $compile($box.attr('ng-model', 'row.label'))(scope);
      scope.$digest();
    },
  ]);
}
