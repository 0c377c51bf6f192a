/** Which panes a window of a given size has, and where. Every number is in cells and rows. */

export type Size = {readonly columns: number; readonly rows: number};

export type Rect = {readonly x: number; readonly y: number; readonly width: number; readonly height: number};

/** `tiny` and `small` windows get a word instead of the form. */
export type Layout =
	| {readonly type: 'tiny'; readonly whole: Rect}
	| {readonly type: 'small'; readonly whole: Rect}
	| {
			readonly type: 'panes';
			readonly header: Rect;
			readonly footer: Rect;
			/** The panes between header and footer; `editor` is what an overlay takes as well. */
			readonly outline?: Rect;
			readonly editor: Rect;
			readonly preview?: Rect;
			/** Everything between header and footer. */
			readonly body: Rect;
			/** True where the preview stands under the editor. */
			readonly stacked: boolean;
	  };

/** No line of prose is wider than this: longer ones are hard to read. */
export const textWidth = 100;

const headerRows = 3;
const footerRows = 2;

/**
 * The panes of a window. From 110 columns the outline stands beside the editor, from 180 the preview as well. A notice
 * of several rows takes all but its first from the panes above the footer.
 */
export function layout({columns, rows}: Size, noticeRows = 1): Layout {
	const whole = {x: 0, y: 0, width: Math.max(1, columns), height: Math.max(1, rows)};
	if (columns < 40 || rows < 10) {
		return {type: 'tiny', whole};
	}

	if (columns < 60 || rows < 16) {
		return {type: 'small', whole};
	}

	const header = {x: 0, y: 0, width: columns, height: headerRows};
	const footerHeight = footerRows + noticeRows - 1;
	const footer = {x: 0, y: rows - footerHeight, width: columns, height: footerHeight};
	const body = {x: 0, y: headerRows, width: columns, height: rows - headerRows - footerHeight};
	if (columns < 110) {
		return {type: 'panes', header, footer, body, editor: body, stacked: false};
	}

	// Where three panes stand side by side there is room for long headings as well.
	const outlineWidth = columns < 140 ? 38 : columns < 180 ? 42 : Math.min(60, 48 + Math.floor((columns - 180) * 0.6));
	const outline = {...body, width: outlineWidth};
	const x = outlineWidth + 1;
	const rest = columns - x;
	if (columns >= 180) {
		const editorWidth = Math.min(textWidth + 2, Math.floor((rest - 1) / 2));
		const editor = {...body, x, width: editorWidth};
		const preview = {...body, x: x + editorWidth + 1, width: rest - editorWidth - 1};
		return {type: 'panes', header, footer, body, outline, editor, preview, stacked: false};
	}

	// A notice that comes and goes must not take the preview away.
	if (rows - headerRows - footerRows < 26) {
		return {type: 'panes', header, footer, body, outline, editor: {...body, x, width: rest}, stacked: false};
	}

	const editorHeight = Math.ceil(body.height * 0.55);
	const editor = {x, y: body.y, width: rest, height: editorHeight};
	const preview = {x, y: body.y + editorHeight + 1, width: rest, height: body.height - editorHeight - 1};
	return {type: 'panes', header, footer, body, outline, editor, preview, stacked: true};
}

/** Where an overlay stands: beside the outline where there is one. */
export function overlayRect(panes: Extract<Layout, {type: 'panes'}>): Rect {
	const x = panes.outline ? panes.editor.x : panes.body.x;
	return {x, y: panes.body.y, width: panes.body.width - x, height: panes.body.height};
}
