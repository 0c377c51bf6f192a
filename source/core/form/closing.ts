/** Where a block ends that repeats, and what stands behind it begins. */

import {isBlank} from './line-pieces.ts';
import {scan} from './lines.ts';

/** What closes the part that the instances stand in and is no part of the last of them: a rule, and blank lines around it. */
export function closing(text: string): string {
	const {lines} = scan(text);
	let at = lines.length;
	let rule = false;
	while (at > 0) {
		const {text: line, state, underline} = lines[at - 1]!;
		const isRule = state === 'plain' && underline !== true;
		if (!rule && isRule && /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line)) rule = true;
		else if (!isBlank(line)) break;
		at--;
	}

	// Blank lines in front of the rule belong to the instance.
	if (!rule) return '';
	while (at < lines.length && isBlank(lines[at]!.text)) at++;
	return text.slice(lines[at]!.from);
}
