/** Documents on the disk: reading, writing, and keeping paths from content inside a folder. */

export {confine} from './confine.ts';
export {linked} from './linked.ts';
export {sha256} from './hash.ts';
export {lookAt, readDocument, versionAt, type ReadOptions, type TextFile} from './read.ts';
export type {WriteOptions} from './target.ts';
export {writeDocument, type Written} from './write.ts';
