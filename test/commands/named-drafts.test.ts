/** A draft that is called by a name that none has. */

import {expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

const commands = [['resume'], ['drafts', 'show'], ['drafts', 'export'], ['drafts', 'remove']];

it.each(commands)('is told with the one that was meant, by its id, title or file: %j %j', (...words) => {
	const place = makePlace({'t.md': '# [Title]\n\n## Aim\n\n[What for]\n'});
	const command = words.filter(word => word !== undefined);
	const none = place.run([...command, 'nope']);
	expect(none.code).toBe(2);
	expect(none.err).toMatch(/There is no draft "nope"\.\s+There are none\. Begin a document with: specwright new\n/);
	for (const [title, file] of [
		['Returns', 'back.md'],
		['Catalogue', 'books.md'],
	] as const)
		place.run(['new', 't.md', '--out', file, '--plain'], {input: `${title}\n:quit\n`});
	const drafts = JSON.parse(place.run(['drafts', '--json']).out) as readonly {id: string; title: string}[];
	const returns = drafts.find(({title}) => title === 'Returns')!.id;
	for (const named of ['return', 'back.md', `${returns.slice(0, -1)}x`]) {
		const {code, err} = place.run([...command, named]);
		expect(code).toBe(2);
		expect(err).toContain(`There is no draft "${named}".`);
		expect(err).toContain(`Did you mean ${returns} (Returns)? See which there are: specwright drafts`);
	}
	expect(place.run([...command, 'nope']).err).not.toContain('Did you mean');
	expect(JSON.parse(place.run(['drafts', '--json']).out)).toHaveLength(2);
});
