import { say } from '../../words/say.ts';

/** Words by which PowerSchool's answers to a saving are told apart; the answers themselves are not known. */
const TAKEN = /\b(?:exists?|already|taken|in use|duplicate|unique)\b/i;
const NOT_ALLOWED = /\b(?:permission|permitted|privileges?|denied|allowed|authori[sz]ed|role|rights?)\b/i;
const SIGNED_OUT = /\b(?:session|log(?:ged)? ?(?:in|on|out|off)|sign(?:ed)? ?(?:in|out)|expired|timed out)\b/i;

/** What an error in the save dialog means, that nothing was lost, and what to do. `name` is the template's. */
export function explainRefusal(error: string, name: string): string {
  if (TAKEN.test(error)) {
    return say('refused_taken', error, name);
  }
  if (SIGNED_OUT.test(error)) {
    return say('refused_signed_out', error);
  }
  if (NOT_ALLOWED.test(error)) {
    return say('refused_not_allowed', error);
  }
  return say('refused_else', error);
}

/** What an error means that came up where Save Template was pressed: no dialog opened. */
export function explainNoDialog(error: string): string {
  const isForbidden = NOT_ALLOWED.test(error) && !SIGNED_OUT.test(error);
  return say(isForbidden ? 'refused_not_allowed' : 'halt_answers', error);
}
