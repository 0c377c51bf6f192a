import {describe, expect, it} from 'vitest';
import {checkMermaid, diagramKind, diagramsIn} from '../../../source/core/mermaid/index.ts';

/** Each diagram with the place of its first "X", which must be the document's own. */
function found(source: string): readonly (readonly [line: number, text: string, place: string])[] {
	return diagramsIn(source).map(({line, text, placeOf}) => {
		const place = placeOf(text.indexOf('X'));
		return [line, text, `${place.line}:${place.column}`];
	});
}

describe('the diagrams of a document', () => {
	it('are found wherever they stand, without what they stand in, and with the way back', () => {
		expect(found('# A\n\n```mermaid\ngraph TD\n  X\n```\n')).toEqual([[3, 'graph TD\n  X\n', '5:3']]);
		expect(found('- a\n\n  ~~~~ Mermaid\n  graph TD\n    X\n  ~~~~\n')).toEqual([[3, 'graph TD\n  X\n', '5:5']]);
		expect(found('> - ```mermaid\n>   graph TD\n>     X\n>   ```\n')).toEqual([[1, 'graph TD\n  X\n', '3:7']]);
		expect(found('> > ```mermaid\n> > graph TD\n> > X\n')).toEqual([[1, 'graph TD\nX\n', '3:5']]);
		expect(found('\uFEFF# A\r\n\r\n```mermaid {width=3}\r\ngraph TD\r\n👩‍💻X\r\n```\r\n')).toEqual([
			[3, 'graph TD\n👩‍💻X\n', '5:2'],
		]);
	});

	it('are told from what only looks like one', () => {
		const texts = [
			'---\nnote: |\n  ```mermaid\n  graph TD\n  ```\n---\n# A\n',
			'````md\n```mermaid\ngraph TD\n```\n````\n',
			'    ```mermaid\n    graph TD\n    ```\n',
			'<!--\n```mermaid\ngraph TD\n```\n-->\n',
			'```mermaid-example\ngraph TD\n```\n',
			'```js\nmermaid\n```\n',
		];
		for (const text of texts) expect(diagramsIn(text), text).toEqual([]);
	});

	it('are numbered in order, one that is never closed too', () => {
		const all = diagramsIn('```mermaid\npie\n```\n\n```mermaid\ngraph TD\n  A -->');
		expect(all.map(({number, line}) => [number, line])).toEqual([
			[1, 1],
			[2, 5],
		]);
		expect(checkMermaid(all[1]!.text)).toHaveLength(1);
	});

	it('say of which kind they are, and whether that is looked at', () => {
		expect(diagramKind('---\ntitle: T\n---\n%% x\nflowchart LR\n')).toEqual({name: 'flowchart', isKnown: true});
		expect(diagramKind('stateDiagram-v2\n')).toEqual({name: 'state', isKnown: true});
		expect(diagramKind('C4Context\n  title x')).toEqual({name: 'C4Context', isKnown: false});
		expect(diagramKind('')).toEqual({name: '', isKnown: false});
		expect(diagramKind(`flowchart LR\n${'A\n'.repeat(30_000)}`)).toEqual({name: 'flowchart', isKnown: false});
	});
});
