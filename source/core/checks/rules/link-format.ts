import {textsIn} from '../answer-texts.ts';
import {nameOf} from '../naming.ts';
import {rangeOf} from '../place.ts';
import {standingOf} from '../standing.ts';
import type {Rule} from '../types.ts';

/**
 * A web address that can't be one, or a Markdown link that never closes, where a link is asked for. Paths, ticket
 * numbers and names are left alone, and nothing is ever fetched.
 */
export const linkFormat: Rule = {
	id: 'link-format',
	severity: 'error',
	summary: 'A web address is written as one.',
	*run(document) {
		for (const entry of standingOf(document).fields.values()) {
			const {field} = entry;
			const answer = document.answers.get(field.id);
			if (field.kind !== 'link' || entry.state !== 'answered' || answer?.state !== 'answered') continue;
			const fault = textsIn(answer.value)
				.map(faultIn)
				.find(each => each !== undefined);
			if (fault === undefined) continue;
			yield {
				reason: `${nameOf(entry)}: ${fault}`,
				words: fault,
				range: rangeOf(document, field.id),
				section: field.section,
				field: field.id,
				help: 'Write a web address such as https://example.org/page or a path such as docs/page.md.',
			};
		}
	},
	examples: [
		{
			title: 'An address without a host.',
			template: '# Decision\n\n- **Runbook:** [path or URL]\n',
			document: '# Decision\n\n- **Runbook:** https:///runbook\n',
			findings: 1,
		},
		{
			title: 'A slip in the first letters.',
			template: '# Decision\n\n- **Runbook:** [path or URL]\n',
			document: '# Decision\n\n- **Runbook:** https//example.org/runbook\n',
			findings: 1,
		},
		{
			title: 'A path.',
			template: '# Decision\n\n- **Runbook:** [path or URL]\n',
			document: '# Decision\n\n- **Runbook:** docs/runbook.md\n',
			findings: 0,
		},
		{
			title: 'An address in a Markdown link, with words beside it.',
			template: '# Decision\n\n- **Runbook:** [path or URL]\n',
			document: '# Decision\n\n- **Runbook:** [the runbook](https://example.org/a_(b)?c=d#e), kept by Ada\n',
			findings: 0,
		},
	],
};

/** Scheme, host and what follows (RFC 3986 3), as much of it as a slip would break. */
const address =
	/^https?:\/\/(?:[^\s/?#@]+@)?(?:\[[\da-f:.]+\]|[\p{L}\p{N}](?:[\p{L}\p{N}._~%-]*[\p{L}\p{N}])?\.?)(?::\d+)?(?:[/?#]\S*)?$/iu;

function faultIn(text: string): string | undefined {
	for (const [word] of text.matchAll(
		/(?<![\p{L}\p{N}/.=-])(?:https?:|https?\/\/|htt?ps?:\/|ttps?:\/)[^\s<>"')\]},;|]*/giu,
	)) {
		if (!address.test(word.replace(/[.,;:!?]+$/, ''))) return `"${word}" is no web address.`;
	}
	return /\[[^\]]*\]\([^)\s]*$/.test(text) ? 'a Markdown link in it never closes.' : undefined;
}
