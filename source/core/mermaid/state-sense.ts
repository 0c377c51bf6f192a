/** What Mermaid refuses in a state diagram whose every token stands in its place. */

import type {Finding} from './kind.ts';
import type {Token} from './tokens.ts';

/** A state with others in it that is described twice. */
export function senseOfState(tokens: readonly Token[], text: string): Finding | undefined {
	const groups = new Set<string>();
	const descriptions: {readonly name: string; readonly token: Token}[] = [];
	for (const [index, token] of tokens.entries()) {
		const name = (at: number) => text.slice(tokens[at]?.from, tokens[at]?.to).trim();
		if (token.name === '{') groups.add(name(index - 1));
		if (token.name === 'state-text' && text.slice(token.from, token.to).trim() !== '')
			descriptions.push({name: name(index + 2).split(':')[0]!, token});
		if (token.name !== 'message') continue;
		const place = tokens[index - 2]?.name === ':::' ? index - 3 : index - 1;
		if (tokens[place]?.name === 'name' && tokens[place - 1]?.name !== '-->' && name(index).slice(1).trim() !== '')
			descriptions.push({name: name(place), token});
	}

	const seen = new Set<string>();
	for (const {name, token} of descriptions) {
		if (groups.has(name) && seen.has(name)) {
			return {
				from: token.from,
				to: token.to,
				reason: `"${name}" holds other states and is described twice`,
				help: 'Keep one of its descriptions.',
			};
		}

		seen.add(name);
	}

	return undefined;
}
