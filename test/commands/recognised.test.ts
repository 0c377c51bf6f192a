/** A document that names no template: which one it is read by, and how that is said. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

const architecture = readFileSync(join(import.meta.dirname, '../../templates/architecture-spec.md'), 'utf8');
/** As somebody writes it who copied the headings: no marker, numbers gone. */
const written = `# Sending receipts

${[...architecture.matchAll(/^## \d\) (.*)$/gm)]
	.slice(0, 8)
	.map(([, title]) => `## ${title}\n\nWords about it.\n`)
	.join('\n')}`;

const stray = '# Notes\n\n## Monday\n\nRain.\n\n## Tuesday\n\nSun.\n';

describe('a document without a marker', () => {
	const place = makePlace({'receipts.md': written, 'notes.md': stray});

	it('is read by the template that it is like, and that is said', () => {
		const {out, err} = place.run(['answers', 'receipts.md']);
		expect(out).toContain('template: architecture-spec');
		expect(err).toContain('Read as architecture-spec (recognised by its headings)');
		expect(err).toContain('--template none');
	});

	it('is read by itself where that is asked for', () => {
		const {out, err} = place.run(['answers', 'receipts.md', '--template', 'none']);
		expect(out).not.toContain('template:');
		expect(err).toBe('');
	});

	it('is judged by it', () => {
		const {out, err} = place.run(['check', 'receipts.md', 'notes.md']);
		expect(out).toContain('receipts.md, read as architecture-spec');
		expect(out).toMatch(/notes\.md$/m);
		expect(err).toContain('Read as architecture-spec');
		const {files} = JSON.parse(place.run(['check', 'receipts.md', '--format', 'json']).out) as {
			files: readonly {template: string; messages: readonly {ruleId: string}[]}[];
		};
		expect(files[0]?.template).toBe('architecture-spec');
	});

	it('is written by it', () => {
		const {err, out} = place.run(['open', 'receipts.md', '--set', 'document/title=Paying twice', '--yes', '--print']);
		expect(err).toContain('Read as architecture-spec');
		expect(out).toBe(written.replace('Sending receipts', 'Paying twice'));
	});

	it('is recognised by a template of its project', () => {
		const project = makePlace({
			'.specwright.yaml': 'templates: forms\n',
			'forms/diary.md': '# [Week]\n\n## Monday\n\n[What?]\n\n## Tuesday\n\n[What?]\n\n## Wednesday\n\n[What?]\n',
			'week.md': '# Week 3\n\n## Monday\n\nRain.\n\n## Tuesday\n\nSun.\n\n## Wednesday\n\nSnow.\n',
		});
		project.git('init', '--quiet');
		expect(project.run(['answers', 'week.md']).out).toContain('template: diary');
		// The template itself is no document that was written from it.
		expect(project.run(['answers', 'forms/diary.md']).err).toBe('');
	});
});
