/** Findings for a person to read. */

import type {Message, Severity} from '../core/checks/index.ts';
import {excerpt} from '../core/report/index.ts';
import type {Output, Piece, Tone} from './output.ts';

const tones: Readonly<Record<Severity, Tone>> = {error: 'bad', warn: 'warn', info: 'dim'};

type Options = {
	/** For which messages the help is told too; for errors alone where it is not given. */
	readonly helped?: (message: Message) => boolean;
	/** The text that they are about; where it is given, the line of each is shown with its place underlined. */
	readonly source?: string;
};

/** So many findings in one text are shown with their lines: who has more goes by their places. */
const mostLines = 200;

/** Reports messages with their places, as editors and terminals know to open them. */
export function reportMessages(
	path: string,
	messages: readonly Message[],
	output: Output,
	{helped = ({severity}) => severity === 'error', source}: Options = {},
): void {
	output.reportLines(
		messages.flatMap((message, index) => {
			const {place, severity, reason, ruleId, help} = message;
			const shown = source !== undefined && index < mostLines ? shownLine(source, message, output) : [];
			const helping: readonly Piece[] = [{text: `    ${help}`, tone: 'dim'}];
			return [
				[
					`  ${path}:${place.line}:${place.column}  `,
					{text: severity, tone: tones[severity]},
					`  ${reason}  `,
					{text: ruleId, tone: 'dim'},
				],
				...shown,
				...(help !== undefined && helped(message) ? [helping] : []),
			];
		}),
	);
}

/** The line that a message is about, and one that underlines its place. */
function shownLine(source: string, {place, severity}: Message, {stdout}: Output): readonly (readonly Piece[])[] {
	const gutter = `    ${place.line} │ `;
	const shown = excerpt(source, place, stdout.columns - gutter.length);
	if (!shown) return [];
	return [
		[{text: gutter, tone: 'dim'}, shown.text],
		[
			{text: `${' '.repeat(gutter.length - 2)}│ `, tone: 'dim'},
			' '.repeat(shown.at),
			{text: '^'.repeat(shown.width), tone: tones[severity]},
		],
	];
}
