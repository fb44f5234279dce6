import type { CheckActions } from '../../components/check/types.ts';
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
    checkFiles: nothing,
    dropFiles: nothing,
    allowOnce: nothing,
    allowAlways: nothing,
    takeBack: nothing,
    takePicture: nothing,
    openExportManager: nothing,
    openTemplates: nothing,
    typeDistrict: nothing,
    saveDistrict: nothing,
    copy: async () => true,
    print: nothing,
  };
}

/** The same for the page that checks exported files. */
export function checkActions(): CheckActions {
  const nothing = () => {};
  return {
    check: nothing,
    compare: nothing,
    again: nothing,
    other: nothing,
    cancel: nothing,
    set: nothing,
    setSchools: nothing,
    keep: nothing,
    forget: nothing,
    save: nothing,
    print: nothing,
  };
}
