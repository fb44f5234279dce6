import { variant } from './variant.ts';

/** Step 2: the preview. */
export const RECORD_VARIANTS = {
  previewStart: variant('U', 'The preview of step 2 shows at once, or after Apply', 'at-once', 'on-apply'),
  previewHeader: variant('U', 'The preview is headed by labels or by field names', 'labels', 'fields'),
  previewPaging: variant('U', 'Rows per preview page', '25', '10', 'all'),
  previewInputs: variant('U', 'Preview cells are text, or text boxes', 'text', 'inputs'),
};
