/** Which other ways a field of a template can be read in, for an author to whom the reader's own is the wrong one. */

import {bind} from './bind.ts';
import {asDocument} from './as-document.ts';
import {ordersOf} from './order.ts';
import {readForm} from './read.ts';
import {mendId} from './read/apply-mends.ts';
import {holds} from './read/hint-field.ts';
import {rearrange} from './resize.ts';
import {pathTo} from './sections.ts';
import type {Field, Form, Kind, Mend, Mends} from './types.ts';

/** One way of reading: in words, and the mends that there are then. */
export type Reading = {readonly words: string; readonly mends: Mends; readonly isNow: boolean};

/** What can be asked for, and whether several of it. */
const asked: readonly (readonly [words: string, kind: Kind, multiple: boolean])[] = [
	['A line of text', 'text', false],
	['Text of any length', 'prose', false],
	['A list, a line for each', 'list', false],
	['A date', 'date', false],
	['A number', 'number', false],
	['A person', 'person', false],
	['Several people', 'person', true],
	['A link', 'link', false],
];

/**
 * The readings of a field: the kinds that its place can hold, its options closed, open or several, as no blank, and its
 * section as one of several. What is a table, code or a list of parts is told by its form, and only left alone or not.
 */
export function readingsOf(form: Form, field: Field): readonly Reading[] {
	const mends: Mends = form.mends ?? new Map();
	const id = mendId(field.id);
	const said = (to: string, mend: Mend | undefined): Mends => {
		const next = new Map(mends);
		if (mend) next.set(to, mend);
		else next.delete(to);
		return next;
	};
	const isFree = !field.fixedItems && !field.item?.parts && !field.columns && field.place.at !== 'fence';
	const isLong = /[\r\n]/u.test(field.placeholder.trim());
	const kinds = isFree
		? holds[field.place.at].kinds.filter(kind => !isLong || kind === 'prose' || kind === 'list')
		: [];
	const as = (words: string, kind: Kind, more: Partial<Extract<Mend, {as: 'field'}>> = {}): Reading => {
		const mend = {as: 'field', kind, options: [], open: false, multiple: false, ...more} as const;
		const isNow =
			kind === field.kind &&
			mend.multiple === field.multiple &&
			mend.open === field.open &&
			mend.options.join('|') === field.options.join('|');
		return {words, mends: isNow ? mends : said(id, mend), isNow};
	};

	const options = field.options.length > 0 ? field.options : namedIn(field.placeholder);
	const choices = kinds.includes('choice') && options.length > 1;
	const section = pathTo(form.sections, field.section).at(-1);
	const mayRepeat =
		section !== undefined && section.level > 0 && section.id !== 'document' && field.repeat === undefined;
	return [
		...(choices
			? [
					as(`One of: ${told(options)}`, 'choice', {options}),
					as('One of them, or words of your own', 'choice', {options, open: true}),
					as('Several of them', 'choice', {options, multiple: true}),
				]
			: []),
		...asked.flatMap(([words, kind, multiple]) => (kinds.includes(kind) ? [as(words, kind, {multiple})] : [])),
		{words: 'No blank: it stays as it is', mends: said(id, {as: 'text'}), isNow: false},
		...(mayRepeat
			? [
					{
						words: `The section "${section.title}" may come several times`,
						mends: said(mendId(section.id), {as: 'repeat'}),
						isNow: false,
					},
				]
			: []),
		...takenBack(mends),
	];
}

/** What a blank names, parted by bars, else by slashes, commas or words: options to whoever says so. */
function namedIn(placeholder: string): readonly string[] {
	const bare = placeholder
		.trim()
		.replace(/^[[<{]+|[\]>}]+$/gu, '')
		.replaceAll('\\|', '|');
	const parts = [/\|/u, /\//u, /,|;/u, /\s+or\s+/u]
		.map(mark => [...new Set(bare.split(mark).map(part => part.trim().replace(/^or\s+/u, '')))])
		.find(found => found.length > 1);
	return parts?.every(part => part !== '' && part.length <= longestOption && !/[\r\n]/u.test(part)) ? parts : [];
}

const longestOption = 48;

/** The first options by their words, and how many more there are. */
function told(options: readonly string[]): string {
	const more = options.length - mostTold;
	return `${options.slice(0, mostTold).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const mostTold = 3;

/** What was said of any field is taken back by its id: one that is no blank any more can be reached in no other way. */
function takenBack(mends: Mends): readonly Reading[] {
	return [...mends.keys()].map(id => ({
		words: `${id}: as it was read at first`,
		mends: new Map([...mends].filter(([other]) => other !== id)),
		isNow: false,
	}));
}

/**
 * A form read with other mends: its template anew, and what was bound to that again.
 *
 * @param isOwn whether it is that of a document whose template is not known
 */
export function withMends(form: Form, mends: Mends, isOwn: boolean): Form {
	const read = ({source, words}: Form): Form => readForm(source, {words, mends});
	if (form.bound) return bind(read(form.bound.template), form.bound.text).form;
	if (form.moved) return rearrange(read(form.moved.from), ordersOf(form));
	const next = read(form);
	return isOwn ? asDocument(next).form : next;
}
