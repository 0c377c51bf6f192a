/** Links to headings of other Markdown files, looked up where the files are. */

import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

type Checked = {readonly files: readonly [{readonly messages: readonly Record<string, unknown>[]}]};

const links = [
	'docs/guide.md#set-up',
	'docs/guide.md#set-up-1',
	'docs/guide.md#set-up-2',
	'[text](docs/guide.md#Setup)',
	'docs/big.md#nowhere',
	'docs/gone.md#part',
	'docs/guide.md#L3',
	'docs/out.md#secret',
	'§7',
];

const names = ['Guide', 'Runbook', 'Manual', 'Paper', 'Book', 'Page', 'Source', 'Ticket', 'Reason'];

it('are warnings with their lines, for anchors that GitHub would not make, and refuse nothing', () => {
	const list = links.map((link, at) => `- **${names[at]}:** ${link}`).join('\n');
	const place = makePlace({
		'plan.md': `# Plan\n\n${list}\n\n## 1. Why\n\nLate.\n`,
		'template.md': `# Plan\n\n${list.replaceAll(/:\*\* .*/g, ':** [path or URL]')}\n\n## 1. Why\n\n[Why]\n`,
		'docs/guide.md': '# Guide\n\n## Set up\n\nOne.\n\n## *Set* up!\n\nTwo.\n',
		'docs/big.md': `# Big\n\n${'Many words. '.repeat(40_000)}\n`,
		'../outside.md': '# Outside\n',
	});
	symlinkSync(join(place.folder, '../outside.md'), join(place.folder, 'docs/out.md'));
	place.git('init', '-q');
	const {code, out} = place.run(['check', 'plan.md', '--template', 'template.md', '--format', 'json']);
	const {messages} = (JSON.parse(out) as Checked).files[0];
	const found = messages.filter(({ruleId}) => ruleId === 'link-target');
	expect(found.map(({line, severity, reason, help}) => [line, severity, `${String(reason)} ${String(help)}`])).toEqual([
		[
			5,
			'warn',
			expect.stringMatching(/no heading of “docs\/guide\.md” is #set-up-2\. Did you mean docs\/guide\.md#set-up/),
		],
		[6, 'warn', expect.stringMatching(/is #Setup\. Did you mean docs\/guide\.md#set-up\?/)],
		[8, 'warn', expect.stringContaining('there is no “docs/gone.md”')],
		[10, 'warn', expect.stringContaining('leads out of the project')],
		[11, 'warn', expect.stringContaining('no heading of this document has the number 7. They go from 1 to 1.')],
	]);
	expect(code).toBe(0);
});
