import {describe, expect, it} from 'vitest';
import {readMarker, withMarker} from '../../../source/core/form/index.ts';
import {fc, test} from '../../property.ts';

const hash = '0123456789ab';

/** Paths with all that means something in a marker, in a comment or in an encoding. */
const path = fc
	.array(
		fc.oneof(
			fc.constantFrom('/', ' ', '@', '-', '--', '-->', '<!--', '>', '%', '%20', '%zz', '\u0085', '\n', '\t', 'é', '日'),
			fc.string({unit: 'binary', minLength: 1, maxLength: 3}),
		),
		{minLength: 1, maxLength: 8},
	)
	.map(pieces => pieces.join(''));

describe('the path of a template', () => {
	test.prop([path, fc.option(path, {nil: undefined})], 1000)(
		'comes back from the marker as it was, which is one valid comment',
		(name, version) => {
			const text = withMarker('# A\n', {name, ...(version === undefined ? {} : {version}), hash});
			const {range, ...marker} = readMarker(text) ?? {range: {from: 0, to: 0}};
			expect(marker).toEqual({name, ...(version === undefined ? {} : {version}), hash});
			const comment = text.slice(range.from, range.to);
			// HTML, 13.1.6: what may not stand in a comment. CommonMark ended one at two hyphens for long.
			expect(comment.slice(4, -3)).not.toMatch(/^-?>|<!--|--|<!-$/);
			expect(comment).not.toMatch(/[\r\n]/);
		},
	);

	it.each([
		['tpl/my template.md', 'tpl/my%20template.md'],
		['a@b--c.md', 'a%40b-%2Dc.md'],
		['100%.md', '100%.md'],
		['a%20b.md', 'a%2520b.md'],
	])('%s is written %s', (name, written) => {
		expect(withMarker('# A\n', {name, hash})).toBe(`# A\n\n<!-- specwright: ${written} sha256:${hash} -->\n`);
	});

	it('written by hand stays as it is where it says the same', () => {
		const text = '# A\n\n<!--specwright: %61.md  sha256:0123456789ab-->';
		expect(readMarker(text)).toMatchObject({name: 'a.md', hash});
		expect(withMarker(text, {name: 'a.md', hash})).toBe(text);
	});
});
