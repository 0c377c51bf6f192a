/** The door of the update room: documents brought to a newer version of their template. Pure functions, nothing thrown. */

export {conflictMark} from './conflict-marks.ts';
export type {Named} from './named.ts';
export {update, type Updated} from './update.ts';
