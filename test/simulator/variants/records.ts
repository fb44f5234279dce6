import { variant } from './variant.ts';

/** Step 2: the preview. */
export const RECORD_VARIANTS = {
  previewStart: variant('U', 'The preview of step 2 shows at once, or after Apply', 'at-once', 'on-apply'),
  previewHeader: variant('U', 'The preview is headed by labels or by field names', 'labels', 'fields'),
  previewPaging: variant('U', 'Rows per preview page', '25', '10', 'all'),
  previewInputs: variant('U', 'Preview cells are text, or text boxes', 'text', 'inputs'),
  previewShape: variant(
    'U',
    'The preview is one table; a table of headings over a scrolling one of rows; ARIA roles without any table; a table with two more columns in front, row numbers and tick boxes; or one whose headings are plain cells over a row of filters',
    'table',
    'fixed-heading',
    'aria-grid',
    'extra-columns',
    'filter-row',
  ),
  previewCount: variant(
    'U',
    'Beside its paging the preview says which records of how many it shows, how many there are, which page it is, or nothing',
    'range-of-total',
    'total-only',
    'pages',
    'none',
  ),
};
