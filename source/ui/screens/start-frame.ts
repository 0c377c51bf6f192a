/** What the screens before the wizard show and what they end with. */

import {fuzzyScore} from '../../core/text/index.ts';
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
	/** True where its last session ended without a goodbye. */
	readonly wasInterrupted?: boolean;
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

/** At most nine, so that each has a digit: the newest drafts, documents nearby, and a new one. */
export function homeItems({drafts, documents}: StartData): readonly HomeItem[] {
	const resumable = drafts
		.slice(0, documents.length > 0 ? 5 : 8)
		.map(({id, title, template, folder, answered, total, when, wasInterrupted}): HomeItem => ({
			value: `draft ${id}`,
			label: `Resume  ${title || template}`,
			detail: [
				...(title && title !== template ? [template] : []),
				...(folder === undefined ? [] : [`in ${folder}`]),
				`${answered}/${total}`,
				when,
				...(wasInterrupted ? ['not closed properly'] : []),
			].join(', '),
			leads: {type: 'resume', id},
		}));
	const near = documents.slice(0, 8 - resumable.length).map(({path, title, detail}): HomeItem => ({
		value: `document ${path}`,
		label: `Open    ${title || path}`,
		detail: detail ?? path,
		leads: {type: 'open', path},
	}));
	return [...resumable, ...near, {value: 'new', label: 'New     from a template', detail: '', leads: 'templates'}];
}

/** The templates that match what is typed, best first. */
export function matchingTemplates(templates: readonly TemplateEntry[], query: string): readonly TemplateEntry[] {
	if (query.trim() === '') {
		return templates;
	}

	return templates
		.map(entry => ({entry, score: fuzzyScore(query, `${entry.title} ${entry.name}`)}))
		.filter((scored): scored is {entry: TemplateEntry; score: number} => scored.score !== undefined)
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

/** What a template asks, for a glance before it is chosen. */
export function templateLines(
	entry: TemplateEntry | undefined,
	width: number,
	height: number,
	look: Look,
): readonly Line[] {
	if (!entry) {
		return [[span('dim', ' No template has that in its name.')]];
	}

	const head: readonly Line[] = [
		[' ', span('strong', entry.title)],
		[' ', span('dim', `${entry.sections} sections, ${entry.fields} fields, ${entry.origin}`)],
		...(entry.summary ? wrapped(entry.summary, width - 2).map((text): Line => [' ', text]) : []),
		[],
	];
	const top = Math.min(...entry.outline.map(({level}) => level), 6);
	const room = Math.max(0, height - head.length);
	const rows = entry.outline.map(({title, level, requirement}): Line =>
		apart(
			[` ${'  '.repeat(Math.min(4, Math.max(0, level - top)))}`, title],
			[span('dim', `${requirement ?? ''} `)],
			width,
			look,
		),
	);
	// A long template shows its top levels before it is cut.
	const fitting = [6, 5, 4, 3, 2]
		.map(depth => rows.filter((_, index) => (entry.outline[index]?.level ?? 0) <= depth))
		.find(kept => kept.length <= room);
	const shown = fitting ?? rows.slice(0, Math.max(0, room - 1));
	return [...head, ...shown, ...(fitting ? [] : [[span('dim', ` ${look.glyphs.ellipsis} and more`)]])];
}
