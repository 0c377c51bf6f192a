/** The paragraphs of an author's prose with what they rest on, where the template wants that each of them says so. */

import {
	blanks,
	endStripped,
	evidenceLabels,
	parseMarkdown,
	takesEvidence,
	type Block,
	type EvidenceLabels,
} from '../form/index.ts';
import type {Document, Range} from '../form/types.ts';
import {literal} from './literal.ts';
import {nameOf} from './naming.ts';
import {ownParts} from './own-parts.ts';
import {placer} from './place.ts';
import {isOwnForm, standingOf, type FieldStanding} from './standing.ts';
import type {Message} from './types.ts';

/** A paragraph that has to end with its evidence. */
export type Paragraph = {
	/** The answer that it stands in; none under a heading of the author's own. */
	readonly entry?: FieldStanding;
	/** What messages call the place where it stands. */
	readonly name: string;
	readonly range: Range;
	/** What stands behind its labels, in order; `text` is empty where nothing does. */
	readonly claims: readonly Claim[];
	/** True where prose goes on behind the evidence. */
	readonly goesOn: boolean;
};

export type Claim = {readonly label: string; readonly isGap: boolean; readonly text: string; readonly range: Range};

/** A gap that an author admits: `what — Impact: … — Owner: …`, of which the last two may be missing. */
export type EvidenceGap = {
	readonly gap: string;
	readonly impact?: string;
	readonly owner?: string;
	/** Where the template has the section and the field. */
	readonly section?: string;
	readonly field?: string;
	readonly place: Message['place'];
};

export type EvidenceRollUp = {
	readonly paragraphs: number;
	readonly withEvidence: number;
	readonly withGap: number;
	readonly gaps: readonly EvidenceGap[];
};

const read = new WeakMap<Document, readonly Paragraph[]>();

/** The paragraphs in prose answers; none where the template doesn't ask for evidence. Computed once a document. */
export function evidenceParagraphs(document: Document): readonly Paragraph[] {
	const made = read.get(document);
	if (made) return made;
	const labels = evidenceLabels(document.form);
	const found = labels
		? [
				...[...standingOf(document).fields.values()].flatMap(one => inAnswer(document, one, labels)),
				...ownParts(document)
					.filter(({titles}) => !titles.some(title => gathers(title, labels)))
					.flatMap(({range, title}) => paragraphsIn(document, range, labels, {name: `"${title}"`})),
			].sort((one, other) => one.range.from - other.range.from)
		: [];
	read.set(document, found);
	return found;
}

/** How many paragraphs there are, how many have evidence or admit a gap, and these gaps; undefined where the template asks for none. */
export function evidenceRollUp(document: Document): EvidenceRollUp | undefined {
	if (!evidenceLabels(document.form)) return undefined;
	const paragraphs = evidenceParagraphs(document);
	const place = placer(document.source);
	const count = (isGap: boolean): number =>
		paragraphs.filter(({claims}) => claims.some(one => one.isGap === isGap && one.text !== '')).length;
	const gaps = paragraphs.flatMap(({entry, claims}) =>
		claims
			.filter(({isGap, text}) => isGap && text !== '')
			.map(({text, range}) => ({...gapIn(text), ...placeOf(entry), place: place(range)})),
	);
	return {paragraphs: paragraphs.length, withEvidence: count(false), withGap: count(true), gaps};
}

function gapIn(text: string): Pick<EvidenceGap, 'gap' | 'impact' | 'owner'> {
	const [gap = '', ...parts] = text.split(/\s+(?:[—–]|--?)\s+(?=[*_]*\p{L}+[*_]*:)/u);
	const said = new Map(
		parts.map(part => {
			const [, label = '', words = ''] = /^[*_]*(\p{L}+)[*_]*:[*_]*\s*(.*)$/su.exec(part) ?? [];
			return [label.toLowerCase(), words.trim()];
		}),
	);
	const impact = said.get('impact') ?? said.get('auswirkung');
	const owner = said.get('owner') ?? said.get('verantwortlich');
	return {gap: gap.trim(), ...(impact === undefined ? {} : {impact}), ...(owner === undefined ? {} : {owner})};
}

/** The ids by which messages and gaps name the place of a paragraph. */
export function placeOf(entry: FieldStanding | undefined): {readonly section?: string; readonly field?: string} {
	return entry ? {section: entry.field.section, field: entry.field.id} : {};
}

/** The sections that gather evidence and gaps have no claims of their own. */
function gathers(title: string, {sources, gaps}: EvidenceLabels): boolean {
	return [...sources, ...gaps].some(label => title.toLowerCase().startsWith(label.toLowerCase()));
}

function inAnswer(document: Document, entry: FieldStanding, labels: EvidenceLabels): readonly Paragraph[] {
	const {field, row, state} = entry;
	const span = document.spans.get(field.id);
	if (state !== 'answered' || field.kind !== 'prose' || !span || !takesEvidence(document.form, field)) return [];
	return gathers(row?.section.title ?? '', labels)
		? []
		: paragraphsIn(document, span, labels, {entry, name: nameOf(entry)});
}

function paragraphsIn(
	document: Document,
	span: Range,
	labels: EvidenceLabels,
	of: Pick<Paragraph, 'entry' | 'name'>,
): readonly Paragraph[] {
	const text = document.source.slice(span.from, span.to);
	const start = span.from + (text.length - text.trimStart().length);
	const {blocks} = parseMarkdown(text.trim());
	const found: Paragraph[] = [];
	// A line that introduces a list or a table claims nothing by itself, but may have its evidence behind that.
	let introduction: Paragraph | undefined;
	for (const [index, block] of blocks.entries()) {
		if (block.type !== 'paragraph') continue;
		const range = {from: start + block.range.from, to: start + block.range.to};
		const words = document.source.slice(range.from, range.to);
		const claims = claimsIn(words, range.from, labels);
		// Labels that an author has put in are answered in a word or two, as the template's are.
		if ((!of.entry || isOwnForm(document)) && claims.length === 0 && /^(\*\*|__)[^*_\n]+(?::\1|\1:)/.test(words))
			continue;
		const paragraph = {...of, range, claims, goesOn: goesOn(claims, words)};
		// Evidence in a paragraph of its own is that of the one before.
		const before = claims[0]?.range.from === range.from ? (introduction ?? found.pop()) : undefined;
		introduction = undefined;
		if (before) {
			found.push({...before, claims: [...before.claims, ...claims], goesOn: paragraph.goesOn});
		} else if (claims.length === 0 && introduces(words, blocks[index + 1])) {
			introduction = paragraph;
		} else if (claims.length > 0 || !claimsNothing(words)) {
			found.push(paragraph);
		}
	}
	return found;
}

function introduces(words: string, next: Block | undefined): boolean {
	return (
		/[::]$/u.test(endStripped(words, `${blanks}*_`)) &&
		next !== undefined &&
		next.type !== 'paragraph' &&
		next.type !== 'heading'
	);
}

/** A line in bold that stands for a heading, an image, a caption, a word that there is nothing, and what only points elsewhere. */
const nothing = [
	/^(\*\*|__)[^\n]+\1:?$/,
	/^!\[[^\]]*\][([][^\n]*[)\]]$/,
	/^[*_]{0,2}(?:figure|fig\.|table|diagram|abbildung|abb\.|tabelle)\s*\d+\b[^\n]*$/iu,
	/^(?:none(?: (?:yet|known|planned))?|nothing|keine[rs]?|aucune?|ninguno|nenhum|n\/a\b[^\n]*|not applicable\b[^\n]*)[.!]?$/iu,
	/^\(?(?:see|siehe|vgl\.|voir|cf\.|véase|ver)(?: also| auch)?\s+(?:§|sections?\b|abschnitte?\b|appendix\b|anhang\b|\[)[^\n]{0,80}$/iu,
];

function claimsNothing(words: string): boolean {
	return nothing.some(pattern => pattern.test(words.trim()));
}

/** What stands behind the labels in a paragraph that begins at `from`. */
export function claimsIn(words: string, from: number, labels: EvidenceLabels): readonly Claim[] {
	const names = [...labels.gaps, ...labels.sources].sort((one, other) => other.length - one.length);
	const pattern = new RegExp(`(?<=^|[ \\t\\n\\r(])[*_]*(${names.map(literal).join('|')})[*_]*[ \\t]*:[*_]*`, 'giu');
	// Inside a line only the template's own capital makes it a label: "there is evidence: queues grow" is prose.
	const heads = [...words.matchAll(pattern)].filter(
		({1: name = '', index}) =>
			/(?:^|[\n\r])$/.test(endStripped(words.slice(0, index), ' \t')) || names.some(one => one[0] === name[0]),
	);
	return heads.map((head, index) => {
		const end = heads[index + 1]?.index ?? words.length;
		const [whole, name = ''] = head;
		const said = endStripped(words.slice(head.index + whole.length, end), `${blanks}*_`);
		return {
			label: name,
			isGap: labels.gaps.some(one => one.toLowerCase() === name.toLowerCase()),
			text: /^\s*(?:[-–—…?.]*|TB[DC]|TODO|n\/a|\[[^\]\n]*\](?![([])|<[^>\n:]*>)\s*$/iu.test(said)
				? ''
				: said.replace(/\s+/gu, ' ').trim(),
			range: {from: from + head.index, to: from + head.index + whole.length + said.length},
		};
	});
}

/** Whether a sentence begins on a line behind the sources, which may themselves go over several lines. */
function goesOn(claims: readonly Claim[], words: string): boolean {
	const last = claims.at(-1);
	if (!last || last.isGap) return false;
	const lines = words.slice(words.lastIndexOf(last.label)).split(/\r\n|\n|\r/);
	return lines.some(
		(line, index) =>
			index > 0 &&
			!/[;,:(]\s*$/.test(lines[index - 1] ?? '') &&
			/^\s*\p{Lu}\p{L}*(?:\s+\S+){3,}[.!?]$/u.test(line.trimEnd()),
	);
}
