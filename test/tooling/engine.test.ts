import {describe, expect, it} from 'vitest';
import {engines} from '../../package.json';
import {supports} from '../../source/engine.ts';

describe('the Node versions that the program starts on', () => {
	it.each(['22.22.2', '22.23.0', '24.15.0', '24.21.0', '26.0.0', '27.1.2'])('takes %s', version => {
		expect(supports(engines.node, version)).toBe(true);
	});

	it.each(['12.22.0', '18.20.0', '20.20.2', '22.22.1', '23.11.0', '24.14.9', '25.9.0', 'nonsense'])(
		'refuses %s',
		version => {
			expect(supports(engines.node, version)).toBe(false);
		},
	);
});
