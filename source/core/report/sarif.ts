/** Findings as a SARIF log, which code scanning and editors read (OASIS, SARIF 2.1.0; section numbers are its own). */

import {rules} from '../checks/index.ts';
import type {Message, Severity} from '../checks/types.ts';
import {identities} from './identity.ts';
import type {Checked, Digest} from './types.ts';

type Json = Readonly<Record<string, unknown>>;

const levels: Readonly<Record<Severity, string>> = {error: 'error', warn: 'warning', info: 'note'};

export type SarifOptions = {
	/** The program's version. */
	readonly version: string;
	readonly digest: Digest;
	/** What kept files from being checked. */
	readonly failures: readonly string[];
};

/** The log of one run: every rule there is, and each finding with its place and a fingerprint that a moved line leaves alone. */
export function sarifLog(files: readonly Checked[], {version, digest, failures}: SarifOptions): Json {
	return {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'Specwright',
						semanticVersion: version,
						rules: rules.map(({id, summary, severity}) => ({
							id,
							shortDescription: {text: plainText(summary)},
							defaultConfiguration: {level: levels[severity]},
						})),
					},
				},
				invocations: [
					{
						executionSuccessful: failures.length === 0,
						toolExecutionNotifications: failures.map(text => ({level: 'error', message: {text: plainText(text)}})),
					},
				],
				columnKind: 'utf16CodeUnits',
				// The standard's own list lacks the lone CR, which ends a line in Markdown.
				newlineSequences: ['\r\n', '\n', '\r'],
				results: files.flatMap(file => {
					const {path, source, messages, waived = []} = file;
					const told = identities(source, messages).map((same, index) => result(path, messages[index]!, digest(same)));
					// A service shows it as let be (§3.35).
					const suppressed = identities(source, waived).map((same, index) => ({
						...result(path, waived[index]!, digest(same)),
						suppressions: [{kind: 'inSource', justification: waived[index]!.waiver.reason}],
					}));
					return [...told, ...suppressed];
				}),
			},
		],
	};
}

function result(path: string, {ruleId, severity, reason, help, place}: Message, fingerprint: string): Json {
	const {line, column, endLine, endColumn} = place;
	return {
		ruleId,
		ruleIndex: rules.findIndex(({id}) => id === ruleId),
		level: levels[severity],
		message: {text: plainText(help === undefined ? reason : `${reason} ${help}`)},
		locations: [
			{
				physicalLocation: {
					artifactLocation: {uri: uriOf(path)},
					// Both ends count from 1, and the end is the column behind the last character (§3.30).
					region: {startLine: line, startColumn: column, endLine, endColumn},
				},
			},
		],
		partialFingerprints: {'specwrightFinding/v1': fingerprint},
	};
}

/** A text as a message: braces are placeholders there (§3.11.5), and brackets with parentheses behind them links (§3.11.6). */
function plainText(text: string): string {
	return text.toWellFormed().replaceAll(/[{}]/g, '$&$&').replaceAll('](', '\\](');
}

/** A relative path as a relative reference, an absolute one as a file's address (RFC 3986, RFC 8089). */
function uriOf(path: string): string {
	const encoded = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
	if (path.startsWith('/')) return `file://${encoded}`;
	return /^[A-Za-z]:\//.test(path) ? `file:///${encoded}` : encoded;
}
