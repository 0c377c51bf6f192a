/** Diagrams of each kind, made at random, and what becomes of them when a sign, a word or a line changes. */

import {fc} from '../../property.ts';

type Texts = fc.Arbitrary<string>;

/** One of several texts, or of what makes texts. */
function one(...options: readonly (string | Texts)[]): Texts {
	return fc.oneof(...options.map(option => (typeof option === 'string' ? fc.constant(option) : option)));
}

/** Texts one after another. */
function all(...parts: readonly (string | Texts)[]): Texts {
	return fc.tuple(...parts.map(part => one(part))).map(texts => texts.join(''));
}

/** A text or nothing. */
function maybe(text: string | Texts): Texts {
	return one('', text);
}

/** Up to so many, with something between them. */
function several(text: Texts, between: string, least = 1, most = 4): Texts {
	return fc.array(text, {minLength: least, maxLength: most}).map(texts => texts.join(between));
}

const word = one('api', 'Store', 'x', 'order_1', 'Größe', 'v', 'A', 'B', 'C', 'o', 'Ende', 'link', 'état', '注文');
const words = one(
	word,
	'two words',
	'[System name]',
	'<name>',
	'a, b',
	'read/write',
	'1.2 s',
	'what?',
	'end',
	'#quot;x#quot;',
	'100 %',
	'—',
	'😀',
	"it's",
	'say "hi"',
	'x (y)',
	'{id}',
	'a; b',
	'TBD',
	'ok: fine',
	'<br/>',
	'<a href="x">y</a>',
);
const color = one('red', '#f9f', '#abcdef');
const style = several(all(one('fill', 'stroke', 'stroke-width', 'color'), ':', one(color, '2px', '4')), ',');
const gap = one('', ' ', '  ');
const note = one('%% a note', '%%', '  %% {x}', '');
const accessible = one('accTitle: The title', 'accDescr: What it shows', 'accDescr {\n two\n lines\n}');

function lines(statement: Texts, between: Texts = one('\n', '\n  ', '\n\n')): Texts {
	return fc.array(fc.tuple(statement, between), {minLength: 0, maxLength: 6}).map(pairs => pairs.flat().join(''));
}

/** Diagrams whose statements may hold others; those that hold others are made of statements that hold none. */
function nested(plain: Texts, holding: (inside: Texts) => Texts): Texts {
	return lines(one(plain, plain, holding(lines(one(plain, holding(lines(plain)))))));
}

const label = one(words, all('"', words, '"'), '"`**bold** text`"');
const shape = one(
	...[
		['[', ']'],
		['(', ')'],
		['{', '}'],
		['{{', '}}'],
		['((', '))'],
		['(((', ')))'],
		['([', '])'],
		['[[', ']]'],
		['[(', ')]'],
		['>', ']'],
		['[/', '/]'],
		['[\\', '\\]'],
		['[/', '\\]'],
		['(-', '-)'],
	].map(([open = '', close = '']) => all(open, label, close)),
	'@{ shape: rect }',
	'@{ shape: cyl, label: "Store" }',
	'@{ shape: Cyl }',
);
const node = all(word, maybe(shape), maybe(all(':::', word)));
const nodes = one(node, node, all(node, ' & ', node));
const link = one(
	'-->',
	'---',
	'-.->',
	'==>',
	'--x',
	'--o',
	'<-->',
	'x--x',
	'~~~',
	'---->',
	'-...-',
	'===',
	'-- text -->',
	'-. text .->',
	'== text ==>',
	'-- "a text" ---',
	all('-->|', label, '|'),
	all('-- ', word, ' -->'),
	'e1@-->',
);
const flowStatement = one(
	node,
	all(nodes, gap, link, gap, nodes),
	all(nodes, ' ', link, ' ', nodes, ' ', link, ' ', nodes, maybe(';')),
	all('style ', word, ' ', style),
	all('classDef ', word, ' ', style, maybe(';')),
	all('class ', several(word, ','), ' ', word),
	all('linkStyle ', one('0', 'default', '0,1', '7'), ' ', style),
	all('linkStyle 0 interpolate basis', maybe(all(' ', style))),
	all(
		'click ',
		word,
		' ',
		one(
			'"https://example.org"',
			'href "https://example.org" "a tip" _blank',
			'call back()',
			'call back(1, 2) "tip"',
			'back "tip"',
		),
	),
	all('direction ', one('LR', 'TB')),
	note,
	accessible,
);
const flowchart = all(
	one('graph', 'flowchart'),
	one(' LR', ' TD', ' TB', ' RL', ' BT', '', ' >'),
	one('\n', ';', ' \n', '\n\n'),
	nested(flowStatement, inside =>
		all(
			'subgraph ',
			one(word, all('"', words, '"'), all(word, '[', label, ']'), 'two words', ''),
			'\n',
			inside,
			'end\n',
		),
	),
);

const arrow = one('->', '-->', '->>', '-->>', '-x', '--x', '-)', '--)', '<<->>', '<<-->>', '-|\\', '--//', '\\\\-');
const party = one(word, 'Web app', 'Order-Service', 'a.b');
const message = all(':', gap, one(words, 'wrap: some text', ''));
const sequenceStatement = one(
	all(party, gap, arrow, one('', '+', '-', '()'), gap, party, message),
	all(party, gap, arrow, gap, party, message),
	all(party, arrow, party, message),
	all(one('participant ', 'actor ', 'create participant '), party, maybe(all(' as ', words))),
	'participant DB@{ "type" : "database" }',
	all('Note ', one('left of ', 'right of ', 'over '), party, message),
	all('note over ', party, ',', party, message),
	all(one('activate ', 'deactivate ', 'destroy '), party),
	one('autonumber', 'autonumber 10', 'autonumber 10 5', 'autonumber off'),
	all('title ', words),
	all('title: ', words),
	all('links ', party, ': {"a": "https://example.org"}'),
	all('link ', party, ': a @ https://example.org'),
	note,
	'# a note',
	accessible,
);
const sequence = all(
	'sequenceDiagram\n',
	nested(sequenceStatement, inside =>
		one(
			all(
				one('loop ', 'opt ', 'break ', 'rect rgb(0, 0, 0)', 'par ', 'alt ', 'critical '),
				maybe(words),
				'\n',
				inside,
				'end\n',
			),
			all('alt ', words, '\n', inside, 'else ', words, '\n', inside, 'end\n'),
			all('par ', words, '\n', inside, 'and ', words, '\n', inside, 'end\n'),
			all('critical ', words, '\n', inside, 'option ', words, '\n', inside, 'end\n'),
			all('box ', one('Purple ', ''), word, '\n', lines(all('participant ', party)), 'end\n'),
		),
	),
);

const place = one(word, word, '[*]', all(word, ':::', word));
const stateStatement = one(
	all(place, gap, '-->', gap, place, maybe(all(gap, ':', gap, words))),
	all(place, ' --> ', place),
	all(word, ' : ', words),
	all(word, ': ', words),
	place,
	all('state "', words, '" as ', word),
	all('state ', word, one('', ' <<choice>>', ' <<fork>>', ' [[join]]')),
	all('note ', one('left', 'right'), ' of ', word, one(all(' : ', words), all('\n', words, '\nend note'))),
	all('note "', words, '" as ', word),
	all('classDef ', word, ' ', style),
	all('class ', several(word, ','), ' ', word),
	all('style ', word, ' ', style),
	all('direction ', one('LR', 'TB')),
	'hide empty description',
	'scale 350 width',
	'--',
	all('click ', word, ' ', one('"https://example.org" "tip"', 'href "https://example.org"')),
	note,
	'# a note',
	accessible,
);
const state = all(
	one('stateDiagram-v2', 'stateDiagram'),
	'\n',
	nested(stateStatement, inside => all('state ', one(word, all('"', words, '" as ', word)), ' {\n', inside, '}\n')),
);

const count = one(
	'||',
	'|o',
	'o|',
	'}o',
	'o{',
	'}|',
	'|{',
	'one',
	'zero or many',
	'only one',
	'many(0)',
	'1+',
	'one or more',
);
const entity = one(word, 'USER', 'LINE-ITEM', all('"', words, '"'), '"two words"');
const attribute = all(
	one('string', 'int', 'varchar(20)', 'string[]', 'List~int~', 'type?'),
	' ',
	word,
	maybe(one(' PK', ' FK', ' PK, FK', ' UK')),
	maybe(all(' "', words, '"')),
);
const erStatement = one(
	all(
		entity,
		' ',
		count,
		one('--', '..', ' to ', ' optionally to '),
		count,
		' ',
		entity,
		gap,
		':',
		gap,
		one(word, all('"', words, '"'), 'two words'),
	),
	all(entity, ' ||--o{ ', entity, ' : ', word),
	all(entity, maybe(all('[', entity, ']')), maybe(all(':::', word)), ' {\n', lines(attribute), '}'),
	entity,
	all('style ', word, ' ', style),
	all('classDef ', word, ' ', style),
	all('class ', word, ' ', word),
	'direction LR',
	note,
	accessible,
);
const er = all(
	'erDiagram\n',
	nested(erStatement, inside => all('subgraph ', one(word, all(word, '[', word, ']')), '\n', inside, 'end\n')),
);

/** What makes diagrams, by kind. Most are sound; which are is for Mermaid's own parser to say. */
export const diagrams: Readonly<Record<string, Texts>> = {flowchart, sequence, state, er};

const signs = [
	'-',
	'>',
	'[',
	']',
	'(',
	')',
	'{',
	'}',
	'|',
	'"',
	':',
	';',
	',',
	'&',
	'#',
	'%',
	'=',
	'.',
	'@',
	'*',
	'~',
	'<',
	' ',
	'\n',
	'x',
	'o',
	'1',
	'`',
	'/',
	'\\',
	'+',
	'?',
	'end',
	'end\n',
	'-->',
	'--',
	':::',
	'\n%% x\n',
];

/** A text with one change: a piece left out, a sign put in, two pieces changed about, a line left out or twice. */
export function changed(text: Texts): Texts {
	return fc
		.tuple(
			text,
			fc.nat(),
			fc.integer({min: 1, max: 5}),
			fc.constantFrom(...signs),
			fc.constantFrom('drop', 'add', 'swap', 'drop-line', 'double-line', 'cut'),
		)
		.map(([source, seed, size, sign, way]) => {
			const first = source.search(/[\s;]/) + 1;
			const at = first + (seed % Math.max(1, source.length - first));
			const rows = source.split('\n');
			const row = 1 + (seed % Math.max(1, rows.length - 1));
			switch (way) {
				case 'drop':
					return source.slice(0, at) + source.slice(at + size);
				case 'add':
					return source.slice(0, at) + sign + source.slice(at);
				case 'swap':
					return (
						source.slice(0, at) +
						source.slice(at + size, at + 2 * size) +
						source.slice(at, at + size) +
						source.slice(at + 2 * size)
					);
				case 'drop-line':
					return rows.toSpliced(row, 1).join('\n');
				case 'double-line':
					return rows.toSpliced(row, 0, rows[row] ?? '').join('\n');
				case 'cut':
					return source.slice(0, at);
			}
		});
}
