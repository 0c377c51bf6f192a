/** Findings that a document's own comments waive, apart from the others. */

import type {Document} from '../form/types.ts';
import {placer} from './place.ts';
import type {Message, Waived} from './types.ts';
import {waiversIn} from './waivers.ts';

/** Messages in the order of their places, those that are waived apart. */
export type Findings = {readonly messages: readonly Message[]; readonly waived: readonly Waived[]};

/** Sorts messages by their places and sets aside what a comment with a reason waives. */
export function waive({source}: Document, found: readonly Message[]): Findings {
	// The sort is stable, so that findings at one place keep the order of the rules.
	const messages = found.toSorted((one, other) => one.place.range.from - other.place.range.from);
	const waivers = waiversIn(source).filter(({rule, reason}) => reason !== '' && rule !== 'waiver');
	if (waivers.length === 0) return {messages, waived: []};
	const place = placer(source);
	const waiverOf = ({ruleId, place: {range}}: Message) =>
		waivers.find(
			({rule, scope}) =>
				rule === ruleId &&
				range.from >= scope.from &&
				// What is missing at the end of the text is told there.
				(range.from < scope.to || scope.to === source.length),
		);
	return {
		messages: messages.filter(message => !waiverOf(message)),
		waived: messages.flatMap(message => {
			const waiver = waiverOf(message);
			return waiver ? [{...message, waiver: {reason: waiver.reason, line: place(waiver.range).line}}] : [];
		}),
	};
}
