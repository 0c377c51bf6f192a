/** Fields of the values of front matter: scalars, and lists on one line. */

import {slug} from '../slug.ts';
import type {Range} from '../types.ts';
import {flowItems} from '../value/flow.ts';
import {decodeScalar} from '../value/scalar.ts';
import {blanksIn, type Blank} from './blank.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {answerOf, exampleOf, inlineFields, variableOf} from './inline.ts';
import {askedBy} from './kind.ts';
import {shortLabel} from './label.ts';
import {readNeedInBlank} from './requirement.ts';

const sampleScalar = /^(?:null|~|tbd|todo|(["']?)\?{1,3}\1|""|'')$/iu;

/** What a value of front matter asks for: most often one field, which may be a list. */
export function scalarFields(
	source: Source,
	label: string,
	path: readonly string[],
	range: Range,
	raw: string,
): FoundField[] {
	const bare = raw.replaceAll(/^["']|["']$/gu, '');
	const inside = raw === bare ? range : {from: range.from + 1, to: range.to - 1};
	const blanks = blanksIn(source.text, inside, []);
	const [only] = blanks;
	const bracket = /^[(<{[][\s\S]*[)>}\]]$/u.test(bare) && !/^\[\s*(?:[\w"'-]+\s*(?:,|\]))|^\[\]|^\{\}/u.test(bare);
	const whole =
		blanks.length === 1 && only !== undefined && only.range.from === inside.from && only.range.to === inside.to;
	// Variables among words of the template's, in quotes that hold whatever is filled in.
	if (
		raw !== bare &&
		!whole &&
		blanks.length > 0 &&
		blanks.every(blank => variableOf(blank).variableName !== undefined)
	) {
		return inlineFields(source, '', blanks, path, 'front-matter', 'yaml').map(one => {
			const name = shortLabel(one.variableName!);
			return {...one, label: name, path: [...path.slice(0, -1), slug(name) || 'field']};
		});
	}

	const listed = listField(source, label, path, range, blanks);
	if (listed) return [listed];
	const need = readNeedInBlank(whole ? only.inner : bracket ? bare.slice(1, -1) : '', source.words);
	const asked = askedBy(label, whole ? only.inner : bracket ? bare.slice(1, -1) : bare, whole || bracket);
	const sentence =
		bare.split(/\s+/u).length >= 4 && /\b(?:this|your|short|human|title|name|brief|description)\b/iu.test(bare);
	const blank =
		raw === '' ||
		sampleScalar.test(raw) ||
		blanks.length > 0 ||
		bracket ||
		asked.options.length > 1 ||
		asked.format === bare ||
		sentence ||
		bare === '';
	return [
		foundField({
			label,
			...answerOf(asked),
			range,
			place: {at: 'yaml'},
			placeholder: whole ? only.text : raw,
			path,
			blank,
			prefilled: !blank,
			rule: 'front-matter',
			...(need && {need}),
			...(whole && {...variableOf(only), ...exampleOf(only)}),
		}),
	];
}

/**
 * A list on one line, `[a, b]`: of people where its name says so. An empty one may stay as it is. One in brackets without a
 * comma or quotes is a blank, as is `[at most, five words]` with blanks among its words.
 */
function listField(
	source: Source,
	label: string,
	path: readonly string[],
	range: Range,
	blanks: readonly Blank[],
): FoundField | undefined {
	const raw = source.text.slice(range.from, range.to);
	const items = flowItems(raw);
	if (!items) return undefined;
	const said = items.map(one => decodeScalar(one));
	const isQuoted = items.some(one => /^["']/u.test(one));
	const isBlank = said.every(
		one =>
			sampleScalar.test(one.replace(/^@/u, '')) || blanks.some(({text}) => text === one) || /^<[^<>]*>$/u.test(one),
	);
	const isList =
		items.length === 0 || isQuoted || (items.length > 1 && items.every(one => isBlank || !/\s/u.test(one)));
	if (!isList) return undefined;
	const asked = askedBy(label, isBlank ? said.join(', ') : '', isBlank);
	const isMultiple = asked.kind === 'person' || asked.kind === 'link';
	return foundField({
		label,
		...(isMultiple ? {...answerOf(asked), multiple: true} : {kind: 'list'}),
		range,
		place: {at: 'yaml'},
		placeholder: raw,
		path,
		blank: isBlank,
		prefilled: !isBlank,
		rule: 'front-matter',
		...(items.length === 0 && {need: {requirement: 'optional', reason: false}}),
	});
}
