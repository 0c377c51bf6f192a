/** Evidence in documents whose template asks for it, with the files where they are. */

import {expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

const template =
	'# Spec\n\n> Every paragraph must end with an `Evidence:` line or an `Evidence gap:` line.\n\n## Context\n\n[Where things stand]\n';

const document =
	'# Spec\n\n## Context\n\nQueues grow.\nEvidence: src/queue.ts:3; notes.md\n\nReaders leave.\nEvidence: src/gone.ts\n\nIt costs.\nEvidence gap: nobody counted — Owner: Ada\n\nIt is late.\n';

type Checked = {
	readonly files: readonly {
		readonly messages: readonly {readonly ruleId: string; readonly line: number; readonly column: number}[];
		readonly evidence?: unknown;
	}[];
};

it('is counted in the JSON, and a file is looked for beside the document and above it', () => {
	const place = makePlace({
		'template.md': template,
		'docs/spec.md': document,
		'docs/notes.md': 'Notes.\n',
		'docs/other.md': '# Other\n',
		'src/queue.ts': 'export {};\n',
	});
	place.git('init', '-q');
	const check = (file: string) =>
		(JSON.parse(place.run(['check', file, '--template', 'template.md', '--format', 'json']).out) as Checked).files[0]!;
	const {messages, evidence} = check('docs/spec.md');
	expect(messages.map(({ruleId, line, column}) => `${ruleId} ${line}:${column}`)).toEqual([
		'evidence-target 9:11',
		'evidence 14:1',
	]);
	expect(evidence).toEqual({
		paragraphs: 4,
		withEvidence: 2,
		withGap: 1,
		gaps: [
			{
				gap: 'nobody counted',
				owner: 'Ada',
				section: 'context',
				field: expect.stringContaining('context') as string,
				line: 12,
				column: 1,
			},
		],
	});
	const plain = place.run(['check', 'docs/other.md', '--template', 'none', '--format', 'json']).out;
	expect((JSON.parse(plain) as Checked).files[0]).not.toHaveProperty('evidence');
});

it('is looked for in the same folders where it is gathered, and a link there from the document alone', () => {
	const map = '\n## Evidence Map\n\n| Claim | Evidence | Notes |\n| --- | --- | --- |\n';
	const rows = [
		'| Context | src/queue.ts:3 | Ours |',
		'| Context | notes.md | Read |',
		'| Context | src/gone.ts | Lost |',
		'| Context | [the queue](src/queue.ts) | A link |',
	];
	const place = makePlace({
		'template.md': `${template}${map}| <claim> | <path or URL> | <what it shows> |\n`,
		'docs/spec.md': `# Spec\n\n## Context\n\nQueues grow.\nEvidence: src/queue.ts:3\n${map}${rows.join('\n')}\n`,
		'docs/notes.md': 'Notes.\n',
		'src/queue.ts': 'export {};\n',
	});
	place.git('init', '-q');
	const {out} = place.run(['check', 'docs/spec.md', '--template', 'template.md', '--format', 'json']);
	const {messages} = (JSON.parse(out) as Checked).files[0]!;
	expect(messages.map(({ruleId, line, column}) => `${ruleId} ${line}:${column}`)).toEqual([
		'link-target 14:13',
		'link-target 15:25',
	]);
});
