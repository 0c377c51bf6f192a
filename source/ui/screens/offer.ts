/** An offered answer in words. */

import type {Offer} from '../../core/wizard/index.ts';
import type {GuidanceProps} from '../components/guidance.ts';

const sources: Readonly<Record<Offer['from'], string>> = {
	today: 'today',
	git: 'from git',
	elsewhere: 'as answered before',
	template: 'the template suggests it',
	sample: 'a sample to start from',
};

/** What is offered, where it comes from and the key that takes it. */
export function offerWords(offered: Offer, key: string | undefined): NonNullable<GuidanceProps['offer']> {
	const {value} = offered;
	const text =
		typeof value === 'string'
			? value
			: Array.isArray(value)
				? value.map(item => (typeof item === 'string' ? item : 'rows')).join(', ')
				: 'what stands there';
	return {text, from: sources[offered.from], ...(key === undefined ? {} : {key})};
}
