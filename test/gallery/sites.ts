/** The popup where sites beside the built-in ones are concerned. */
import type { OfferView, SitesView } from '../../components/popup/sites.ts';
import type { PopupView } from '../../components/view.ts';
import { say } from '../../utils/words/say.ts';
import { FRESH, popup } from './data.ts';

const HOST = 'sis.example.org';

function lacking(sites: Partial<SitesView>, more: Partial<PopupView> = {}): PopupView {
  const base = popup({});
  return popup({
    site: HOST,
    files: FRESH,
    nextStep: '',
    nextButton: '',
    begun: false,
    sites: { ...base.sites, ...sites },
    ...more,
  });
}

function offer(more: Partial<OfferView> = {}): OfferView {
  return { host: HOST, known: false, once: true, always: true, unencrypted: false, everyPortOf: '', ...more };
}

const granted = [
  { pattern: 'https://sis.example.org/*', host: HOST, unencrypted: false },
  {
    pattern: 'http://powerschool.a-district-with-a-long-name.example.org/*',
    host: 'powerschool.a-district-with-a-long-name.example.org',
    unencrypted: true,
  },
  { pattern: '*://*/*', host: '', unencrypted: false },
];

const REFUSED = say('sites_refused', HOST);

export const sitesStates: Record<string, PopupView> = {
  'own-domain': lacking({ offer: offer() }),
  'own-domain-http-port': lacking(
    { offer: offer({ host: `${HOST}:8080`, unencrypted: true, everyPortOf: HOST }) },
    { site: `${HOST}:8080` },
  ),
  'own-domain-elsewhere': lacking(
    { offer: offer({ once: false }) },
    {
      onExportManager: false,
      nextStep: say('next_in_manager', 'users.csv'),
      nextButton: say('open_manager'),
    },
  ),
  'known-not-allowed': lacking(
    {
      offer: offer({ host: 'maplewood.powerschool.com', known: true }),
      builtIn: [{ host: '*.powerschool.com', allowed: false }],
    },
    { site: 'maplewood.powerschool.com' },
  ),
  'panel-missing': lacking({ offer: offer({ always: false }), granted }),
  refused: lacking({ offer: offer(), message: REFUSED }),
  blocked: lacking({ blocked: HOST }),
  granted: popup({ site: HOST, sites: { ...popup({}).sites, granted, message: say('sites_allowed', HOST) } }),
};
