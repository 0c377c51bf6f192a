import {describe, expect, it} from 'vitest';
import {readForm} from '../../../source/core/form/index.ts';
import {changedSections, isMessagePattern, proposeMessage} from '../../../source/core/wizard/index.ts';

const about = {title: 'Hold queue', file: 'docs/hold.md', isNew: true, sections: ['Context']};

describe('the message that is proposed', () => {
	it.each([
		['of a new document', about, 'docs: add Hold queue'],
		['of an update, with what changed', {...about, isNew: false}, 'docs: update Hold queue\n\n- Context'],
		['by a pattern', {...about, pattern: 'spec({file}): {action} "{title}"'}, 'spec(docs/hold.md): add "Hold queue"'],
		['with a title that looks like a word of the pattern', {...about, title: '{file}'}, 'docs: add {file}'],
		[
			'with nothing in it that turns the words around or tells a terminal something',
			{...about, isNew: false, title: 'A \u202Edaer\u001B queue', sections: ['Con\u2066text\n2']},
			'docs: update A daer queue\n\n- Context 2',
		],
		['of 72 cells, however wide its signs', {...about, title: '字'.repeat(40)}, `docs: add ${'字'.repeat(30)}…`],
		['of a commit that is made anew', {...about, isNew: false, lastMessage: 'why\n\nso'}, 'why\n\nso'],
	])('%s', (_, facts, message) => {
		expect(proposeMessage(facts)).toBe(message);
	});

	it.each([
		['docs: {action} {title}', true],
		['docs: again', true],
		['{titel}', false],
		['{', false],
		['two\nlines', false],
		[' ', false],
	])('has the pattern %j or not', (pattern, isOne) => {
		expect(isMessagePattern(pattern)).toBe(isOne);
	});
});

it('names sections that are changed, new and gone, not those around them, nor for other line ends', () => {
	const before = '# Doc\n\nBy Ada\n\n## One\n\na\n\n### Inner\n\nb\n\n## Two\n\nc\n\n## Three\n\nd\n';
	const after = '# Doc\n\nBy Cy\n\n## One\n\na\n\n### Inner\n\nB\n\n## Two\n\nc\n\n## Four\n\nd\n';
	const changed = changedSections(readForm(before), readForm(after.replaceAll('\n', '\r\n')));
	expect(changed).toEqual(['Inner', 'Four (new)', 'Three (removed)']);
	expect(changedSections(readForm(before), readForm(before.replaceAll('\n', '\r\n')))).toEqual([]);
});
