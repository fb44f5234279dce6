import type { PanelActions, PopupActions } from '../../components/view.ts';

/** Callbacks that do nothing; tests put their own over the ones they watch. */
export function actions(): PanelActions & PopupActions {
  const nothing = () => {};
  return {
    chooseFile: nothing,
    confirmLeaving: nothing,
    nameFile: nothing,
    selectFields: nothing,
    applyLabels: nothing,
    undo: nothing,
    dismissReport: nothing,
    cancel: nothing,
    setChoice: nothing,
    setActAtOnce: nothing,
    later: nothing,
    setTemplateName: nothing,
    goNext: nothing,
    startOver: nothing,
  };
}
