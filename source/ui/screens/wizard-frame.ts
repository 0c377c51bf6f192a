/**
 * The wizard's whole screen as data: which panes, what is on their lines, where the cursor is. A pure function of the
 * state, so that every size and every state can be tried without a terminal.
 */

import type {Binding} from '../../keymap/index.ts';
import {footer, isQuestion} from '../../keymap/index.ts';
import {exitCodes} from '../../core/problem.ts';
import type {WizardState} from '../../core/wizard/index.ts';
import {
	completeness,
	countsInHand,
	documentToWrite,
	fieldInHand,
	filteredOutline,
	outline,
	position,
	title,
} from '../../core/wizard/index.ts';
import type {PreviewLine} from '../../preview/index.ts';
import type {Frame, Pane} from '../drawing/frame.ts';
import {pane} from '../drawing/frame.ts';
import type {Layout, Rect} from '../drawing/layout.ts';
import {layout, overlayRect, textWidth} from '../drawing/layout.ts';
import type {View} from '../drawing/line.ts';
import {lineInput, textRoom} from '../components/text-input.ts';
import {sidesOf} from '../components/text-sides.ts';
import {footerLines, footerScopes, noticeRows} from '../components/footer.ts';
import {headerLines} from '../components/header.ts';
import {outlineLines, outlineView} from '../components/outline.ts';
import {previewGutter, previewView} from '../components/preview.ts';
import type {Look} from '../drawing/look.ts';
import type {TextArea} from '../input/interpret.ts';
import {scopesOf} from '../input/interpret.ts';
import {keyOf} from '../keys.ts';
import {editorPane} from './editor-pane.ts';
import {noRoomFrame} from './no-room.ts';
import {overlayView} from './overlay.ts';
import {breadcrumb} from './sections.ts';
import {spokenPlace} from './spoken.ts';

export type Surroundings = {
	readonly look: Look;
	readonly table: readonly Binding[];
	/** The state that numbers, marks and findings are shown of, where that is one of a moment ago. */
	readonly measured?: WizardState;
	/** True while that is being worked out beside the keys, so that nothing here may work it out. */
	readonly isBehind?: boolean;
	/** The drawn preview of that one's document; undefined until it is there. */
	readonly preview?: readonly PreviewLine[];
};

type Panes = Extract<Layout, {type: 'panes'}>;

/** Everything that is drawn for a state, exactly as large as the window. */
export function wizardFrame(current: WizardState, surroundings: Surroundings): Frame {
	const {measured = current, isBehind = false} = surroundings;
	// What lies over the form shows the document, too.
	const state = isBehind && current.overlay ? measured : current;
	const panes = layout(state.size, noticeRows(noticeOf(state, surroundings), state.size.columns));
	if (panes.type !== 'panes') return noRoomFrame(isBehind ? measured : state, panes, surroundings);
	const {look} = surroundings;
	const main = mainPanes(state, panes, surroundings);
	return {
		size: state.size,
		panes: [
			headerPane(state, panes, surroundings),
			...main.panes,
			...dividers(panes, state, look),
			footerPane(state, panes, surroundings, main.scroll),
		],
		...(main.cursor ? {cursor: main.cursor} : {}),
		...(main.scroll ? {scroll: main.scroll} : {}),
		spoken: () => spokenPlace(state, look),
	};
}

function headerPane(state: WizardState, panes: Panes, {look, measured = state, isBehind}: Surroundings): Pane {
	const field = fieldInHand(state);
	const {required, all, readyToFinish} = completeness(measured);
	const {path, section, sections} = position(state);
	const lines = headerLines(
		{
			title: title(state) || state.template.name,
			required,
			all,
			readyToFinish,
			isBehind: isBehind === true,
			saved: state.saved,
			pending: state.saved.state === 'saved' && state.savedRevision < state.revision,
			path: breadcrumb(path, field.label),
			section,
			sections,
			here: countsInHand(measured),
		},
		panes.header.width,
		look,
	);
	return pane('header', panes.header, {lines}, look);
}

function footerPane(state: WizardState, panes: Panes, surroundings: Surroundings, scroll: Frame['scroll']): Pane {
	const {look, table} = surroundings;
	const lines = footerLines(
		footer(footerScopes(scopesOf(state), scroll), table, isQuestion(state)),
		noticeOf(state, surroundings),
		panes.footer.width,
		look,
	);
	return pane('footer', panes.footer, {lines}, look);
}

/** What the footer has to say: the notice of the last action, else that the draft is not safe. */
function noticeOf(state: WizardState, {look, table}: Surroundings): WizardState['notice'] {
	const {notice, saved, overlay} = state;
	const undo = notice?.undo ? keyOf('field.undo', table, scopesOf(state)) : undefined;
	if (notice && undo !== undefined) return {...notice, text: `${notice.text} ${look.keyName(undo)} ${notice.undo}.`};
	// A sentence that names a key names it as the terminal can draw it.
	if (notice) return {...notice, text: look.sentence(look.keyName(notice.text))};
	// Whoever is asked whether to quit is told of it there.
	if (saved.state !== 'unsaved' || overlay?.type === 'quit') return undefined;
	const {summary, next, exit} = saved.problem;
	const retry = keyOf('draft.save', table, ['unsaved']);
	// Where another process has the draft, trying again is no way on.
	const isHopeless = exit === exitCodes.locked || retry === undefined;
	const kept = isHopeless ? '' : `What you type stays in memory; ${look.keyName(retry)} tries again.`;
	return {tone: 'error', text: ['Not saved:', summary, next, kept].filter(Boolean).join(' ')};
}

/** The lines between panes. */
function dividers(panes: Panes, state: WizardState, look: Look): readonly Pane[] {
	const bars: Pane[] = [];
	const bar = look.paint('border', look.glyphs.vertical);
	const upright = (key: string, x: number) => {
		const rect = {...panes.body, x, width: 1};
		bars.push({key, rect, text: Array.from({length: rect.height}, () => bar).join('\n')});
	};

	if (panes.outline) {
		upright('outline-divider', panes.outline.width);
	}

	if (panes.preview && !coversAll(state.overlay)) {
		if (panes.stacked) {
			const rect = {...panes.preview, y: panes.preview.y - 1, height: 1};
			const words = ' Preview ';
			const rule = look.glyphs.rule;
			bars.push(
				pane(
					'preview-divider',
					rect,
					{
						lines: [
							[
								{text: rule.repeat(2), tone: 'border'},
								{text: words, tone: 'dim'},
								{text: rule.repeat(Math.max(0, rect.width - words.length - 2)), tone: 'border'},
							],
						],
					},
					look,
				),
			);
		} else {
			upright('preview-divider', panes.preview.x - 1);
		}
	}

	return bars;
}

/** True while an overlay takes the editor's and the preview's room. */
function coversAll(overlay: WizardState['overlay']): boolean {
	return overlay !== undefined && overlay.type !== 'outline';
}

function mainPanes(
	state: WizardState,
	panes: Panes,
	surroundings: Surroundings,
): Pick<Frame, 'panes' | 'cursor' | 'scroll'> {
	const {look} = surroundings;
	const shown: Pane[] = [];
	let cursor: Frame['cursor'];
	const add = (key: string, rect: Rect, view: View, isInHand: boolean) => {
		shown.push(pane(key, rect, view, look));
		if (isInHand && view.cursor && view.cursor.row < rect.height) {
			cursor = {x: rect.x + Math.min(view.cursor.column, rect.width - 1), y: rect.y + view.cursor.row};
		}
	};

	const {overlay} = state;
	if (panes.outline) {
		add('outline', panes.outline, outlinePane(state, panes.outline, surroundings), overlay?.type === 'outline');
	}

	if (overlay?.type === 'outline' && !panes.outline) {
		add('overlay', panes.body, outlinePane(state, panes.body, surroundings), true);
		return {panes: shown, ...(cursor ? {cursor} : {})};
	}

	if (overlay && coversAll(overlay)) {
		const rect = overlayRect(panes);
		const inner = overlay.type === 'preview' ? rect : {...rect, width: Math.min(rect.width, textWidth + 20)};
		const view = overlayView(state, overlay, surroundings, inner);
		add('overlay', inner, view, true);
		return {panes: shown, ...(cursor ? {cursor} : {}), ...(view.scroll ? {scroll: view.scroll} : {})};
	}

	add('editor', panes.editor, editorPane(state, panes.editor, surroundings), overlay === undefined);
	if (panes.preview) {
		const {width, height} = panes.preview;
		const {preview: lines, measured = state} = surroundings;
		// Where there is nothing to mark yet, the document need not be written to know where.
		const range = lines && documentToWrite(measured).spans.get(state.focus);
		const props = {...(lines ? {lines} : {}), ...(range ? {range} : {}), scroll: 0};
		add('preview', panes.preview, previewView(props, width, height, look), false);
	}

	return {panes: shown, ...(cursor ? {cursor} : {})};
}

function outlinePane(state: WizardState, {width, height}: Rect, {look, table, measured}: Surroundings): View {
	const {overlay} = state;
	if (overlay?.type !== 'outline') {
		const rows = outline(measured ?? state);
		return {
			lines: outlineLines(
				rows,
				Math.max(
					0,
					rows.findIndex(({isFocused}) => isFocused),
				),
				width,
				height,
				look,
			),
		};
	}

	const rows = filteredOutline(state);
	const cursor = Math.min(overlay.cursor, Math.max(0, rows.length - 1));
	const filter = overlay.filter ? {filter: lineInput(overlay.filter, Math.max(1, width - 10), look)} : {};
	const showKey = keyOf('list.show', table, ['outline']);
	return outlineView(
		{rows, cursor, ...filter, show: overlay.show ?? 'all', ...(showKey === undefined ? {} : {showKey})},
		width,
		height,
		look,
	);
}

/** How large the text in hand is drawn in a window; moving up and down by rows follows it. */
export function textArea(state: WizardState, look: Look): TextArea {
	const {size, input, overlay} = state;
	const panes = layout(size);
	if (panes.type !== 'panes') {
		return {width: textWidth, rows: 1};
	}

	const asks = overlay?.type === 'write';
	const pane = asks ? overlayRect(panes) : panes.editor;
	const sides = !asks && input.type === 'text' ? sidesOf(fieldInHand(state), input.buffer) : {};
	return {width: textRoom(Math.min(pane.width, textWidth), look, sides), rows: Math.max(1, pane.height - 8)};
}

/** The width that the preview is to be drawn for, where it is on the screen. */
export function previewWidth({size, overlay}: WizardState): number | undefined {
	const panes = layout(size);
	if (panes.type !== 'panes') {
		return undefined;
	}

	if (overlay?.type === 'preview') {
		return Math.min(textWidth, overlayRect(panes).width - previewGutter);
	}

	return panes.preview && !coversAll(overlay) ? Math.min(textWidth, panes.preview.width - previewGutter) : undefined;
}
