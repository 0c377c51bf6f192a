/** The reader: any Markdown text becomes a form, by general rules and with exact ranges. */

import {parseMarkdown, type Tree} from './markdown.ts';
import {linesOf} from '../text/index.ts';
import type {Fault, Field, Form, Guidance, Mends, NeedWords, Repeat} from './types.ts';
import {eolOf} from './line-ends.ts';
import {knownForm} from './kept-forms.ts';
import {readMarker} from './marker.ts';
import {applyHints} from './read/apply-hints.ts';
import {mendFields, mendSections, without} from './read/apply-mends.ts';
import {assemble} from './read/assemble.ts';
import {instancesOf} from './read/instance.ts';
import {asksInProse} from './read/asking.ts';
import {bodyOf} from './read/body.ts';
import {boilerplateIn} from './read/boilerplate.ts';
import type {Node, Source} from './read/found-field.ts';
import {feedExample, takeExample} from './read/example.ts';
import {findFrontMatter, frontMatterFields, unclosedFrontMatter} from './read/front-matter.ts';
import {findHints, mayHoldHints, withoutHints} from './read/hints.ts';
import {descendants, outline} from './read/outline.ts';
import {withScannedHeadings} from './read/scanned-headings.ts';
import {headingFields, titleOf} from './read/title.ts';
import {displayTitle} from './read/heading.ts';
import {joinMasks} from './read/id-mask.ts';
import {spansIn} from './read/context.ts';
import {withUnit} from './read/number-unit.ts';
import {trailingMarkers} from './read/trailing-markers.ts';
import {joinVariables, nameInCode, nameInTables} from './read/variables.ts';
import {walkSection} from './read/walk.ts';
import {yamlFault} from './read/yaml.ts';
import {repeatNote} from './read/prompt.ts';
import {flatten} from './sections.ts';

/**
 * Derives a form from Markdown: sections, fields with their kinds and ranges, guidance, repeats. Takes the text as it
 * is (BOM, CRLF and all) and never fails; what is odd is reported in `faults` and read as text.
 *
 * @param options `words`: what says how much is needed beside the words known here; they stay with the form.
 * `counting`: what headings count by although the first of them has no title yet, as level and word: `3 phase`.
 * `mends`: what the author reads otherwise, which stays with the form
 */
export function readForm(text: string, {words = {}, counting = [], mends = noMends}: ReadOptions = {}): Form {
	const own = Object.values(words).some(list => list.length > 0) ? words : {};
	const isPlain = own !== words && counting.length === 0 && mends.size === 0;
	const key = isPlain ? text : `${JSON.stringify([own, counting, [...mends]])}\n${text}`;
	return knownForm(key, () => read(text, own, new Set(counting), mends));
}

export type ReadOptions = {
	readonly words?: NeedWords | undefined;
	readonly counting?: readonly string[];
	readonly mends?: Mends | undefined;
};

const noMends: Mends = new Map();

function read(written: string, words: NeedWords, counting: ReadonlySet<string>, mends: Mends): Form {
	const matter = findFrontMatter(written);
	const from = matter?.range.to ?? 0;
	const lines = linesOf(written);
	const hidden = readMarker(written);
	const treeOf = (text: string): Tree => withScannedHeadings(text, parseMarkdown(text, from));
	let tree = treeOf(written);
	const hints = mayHoldHints(written, matter, hidden?.range)
		? findHints(written, tree, lines, matter, hidden?.range)
		: undefined;
	// Hints are read by themselves; without them the text is the one that a file without hints would have.
	const text = hints ? withoutHints(written, hints) : written;
	if (text !== written) tree = treeOf(text);
	const source: Source = {
		text,
		written,
		lines,
		tree,
		words,
		counting,
		italicsAreBlanks:
			/(?<!\p{L})italic(?:s|i[sz]ed)?\b.{0,60}\b(?:replaced?|placeholders?|filled|guidance|hints?|instructions?|removed?|deleted?)\b/iu.test(
				text,
			),
		asksInBrackets: asksInBrackets(text, tree),
		closing: closingOf(text, tree),
	};
	const faults: Fault[] = [];
	const {lead, top} = outline(source, from);
	const example = takeExample(source, top);
	const nodes = descendants(top);
	const title = titleOf(source, nodes);
	markStubs(source, top);
	if (matter) {
		const found = frontMatterFields(source, matter);
		lead.fields.push(...found.fields);
		lead.shown.push(...found.comments.map(comment => comment.text));
		// Blanks such as `{{title}}` are no YAML, and need not be until they are filled.
		const templated =
			/[{<(\[]|\|/u.test(text.slice(matter.content.from, matter.content.to)) &&
			found.fields.some(field => field.blank && field.placeholder !== '');
		const fault =
			templated || matter.language !== 'yaml'
				? undefined
				: yamlFault(text.slice(matter.content.from, matter.content.to));
		if (fault) {
			faults.push({
				code: 'front-matter.invalid',
				reason: `The front matter is not valid YAML: ${fault.reason}.`,
				range: {from: matter.content.from + fault.range.from, to: matter.content.from + fault.range.to},
			});
		}
	}

	const unclosed = matter ? undefined : unclosedFrontMatter(text);
	if (unclosed) {
		faults.push({
			code: 'front-matter.unclosed',
			reason: 'The front matter that begins on the first line is never closed.',
			range: unclosed,
		});
	}

	const read = [lead, ...nodes].filter(node => !node.stub && !node.dropped);
	const walks = read.map(node => {
		const name = node.parts ? displayTitle(text, node.parts) : '';
		const isTitle = node === title;
		node.fields.push(...headingFields(source, node, isTitle, lead));
		const walk = walkSection(
			source,
			node,
			name.trim(),
			isTitle ||
				node.level === 0 ||
				/^(?:document control|metadata|meta|ownership|header|document information)$/iu.test(name.trim()),
		);
		node.fields.push(...walk.fields);
		return {node, walk, name: name.trim(), isTitle};
	});
	const prosePrompts = asksInProse(source, walks, top);
	for (const {node, walk, name, isTitle} of walks) {
		bodyOf(source, node, name, walk, isTitle, prosePrompts);

		if (node.parts?.marker) {
			const {range} = node.parts.marker;
			node.guidance.push({role: 'marker', range, text: text.slice(range.from, range.to).trim()});
		}
	}

	for (const node of read) {
		node.fields = node.fields.map(field => withUnit(source, field));
		node.guidance.push(...trailingMarkers(source, node));
	}

	if (example) {
		feedExample(source, example, nodes);
	}

	const assembled = () => assemble(source, lead, top, title);
	if (hints) faults.push(...applyHints(source, hints, [lead, ...nodes], top, example?.range, assembled));
	mendSections(source, nodes, top, mends, assembled);
	const made = mendFields(source, assembled(), mends);
	const scopes = made.repeats.flatMap(repeat =>
		repeat.instances.map(instance => ({id: instance.id, range: instance.range})),
	);
	const scopeOf = (at: number) =>
		scopes.filter(scope => scope.range.from <= at && at < scope.range.to).sort((a, b) => b.range.from - a.range.from)[0]
			?.id ?? '';
	const variables = joinVariables(made.fields, field => scopeOf(field.range.from));
	const links = [lead, ...nodes].flatMap(node => spansIn(node.blocks)).filter(span => span.type === 'link');
	const named = nameInTables(
		text,
		variables.fields,
		[lead, ...nodes].flatMap(({blocks}) => blocks),
		scopeOf,
	);
	const masks = joinMasks(source, named, links);
	const joined = new Set([...variables.joined, ...masks.joined]);
	const fields = nameInCode(text, masks.fields, field => scopeOf(field.range.from));
	const {sections, repeats} = joined.size > 0 ? without(made, joined) : made;
	const titleSection = title
		? flatten(made.sections).find(section => section.line === source.lines.lineOf(title.heading!.range.from))
		: undefined;
	const head = titleSection?.headingRange;
	const titleField =
		fields.find(field => field.place.at === 'heading' && field.rule !== 'id-mask' && field.section === titleSection?.id)
			?.id ??
		fields.find(field => field.mirrors.some(({range}) => head && range.from >= head.from && range.to <= head.to))?.id ??
		fields.find(field => field.place.at === 'yaml' && /\/title$/u.test(field.id))?.id;
	const dropped = new Set(
		nodes.filter(node => node.dropped).map(node => source.lines.startOf(node.heading!.range.from)),
	);
	// The template's own name goes when the title is given; a stub goes with the unit that it copies.
	const guidance: Guidance[] = made.guidance.map(one => {
		const unit =
			one.role === 'repeat-note' && one.fields.length === 0
				? repeats.find(
						repeat =>
							repeat.instances.at(-1)!.range.to <= one.range.to &&
							repeat.id.replace(/[^/]*$/u, '') === one.section.replace(/[^/]*$/u, '') &&
							!repeat.instances.some(instance => instance.id === one.section),
					)
				: undefined;
		return dropped.has(one.range.from) && titleField !== undefined
			? {...one, fields: [titleField]}
			: unit
				? {...one, fields: unit.instances[0]!.fields}
				: one;
	});
	if (example) {
		guidance.push({
			role: 'example',
			range: example.range,
			text: text.slice(example.range.from, example.range.to).trim(),
			section: '',
			fields: [],
		});
	}

	const boilerplate = boilerplateIn(source, read, {sections, fields, guidance, repeats}, [
		example?.range,
		hidden?.range,
	]);
	return {
		source: written,
		...(Object.keys(words).length > 0 && {words}),
		...(mends.size > 0 && {mends}),
		eol: eolOf(written),
		sections,
		fields,
		boilerplate,
		repeats: withBoilerplate(repeats, boilerplate),
		guidance,
		...(titleField !== undefined && {titleField}),
		title: titleSection?.title ?? '',
		...(hidden && {marker: hidden}),
		faults,
	};
}

/** Repeats whose instances have their boilerplate, too. */
function withBoilerplate(repeats: readonly Repeat[], boilerplate: readonly Field[]): readonly Repeat[] {
	if (boilerplate.length === 0) return repeats;
	return repeats.map(repeat => ({
		...repeat,
		instances: repeat.instances.map(instance => {
			const {from, to} = instance.range;
			const own = boilerplate.filter(({range}) => range.from >= from && range.to <= to);
			return {...instance, fields: [...instance.fields, ...own.map(({id}) => id)]};
		}),
	}));
}

/** Whether a template puts its instructions in brackets: several of its paragraphs are nothing else, each its own words. */
function asksInBrackets(text: string, tree: Tree): boolean {
	const whole = new Set<string>();
	for (const block of tree.blocks) {
		if (
			block.type !== 'paragraph' ||
			!/[[{]/u.test(text[block.range.from]!) ||
			block.spans.some(span => span.type === 'link' && span.from === block.range.from)
		) {
			continue;
		}

		const words = text.slice(block.range.from, block.range.to);
		if (/^[[{][^\]]*[\]}]\.?$/u.test(words) && words.split(/\s+/u).length >= 4) whole.add(words);
	}

	return whole.size >= 3;
}

/** Where the part of a text begins in which only rules and bold lines without a colon are left. */
function closingOf(text: string, {blocks}: Tree): number {
	const last = blocks.findLast(
		({type, range}) =>
			type !== 'rule' && (type !== 'paragraph' || !/^\*\*[^*\n]*[^*\n:]\*\*$/u.test(text.slice(range.from, range.to))),
	);
	return last?.range.to ?? 0;
}

function noteOnly(source: Source, node: Node): boolean {
	const blocks = node.blocks.filter(block => block.type !== 'rule');
	return (
		blocks.length === 1 &&
		node.children.length === 0 &&
		repeatNote(source.text.slice(blocks[0]!.range.from, blocks[0]!.range.to))
	);
}

/** Copies of an earlier unit that hold nothing but "[Repeat structure …]". */
function markStubs(source: Source, siblings: readonly Node[]): void {
	const groups = new Map<string, Node>();
	for (const [node, instance] of instancesOf(source, siblings)) {
		const earlier = groups.get(instance.key);
		const earlierNote = earlier !== undefined && noteOnly(source, earlier);
		const blocks = node.blocks.filter(block => block.type !== 'rule');
		if (earlier && !earlierNote && noteOnly(source, node)) {
			node.stub = true;
			const end = blocks[0]!.range.to;
			earlier.note ??= source.text.slice(blocks[0]!.range.from, end).replaceAll(/^\[|\]$/gu, '');
			node.guidance.push({role: 'repeat-note', range: {from: node.range.from, to: node.range.to}, text: earlier.note});
		} else if (!earlier) {
			groups.set(instance.key, node);
		}
	}

	for (const node of siblings) {
		markStubs(source, node.children);
	}
}
