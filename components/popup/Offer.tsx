import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Stop } from '../parts/Line.tsx';
import type { SitesActions, SitesView } from './sites.ts';

interface OfferProps {
  sites: SitesView;
  on: SitesActions;
}

/** Access to the tab's site: this once, or always; or why there can be none. */
export function Offer({ sites: { offer, blocked, message }, on }: OfferProps) {
  return (
    <>
      {blocked !== '' && (
        <section class="next">
          <Stop>{say('sites_blocked', blocked)}</Stop>
          <p>{say('sites_blocked_then', blocked)}</p>
        </section>
      )}
      {offer && (
        <section class="next" aria-label={say('sites_access')}>
          <p>{say(textOf(offer), offer.host)}</p>
          {offer.always && offer.unencrypted && <Stop>{say('sites_unencrypted')}</Stop>}
          <p class="acts">
            {offer.always && (
              <Button kind={offer.once ? 'primary' : 'plain'} onPress={on.allowAlways}>
                {say('sites_always')}
              </Button>
            )}
            {offer.once && (
              <Button kind={offer.always ? 'plain' : 'primary'} onPress={on.allowOnce}>
                {say('sites_once')}
              </Button>
            )}
          </p>
          {offer.always && <Hint text={say('sites_always_what', offer.host)} />}
          {offer.always && offer.everyPortOf !== '' && <Hint text={say('sites_every_port', offer.everyPortOf)} />}
          {offer.once && <Hint text={say('sites_once_what')} />}
        </section>
      )}
      <p role="status" class={message === '' ? 'sr' : ''}>
        {message}
      </p>
    </>
  );
}

function textOf({ always, once, known }: NonNullable<SitesView['offer']>) {
  if (!always) return 'sites_no_panel';
  if (known) return 'sites_known';
  return once ? 'sites_looks_like' : 'sites_elsewhere';
}
