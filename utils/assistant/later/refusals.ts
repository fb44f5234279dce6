/** Words by which PowerSchool's answers to a saving are told apart; the answers themselves are not known. */
const TAKEN = /\b(?:exists?|already|taken|in use|duplicate|unique)\b/i;
const NOT_ALLOWED = /\b(?:permission|permitted|privileges?|denied|allowed|authori[sz]ed|role|rights?)\b/i;
const SIGNED_OUT = /\b(?:session|log(?:ged)? ?(?:in|on|out|off)|sign(?:ed)? ?(?:in|out)|expired|timed out)\b/i;

/** What an error in the save dialog means, that nothing was lost, and what to do. `name` is the template's. */
export function explainRefusal(error: string, name: string): string {
  const says = `PowerSchool answers: “${error}”`;
  if (TAKEN.test(error)) {
    return `${says} There is a template called ${name} already. Nothing was lost: type another name, or press Cancel, delete the old template on My Templates and save again.`;
  }
  if (SIGNED_OUT.test(error)) {
    return `${says} You are signed out. Nothing is saved yet: sign in again in another tab of this browser, then press Save as New once more.`;
  }
  if (NOT_ALLOWED.test(error)) {
    return `${says} Your PowerSchool role may not save templates. Nothing is saved, and the page stays as it is: ask whoever manages roles in your district, then press Save as New again.`;
  }
  return `${says} Nothing is saved yet, and nothing was lost. Change what it complains of, then press Save as New again.`;
}
