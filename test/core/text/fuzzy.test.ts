import {expect, test} from 'vitest';
import {fuzzyScore} from '../../../source/core/text/index.ts';

function best(query: string, names: readonly string[]): string | undefined {
	return names
		.map(name => ({name, score: fuzzyScore(query, name)}))
		.filter(({score}) => score !== undefined)
		.sort((a, b) => (b.score ?? 0) - (a.score ?? 0))[0]?.name;
}

test('letters must stand in their order', () => {
	expect(fuzzyScore('tsp', 'technical-specification')).toBeDefined();
	expect(fuzzyScore('pst', 'tsp')).toBeUndefined();
});

test('case and spaces in the query do not count', () => {
	expect(fuzzyScore('Next  FIELD', 'nextfield')).toBe(fuzzyScore('nextfield', 'nextfield'));
});

test('starts of words and letters together win', () => {
	expect(best('sd', ['sound', 'system design', 'side'])).toBe('system design');
	expect(best('arch', ['search', 'architecture spec', 'a rich church'])).toBe('architecture spec');
	expect(best('wri', ['Show writing', 'Write the document', 'worried'])).toBe('Write the document');
});

test('an empty query fits everything alike', () => {
	expect(fuzzyScore('', 'a')).toBe(fuzzyScore('  ', 'something longer'));
});

test('letters strewn over a long text are no find, starts of its words and parts of it are', () => {
	const strewn = 'Rollback of a change that the architects discuss';
	expect(fuzzyScore('raci', strewn)).toBeUndefined();
	expect(fuzzyScore('raci', 'Ownership & RACI')).toBeDefined();
	expect(fuzzyScore('rac', strewn)).toBeDefined();
	expect(fuzzyScore('gratio', 'Migration Plan')).toBeDefined();
	expect(fuzzyScore('decsn', 'Decision')).toBeDefined();
});
