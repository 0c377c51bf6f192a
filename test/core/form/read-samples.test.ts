import {describe, expect, test} from 'vitest';
import {kindsOf} from './reading.ts';
import {readForm} from '../../../source/core/form/index.ts';

const below = (source: string) => kindsOf(`# A b c\n\n${source}`).filter(one => !one.startsWith('document/'));

describe('plain lists that are samples', () => {
	test('words that only count are a list to be written', () => {
		expect(below('## Why\n\n**Why not the ferry?**\n\n- Reason 1\n- Reason 2\n')).toEqual([
			'why/why-not-the-ferry list',
		]);
	});

	test('words that count different things stand', () => {
		expect(below('## Why\n\n**Kept:**\n\n- Bridge 1\n- Ferry 2\n')).toEqual([]);
	});

	test('pairs under a label are a list to be written', () => {
		expect(below('## Ways\n\n**Routes:**\n\n- `/boats` → the harbour\n- `/trains` → the station\n')).toEqual([
			'ways/routes list',
		]);
	});

	test('what stands under a heading with a blank is a sample, under any other it stands', () => {
		const list = '\n\n**Signs:**\n\n- The lamp is off\n\n**Steps:**\n\n1. Look: `lamp --state`\n2. Turn: `lamp --on`\n';
		expect(below(`## [Trouble: no light]${list}`)).toEqual([
			'trouble-no-light/name text',
			'trouble-no-light/signs list',
			'trouble-no-light/steps list',
		]);
		expect(below(`## No light${list}`)).toEqual([]);
	});

	test('a sample beside a blank is one list with it, a label beside it is not', () => {
		expect(below('## Changes\n\n- First version\n- [What else changed]\n')).toEqual(['changes/body list']);
		expect(below('## Changes\n\n- Version: 1\n- Further: [What else changed]\n')).toEqual(['changes/further text']);
	});

	test('a blank among items that go on behind it is asked for alone, and they stand', () => {
		const list = '- All the boats\n- [Who rows them]\n- The old pier stays open\n';
		expect(below(`## Crossing\n\n${list}`)).toEqual(['crossing/who-rows-them text']);
	});

	test('labels that all have an order or a question beside them are a field each', () => {
		const list = (second: string) => `## Why\n\n- **Trouble:** Describe what goes wrong.\n- **Aims:** ${second}\n`;
		expect(below(list('What is to be reached?'))).toEqual(['why/trouble prose', 'why/aims prose']);
		expect(below(list('A dry boat.'))).toEqual(['why/body list']);
	});

	test('an emphasised aside in brackets beside a list or above sections is help, alone it is the place', () => {
		const aside = '*(One a row, the worst first.)*';
		expect(below(`## Faults\n\n${aside}\n\n- [fault]\n- [fault]\n`)).toEqual(['faults/body list']);
		expect(below(`## Faults\n\n${aside}\n\n### Fault: <name>\n\n- Cause: <x>\n`)).toEqual([
			'faults/fault/name text',
			'faults/fault/cause text',
		]);
		expect(below(`## Faults\n\n${aside}\n`)).toEqual(['faults/body prose']);
	});

	test('an example under a blank stays an example', () => {
		expect(below('## Ways\n\n- [Way 1]: [its price]\n  - Example: by boat at night\n')).toEqual([
			'ways/way/way-1 text',
			'ways/way/its-price text',
		]);
	});

	test('labels that hold a blank are instances of what repeats', () => {
		const options = [1, 2].map(at => `${at}. **Option ${at}: [Name]**\n   - Account\n   - Costs\n`).join('\n');
		expect(below(`## Options\n\n${options}`)).toEqual([
			'options/option/name text',
			'options/option/body list',
			'options/option[2]/name text',
			'options/option[2]/body list',
		]);
		expect(readForm(`# A b c\n\n## Options\n\n${options}`).repeats.map(one => one.id)).toContain('options/option');
	});

	test('empty labels below a label ask, plain items below it do not', () => {
		expect(below('## Data\n\n- **Boat**\n  - Length:\n  - Sails:\n')).toEqual([
			'data/boat/length text',
			'data/boat/sails list',
		]);
		expect(below('## Data\n\n- **Boat**\n  - Long\n  - Fast\n')).toEqual(['data/body list']);
	});
});
