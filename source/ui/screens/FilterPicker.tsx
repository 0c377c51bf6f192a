/** The template picker for many templates: what is typed narrows the list. */

import {useWindowSize} from 'ink';
import {useState} from 'react';
import type {TextBuffer} from '../../core/text/index.ts';
import {createBuffer, edit, textOf} from '../../core/text/index.ts';
import {promptView} from '../components/text-input.ts';
import {pane} from '../drawing/frame.ts';
import type {Line} from '../drawing/line.ts';
import {apart, span, windowStart} from '../drawing/line.ts';
import {pressNames} from '../input/decode.ts';
import {useKeys} from '../input/useKeys.ts';
import {FrameView} from './FrameView.tsx';
import {matchingTemplates, startFrame, startRects} from './start-frame.ts';
import type {PickerProps} from './start-parts.tsx';
import {besidePanes, pickerHeading, quitOn, TooSmall} from './start-parts.tsx';

/** The list with a line to type in above it. */
export function FilterPicker({templates, look, onChoice, onBack}: PickerProps) {
	const size = useWindowSize();
	const rects = startRects(size, true);
	const [{query, cursor}, setFilter] = useState<{query: TextBuffer; cursor: number}>(() => ({
		query: createBuffer('', {multiline: false}),
		cursor: 0,
	}));
	const found = matchingTemplates(templates, textOf(query));
	const current = Math.min(cursor, Math.max(0, found.length - 1));
	useKeys({
		onPress(press) {
			if (quitOn(press, onChoice)) {
				return;
			}

			if (press.type === 'text') {
				setFilter(before => ({query: edit(before.query, {type: 'insert', text: press.text}), cursor: 0}));
				return;
			}

			const [name] = pressNames(press);
			const step = {up: -1, down: 1, pageup: -10, pagedown: 10}[name ?? ''];
			if (step !== undefined) {
				setFilter(before => ({
					...before,
					cursor: Math.max(
						0,
						Math.min(before.cursor + step, matchingTemplates(templates, textOf(before.query)).length - 1),
					),
				}));
			} else if (name === 'backspace') {
				setFilter(before => ({query: edit(before.query, {type: 'delete', motion: 'left'}), cursor: 0}));
			} else if (name === 'ctrl+u') {
				setFilter(before => ({query: edit(before.query, {type: 'kill-to-start'}), cursor: 0}));
			} else if (name === 'enter') {
				const entry = found[current];
				if (entry) {
					onChoice({type: 'new', template: entry.name});
				}
			} else if (name === 'escape') {
				onBack();
			}
		},
		onPaste(text) {
			setFilter(before => ({query: edit(before.query, {type: 'insert', text, paste: true}), cursor: 0}));
		},
	});
	if (!rects) {
		return <TooSmall look={look} />;
	}

	const {list} = rects;
	const prompt = promptView(' Find: ', query, list.width);
	const height = list.height - 2;
	const top = windowStart(current, height, found.length);
	const rows = found.slice(top, top + height).map((entry, offset): Line => {
		const isCurrent = top + offset === current;
		return apart(
			[
				span('accent', isCurrent ? ` ${look.glyphs.pointer} ` : '   '),
				isCurrent ? span('strong', entry.title || entry.name) : entry.title || entry.name,
			],
			[span('dim', `${entry.fields} fields `)],
			list.width,
			look,
		);
	});
	const hints = [
		{key: '↑↓', help: 'look at another'},
		{key: 'Enter', help: 'begin'},
		{key: 'Esc', help: 'back'},
		{key: '^Q', help: 'quit'},
	];
	const frame = startFrame(
		{
			size,
			heading: pickerHeading,
			hints,
			panes: [
				pane('list', list, {lines: [...prompt.lines, [], ...rows]}, look),
				...besidePanes(rects, found[current], look),
			],
		},
		look,
	);
	return (
		<FrameView frame={prompt.cursor ? {...frame, cursor: {x: list.x + prompt.cursor.column, y: list.y}} : frame} />
	);
}
