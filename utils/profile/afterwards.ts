/**
 * What happens once the files are sent, as the receiver tells it: keys of the texts, or plain words. Apart from the profile: no page of PowerSchool's
 * needs these sentences.
 */
export interface Afterwards {
  steps: {
    /** Who does it: the receiver, or the administrator. */
    who: 'receiver' | 'you';
    text: string;
  }[];
  /** What the steps are taken from. */
  source: string;
}
