/** The quality gate of a document that is begun on the command line: its boxes follow from what it says. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {makePlace, type Place} from './run-program.ts';

const answers = join(import.meta.dirname, '../fixtures/answers/technical-specification.yaml');

/** The boxes below the heading of the gate, by the beginning of their words. */
function boxesOf({folder}: Place, file: string, heading: string): Readonly<Record<string, boolean>> {
	const text = readFileSync(join(folder, file), 'utf8');
	const below = text.slice(text.indexOf(heading)).matchAll(/^[-*] \[([ x])\] (\w+)/gm);
	return Object.fromEntries(Array.from(below, ([, mark, word]) => [word, mark === 'x']));
}

it(
	'is ticked and unticked as the document bears it out, and once more as it is gone on with',
	{timeout: 60_000},
	() => {
		const place = makePlace();
		const alerts = 'observability/alerts';
		const begun = place.run([
			'new',
			'technical-specification',
			'--answers',
			answers,
			'--set',
			`${alerts}=`,
			'--yes',
			'--out',
			'spec.md',
		]);
		expect(begun.err).toMatch(/not ticked, for it is not so: “Observability includes .*”: .*Alerts/);
		expect(boxesOf(place, 'spec.md', 'Quality Gate')).toMatchObject({
			Observability: false,
			Performance: true,
			No: true,
		});
		expect(place.run(['check', 'spec.md', '--format', 'json']).out).not.toContain('"quality-gate');
		expect(place.run(['fix', 'spec.md', '--only', 'gate', '--check']).code).toBe(0);

		place.run(['open', 'spec.md', '--set', `${alerts}=[{condition: Five failures, action: Page the desk}]`, '--yes']);
		expect(boxesOf(place, 'spec.md', 'Quality Gate')).toMatchObject({Observability: true, Performance: true, No: true});
		expect(place.run(['fix', 'spec.md', '--only', 'gate', '--check']).code).toBe(0);
	},
);

it('goes by what the document links to from where it is to stand', () => {
	const template =
		'# [Title]\n\n## Links\n\n- **Runbook link:** <path or URL>\n\n## Quality gate\n\n- [ ] Links work\n- [ ] The team agrees\n';
	const place = makePlace({'spec-template.md': template, 'docs/plan.md': '# Plan\n'});
	place.git('init', '-q');
	const begin = (out: string) =>
		place.run([
			'new',
			'spec-template.md',
			'--set',
			'document/title=Posts',
			'--set',
			'links/runbook-link=plan.md',
			'--yes',
			'--out',
			out,
		]);
	begin('docs/spec.md');
	begin('spec.md');
	expect(boxesOf(place, 'docs/spec.md', 'gate')).toEqual({Links: true, The: false});
	expect(boxesOf(place, 'spec.md', 'gate')).toEqual({Links: false, The: false});
});
