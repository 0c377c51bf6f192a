/** Faults in code, by its language: those that have a parser here. Of others nothing is said. */

import {yamlFault} from '../../form/index.ts';
import {checkMermaid} from '../../mermaid/index.ts';
import {graphqlFault, sqlFault} from './brackets.ts';
import {jsonFault} from './json.ts';
import {openApiFault} from './open-api.ts';
import type {CodeFault} from './types.ts';

/** Longer code is not looked at while somebody types. */
const longest = 65_536;
/** Deeper brackets are not written by people, and a parser may run out of stack on them. */
const deepest = 100;

const parsers = new Map<string, (code: string) => CodeFault | undefined>([
	['mermaid', code => checkMermaid(code)[0]],
	['json', code => jsonFault(code) ?? openApiFault(code)],
	['yaml', code => yamlFaultIn(code) ?? openApiFault(code)],
	['yml', code => yamlFaultIn(code) ?? openApiFault(code)],
	['graphql', graphqlFault],
	['gql', graphqlFault],
	['sql', sqlFault],
]);

/** The first fault in the code, undefined where it is sound, or in a language or of a size that is not looked at. */
export function codeFault(language: string, code: string): CodeFault | undefined {
	return code.length > longest ? undefined : parsers.get(language.toLowerCase())?.(code);
}

/** The first fault in any of the documents that a YAML text may hold, each begun by a line of `---`. */
function yamlFaultIn(code: string): CodeFault | undefined {
	if (depthOf(code) > deepest) return undefined;
	let from = 0;
	for (const part of code.split(/^(?=---(?:[ \t\r\n]|$))/m)) {
		const fault = yamlFault(part);
		if (fault) {
			return {
				range: {from: from + fault.range.from, to: from + fault.range.to},
				reason: fault.reason.charAt(0).toLowerCase() + fault.reason.slice(1),
				help: 'Mend it; indentation, colons and quotes are what YAML goes by.',
			};
		}

		from += part.length;
	}

	return undefined;
}

/** How deep brackets and the dashes of one line go, at most. */
function depthOf(code: string): number {
	let depth = 0;
	let most = 0;
	for (const [sign] of code.matchAll(/[[{\]}]|(?:[-?][ \t]+){50,}/g)) {
		if (sign === '[' || sign === '{') most = Math.max(most, ++depth);
		else if (sign === ']' || sign === '}') depth--;
		else most = Math.max(most, sign.length);
	}

	return most;
}
