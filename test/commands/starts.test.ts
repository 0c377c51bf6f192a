import {expect, test} from 'vitest';
import {startsIn} from '../../source/commands/starts.ts';
import {readForm} from '../../source/core/form/index.ts';

test.each([
	['## Quay', 3, 8],
	['Quay\n----', 3, 5],
	['Quay\n====', 3, 5],
])('an empty section is told with its heading: %j', (heading, line, column) => {
	const form = readForm(`# Harbour cranes at night\n\n${heading}\n\n# Load\n\n<x>\n`);
	const field = form.fields.find(one => one.id.endsWith('quay/body'))!;
	expect(startsIn(form.source, ({range}) => range).field(field)).toEqual({line, column});
});
