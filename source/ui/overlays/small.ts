/** The overlays that are one question or one list: palette, not applicable, quit. */

import type {PaletteEntry} from '../../core/wizard/index.ts';
import type {Problem} from '../../core/problem.ts';
import type {TextBuffer} from '../../core/text/types.ts';
import type {KeyNames} from '../keys.ts';
import {promptView} from '../components/text-input.ts';
import type {Line, View} from '../drawing/line.ts';
import {apart, span, windowStart, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

/** Commands, sections and fields that match what is typed. */
export function paletteView(
	props: {
		readonly query: TextBuffer;
		readonly entries: readonly PaletteEntry[];
		readonly cursor: number;
		/** Keys of a command, to be learned in passing. */
		readonly keysOf: (entry: PaletteEntry) => string | undefined;
		/** Why a command would do nothing now. */
		readonly whyNot: (entry: PaletteEntry) => string | undefined;
	},
	width: number,
	height: number,
	look: Look,
): View {
	const sign = ` ${look.glyphs.pointer} `;
	const prompt = promptView(sign, props.query, width, look);
	const listHeight = Math.max(1, height - 2);
	const current = Math.min(props.cursor, Math.max(0, props.entries.length - 1));
	const start = windowStart(current, listHeight, props.entries.length);
	const rows = props.entries.slice(start, start + listHeight).map((entry, offset): Line => {
		const isCurrent = start + offset === current;
		const pointer = span('accent', isCurrent ? ` ${look.glyphs.pointer} ` : '   ');
		const reason = props.whyNot(entry);
		if (reason !== undefined) {
			const title = `${look.glyphs.notApplicable} ${entry.title}`;
			return [pointer, isCurrent ? span('strong', title) : span('dim', title), span('dim', `  ${reason}`)];
		}

		const where = entry.type === 'command' ? look.keyName(props.keysOf(entry) ?? '') : entry.where || entry.type;
		return apart(
			[pointer, isCurrent ? span('strong', entry.title) : entry.title],
			[
				span(
					entry.type === 'command' ? 'key' : 'dim',
					`${[...where].length > 30 ? `${[...where].slice(0, 29).join('')}${look.glyphs.ellipsis}` : where} `,
				),
			],
			width,
			look,
		);
	});
	const none: readonly Line[] = props.entries.length === 0 ? [[span('dim', '   Nothing has that in its name.')]] : [];
	const hint = span('dim', 'a command, a section or its number, a field');
	const isEmpty = props.query.lines.every(line => line === '');
	const asked: readonly Line[] = isEmpty ? [[span('label', sign), hint]] : prompt.lines;
	return {...prompt, lines: [...asked, [span('border', look.glyphs.rule.repeat(width))], ...rows, ...none]};
}

/** The ways in which the field in hand can be read, the one that holds marked. */
export function readingsView(
	label: string,
	ways: readonly {readonly words: string; readonly isNow: boolean}[],
	cursor: number,
	width: number,
	height: number,
	look: Look,
): View {
	const intro = [
		`How is "${label}" to be read?`,
		'Its answer stays, and nothing is written into the document by this.',
	];
	const lines = intro.flatMap((text, index) =>
		wrapped(text, width - 2).map((part): Line => [' ', span(index === 0 ? 'strong' : 'dim', part)]),
	);
	const room = Math.max(1, height - lines.length - 1);
	const start = windowStart(cursor, room, ways.length);
	const rows = ways.slice(start, start + room).map(({words, isNow}, offset): Line => {
		const isCurrent = start + offset === cursor;
		const number = start + offset < 9 ? `${start + offset + 1}  ` : '   ';
		return [
			span('accent', isCurrent ? ` ${look.glyphs.pointer} ` : '   '),
			span('dim', number),
			isCurrent ? span('strong', words) : words,
			...(isNow ? [span('good', `  ${look.glyphs.done} as it is read now`)] : []),
		];
	});
	return {lines: [...lines, [], ...rows], cursor: {row: lines.length + 1 + cursor - start, column: 1}};
}

/** Asks why a field or section does not apply. */
export function reasonView(
	props: {readonly target: string; readonly reason: TextBuffer; readonly isDue: boolean; readonly key: KeyNames},
	width: number,
	look: Look,
): View {
	const intro: readonly Line[] = [
		[' ', span('strong', `${look.glyphs.notApplicable} ${props.target}`), ' does not apply'],
		...wrapped(
			props.isDue
				? 'Say why: the reason stands in the document, and readers need it.'
				: 'Say why, in a few words; it stands in the document.',
			width - 2,
		).map((text): Line => [' ', span('dim', text)]),
		[],
	];
	const prompt = promptView(' Because: ', props.reason, width, look);
	return {
		lines: [
			...intro,
			...prompt.lines,
			[],
			[
				' ',
				span('key', props.key('list.choose')),
				' marks it. ',
				span('key', props.key('view.close')),
				' goes back and changes nothing.',
			],
		],
		...(prompt.cursor ? {cursor: {row: intro.length, column: prompt.cursor.column}} : {}),
	};
}

/** Asks whether to go; where the draft is not safe, says what would be lost. */
export function quitView(unsaved: Problem | undefined, key: KeyNames, width: number, look: Look): View {
	const state: readonly Line[] = unsaved
		? [
				...wrapped(
					`${look.sentence(unsaved.summary)} What you typed since the last save is only in memory.`,
					width - 4,
				).map((text, index): Line => [span('bad', index === 0 ? ` ${look.glyphs.cross} ` : '   '), span('bad', text)]),
				...(unsaved.next ? wrapped(look.sentence(unsaved.next), width - 4).map((text): Line => ['   ', text]) : []),
			]
		: [
				[
					' ',
					span('good', `${look.glyphs.done} Your draft is saved.`),
					' `specwright resume` brings you back to this field.',
				],
			];
	return {
		lines: [
			[' ', span('strong', 'Quit?')],
			[],
			...state,
			[],
			[
				' ',
				span('key', key('confirm.yes')),
				' or ',
				span('key', key('wizard.interrupt')),
				' quits ',
				look.glyphs.dot,
				' ',
				span('key', key('confirm.no')),
				' or ',
				span('key', key('view.close')),
				' goes on writing',
			],
		],
	};
}
