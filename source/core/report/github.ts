/**
 * Findings as workflow commands, which GitHub Actions shows beside the lines of a change (docs.github.com, "Workflow
 * commands for GitHub Actions": error, warning, notice).
 */

import type {Message, Severity} from '../checks/types.ts';
import {sanitize} from '../text/index.ts';
import type {Checked} from './types.ts';

const commands: Readonly<Record<Severity, string>> = {error: 'error', warn: 'warning', info: 'notice'};

/** A command's message: the runner undoes these three escapes and knows no others. */
function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property's value ends at a comma or colon, so these are escaped as well. */
function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * One line for each finding, and one for a document that is less complete than `minimum`, which fails without an error.
 * Escaped first, so that no name or text can begin a command of its own, and then made harmless to a log's reader.
 */
export function githubLines({path, messages, completeness: {required}}: Checked, minimum: number): readonly string[] {
	const lines = messages.map(message => command(path, message));
	if (required.percent < minimum) {
		const {percent, answered, total} = required;
		const share = `${percent} % of what is required is answered (${answered} of ${total}), less than ${minimum} %.`;
		lines.push(`::error file=${escapeProperty(path)},title=completeness::${escapeData(share)}`);
	}
	return lines.map(line => sanitize(line));
}

function command(path: string, {severity, ruleId, reason, help, place}: Message): string {
	const {line, column, endLine, endColumn} = place;
	// Columns are refused where a place goes over several lines.
	const columns = line === endLine ? {col: column, endColumn} : {};
	const properties = Object.entries({file: path, line, endLine, ...columns, title: ruleId})
		.map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
		.join(',');
	return `::${commands[severity]} ${properties}::${escapeData(help === undefined ? reason : `${reason}\n${help}`)}`;
}
