/** The template picker: what is typed narrows the list, and beside it stands what the one in hand asks. */

import {useWindowSize} from 'ink';
import {useRef, useState} from 'react';
import type {TextBuffer} from '../../core/text/index.ts';
import {createBuffer, edit, textOf} from '../../core/text/index.ts';
import {promptView} from '../components/text-input.ts';
import {pane} from '../drawing/frame.ts';
import type {Line} from '../drawing/line.ts';
import {apart, span, windowStart} from '../drawing/line.ts';
import {pressNames} from '../input/decode.ts';
import {useKeys} from '../input/useKeys.ts';
import {FrameView} from './FrameView.tsx';
import {matchingTemplates, outlinePages, startFrame, startRects} from './start-frame.ts';
import {placeOf} from './spoken.ts';
import type {PickerProps} from './start-parts.tsx';
import {besidePanes, pickerHeading, quitOn, TooSmall} from './start-parts.tsx';

type Picking = {readonly query: TextBuffer; readonly cursor: number; readonly page: number};

/** The templates that match what is typed, and the one of them in hand. */
function foundIn(templates: PickerProps['templates'], {query, cursor}: Picking) {
	const found = matchingTemplates(templates, textOf(query));
	return {found, current: Math.min(cursor, Math.max(0, found.length - 1))};
}

/** Where every template has a digit, one takes its template at once, as long as nothing is looked for. */
function digitsWork(count: number, {query}: Picking): boolean {
	return count <= 9 && textOf(query) === '';
}

const noTemplates: readonly Line[] = [
	[],
	[' No template was found.'],
	[' `specwright new FILE.md` takes any Markdown file as one.'],
];

/** The list with a line to type in above it. */
export function FilterPicker({templates, look, onChoice, onBack}: PickerProps) {
	const size = useWindowSize();
	// Without a template there is no outline to stand beside, and the sentence needs the width.
	const rects = startRects(size, templates.length > 0);
	const [picking, setPicking] = useState<Picking>(() => ({
		query: createBuffer('', {multiline: false}),
		cursor: 0,
		page: 0,
	}));
	// Keys that come in one piece each count on what the one before did.
	const live = useRef(picking);
	const setFilter = (change: (before: Picking) => Picking): void => {
		live.current = change(live.current);
		setPicking(live.current);
	};
	const {query, page} = picking;
	const hasDigits = digitsWork(templates.length, picking);
	const {found, current} = foundIn(templates, picking);
	const pages = rects?.beside ? outlinePages(found[current], rects.beside.width, rects.beside.height) : 0;
	useKeys({
		onPress(press) {
			if (quitOn(press, onChoice)) {
				return;
			}

			const digit =
				press.type === 'text' && digitsWork(templates.length, live.current) && /^[1-9]$/.test(press.text)
					? Number(press.text)
					: 0;
			const numbered = templates[digit - 1];
			if (numbered) {
				onChoice({type: 'new', template: numbered.name});
				return;
			}

			if (press.type === 'text') {
				setFilter(before => ({query: edit(before.query, {type: 'insert', text: press.text}), cursor: 0, page: 0}));
				return;
			}

			const [name] = pressNames(press);
			const step = {up: -1, down: 1}[name ?? ''];
			const turn = {pageup: -1, pagedown: 1}[name ?? ''];
			if (step !== undefined) {
				setFilter(before => ({
					...before,
					cursor: Math.max(
						0,
						Math.min(before.cursor + step, matchingTemplates(templates, textOf(before.query)).length - 1),
					),
					page: 0,
				}));
			} else if (turn !== undefined) {
				setFilter(before => ({...before, page: Math.max(0, Math.min(before.page + turn, pages))}));
			} else if (name === 'backspace') {
				setFilter(before => ({query: edit(before.query, {type: 'delete', motion: 'left'}), cursor: 0, page: 0}));
			} else if (name === 'ctrl+u') {
				setFilter(before => ({query: edit(before.query, {type: 'kill-to-start'}), cursor: 0, page: 0}));
			} else if (name === 'enter') {
				const now = foundIn(templates, live.current);
				const entry = now.found[now.current];
				if (entry) {
					onChoice({type: 'new', template: entry.name});
				}
			} else if (name === 'escape') {
				if (onBack) {
					onBack();
				} else {
					onChoice({type: 'quit', isInterrupted: false});
				}
			}
		},
		onPaste(text) {
			setFilter(before => ({query: edit(before.query, {type: 'insert', text, paste: true}), cursor: 0, page: 0}));
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
				hasDigits ? `${top + offset + 1} ` : '',
				isCurrent ? span('strong', entry.title || entry.name) : entry.title || entry.name,
			],
			// Beside the list stands how many fields there are.
			rects.beside ? [] : [span('dim', `${entry.fields} fields `)],
			list.width,
			look,
		);
	});
	const hints = [
		...(found.length > 1 ? [{key: '↑↓', help: 'choose'}] : []),
		...(pages > 0 ? [{key: 'PgDn', help: 'its outline'}] : []),
		...(hasDigits && found.length > 0 ? [{key: '1–9', help: 'at once'}] : []),
		...(found.length > 0 ? [{key: 'Enter', help: 'begin'}] : []),
		...(onBack
			? [
					{key: 'Esc', help: 'back'},
					{key: '^Q', help: 'quit'},
				]
			: [{key: 'Esc', help: 'quit'}]),
	];
	const drawn = startFrame(
		{
			size,
			heading: pickerHeading,
			hints,
			panes: [
				pane('list', list, {lines: templates.length === 0 ? noTemplates : [...prompt.lines, [], ...rows]}, look),
				...(templates.length === 0 ? [] : besidePanes(rects, found[current], look, page)),
			],
		},
		look,
	);
	const frame = {...drawn, spoken: () => placeOf(found, current, ({name, title}) => [title || name])};
	return (
		<FrameView frame={prompt.cursor ? {...frame, cursor: {x: list.x + prompt.cursor.column, y: list.y}} : frame} />
	);
}
