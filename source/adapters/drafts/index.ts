/** Drafts: saved answers, the place in the walk and the template they belong to, one journal file each. */

export {realProcesses, type ProcessMark, type Processes} from './processes.ts';
export {draftStore, type DraftStore, type DraftStoreOptions} from './store.ts';
export type {Draft, DraftContent, DraftEntry, DraftHeader, DraftList, OpenedDraft} from './types.ts';
