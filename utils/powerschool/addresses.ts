import { all } from './locate/controls.ts';
import { wording } from './text.ts';

/** The wizard's first page (seen in ASH's guide, reference section 1). */
export const WIZARD_ADDRESS = '/admin/datamgmt/exportmanager.action';
/** My Templates (seen in ASH's README, 2022-24). */
const TEMPLATES_ADDRESS = '/admin/datamgmt/exporttemplates.html#export-template-content';

/** Where My Templates is: as the page's own tab says, else as guides link to it. */
export function templatesAddress(document: Document): string {
  const links = all<HTMLAnchorElement>(document, 'a[href*="exporttemplate" i]');
  const tab =
    links.find((link) => wording(link.textContent) === 'my templates') ??
    links.find(({ hash }) => /^#\/?export-template/i.test(hash));
  return tab?.href ?? TEMPLATES_ADDRESS;
}
