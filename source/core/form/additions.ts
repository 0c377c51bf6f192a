/**
 * What a document lacks of its template, put where it belongs, so that it can still be asked: whole sections with their
 * headings, and lines with a field of a section that is there.
 */

import type {Addition, Document, Field, Range} from './types.ts';
import {partEnd} from './headings.ts';
import {eolOf, gapBehind} from './line-ends.ts';
import {widthOf} from './line-pieces.ts';
import {scan} from './lines.ts';
import {readMarker} from './marker.ts';
import type {Recognised} from './match.ts';
import {mirrored} from './mirror.ts';
import type {Chunk, Row} from './plan.ts';

/** A part of the template that a document lacks, and where it belongs. */
export type Insertion = {
	readonly at: number;
	readonly text: string;
	/** True where blank lines must part it from what is around it. */
	readonly isBlock: boolean;
} & Pick<Addition, 'ids' | 'section'>;

export type Completed = {readonly source: string; readonly additions: readonly Addition[]};

/** What counts as lacking: sections in which there is nothing to fill as well, or only those in which there is. */
export type Lacking = {readonly evenWithoutFields?: boolean};

/** What a document lacks of its template; sections, then lines. */
export function lackingIn(recognised: Recognised, lacking: Lacking = {}): readonly Insertion[] {
	return [...missingSections(recognised, lacking), ...missingLines(recognised)];
}

/** The document's text with missing parts of the template in it, and where these stand. */
export function completed(source: string, insertions: readonly Insertion[]): Completed {
	// In order of their place; at one place in the template's order, which is the order they were found in.
	const ordered = insertions.map((one, index) => ({...one, index})).sort((a, b) => a.at - b.at || a.index - b.index);
	const additions: Addition[] = [];
	let text = '';
	let at = 0;
	const eol = eolOf(source);
	const put = (words: string, isBlock: boolean, own: Omit<Addition, 'range'>): void => {
		const from = text.length;
		text += parted(text, words.replaceAll(/\r\n|\n|\r/g, eol), source.slice(at), isBlock, eol);
		additions.push({range: {from, to: text.length}, ...own});
	};

	const open = openFence(source);
	for (const {at: place, text: own, ids, section, isBlock} of ordered) {
		text += source.slice(at, place);
		at = place;
		if (open && place >= open.from && !additions.some(one => one.closes)) {
			const all = ordered.flatMap(one => (one.at >= open.from ? one.ids : []));
			put(open.closing, false, {ids: all, closes: true});
		}

		put(own, isBlock, {ids, ...(section ? {section} : {})});
	}

	return {source: text + source.slice(at), additions};
}

/** Code that a text leaves open: where it begins, and the line that closes it. */
function openFence(source: string): {readonly from: number; readonly closing: string} | undefined {
	const {lines, unclosed} = scan(source, {document: true});
	if (unclosed?.what !== 'code fence') return undefined;
	const {text, end} = lines[unclosed.line]!;
	const [, lead = '', mark = ''] = /^(.*?)(`{3,}|~{3,})/.exec(text)!;
	return {from: end, closing: ' '.repeat(widthOf(lead)) + mark};
}

/** The words with the line ends that part them from what stands before and behind. */
function parted(before: string, words: string, behind: string, isBlock: boolean, eol: string): string {
	const gap = gapBehind(before, eol, isBlock);
	// Between two lines the end of the one before is there, at the end of a text that has none it is put in front.
	if (!isBlock) return gap + words + (gap === '' ? eol : '');
	return gap + words + eol + (/^[ \t]*(?:[\r\n]|$)/.test(behind) ? '' : eol);
}

/** Whole sections that have no heading in the document, the topmost of each branch. */
function missingSections(
	{document, plan, parts, pairs, absent, parted}: Recognised,
	{evenWithoutFields = false}: Lacking,
): readonly Insertion[] {
	const {form, source} = document;
	const end = readMarker(source)?.range.from ?? source.length;
	/** Where a heading of that level can stand behind a part: what follows must not fall under it. */
	const behind = (part: number, level: number): number => Math.min(end, partEnd(parts, part, level));
	const gone = new Set<Chunk>();
	return plan.chunks.flatMap((chunk, index) => {
		const {section, parent} = chunk;
		if (parent && (gone.has(parent) || absent.get(parent) !== undefined)) {
			gone.add(chunk);
			return [];
		}

		if (pairs[index] !== undefined || !section || section.level === 0 || chunk.note) return [];
		gone.add(chunk);
		const ids = below(form.fields, section.range);
		if ((ids.length === 0 && !evenWithoutFields) || parted.has(chunk)) return [];
		const before = plan.chunks
			.slice(0, index)
			.findLast((one, at) => one.parent === parent && one.section?.level === section.level && pairs[at] !== undefined);
		const above = parent ? pairs[parent.index] : 0;
		if (!before && above === undefined) return [];
		const part = before ? pairs[before.index]! : above!;
		const at = behind(part, before ? Math.min(section.level, parts[part]!.level) : section.level);
		return [
			{
				at,
				text: wordsIn(document, section.range),
				ids: [section.id, ...ids, ...below(form.boilerplate, section.range)],
				isBlock: true,
				section: {id: section.id, requirement: section.requirement},
			},
		];
	});
}

/** Ids of those fields that stand in a range of the template. */
function below(fields: readonly Field[], range: Range): readonly string[] {
	return fields.filter(field => field.range.from >= range.from && field.range.from < range.to).map(field => field.id);
}

/**
 * A piece of the template as it is written, without what never is part of a document, and with the answers of variables
 * at their other places.
 */
function wordsIn({form, answers}: Document, range: Range): string {
	const changes = [
		...form.guidance.filter(one => one.role === 'example').map(one => ({...one.range, text: ''})),
		...(form.marker ? [{...form.marker.range, text: ''}] : []),
		...form.fields.flatMap(field =>
			field.mirrors.map(mirror => {
				const words = form.source.slice(mirror.range.from, mirror.range.to);
				return {...mirror.range, text: mirrored(form, mirror, answers.get(field.id), words)};
			}),
		),
	].toSorted((a, b) => a.from - b.from);
	let text = '';
	let at = range.from;
	for (const change of changes) {
		if (change.to <= at || change.from < range.from || change.from >= range.to) continue;
		text += form.source.slice(at, Math.max(at, change.from)) + change.text;
		at = change.to;
	}

	return (text + form.source.slice(at, Math.max(at, range.to))).trimEnd();
}

/** Lines and blocks with a field that a section has lost; behind what stands before them in the template. */
function missingLines({document, plan, parts, pairs, rows}: Recognised): readonly Insertion[] {
	const {source, spans} = document;
	const lineEnd = (at: number): number => at + /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(source.slice(at))![0].length;
	return plan.chunks.flatMap((chunk, index) => {
		const part = parts[pairs[index] ?? -1];
		const found = rows.get(chunk);
		if (!part || !found) return [];
		/** Where the next line behind a row begins in the document; undefined where the row does not stand there. */
		const behind = (row: Row): number | undefined => {
			const line = found.lines.get(row);
			const ends = fieldsIn(row).flatMap(({id}) => spans.get(id)?.to ?? []);
			const last = Math.max(-1, ...ends, ...(line === undefined ? [] : [part.lines[line]!.to]));
			return last < 0 ? undefined : lineEnd(last);
		};

		const insertions: Insertion[] = [];
		for (const [position, row] of chunk.rows.entries()) {
			const fields = fieldsIn(row);
			if (fields.length === 0 || fields.some(({id}) => spans.has(id)) || row.to === row.from) continue;
			// A table has a head, and a list may have a label of its own.
			let start = position;
			while (start > 0 && leads(chunk.rows[start - 1]!) && behind(chunk.rows[start - 1]!) === undefined) start--;
			const isLine = start === position && row.type === 'anchor' && chunk.rows[position - 1]?.type === 'anchor';
			if (row.type === 'anchor' && !row.strong) continue;
			const before = chunk.rows.slice(0, start).findLast(one => behind(one) !== undefined);
			const at = before ? behind(before)! : lineEnd(part.level > 0 ? part.textFrom + part.text.length : part.from);
			insertions.push({
				at,
				text: wordsIn(document, {from: chunk.rows[start]!.from, to: row.to}),
				ids: fields.map(({id}) => id),
				isBlock: !isLine,
			});
		}

		return insertions;
	});
}

/** Whether a row may be the head or label of the one below it; a line with a field is put in by itself. */
function leads(row: Row): boolean {
	return row.type === 'anchor' && !(row.strong && fieldsIn(row).length > 0);
}

function fieldsIn(row: Row): readonly Field[] {
	return row.tokens.flatMap(token => (token.type === 'slot' ? [token.field] : []));
}
