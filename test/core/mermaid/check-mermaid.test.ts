import {describe, expect, it} from 'vitest';
import {checkMermaid} from '../../../source/core/mermaid/index.ts';
import {objection} from './oracle.ts';

/** The fault as a person reads it, with its column. */
function told(text: string): string {
	const [fault] = checkMermaid(text);
	return fault ? `${fault.line}:${fault.column} ${fault.reason}. ${fault.help}` : '';
}

const faulty: readonly (readonly [name: string, text: string, told: string])[] = [
	[
		'a link that goes nowhere',
		'flowchart LR\n  Client --> API[API Service]\n  API -->',
		'3:10 nothing after "-->". A name or "|" can stand here.',
	],
	[
		'a link that goes nowhere, with more below',
		'flowchart LR\n  A -->\n  subgraph one\n  B\n  end',
		'2:8 nothing after "-->". A name or "|" can stand here.',
	],
	[
		'a label that is not closed',
		'flowchart LR\n  A[Web app\n  B --> C',
		'2:4 "[" is never closed. Close it where what it holds ends.',
	],
	[
		'brackets in a label',
		'flowchart LR\n  A[Web app (old)]',
		'2:13 "(" can\'t stand in a label as it is. Put double quotes round the whole label.',
	],
	[
		'a block without its end',
		'flowchart TB\n  subgraph Edge\n  A',
		'2:3 "subgraph" has no "end". Put "end" on a line of its own where it ends.',
	],
	[
		'an end too many',
		'flowchart TB\n  A\nend',
		'3:1 "end" ends nothing. Remove it; as a name it has to be written another way, such as "End".',
	],
	[
		'a direction that there is not',
		'graph XY\n  A',
		'1:7 "XY" means nothing here. A direction such as TB or LR or a new line can stand here.',
	],
	[
		'a style for a link that is not there',
		'flowchart LR\n  A --> B\n  linkStyle 1 stroke:red',
		'3:13 there is no link 1 above this line. Links are counted from 0, and styled below the lines that draw them.',
	],
	[
		'a message to nobody',
		'sequenceDiagram\n  A->>B: ask\n  B-->>',
		'3:8 nothing after "-->>". A participant can stand here.',
	],
	[
		'a message without its colon',
		'sequenceDiagram\n  A->>B ask\n  B-->>A: yes',
		'2:12 nothing after "B ask". ":" and a text can stand here.',
	],
	[
		'a loop without its end',
		'sequenceDiagram\n  loop each day\n  A->>B: ask',
		'2:3 "loop" has no "end". Put "end" on a line of its own where it ends.',
	],
	[
		'the end of work that nobody began',
		'sequenceDiagram\n  A->>B: ask\n  deactivate B',
		'3:14 "B" is not active. Activate it above this line.',
	],
	[
		'a note that is nowhere',
		'sequenceDiagram\n  Note A: hot',
		'2:8 "A" can\'t follow "Note". "left of", "right of" or "over" can stand here.',
	],
	[
		'a transition to nowhere',
		'stateDiagram-v2\n  [*] -->',
		'2:10 nothing after "-->". A state or "[*]" can stand here.',
	],
	[
		'a state that is not closed',
		'stateDiagram-v2\n  state Busy {\n    A --> B',
		'2:14 "{" is never closed. Close it where what it holds ends.',
	],
	[
		'a relation without a name',
		'erDiagram\n  USER ||--o{ ORDER\n  ORDER',
		'2:20 nothing after "ORDER". ":" and what the relation is called can stand here.',
	],
	[
		'an attribute without a name',
		'erDiagram\n  USER {\n    string\n  }',
		'3:11 nothing after "string". A type and a name can stand here.',
	],
	[
		'a relation that is none',
		'erDiagram\n  USER ||-o{ ORDER : places',
		'2:10 "-o" can\'t follow "||". "--" or ".." can stand here.',
	],
];

const sound: readonly string[] = [
	'graph TD\n  A-->B',
	'flowchart LR\n\n  A["Web app (old)"] -- asks --> B[(Store)]\n\n  %% a note\n  B -.-> C{Fits?}\n  C -->|yes| D([Done])',
	'flowchart TB\n  subgraph "Edge"\n    Web[Reader web]\n  end\n  subgraph two [Two words]\n  direction LR\n  X & Y --> Z\n  end\n  classDef hot fill:#f96,stroke:#333;\n  class X,Y hot',
	'---\ntitle: Orders\n---\nflowchart LR\n  A[System name] --> B',
	'%%{init: {"theme": "dark"}}%%\nsequenceDiagram\n  participant A as Client\n  A->>+B: Request\n  alt found\n  B-->>-A: 200\n  else\n  B-->>A: 404\n  end\n  Note over A,B: done',
	'sequenceDiagram\n  autonumber\n  actor P as Person\n  create participant S\n  P->>S: start\n  destroy S\n  S--xP: stop',
	'stateDiagram-v2\n  [*] --> Idle\n  Idle --> Running: start\n  state Running {\n    [*] --> One\n    --\n    [*] --> Two\n  }\n  note right of Idle\n    waits\n  end note\n  Running --> [*]',
	'erDiagram\n  USER ||--o{ ORDER : places\n  USER {\n    uuid id PK\n    string email UK "by which they sign in"\n  }\n  ORDER }o..|| "SHIP TO" : "goes to"',
];

describe('says what keeps Mermaid from drawing a diagram, where, and what to do', () => {
	for (const [name, text, words] of faulty) {
		it(name, async () => {
			expect(told(text)).toBe(words);
			expect(await objection(text)).toBeDefined();
		});
	}

	it('counts columns in characters as people count them', () => {
		expect(told('flowchart LR\n  A["👩‍💻 e\u0301"] -->')).toContain('2:15 nothing after "-->"');
	});

	it('finds the place behind what Mermaid takes away first', () => {
		const text = '---\r\ntitle: T\r\n---\r\n%%{init: {}}%%\r\n\r\nflowchart LR\r\n  %% a note\r\n\r\n  A[x\r\n';
		const [fault] = checkMermaid(text);
		expect(fault).toMatchObject({line: 9, column: 4, reason: '"[" is never closed'});
		expect(text.slice(fault?.range.from, fault?.range.to)).toBe('[');
	});

	it('has nothing to say of a sound diagram', async () => {
		for (const text of sound) {
			expect(told(text), text).toBe('');
			expect(await objection(text), text).toBeUndefined();
		}
	});

	it('has nothing to say of a kind that it does not know, and of texts too long to be looked at while typing', () => {
		for (const text of ['pie title Pets\n  "Dogs" : ', 'gantt\n  section', 'a new kind of diagram', ''])
			expect(checkMermaid(text), text).toEqual([]);
		expect(checkMermaid(`flowchart LR\n${'A -->\n'.repeat(10_000)}`)).toEqual([]);
		expect(checkMermaid(`flowchart LR\nA${' -->'.repeat(600)}`)).toEqual([]);
	});

	it('takes words that mean something elsewhere for what they are where they stand', async () => {
		const texts = [
			'flowchart LR\n  subgraph "g"linkStyle 7 x\n  A\n  end',
			'flowchart LR\n  subgraph v\n  A\n  end\n  v@{ shape: Cyl }',
			'sequenceDiagram\n  link A: docs @ https://example.org\n  create participant link\n  A->>link: go',
		];
		for (const text of texts) {
			expect(await objection(text), text).toBeUndefined();
			expect(told(text), text).toBe('');
		}
	});

	it('says no more than one thing, for what follows a fault can be meant in many ways', () => {
		expect(checkMermaid('flowchart LR\n  A[\n  B(\n  C{')).toHaveLength(1);
	});
});
