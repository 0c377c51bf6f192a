/** The door of reports: findings and documents in the forms that people, editors and other programs read. */

export type * from './types.ts';
export {addTo, barFor, baselineJson, isFindingLine, notKnown, type Baseline, type BaselineEntry} from './baseline.ts';
export {excerpt, type Excerpt} from './excerpt.ts';
export {githubLines} from './github.ts';
export {sarifLog} from './sarif.ts';
export {keepsTable, newPage, pageWith} from './index-page.ts';
export {statusMarkdown, statusRow, statusTable, type StatusRow} from './status.ts';
export {metadataText, templateMetadata, type MetadataFault, type TemplateMetadata} from './template-metadata.ts';
