/** An offered answer in words. */

import {sourceWords, type Offer} from '../../core/wizard/index.ts';
import type {GuidanceProps} from '../components/guidance.ts';

/** What is offered, where it comes from and the key that takes it. */
export function offerWords(offered: Offer, key: string | undefined): NonNullable<GuidanceProps['offer']> {
	const {value} = offered;
	const text =
		typeof value === 'string'
			? value
			: Array.isArray(value)
				? value.map(item => (typeof item === 'string' ? item : 'rows')).join(', ')
				: 'what stands there';
	return {text, from: sourceWords(offered), ...(key === undefined ? {} : {key})};
}
