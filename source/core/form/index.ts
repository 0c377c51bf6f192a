/** The door of the form room. */

export * from './types.ts';
export {readForm} from './read.ts';
export {slug} from './slug.ts';
