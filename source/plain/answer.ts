/** Asking for one answer, by its kind. What is typed goes to the machine at once, so that a command loses none of it. */

import {optionTyped} from '../core/form/index.ts';
import {fieldInHand, isGuess, itemMarks, offer, pathsToTake, textWithPath, type Field} from '../core/wizard/index.ts';
import {askChecks, askTicks} from './checklist.ts';
import {literal} from './commands.ts';
import {indexOf} from './lines.ts';
import {peopleToTake, promptWords, valueWords} from './question.ts';
import {answered, aside, command, replace, takeOffered, untouched} from './reply.ts';
import type {Ending, Session} from './session.ts';

/** Asks for the field in hand and gives the answer to the machine. */
export async function askAnswer(session: Session): Promise<Ending> {
	const field = fieldInHand(session.state());
	switch (field.kind) {
		case 'choice':
			return field.multiple ? askSeveral(session, field) : askOne(session, field);
		case 'checklist':
			return field.fixedItems ? askTicks(session, field.fixedItems) : askChecks(session);
		case 'table':
			return askTable(session, field);
		case 'prose':
		case 'code':
			return askLines(session, {end: '.', prompt: () => '...'});
		case 'list':
			return askLines(session, {end: '', prompt: lines => itemMarks(field, [...lines, '-']).at(-1) || '-'});
		default:
			return askText(session, field);
	}
}

async function askText(session: Session, field: Field): Promise<Ending> {
	const reply = await session.ask.line(promptWords(field));
	const other = aside(reply);
	if (other || reply === undefined) return other ?? {type: 'end'};
	if (reply.trim() === '') return takeOffered(session);
	replace(session, literal(reply));
	return answered;
}

/** Lines up to the one that ends them. Enter at once leaves everything as it is. */
async function askLines(
	session: Session,
	{end, prompt}: {readonly end: string; readonly prompt: (before: readonly string[]) => string},
): Promise<Ending> {
	const {id} = fieldInHand(session.state());
	const lines = session.begun?.field === id ? [...session.begun.lines] : [];
	session.begun = undefined;
	for (;;) {
		const reply = await session.ask.line(prompt(lines));
		const text = withPath(session, reply);
		if (text !== undefined) {
			lines.splice(0, lines.length, ...text.split('\n'));
			replace(session, text);
			session.say([`  ${lines.at(-1)}`]);
			continue;
		}
		const other = aside(reply);
		if (other?.type === 'command' && lines.length > 0) session.begun = {field: id, lines};
		if (other || reply === undefined) return other ?? {type: 'end'};
		if (lines.length === 0 && reply.trim() === '') return takeOffered(session);
		if (reply === end) return lines.length === 0 ? untouched : answered;
		// A line that is only dots is typed with one more, as in mail.
		lines.push(end === '.' && /^\.{2,}$/.test(reply) ? reply.slice(1) : literal(reply));
		replace(session, lines.join('\n'));
		const paths = pathsToTake(session.state());
		if (paths.length > 0)
			session.say([
				`  files: ${paths.map((path, index) => `${index + 1} ${path}`).join(', ')}; :take and a number puts one there`,
			]);
	}
}

/** The text with the file that `:take` and a number names, where one is being named; undefined for all else that is typed. */
function withPath(session: Session, reply: string | undefined): string | undefined {
	const [, number = ''] = /^:take\s+(\d+)$/.exec(reply?.trim() ?? '') ?? [];
	const path = pathsToTake(session.state())[Number(number) - 1];
	return path === undefined ? undefined : textWithPath(session.state(), path);
}

/** What Enter does at a list of options: what stands is kept, what is offered is taken. */
function skipWords(session: Session, field: Field, isPicked: boolean): string {
	if (isPicked) return 'keep it';
	const offered = offer(session.state(), field);
	return offered && !isGuess(offered) ? `take ${valueWords(offered.value)}` : 'leave it open';
}

/** Says that a text is none of the options, and what would do. */
function sayNone(session: Session, reply: string, options: readonly string[]): void {
	session.say([`  "${reply}" is none of the options: a number from 1 to ${options.length} or its words take one.`]);
}

async function askOne(session: Session, field: Field): Promise<Ending> {
	const {input} = session.state();
	const current = input.type === 'choice' ? input.picked[0] : undefined;
	const reply = await session.ask.choose({
		message: field.label,
		options: field.options,
		...(current === undefined ? {} : {current}),
		skip: skipWords(session, field, current !== undefined),
		open: field.open,
	});
	if (typeof reply === 'number') {
		session.dispatch({type: 'choose', index: reply, now: session.now()});
		return answered;
	}
	const other = aside(reply);
	if (other || reply === undefined) return other ?? {type: 'end'};
	if (reply.trim() === '') return takeOffered(session);
	const meant = optionTyped(field, reply);
	if (meant !== undefined) {
		session.dispatch({type: 'choose', index: field.options.indexOf(meant), now: session.now()});
		return answered;
	}
	if (!field.open) {
		sayNone(session, reply, field.options);
		return askOne(session, field);
	}
	chooseOther(session, field, literal(reply));
	return answered;
}

/** The free answer stands behind the last option. */
function chooseOther(session: Session, field: Field, text: string): void {
	session.dispatch({type: 'choose', index: field.options.length, now: session.now()});
	replace(session, text);
}

async function askSeveral(session: Session, field: Field): Promise<Ending> {
	const {input} = session.state();
	const picked = input.type === 'choice' ? input.picked : [];
	const reply = await session.ask.pick({
		message: field.label,
		options: field.options,
		picked,
		skip: skipWords(session, field, picked.length > 0),
		open: field.open,
	});
	if (reply === undefined || typeof reply === 'string') {
		const other = aside(reply);
		if (other || reply === undefined) return other ?? {type: 'end'};
		if (reply.trim() === '') return takeOffered(session);
		const mixed = severalOf(literal(reply), field.options);
		if (!mixed || (mixed.own.length > 0 && !field.open)) {
			sayNone(session, reply, field.options);
			return askSeveral(session, field);
		}
		chooseExactly(session, field, picked, mixed.indexes);
		if (mixed.own.length > 0) chooseOther(session, field, mixed.own.join(', '));
		return answered;
	}
	return chooseExactly(session, field, picked, reply) ? answered : untouched;
}

/** Takes those options and lets all others go; true where that changed anything. */
function chooseExactly(session: Session, field: Field, picked: readonly number[], wanted: readonly number[]): boolean {
	const changed = field.options
		.map((_, index) => index)
		.filter(index => picked.includes(index) !== wanted.includes(index));
	for (const index of changed) session.dispatch({type: 'choose', index, now: session.now()});
	return changed.length > 0;
}

/** Options and words of one's own with commas between them; undefined where a number is none of the options'. */
function severalOf(
	text: string,
	options: readonly string[],
): {readonly indexes: readonly number[]; readonly own: readonly string[]} | undefined {
	const parts = text.split(',').map(part => part.trim());
	const own = parts.filter(part => part !== '' && indexOf(part, options) === undefined);
	if (own.some(part => /^\d+$/.test(part))) return undefined;
	return {indexes: parts.map(part => indexOf(part, options)).filter(index => index !== undefined), own};
}

async function askTable(session: Session, field: Field): Promise<Ending> {
	const columns = field.columns ?? [];
	const {input} = session.state();
	if (input.type !== 'table' || columns.length === 0) return untouched;
	const isFilled = input.rows.some(row => row.some(cell => cell.trim() !== ''));
	let from = 0;
	if (!field.fixedRows && isFilled) {
		const reply = await session.ask.choose({
			message: `${input.rows.length} ${input.rows.length === 1 ? 'row' : 'rows'}`,
			options: ['add rows', 'start over'],
			skip: 'keep them as they are',
			open: false,
		});
		if (reply === undefined || typeof reply === 'string') return aside(reply) ?? untouched;
		if (reply === 0) from = input.rows.length;
		else command(session, 'field.reset');
	}
	return field.fixedRows
		? askCells(session, field, 0, field.fixedRows.length)
		: askCells(session, field, from, Number.POSITIVE_INFINITY);
}

/** Cell by cell from row `from`; in a table that grows, an empty first cell ends it. */
async function askCells(session: Session, field: Field, from: number, to: number): Promise<Ending> {
	const columns = field.columns ?? [];
	let ending: Ending = untouched;
	for (let row = from; row < to; row++) {
		const fixed = field.fixedRows?.[row];
		let isFirst = true;
		for (const [column, {id, label, kind, options, open}] of columns.entries()) {
			if (fixed?.cells[id] !== undefined) continue;
			const words = `${fixed ? fixed.label : `Row ${row + 1}`}, ${label}`;
			const message = isFirst && !fixed ? `${words} (Enter ends the table)` : words;
			const people = kind === 'person' ? peopleToTake(session.state()) : [];
			const reply = await askCell(session, message, options ?? [], open ?? false, people);
			if (typeof reply !== 'string') return reply;
			if (isFirst && !fixed && reply === '') return ending;
			isFirst = false;
			if (reply === '') continue;
			if (!toCell(session, row, column, columns.length)) return ending;
			replace(session, reply);
			ending = answered;
		}
	}
	return ending;
}

/** A cell's text, or how the question ended instead. `people` are those whom `:take` and a number puts there. */
async function askCell(
	session: Session,
	message: string,
	options: readonly string[],
	open: boolean,
	people: readonly string[],
): Promise<string | Ending> {
	if (options.length === 0) {
		const reply = await session.ask.line(message);
		const person = people[Number(/^:take\s+(\d+)$/.exec(reply?.trim() ?? '')?.[1] ?? 0) - 1];
		if (person !== undefined) return person;
		return aside(reply) ?? literal(reply ?? '').trim();
	}
	for (;;) {
		const reply = await session.ask.choose({message, options, skip: 'leave it empty', open});
		if (typeof reply === 'number') return options[reply] ?? '';
		const other = aside(reply);
		if (other || reply === undefined) return other ?? {type: 'end'};
		const meant = optionTyped({options, open}, reply);
		if (meant !== undefined) return meant;
		if (reply.trim() === '' || open) return literal(reply).trim();
		sayNone(session, reply, options);
	}
}

/** Brings the cell at that place into hand; the table grows as far as needed. */
function toCell(session: Session, row: number, column: number, width: number): boolean {
	const wanted = row * width + column;
	for (let steps = 0; steps < 100_000; steps++) {
		const {input} = session.state();
		if (input.type !== 'table') return false;
		const here = input.row * width + input.column;
		if (here === wanted) return true;
		command(session, here < wanted ? 'cell.next' : 'cell.previous');
		const next = session.state().input;
		if (next.type === 'table' && next.row * width + next.column === here) return false;
	}
	return false;
}
