/** Findings for a person to read. */

import type {Message, Severity} from '../core/checks/index.ts';
import type {Output, Tone} from './output.ts';

const tones: Readonly<Record<Severity, Tone>> = {error: 'bad', warn: 'warn', info: 'dim'};

/**
 * Reports messages with their places, as editors and terminals know to open them.
 *
 * @param helped for which messages the help is told too; for errors alone where it is not given
 */
export function reportMessages(
	path: string,
	messages: readonly Message[],
	output: Output,
	helped: (message: Message) => boolean = ({severity}) => severity === 'error',
): void {
	for (const message of messages) {
		const {place, severity, reason, ruleId, help} = message;
		output.report(
			`  ${path}:${place.line}:${place.column}  `,
			{text: severity, tone: tones[severity]},
			`  ${reason}  `,
			{
				text: ruleId,
				tone: 'dim',
			},
		);
		if (help !== undefined && helped(message)) output.report({text: `    ${help}`, tone: 'dim'});
	}
}
