import { compare } from '../catalog.ts';
import type { Session } from '../sessions.ts';
import type { DataSetColumn } from '../types.ts';
import { offerOf } from '../wizard-state.ts';

/** What the partial reload brings: the description's HTML and the columns in the tree's order. */
export interface ColumnsPart {
  description: string;
  columns: DataSetColumn[];
}

/** A decoy in the manner of plugins that explain themselves: headings, grid, inputs, buttons and the page's own words. */
const FOREIGN = `<div class="foreign">
<h2 class="toggle collapsed">Labels Used on Export, explained</h2>
<p>In the Data Export Manager choose Export From, then Next. Character Set: UTF-8. Export File Name: users.csv.</p>
<table class="grid"><thead><tr><th>Field</th><th>Labels Used on Export</th><th>Column Header *</th><th>Remove</th></tr></thead>
<tbody><tr><td>USERS.email</td><td><input type="text" value="USERS.email"></td><td>email</td><td><button type="button">-</button></td></tr>
<tr><td>USERS.role</td><td><input type="text" value="USERS.role"></td><td>role</td><td><button type="button">-</button></td></tr></tbody></table>
<label>Category <select><option>Show All</option><option>Additional Data Sets</option></select></label>
<div class="button-row"><button type="button" onclick="window.foreignClicks = (window.foreignClicks || 0) + 1">Next</button>
<button type="button" onclick="window.foreignClicks = (window.foreignClicks || 0) + 1">Save Template</button></div>
</div>`;

/** The part of step 1 that belongs to a data set; undefined for a value that Export From does not offer. */
export function columnsPart(session: Session, exportFrom: string): ColumnsPart | undefined {
  const offer = offerOf(session, exportFrom);
  if (!offer) return undefined;
  const foreign = session.variants.description === 'foreign' ? FOREIGN : '';
  return {
    description: foreign + offer.dataSet.descriptionHtml,
    columns: offer.columns.toSorted((a, b) => compare(a.table, b.table) || compare(a.field, b.field)),
  };
}
