/** Comments that let a rule be: what they hold for, and that they need a rule and a reason. */

import {describe, expect, it} from 'vitest';
import {findings, noFacts} from '../../../source/core/checks/index.ts';
import {asDocument, readForm} from '../../../source/core/form/index.ts';

const waive = '<!-- specwright-ignore to-be-done: agreed with Ada -->';

/** The words behind each TODO that is told, and behind each that is let be. */
function seen(text: string): {readonly told: readonly string[]; readonly let: readonly string[]} {
	const {messages, waived} = findings(asDocument(readForm(text)), noFacts);
	const word = ({place: {range}}: {readonly place: {readonly range: {readonly to: number}}}): string =>
		/^ *(\w*)/.exec(text.slice(range.to))?.[1] ?? '';
	return {
		told: messages.filter(({ruleId}) => ruleId === 'to-be-done').map(word),
		let: waived.map(word),
	};
}

describe('a waiver', () => {
	it.each([
		['for all of the document at its head', `${waive}\n\n# A\n\nTODO one.\n\n## B\n\nTODO two.\n`, ['one', 'two']],
		['behind front matter', `---\na: b\n---\n${waive}\n\n# A\n\nTODO one.\n`, ['one']],
		['behind a byte order mark and a comment', `\uFEFF<!-- by us -->\n${waive}\n# A\n\nTODO one.\n`, ['one']],
		['for the block below', `# A\n\n${waive}\n\nTODO one.\nTODO two.\n\nTODO three.\n`, ['one', 'two']],
		[
			'for a section with those below it',
			`# A\n\n${waive}\n## B\n\nTODO one.\n\n### C\n\nTODO two.\n\n## D\n\nTODO three.\n`,
			['one', 'two'],
		],
		[
			'for a section with a line below its title',
			`# A\n\n${waive}\n\nB\n---\n\nTODO one.\n\nC\n---\n\nTODO two.\n`,
			['one'],
		],
		['for a whole list', `# A\n\n${waive}\n- TODO one.\n\n- Two.\n\n  TODO three.\n\nTODO four.\n`, ['one', 'three']],
		['for its line, behind words', `# A\n\nTODO one. ${waive}\nTODO two.\n`, ['one']],
		[
			'for a row of a table',
			`# A\n\n| a | b |\n| --- | --- |\n| Costs, TODO one | ${waive} |\n| Costs, TODO two | x |\n`,
			['one'],
		],
		['over several lines', `# A\n\n${waive.replace(': ', ':\n')}\nTODO one.\n\nTODO two.\n`, ['one']],
		['with line ends of Windows', `# A\r\n\r\n${waive}\r\nTODO one.\r\n\r\nTODO two.\r\n`, ['one']],
		[
			'beside another above the same block',
			`# A\n\n${waive}\n<!-- specwright-ignore total: x -->\nTODO one.\n\nTODO two.\n`,
			['one'],
		],
	])('holds %s', (_, text, let_) => {
		const all = [...text.matchAll(/TODO (\w+)/g)].map(([, word]) => word);
		expect(seen(text)).toEqual({told: all.filter(word => !let_.includes(word ?? '')), let: let_});
	});

	it.each([
		['without a reason', waive.replace(': agreed with Ada', '')],
		['with an empty one', waive.replace('agreed with Ada', ' ')],
		['of another rule', waive.replace('to-be-done', 'total')],
		['of a rule that there is not', waive.replace('to-be-done', 'to-do')],
		['in code', `\`\`\`md\n${waive}\n\`\`\`\n`],
		['in a span of code', `It has \`${waive}\` in it.\n`],
	])('%s holds for nothing', (_, comment) => {
		expect(seen(`# A\n\n${comment}\nTODO one.\n`)).toEqual({told: ['one'], let: []});
	});

	it('can not waive what is told of waivers', () => {
		const text = '<!-- specwright-ignore waiver: quiet -->\n# A\n\n<!-- specwright-ignore total -->\nWords.\n';
		const {messages, waived} = findings(asDocument(readForm(text)), noFacts);
		expect(messages.map(({reason, help}) => [reason, help])).toEqual([
			['This waiver is for "waiver", and there is no such rule to waive.', expect.any(String)],
			['This waiver of total gives no reason, so it does not hold.', expect.stringContaining('total: reason')],
		]);
		expect(waived).toEqual([]);
	});

	it('says why, and where it stands', () => {
		const {waived} = findings(asDocument(readForm(`# A\n\n${waive}\n\nTODO one.\n`)), noFacts);
		expect(waived).toMatchObject([
			{ruleId: 'to-be-done', place: {line: 5}, waiver: {reason: 'agreed with Ada', line: 3}},
		]);
	});
});
