import type { FinishActions } from '../../components/finish/types.ts';
import type { PanelActions, PopupActions } from '../../components/view.ts';

/** Callbacks that do nothing; tests put their own over the ones they watch. */
export function actions(): PanelActions & PopupActions & FinishActions {
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
    openExportManager: nothing,
    openTemplates: nothing,
    typeDistrict: nothing,
    saveDistrict: nothing,
    copy: async () => true,
    print: nothing,
  };
}
