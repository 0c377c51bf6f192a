/** Writing the document, one question at a time: where, over what, committed or not, with which words. */

import type {Merged} from '../../core/text/index.ts';
import type {Overlay} from '../../core/wizard/types.ts';
import type {Difference} from '../components/difference.ts';
import {differenceView} from '../components/difference.ts';
import {promptView} from '../components/text-input.ts';
import type {Line, View} from '../drawing/line.ts';
import {limited, span, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import type {KeyNames} from '../keys.ts';
import {commitLines} from './commit-step.ts';
import {conflictView} from './conflict.ts';
import {messageView, type MessageKeys} from './message.ts';

export type WriteOverlay = Extract<Overlay, {type: 'write'}>;

export type WriteProps = {
	readonly overlay: WriteOverlay;
	/** Required fields that are open, and stay so when it is written now. */
	readonly open: number;
	/** Required dates that are filled in by writing, and what else is. */
	readonly dated: number;
	readonly filled: number;
	/** Why each answer that can't be written can't. */
	readonly refused: readonly string[];
	/** Titles of the sections that finishing drops. */
	readonly leftOut: readonly string[];
	/** Against what stands at the path; asked only where something does. */
	readonly difference?: Difference;
	/** The keys that the message's step names. */
	readonly keys: MessageKeys;
	readonly key: KeyNames;
	/** The text here and the one on disk brought together; asked only where the file was changed meanwhile. */
	readonly merged?: Merged;
};

/** The step in hand, with what was settled before it above. */
export function writeView(props: WriteProps, width: number, height: number, look: Look): View {
	const {overlay} = props;
	const settled = overlay.step === 'path' ? [] : settledLines(overlay);
	const lines: Line[] = [[' ', span('strong', 'Write the document')], [], ...settled];
	const trouble = problemLines(overlay.problem, width, look);
	const step = stepView(props, width, height - lines.length - trouble.length, look);
	const row = lines.length + (step.cursor?.row ?? 0);
	lines.push(...step.lines, ...trouble);
	return {
		lines: lines.slice(0, height),
		...(step.scroll ? {scroll: step.scroll} : {}),
		...(step.cursor && row < height ? {cursor: {row, column: step.cursor.column}} : {}),
	};
}

/** What went wrong at the step in hand, and what to do about it. */
function problemLines(problem: WriteOverlay['problem'], width: number, look: Look): readonly Line[] {
	if (!problem) {
		return [];
	}

	return [
		[],
		...wrapped(look.sentence(problem.summary), width - 4).map((text, index): Line => [
			span('bad', index === 0 ? ` ${look.glyphs.cross} ` : '   '),
			span('bad', text),
		]),
		...(problem.next ? wrapped(look.sentence(problem.next), width - 4).map((text): Line => ['   ', text]) : []),
	];
}

function settledLines({path, commit, repository, branch}: WriteOverlay): readonly Line[] {
	const to: Line = [' ', span('label', 'File: '), span('value', path.lines.join(' '))];
	const own = branch.lines.join(' ').trim();
	if (!commit || !repository) return [to, []];
	const where = repository.folder === undefined ? [] : [span('dim', ' in '), span('value', repository.folder)];
	return [to, [' ', span('label', 'Commit on: '), span('value', own === '' ? repository.branch : own), ...where], []];
}

function question(text: string, {key}: WriteProps, look: Look, yes: string, no: string): Line {
	return [
		' ',
		span('strong', text),
		'  ',
		span('key', key('confirm.yes')),
		` ${yes} ${look.glyphs.dot} `,
		span('key', key('confirm.no')),
		` ${no} ${look.glyphs.dot} `,
		span('key', key('view.close')),
		' back',
	];
}

/** What goes on from a line that is typed, and what goes back. */
function wayOn({key}: WriteProps, does: string): Line {
	return [' ', span('key', key('list.choose')), ` ${does}. `, span('key', key('view.close')), ' goes back.'];
}

/** What is open now and not in the file. */
function filledLines({dated, filled}: WriteProps): readonly Line[] {
	const dates =
		dated === 1 ? 'One more is a date, which is filled in.' : `${dated} more are dates, which are filled in.`;
	const others = filled === 1 ? 'One more follows from the others.' : `${filled} more follow from the others.`;
	return [...(dated > 0 ? [dates] : []), ...(filled > 0 ? [others] : [])].map(text => [`   ${text}`]);
}

function stepView(props: WriteProps, width: number, height: number, look: Look): View {
	const {overlay} = props;
	switch (overlay.step) {
		case 'path': {
			const prompt = promptView(' File: ', overlay.path, width, look);
			const open: readonly Line[] =
				props.open > 0
					? [
							[],
							[
								' ',
								span(
									'warn',
									`${look.glyphs.part} ${props.open} required ${props.open === 1 ? 'answer is' : 'answers are'} still open:`,
								),
								' it is written unfinished.',
							],
						]
					: [[], [' ', span('good', `${look.glyphs.done} Everything required is answered.`)]];
			return {
				...prompt,
				lines: [...prompt.lines, ...open, ...filledLines(props), [], wayOn(props, 'goes on, nothing is written yet')],
			};
		}

		case 'refused': {
			const count = props.refused.length;
			const reasons = props.refused.flatMap(reason =>
				wrapped(look.sentence(reason), width - 6).map((text, index): Line => [
					index === 0 ? span('bad', `   ${look.glyphs.cross} `) : '     ',
					text,
				]),
			);
			return {
				lines: [
					[
						' ',
						span(
							'warn',
							count === 1
								? 'An answer cannot stand in the document:'
								: `${count} answers cannot stand in the document:`,
						),
					],
					...limited(reasons, Math.max(1, height - 4), look),
					[' ', 'Written without, the draft is kept for it.'],
					[],
					question(count === 1 ? 'Go there?' : 'Go to the first?', props, look, 'go there', 'write without'),
				],
			};
		}

		case 'finish': {
			const count = props.leftOut.length;
			const titles = props.leftOut.map((title): Line => ['   ', span('dim', `${look.glyphs.notApplicable} `), title]);
			return {
				lines: [
					[
						' ',
						count === 1
							? 'This optional section is not answered:'
							: `These ${count} optional sections are not answered:`,
					],
					...limited(titles, Math.max(1, height - 3), look),
					[],
					question(`Leave ${count === 1 ? 'it' : 'them'} out?`, props, look, 'leave out', 'keep as they are'),
				],
			};
		}

		case 'conflict': {
			const {difference = 'same', merged} = props;
			return conflictView({difference, merged, scroll: overlay.scroll ?? 0, key: props.key}, width, height, look);
		}

		case 'overwrite': {
			const shown = props.difference
				? differenceView(props.difference, overlay.scroll ?? 0, Math.max(2, height - 3))
				: {lines: []};
			return {
				...shown,
				lines: [
					[
						' ',
						span(
							'warn',
							overlay.both === undefined
								? 'A file stands there already.'
								: overlay.both
									? 'Both together, against the file as it is on disk:'
									: 'Mine, against the file as it is on disk; those changes go:',
						),
					],
					...shown.lines,
					[],
					question(
						'Replace it?',
						props,
						look,
						'replace',
						overlay.both === undefined ? 'choose another name' : 'choose again',
					),
				],
			};
		}

		case 'commit': {
			const {repository} = overlay;
			if (!repository) return {lines: []};
			const asked = repository.problem
				? question('Write it without a commit?', props, look, 'write', 'choose another name')
				: question('Commit it?', props, look, 'write and commit', 'only write');
			return {lines: [...commitLines(repository, width, look), [], asked]};
		}

		case 'message': {
			return messageView({message: overlay.message, keys: props.keys, key: props.key}, width, height, look);
		}

		case 'branch': {
			const prompt = promptView(' New branch: ', overlay.branch, width, look);
			return {
				...prompt,
				lines: [
					...prompt.lines,
					[],
					[' ', span('dim', 'It begins where the present one is. Left empty, the commit goes on that.')],
					wayOn(props, 'goes on, nothing is written yet'),
				],
			};
		}

		case 'working': {
			const {problem} = overlay.repository ?? {};
			const trouble = problem
				? wrapped(`It is not committed: ${look.sentence(problem.summary)}`, width - 2).map((text): Line => [
						' ',
						span('warn', text),
					])
				: [];
			return {
				lines: [[' ', `${overlay.commit ? 'Writing and committing' : 'Writing'}${look.glyphs.ellipsis}`], ...trouble],
			};
		}
	}
}
