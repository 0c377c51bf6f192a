/** `update` on the command line: what it shows, what it writes, and what it refuses. */

import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace, makeRepository, type Place} from './run-program.ts';

const first =
	'# [Title]\n\n- **Owner:** [name]\n\n## Summary\n\n> Say what it is.\n\n[Two sentences]\n\n<!-- specwright: our@1.0.0 -->\n';
const second =
	'# [Title]\n\n- **Owner:** [name]\n- **Reviewer:** [name]\n\n## Summary\n\n> Say what it is, and for whom.\n\n[Two sentences]\n\n<!-- specwright: our@2.0.0 -->\n';

const read = (place: Place, path: string): string => readFileSync(join(place.folder, path), 'utf8');

/** A repository in which a document was written from the first version of a template, and the second stands now. */
function begun(): Place {
	const place = makeRepository({'our.md': first});
	place.git('add', 'our.md');
	place.git('commit', '-q', '-m', 'template');
	const made = place.run(['new', 'our.md', '--set', 'document/owner=Anna', '--yes', '--out', 'doc.md']);
	expect(made.err).toContain('wrote doc.md');
	place.write('our.md', second);
	place.git('commit', '-q', '-a', '-m', 'template 2');
	return place;
}

describe('update', () => {
	it('shows the difference, writes, and then has nothing to do', () => {
		const place = begun();
		const {code, out, err} = place.run(['update', 'doc.md', '--yes']);
		expect([code, out]).toEqual([0, '']);
		expect(err).toContain('--- doc.md\n+++ doc.md\n@@ ');
		expect(err).toContain('\n+- **Reviewer:** [name]\n');
		expect(err).toContain('added: Reviewer\n');
		expect(err).not.toContain('another version');
		const text = read(place, 'doc.md');
		expect(text).toContain('- **Owner:** Anna\n- **Reviewer:** [name]\n');
		// The older version is known from git, so the guidance follows it.
		expect(text).toContain('> Say what it is, and for whom.\n');
		expect(text).toMatch(/<!-- specwright: our\.md@2\.0\.0 sha256:[\da-f]{12} -->\n$/);

		const before = statSync(join(place.folder, 'doc.md')).mtimeMs;
		const again = place.run(['update', 'doc.md', '--check']);
		expect([again.code, again.out, again.err]).toEqual([0, '', 'doc.md is up to date with our.md 2.0.0.\n']);
		expect(place.run(['update', 'doc.md', '--yes']).code).toBe(0);
		expect(statSync(join(place.folder, 'doc.md')).mtimeMs).toBe(before);
	});

	it('only tells with --check, and asks for a flag where it cannot ask', () => {
		const place = begun();
		const text = read(place, 'doc.md');
		const told = place.run(['update', 'doc.md', '--check']);
		expect([told.code, told.out]).toEqual([1, '']);
		expect(told.err).toContain('+- **Reviewer:** [name]');
		const asked = place.run(['update', 'doc.md']);
		expect(asked.code).toBe(2);
		expect(asked.err).toContain('--yes');
		expect(read(place, 'doc.md')).toBe(text);
	});

	it('prints the updated document with --print, and writes no file', () => {
		const place = begun();
		const text = read(place, 'doc.md');
		const {code, out} = place.run(['update', 'doc.md', '--print']);
		expect(code).toBe(0);
		expect(out).toContain('- **Owner:** Anna\n- **Reviewer:** [name]\n');
		expect(read(place, 'doc.md')).toBe(text);
		place.run(['update', 'doc.md', '--yes']);
		expect(read(place, 'doc.md')).toBe(out);
	});

	it('only adds where the older version is nowhere to be had, and takes it from --from', () => {
		const place = makePlace({'our.md': first});
		place.run(['new', 'our.md', '--set', 'document/owner=Anna', '--yes', '--out', 'doc.md']);
		place.write('our.md', second);
		const blind = place.run(['update', 'doc.md', '--print']);
		expect(blind.out).toContain('- **Reviewer:** [name]\n');
		expect(blind.out).toContain('> Say what it is.\n');
		expect(blind.err).toContain('--from FILE');

		place.write('our-1.md', first);
		const {out, err} = place.run(['update', 'doc.md', '--from', 'our-1.md', '--print']);
		expect(out).toContain('> Say what it is, and for whom.\n');
		expect(err).not.toContain('--from');
		expect(place.run(['update', 'doc.md', '--from', 'gone.md', '--print']).code).toBe(3);
	});

	it('takes --template for a document that names none, and gives it no comment', () => {
		const place = makePlace({
			'our.md': second,
			'doc.md': '# Returns\n\n- **Owner:** Anna\n\n## Summary\n\nAll of it.\n',
		});
		expect(place.run(['update', 'doc.md', '--yes']).code).toBe(2);
		const without = place.run(['update', 'doc.md', '--yes', '--template', 'none']);
		expect(without.code).toBe(2);
		expect(without.err).toContain('--template none cannot go with it');
		const {code} = place.run(['update', 'doc.md', '--template', 'our.md', '--yes']);
		expect(code).toBe(0);
		expect(read(place, 'doc.md')).toBe(
			'# Returns\n\n- **Owner:** Anna\n- **Reviewer:** [name]\n\n## Summary\n\nAll of it.\n',
		);
	});

	it('names what it keeps though the template has it no more', () => {
		const place = begun();
		place.write('our.md', second.replace('- **Owner:** [name]\n', ''));
		const {err} = place.run(['update', 'doc.md', '--yes']);
		expect(err).toContain('kept, though our.md 2.0.0 no longer has them: Owner\n');
		expect(read(place, 'doc.md')).toContain('- **Owner:** Anna\n');
	});

	it('refuses a document with a conflict in it, with the line, and writes nothing', () => {
		const place = begun();
		const text = read(place, 'doc.md').replace('## Summary', '<<<<<<< HEAD\n## Summary\n=======\n## Sum\n>>>>>>> b');
		place.write('doc.md', text);
		const {code, err} = place.run(['update', 'doc.md', '--yes']);
		expect(code).toBe(2);
		expect(err).toContain('doc.md:5: ');
		expect(read(place, 'doc.md')).toBe(text);
	});

	it('is told of where a document is looked at that has a newer template', () => {
		const place = begun();
		expect(place.run(['check', 'doc.md']).err).toContain('specwright update doc.md');
		expect(place.run(['open', 'doc.md', '--yes']).err).toContain('specwright update doc.md');
		place.run(['update', 'doc.md', '--yes']);
		expect(place.run(['open', 'doc.md', '--yes']).err).not.toContain('specwright update');
	});

	it('does what the page on templates shows', () => {
		const page = readFileSync(join(import.meta.dirname, '../../docs/templates.md'), 'utf8');
		const [, section = ''] = page.split('## When a template changes\n');
		const [old = '', now = '', document = '', updated = ''] = [...section.matchAll(/```markdown\n([^]*?)```/g)].map(
			([, text]) => text!,
		);
		const place = makePlace({'old.md': old, 'now.md': now, 'doc.md': document});
		const {code, out} = place.run(['update', 'doc.md', '--template', 'now.md', '--from', 'old.md', '--print']);
		expect([code, out]).toEqual([0, updated]);
	});
});
