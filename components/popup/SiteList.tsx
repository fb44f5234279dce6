import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import type { GrantView, SitesActions, SitesView } from './sites.ts';

/** The browser's own list of sites that the extension may work on; what was granted can be taken back. */
export function SiteList({ sites: { builtIn, granted }, on }: { sites: SitesView; on: SitesActions }) {
  return (
    <Disclosure title={say('sites_list')}>
      <ul class="sites">
        {builtIn.map(({ host, allowed }) => (
          <li key={host}>
            <span>
              <b>{host}</b> <span class="hint">{say(allowed ? 'sites_built_in' : 'sites_built_in_off')}</span>
            </span>
          </li>
        ))}
        {granted.map((grant) => (
          <li key={grant.pattern}>
            <span>
              <b>{nameOf(grant)}</b>
              {grant.unencrypted && <span class="hint"> {say('sites_http')}</span>}
            </span>
            <Button onPress={() => on.takeBack(grant.pattern)} aria-label={say('sites_take_back_which', nameOf(grant))}>
              {say('sites_take_back')}
            </Button>
          </li>
        ))}
      </ul>
      <p class="hint">{say('sites_list_what')}</p>
    </Disclosure>
  );
}

const nameOf = ({ host }: GrantView): string => (host === '' ? say('sites_every') : host);
