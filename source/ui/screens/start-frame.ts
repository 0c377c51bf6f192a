/** What the screens before the wizard show and what they end with. */

import {counted, fuzzyScore} from '../../core/text/index.ts';
import type {Frame, Pane} from '../drawing/frame.ts';
import {pane} from '../drawing/frame.ts';
import type {Rect, Size} from '../drawing/layout.ts';
import {layout} from '../drawing/layout.ts';
import type {Line} from '../drawing/line.ts';
import {apart, span, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {hintLine} from '../components/footer.ts';

/** A draft that can be gone on with. */
export type DraftEntry = {
	readonly id: string;
	readonly title: string;
	readonly template: string;
	/** The folder it was begun in, where that is another than the one in hand. */
	readonly folder?: string;
	readonly answered: number;
	readonly total: number;
	/** When it was last saved, in words: `3 h ago`. */
	readonly when: string;
	/** The process that has it open, where one has. */
	readonly openIn?: number;
};

/** A document that stands nearby. */
export type DocumentEntry = {readonly path: string; readonly title: string; readonly detail?: string};

/** A template to begin from. */
export type TemplateEntry = {
	readonly name: string;
	readonly title: string;
	readonly summary?: string;
	readonly origin: string;
	readonly sections: number;
	readonly fields: number;
	readonly outline: readonly {readonly title: string; readonly level: number; readonly requirement?: string}[];
};

export type StartData = {
	/** Newest first. */
	readonly drafts: readonly DraftEntry[];
	readonly documents: readonly DocumentEntry[];
	/** Documents elsewhere in the project, once they were looked for. */
	readonly found?: readonly DocumentEntry[];
	readonly templates: readonly TemplateEntry[];
};

export type StartChoice =
	| {readonly type: 'resume'; readonly id: string}
	| {readonly type: 'open'; readonly path: string}
	| {readonly type: 'new'; readonly template: string}
	| {readonly type: 'quit'; readonly isInterrupted: boolean};

/** One entry of the home screen; `templates` leads on to the template picker. */
export type HomeItem = {
	readonly value: string;
	readonly label: string;
	readonly detail: string;
	readonly leads: StartChoice | 'templates';
};

/** Entries with a digit; the last of them begins a new document. */
const withDigits = 9;

/**
 * The newest drafts, documents nearby and a new one, so that each of these has a digit; then what there is besides, last
 * what was found meanwhile.
 */
export function homeItems({drafts, documents, found = []}: StartData): readonly HomeItem[] {
	const resumable = drafts.map(({id, title, template, folder, answered, total, when, openIn}): HomeItem => ({
		value: `draft ${id}`,
		label: `Resume  ${title || template}`,
		detail: [
			...(title && title !== template ? [template] : []),
			...(folder === undefined ? [] : [`in ${folder}`]),
			`${answered}/${total}`,
			when,
			...(openIn === undefined ? [] : [`open in process ${openIn}`]),
		].join(', '),
		leads: {type: 'resume', id},
	}));
	const near = documents.map(openItem);
	const newest = resumable.slice(0, near.length > 0 ? 5 : withDigits - 1);
	const nearest = near.slice(0, withDigits - 1 - newest.length);
	return [
		...newest,
		...nearest,
		{value: 'new', label: 'New     from a template', detail: '', leads: 'templates'},
		...resumable.slice(newest.length),
		...near.slice(nearest.length),
		...found.map(openItem),
	];
}

function openItem({path, title, detail}: DocumentEntry): HomeItem {
	return {
		value: `document ${path}`,
		label: `Open    ${title || path}`,
		detail: detail ?? path,
		leads: {type: 'open', path},
	};
}

/** The templates that match what is typed, best first. */
export function matchingTemplates(templates: readonly TemplateEntry[], query: string): readonly TemplateEntry[] {
	return bestFirst(templates, query, ({title, name}) => `${title} ${name}`);
}

/** The entries of home that match what is typed, by what they are called or where they stand, best first. */
export function matchingItems(items: readonly HomeItem[], query: string): readonly HomeItem[] {
	return bestFirst(items, query, ({label, detail}) => `${label} ${detail}`);
}

function bestFirst<T>(entries: readonly T[], query: string, textOf: (entry: T) => string): readonly T[] {
	if (query.trim() === '') return entries;
	return entries
		.flatMap(entry => {
			const score = fuzzyScore(query, textOf(entry));
			return score === undefined ? [] : [{entry, score}];
		})
		.sort((a, b) => b.score - a.score)
		.map(({entry}) => entry);
}

/** The rows and columns between the frame of a start screen. */
export type StartRects = {readonly list: Rect; readonly beside?: Rect};

/** Where a start screen's list stands, and the outline beside it from 80 columns. */
export function startRects(size: Size, hasBeside: boolean): StartRects | undefined {
	const panes = layout(size);
	if (panes.type !== 'panes') {
		return undefined;
	}

	const {body} = panes;
	if (!hasBeside || size.columns < 76) {
		return {list: body};
	}

	const listWidth = Math.min(56, Math.floor(body.width * 0.45));
	return {list: {...body, width: listWidth}, beside: {...body, x: listWidth + 1, width: body.width - listWidth - 1}};
}

/** Header and footer around a start screen. */
export function startFrame(
	props: {
		readonly size: Size;
		readonly heading: string;
		readonly hints: readonly {readonly key: string; readonly help: string}[];
		readonly panes: readonly Pane[];
	},
	look: Look,
): Frame {
	const {columns, rows} = props.size;
	const rule: Line = [span('border', look.glyphs.rule.repeat(columns))];
	const header: readonly Line[] = [
		[' ', span('accent', 'specwright'), ` ${look.glyphs.dot} `, span('strong', props.heading)],
		[],
		rule,
	];
	const footer: readonly Line[] = [rule, hintLine(props.hints, columns, look)];
	return {
		size: props.size,
		panes: [
			pane('header', {x: 0, y: 0, width: columns, height: 3}, {lines: header}, look),
			...props.panes,
			pane('footer', {x: 0, y: rows - 2, width: columns, height: 2}, {lines: footer}, look),
		],
	};
}

/**
 * What a template asks, for a glance before it is chosen; on `page` 0 its top levels where not all fits, on those after it
 * all of it from its beginning. `pageKey` is the key that shows the next.
 */
export function templateLines(
	entry: TemplateEntry | undefined,
	width: number,
	height: number,
	look: Look,
	{page = 0, pageKey = ''}: {readonly page?: number; readonly pageKey?: string} = {},
): readonly Line[] {
	if (!entry) {
		return [[span('dim', ' No template has that in its name.')]];
	}

	const head = headOf(entry, width);
	const outline = outlineOf(entry);
	const top = Math.min(...outline.map(({level}) => level), 6);
	const room = Math.max(0, height - head.length);
	const rows = outline.map(({title, level, requirement}): Line =>
		apart(
			[` ${'  '.repeat(Math.min(4, Math.max(0, level - top)))}`, title],
			[span('dim', `${requirement ?? ''} `)],
			width,
			look,
		),
	);
	// A long template shows its top levels before it is cut.
	const fitting = [6, 5, 4, 3, 2]
		.map(depth => rows.filter((_, index) => (outline[index]?.level ?? 0) <= depth))
		.find(kept => kept.length <= room);
	if (fitting?.length === rows.length) return [...head, ...rows];
	const from = Math.max(0, page - 1) * Math.max(1, room - 1);
	const shown = page > 0 ? rows.slice(from, from + room - 1) : (fitting ?? rows).slice(0, Math.max(0, room - 1));
	const below = rows.length - from - shown.length;
	const rest = page > 0 && below <= 0 ? '' : ` ${look.glyphs.ellipsis} ${below} more: ${pageKey}`;
	return [...head, ...shown, [span('dim', rest)]];
}

/** How many pages `templateLines` has behind the glance; none where the outline fits. */
export function outlinePages(entry: TemplateEntry | undefined, width: number, height: number): number {
	const room = entry ? Math.max(0, height - headOf(entry, width).length) : 0;
	const count = entry ? outlineOf(entry).length : 0;
	return count > room ? Math.ceil(count / Math.max(1, room - 1)) : 0;
}

/** The headings below the name that stands above them: a first one that is that name again is left out. */
function outlineOf({title, outline}: TemplateEntry): TemplateEntry['outline'] {
	return outline[0]?.title === title ? outline.slice(1) : outline;
}

function headOf(entry: TemplateEntry, width: number): readonly Line[] {
	return [
		[' ', span('strong', entry.title)],
		[' ', span('dim', `${counted(entry.sections, 'section')}, ${counted(entry.fields, 'field')}, ${entry.origin}`)],
		...(entry.summary ? wrapped(entry.summary, width - 2).map((text): Line => [' ', text]) : []),
		[],
	];
}
