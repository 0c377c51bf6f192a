import {describe, expect, it} from 'vitest';
import {metadataText, templateMetadata} from '../../../source/core/report/index.ts';

/** A specification whose section has these lines in place of its own. */
function specification(changes: Readonly<Record<string, string>> = {}, heading = '## 0.1) Template Metadata'): string {
	const lines = {
		name: '- **name:** hold-expiry',
		description: '- **description:** How an expiry is specified',
		title_template: '- **title_template:** Expiry of {thing} after {days} days',
		acceptance_criteria: '- **acceptance_criteria:**\n  - Nothing ends early\n  - Everyone is told',
		priority: '- **priority:** high',
		variables: '- **variables:** [thing, days]',
		metadata: '- **metadata:** { "version": "1.0", "author": "Ada", "notes": "none yet" }',
		...changes,
	};
	return `# Holds\n\n## 0) Summary\n- **name:** not this one\n\n${heading}\n${Object.values(lines).join('\n')}\n\n## 1) Context\n- **priority:** nor this\n`;
}

/** What is told of it, place first. */
function told(source: string): readonly string[] {
	const found = templateMetadata(source);
	return 'faults' in found ? found.faults.map(({line, column, reason}) => `${line}:${column} ${reason}`) : [];
}

const whole = `{
  "acceptance_criteria": [
    "Nothing ends early",
    "Everyone is told"
  ],
  "description": "How an expiry is specified",
  "metadata": {
    "author": "Ada",
    "notes": "none yet",
    "version": "1.0"
  },
  "name": "hold-expiry",
  "priority": "high",
  "title_template": "Expiry of {thing} after {days} days",
  "variables": [
    "thing",
    "days"
  ]
}
`;

function exported(source: string): string {
	const found = templateMetadata(source);
	return 'metadata' in found ? metadataText(found.metadata) : JSON.stringify(found.faults);
}

describe("a specification's metadata as a template", () => {
	it('has every key in order, two blanks, and a line end', () => {
		expect(exported(specification())).toBe(whole);
	});

	it('is the same however people write the section', () => {
		const plain = Object.fromEntries(
			[
				'* name: `hold-expiry`',
				'* **Description**: How an expiry\n  is specified',
				'- __title-template__: Expiry of {thing} after {days} days',
				'1. Acceptance Criteria:\n   - [ ] Nothing ends early\n   - [x] Everyone\n     is told',
				'- `priority`: high',
				'- **variables (required):**\n  - thing\n  - `days`',
				'- **metadata:** {"version": "1.0",\n  "author": "Ada", "notes": "none yet"}',
			].map((line, index) => [
				['name', 'description', 'title_template', 'acceptance_criteria', 'priority', 'variables', 'metadata'][index]!,
				line,
			]),
		);
		expect(exported(specification(plain))).toBe(whole);
		expect(exported(specification({}, '### Template metadata (required for deliverables)'))).toBe(whole);
		expect(exported(specification({}, '## As a template'))).toBe(whole);
		expect(exported(specification().replaceAll('\n', '\r\n'))).toBe(whole);
		expect(exported(`\uFEFF---\nname: front\n---\n${specification()}`)).toBe(whole);
		expect(exported(specification({other: '- **export (required):** `run it`', note: '\n```\n- name: x\n```'}))).toBe(
			whole,
		);
	});

	it('leaves out what a placeholder says is optional, and takes what only looks like one', () => {
		const found = templateMetadata(
			specification({
				description: '- **description:** Less than < 3 days > 1, see <https://example.org/a>',
				metadata:
					'- **metadata:** {"author": "Ada", "notes": "<optional>", "__proto__": {"b": [1, {"z": 1, "a": 2}], "a": null}}',
				title_template: '- **title_template:** Expiry',
				variables: '- **variables:** []',
			}),
		);
		expect('metadata' in found && metadataText(found.metadata)).toContain(
			'"metadata": {\n    "__proto__": {\n      "a": null,\n      "b": [\n        1,\n        {\n          "a": 2,\n          "z": 1\n        }\n      ]\n    },\n    "author": "Ada"\n  }',
		);
	});

	it.each([
		[{name: '- **name:** <unique identifier>'}, ['7:13 "name" is not filled in']],
		[{name: '- **name:** TBD'}, ['7:13 "name" is not filled in']],
		[{name: '- **name:** hold expiry'}, ['7:13 "hold expiry" is no identifier']],
		[{name: ''}, ['6:1 "name" is missing']],
		[{name: '- **name:** a\n- **name:** b'}, ['8:3 "name" is there twice']],
		[{priority: '- **priority:**'}, ['13:16 "priority" is not filled in']],
		[{acceptance_criteria: '- **acceptance_criteria:**'}, ['10:27 "acceptance_criteria" has no items']],
		[
			{acceptance_criteria: '- **acceptance_criteria:**\n  - Done\n  - <criterion>'},
			['12:5 an item of "acceptance_criteria" is not filled in'],
		],
		[{variables: '- **variables:** [<name>, <name>]'}, ['14:18 "variables" is not filled in']],
		[{variables: '- **variables:** thing'}, ['14:18 "variables" has no list of names']],
		[{variables: '- **variables:** [thing, days, 1st]'}, ['14:32 "variables" has "1st", which is no variable’s name']],
		[{variables: '- **variables:** [thing, days, thing]'}, ['14:32 "variables" has "thing" twice']],
		[
			{variables: '- **variables:** [thing, hours]'},
			[
				'9:48 "title_template" has {days}, which the variables lack',
				'14:26 "variables" has "hours", which the title template lacks',
			],
		],
		[
			{title_template: '- **title_template:** Expiry of {thing after {days} days'},
			[
				'9:33 "title_template" has a "{" without its other half',
				'14:19 "variables" has "thing", which the title template lacks',
			],
		],
		[
			{title_template: '- **title_template:** {thing} in {days} of {the year}'},
			['9:45 "title_template" has {the year}, which is no variable’s name'],
		],
		[{metadata: '- **metadata:** { "author": "Ada", }'}, ['15:36 "metadata" is no JSON: "," stands in front of "}"']],
		[{metadata: '- **metadata:** ["Ada"]'}, ['15:17 "metadata" is no object']],
		[{metadata: '- **metadata:** {"a": 1, "author": "<name>"}'}, ['15:36 "author" in "metadata" is not filled in']],
	])('is refused with the place: %j', (changes, faults) => {
		expect(told(specification(changes as Record<string, string>))).toEqual(faults);
	});

	it('is told to be missing where there is no such section, and key by key where that is empty', () => {
		expect(told('# A\n\n## Context\n\nText.\n')).toEqual(['1:1 there is no section "Template Metadata"']);
		expect(told('# A\n\n## Template Metadata\n\nN/A: no template.\n')).toHaveLength(7);
	});
});
