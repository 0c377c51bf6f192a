/** What the checks found at a field, told below it. */

import type {Message} from '../../core/checks/types.ts';
import type {FieldState} from '../../core/form/types.ts';
import type {Line} from '../drawing/line.ts';
import {span, wrapped} from '../drawing/line.ts';
import type {Look, Tone} from '../drawing/look.ts';

/** What is told of the findings: at a field that nobody has touched, that it is open needs no saying. */
export function toldMessages({
	state,
	messages,
}: {
	readonly state: FieldState;
	readonly messages: readonly Message[];
}): readonly Message[] {
	return state === 'empty' ? messages.filter(({severity}) => severity === 'error') : messages;
}

/** Findings about this field, the first of each rule with a mark in front and how many more it has. */
export function problemLines(messages: readonly Message[], width: number, look: Look): readonly Line[] {
	const rules = Map.groupBy(
		messages.filter(({severity}) => severity !== 'info'),
		({ruleId}) => ruleId,
	);
	return [...rules.values()].flatMap(([first, ...more]) => {
		if (!first) return [];
		const {severity, reason, help} = first;
		const tone: Tone = severity === 'error' ? 'bad' : 'warn';
		const mark = severity === 'error' ? look.glyphs.cross : look.glyphs.finding;
		const words = [reason, help, more.length > 0 ? `(and ${more.length} more)` : undefined].filter(
			part => part !== undefined,
		);
		return wrapped(look.sentence(words.join(' ')), Math.max(1, width - 4)).map((text, index): Line => [
			span(tone, index === 0 ? ` ${mark} ` : '   '),
			span(tone, text),
		]);
	});
}
