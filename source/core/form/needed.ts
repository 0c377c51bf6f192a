/** What a requirement lets the author do. */

import type {Requirement} from './types.ts';

/** True where leaving it out is the author's right. */
export function isOptional(requirement: Requirement): boolean {
	return requirement === 'optional' || requirement === 'conditional';
}

/** True where it counts towards "required". A form without markers requires everything. */
export function isRequired(requirement: Requirement): boolean {
	return requirement === 'required' || requirement === 'unspecified';
}
