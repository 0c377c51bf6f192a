/** The document's title and the blanks in headings. */

import {slug} from '../slug.ts';
import {foundField, wholeLines, type FoundField, type Node, type Source} from './found-field.ts';
import {displayTitle} from './heading.ts';
import {maskField} from './id-mask.ts';
import {labelLines} from './label-lines.ts';
import {shownText} from './shown.ts';
import type {Block} from '../markdown.ts';
import {labelText, shortLabel} from './label.ts';
import {answerOf, inlineFields} from './inline.ts';
import {trimmed} from './value.ts';
import {askedBy, type Asked} from './kind.ts';
import {alternatives} from './options.ts';

const common = /^(?:summary|abstract|introduction|overview|context|motivation|background|status|problem|goals)\b/iu;
const kinds =
	/^(?:the|a|an|of|and|for|technical|software|system|product|project|feature|design|requirements?|specifications?|spec|document|documentation|proposal|plan|report|architecture|decision|record|review|implementation|tasks?|tests?|analysis|rfc|adr|prd|template|overview|checklist|guide|notes?|&|-|–)$/iu;
/** A title that names a template; one that says something of a template, as "What the template keeps", is a document's. */
const templateName =
	/(?:^|[\s(-])templates?(?=\s*(?:$|[^\p{L}\p{N}\s]|(?:for|to|v?\d\S*|files?|documents?|examples?|guide|instructions?)(?!\p{L})))|^\W*templates?\b/iu;
/** For a text with single blanks: each word can be taken in one way only, so that a long title takes no longer. */
const sample =
	/^title\b|^(?:(?:spec|rfc|adr|proposal|document|feature|project|your|my|the|an?|insert|enter|number\.?|n+[-.:]?|\d+[.:]?|[.:]) )*(?:title$|name(?: here)?$|short title)|\btitle(?: here)?$|^(?:my|your)\b|\bplaceholder\b/iu;

/** The word alone, as other languages have it. */
const word = /^(?:titre|titel|título|titolo|tytuł|заголовок|название|标题|標題|タイトル|題名|제목)$/iu;

/** Whether a title only says that a title goes there: `My feature name`, `Short title of the proposal`. */
function isSample(title: string): boolean {
	const plain = title.replaceAll(/\s+/gu, ' ').trim();
	return sample.test(plain) || word.test(plain);
}

/** Whether a text right below a title that is one such word names it: it tells how to give one. */
export function tellsOfTitle(source: Source, node: Node, text: string): boolean {
	const name = node.parts && source.text.slice(node.parts.title.from, node.parts.title.to).trim().toLowerCase();
	return (
		node.level === 1 &&
		name !== undefined &&
		/^\p{L}+$/u.test(name) &&
		isSample(name) &&
		text
			.toLowerCase()
			.split(/[^\p{L}]+/u)
			.includes(name)
	);
}

/** Which heading is the document's title: the only H1, or the first where it does not look like a section. */
export function titleOf(source: Source, nodes: readonly Node[]): Node | undefined {
	const tops = nodes.filter(node => node.level === 1);
	const [first, second] = tops;
	if (!first || nodes[0] !== first) {
		return tops.length === 1 ? first : undefined;
	}

	const name = source.text.slice(first.parts!.title.from, first.parts!.title.to);
	// The template's own name over the document's title is not part of a document.
	if (
		second &&
		tops.length === 2 &&
		templateName.test(name) &&
		first.children.length === 0 &&
		(first.blocks.every(block => block.type === 'rule' || block.type === 'comment') ||
			(isOpenTitle(source, second) && first.blocks.every(block => speaksOnly(source, block))))
	) {
		first.dropped = true;
		const told = first.blocks.filter(block => block.type !== 'rule' && block.type !== 'comment');
		for (const range of [first.heading!.range, ...told.map(block => block.range)]) {
			first.guidance.push({
				role: 'guidance',
				range: wholeLines(source, range),
				text: shownText(source.text.slice(range.from, range.to)),
			});
		}

		return second;
	}

	const titled = first.parts!.blanks.length > 0 || isSample(name) || name.trim().split(/\s+/u).length > 2;
	return tops.length === 1 || (titled && !common.test(name)) ? first : undefined;
}

/** A heading takes a line of text; a day is told from it by the blank's own words. */
function askedInHeading(inner: string): Asked {
	const asked = askedBy('', inner, true);
	return asked.kind === 'date' ? asked : {kind: 'text', options: [], open: false, multiple: false};
}

/** A title that is still to be given. */
function isOpenTitle(source: Source, node: Node): boolean {
	const {title, blanks} = node.parts!;
	return blanks.length > 0 || isSample(source.text.slice(title.from, title.to));
}

/** A block that can only tell how the template is used: text without a blank or a box. */
function speaksOnly(source: Source, block: Block): boolean {
	switch (block.type) {
		case 'rule':
		case 'comment':
		case 'quote': {
			return true;
		}

		case 'paragraph': {
			return labelLines(source, block).length === 0;
		}

		default: {
			return false;
		}
	}
}

/** The fields in a node's heading: its blanks, or the whole title where it only names the template or is a sample. */
export function headingFields(source: Source, node: Node, isTitle: boolean, lead: Node): FoundField[] {
	const mask = node.parts?.mask;
	const label = mask && (mask.prefix === '' ? 'Number' : `${mask.prefix} number`);
	return [
		...(mask && label !== undefined ? [maskField(mask, label, [], 'heading')] : []),
		...titleFields(source, node, isTitle, lead),
	];
}

function titleFields(source: Source, node: Node, isTitle: boolean, lead: Node): FoundField[] {
	const {parts} = node;
	if (!parts || !node.heading) {
		return [];
	}

	const {text} = source;
	const name = text.slice(parts.title.from, parts.title.to);
	const [only] = parts.blanks;
	if (parts.blanks.length > 0) {
		const options =
			only && parts.blanks.length === 1 && (parts.isChoice || only.inner.includes('|'))
				? alternatives(only.inner, false)
				: undefined;
		if (options && only) {
			const bones = displayTitle(text, parts);
			return [
				foundField({
					label: parts.isChoice ? bones : labelText(only.inner),
					...answerOf({kind: 'choice', options: options.options, open: options.open, multiple: false}),
					range: only.range,
					place: {at: 'heading'},
					placeholder: only.text,
					path: ['heading'],
					rule: 'heading-choice',
				}),
			];
		}

		const bones = displayTitle(text, parts);
		return inlineFields(source, '', parts.blanks, [], 'heading', 'heading', askedInHeading).map((one, index) => {
			const inner = shortLabel(parts.blanks[index]!.inner);
			const generic = /^(?:name|title)$/iu.test(inner);
			const label =
				generic && bones.toLowerCase() !== inner.toLowerCase() && bones.split(' ').length <= 3
					? `${bones} ${inner.toLowerCase()}`
					: inner || one.label;
			const last = isTitle
				? index === 0
					? 'title'
					: slug(inner) || 'field'
				: index === 0 && (generic || parts.blanks.length === 1)
					? 'name'
					: slug(inner) || 'field';
			return {...one, label, path: [last]};
		});
	}

	const round = /^\([^()]+\)$/u.test(name.trim());
	const range = trimmed(text, parts.title);
	if (!isTitle) {
		const colon = name.indexOf(':');
		if (colon >= 0 && /\bplaceholder\b/iu.test(name.slice(colon))) {
			const {from} = trimmed(text, {from: parts.title.from + colon + 1, to: range.to});
			return [
				foundField({
					label: `${name.slice(0, colon)} title`,
					kind: 'text',
					range: {from, to: range.to},
					place: {at: 'heading'},
					placeholder: text.slice(from, range.to),
					path: ['name'],
					rule: 'heading-sample',
				}),
			];
		}

		return [];
	}

	const fromMatter = lead.fields.some(
		one => one.place.at === 'yaml' && slug(one.placeholder) === slug(name) && slug(name) !== '',
	);
	const plain = name.replaceAll(/[^\p{L}\p{N}\s&-]/gu, ' ').trim();
	const generic = plain.split(/\s+/u).every(word => kinds.test(word));
	const stands = round || fromMatter || isSample(plain) || templateName.test(name);
	if (range.from === range.to || (generic && !stands)) {
		return [];
	}

	return [
		foundField({
			label: 'Title',
			kind: 'text',
			range,
			place: {at: 'heading'},
			placeholder: text.slice(range.from, range.to),
			path: ['title'],
			blank: stands,
			prefilled: !stands,
			rule: stands ? 'title-sample' : 'title',
		}),
	];
}
