/** Asking for a checklist: which of the items that the template fixes are done, or items of the author's own. */

import {fieldInHand} from '../core/wizard/index.ts';
import {tickedBoxes} from './boxes.ts';
import {literal} from './commands.ts';
import {answered, aside, command, replace, takeOffered, untouched} from './reply.ts';
import type {Ending, Session} from './session.ts';

/** Ticks by the numbers of the items. */
export async function askTicks(session: Session, items: readonly {readonly text: string}[]): Promise<Ending> {
	const picked = tickedBoxes(session.state());
	const reply = await session.ask.pick({
		message: 'Which are done?',
		options: items.map(({text}) => text),
		picked,
		skip: 'keep',
		open: false,
	});
	if (reply === undefined || typeof reply === 'string') {
		const other = aside(reply);
		if (other || reply === undefined) return other ?? {type: 'end'};
		if (reply.trim() === '') return takeOffered(session);
		session.say([`  "${reply}" is none of them; numbers with commas between them work.`]);
		return askTicks(session, items);
	}
	const changed = items.map((_, index) => index).filter(index => picked.includes(index) !== reply.includes(index));
	for (const index of changed) {
		toItem(session, index);
		command(session, 'list.toggle');
		// A box that is computed stays so, which is told.
		const {notice} = session.state();
		if (notice) session.say([`  ${notice.text}`]);
	}
	return changed.length > 0 ? answered : untouched;
}

function toItem(session: Session, index: number): void {
	for (let steps = 0; steps < 10_000; steps++) {
		const {input} = session.state();
		if (input.type !== 'checklist' || input.cursor === index || index >= input.items.length) return;
		command(session, input.cursor < index ? 'list.down' : 'list.up');
	}
}

/**
 * Items of the author's own. They take the place of what stood there; after a command that only tells something they go
 * on where they were.
 */
export async function askChecks(session: Session): Promise<Ending> {
	const {id} = fieldInHand(session.state());
	const items = session.begun?.field === id ? [...session.begun.lines] : [];
	session.begun = undefined;
	for (;;) {
		const reply = await session.ask.line('[ ]');
		const other = aside(reply);
		if (other?.type === 'command' && items.length > 0) session.begun = {field: id, lines: items};
		if (other || reply === undefined) return other ?? {type: 'end'};
		if (reply.trim() === '') return items.length === 0 ? takeOffered(session) : answered;
		if (items.length === 0) command(session, 'field.reset');
		const [, mark, text] = /^\s*(?:[-*+]\s+)?\[([ xX])\]\s*(.*)$/.exec(reply) ?? [];
		command(session, 'row.add');
		replace(session, literal(text ?? reply));
		if (mark === 'x' || mark === 'X') command(session, 'list.toggle');
		items.push(reply);
	}
}
