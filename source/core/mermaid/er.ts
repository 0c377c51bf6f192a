/** Entity relationship diagrams: `erDiagram`. */

import {grammarOf} from './grammar.ts';
import type {Kind} from './kind.ts';
import {lazily, titles, titleStatements} from './shared.ts';
import {ruleMaker, rulesByMode} from './tokens.ts';

const rule = ruleMaker('i');
/** How many there may be of an entity, in words and in signs. */
const counts = [
	/one or (?:zero|more|many)\b/,
	/1\+/,
	/\|o\b/,
	/zero or (?:one|more|many)\b/,
	/0\+/,
	/\}o\b/,
	/many\([01]\)/,
	/many\b/,
	/\}\|/,
	/one\b/,
	/only one\b/,
];

const rules = lazily(() =>
	rulesByMode([
		...titles(rule),
		rule(/.*direction\s+(?:TB|BT|RL|LR)[^\n]*/, 'turn'),
		rule(/[ \t\r]+/),
		rule(/\n+/, 'newline'),
		rule(/"[^"%\r\n\v\b\\]+"/, 'quoted'),
		rule(/"[^"]*"/, 'string'),
		rule(/erDiagram\b/, 'erDiagram'),
		rule(/\{/, '{', {enter: 'block'}),
		rule(/#/, '#'),
		rule(/,/, ','),
		rule(/:::/, ':::'),
		rule(/:/, ':'),
		rule(/\s+/, undefined, {in: 'block'}),
		rule(/(?:PK|FK|UK)\b/, 'key', {in: 'block'}),
		rule(/\S*~.*~\S*/, 'attribute', {in: 'block'}),
		rule(/[*A-Za-z_\u00C0-\uFFFF][\w\-[\]().,\u00C0-\uFFFF*]*/, 'attribute', {in: 'block'}),
		rule(/`/, undefined, {in: 'block', enter: 'backticks'}),
		rule(/[^`]+/, 'attribute', {in: 'backticks'}),
		rule(/`/, undefined, {in: 'backticks', leave: 1}),
		rule(/"[^"]*"/, 'comment', {in: 'block'}),
		rule(/\}/, '}', {in: 'block', leave: 1}),
		rule(/\?/, '?', {in: 'block'}),
		rule(/,/, ',', {in: 'block'}),
		rule(/./, 'stray', {in: 'block'}),
		rule(/\[/, '['),
		rule(/\]/, ']'),
		rule(/style\b/, 'style', {enter: 'style'}),
		rule(/\n+/, 'newline', {in: 'style', leave: 1}),
		rule(/\s+/, undefined, {in: 'style'}),
		rule(/:/, ':', {in: 'style'}),
		rule(/,/, ',', {in: 'style'}),
		rule(/#/, '#', {in: 'style'}),
		rule(/classDef\b/, 'classDef', {enter: 'style'}),
		rule(/class\b/, 'class'),
		rule(/subgraph\b/, 'subgraph'),
		rule(/end\b\s*/, 'close'),
		...counts.map(pattern => rule(pattern, 'count')),
		rule(/\d+\.\d+/, 'decimal'),
		rule(/1(?=\s+[A-Za-z_"'0-9]|--|\.\.|\.-|-\.)/, 'count'),
		rule(/1\b/, 'one'),
		rule(/\d+/, 'number'),
		rule(/\|\||o\||o\{|\|\{/, 'count'),
		rule(/u(?=[.\-|])/, 'count'),
		rule(/\.\.|--|to\b|optionally to\b|\.-|-\./, 'joint'),
		rule(/(?:[^\0-\x7F]|[\w*-])+/, 'style-word', {in: 'style'}),
		rule(/;/, ';', {in: 'style'}),
		rule(/(?:[^\0-\x7F]|[\w*.-])+/, 'word'),
		rule(/./, 'stray'),
		rule(/$/, 'eof'),
	]),
);

const grammar = lazily(() =>
	grammarOf(`
diagram = erDiagram lines eof end
lines = | lines line
line = statement | newline | eof
statement = entity classes relation entity classes : role
| entity classes block | entity classes
| entity [ entity ] classes block | entity [ entity ] classes
| turn | ${titleStatements}
| classDef names styles separator | class names names | style names styles separator
| subgraph entity separator lines close | subgraph entity [ entities ] separator lines close
relation = count joint count
classes = | ::: names
block = { attributes } | { }
attributes = attribute-line | attributes attribute-line
attribute-line = type attribute keys note
type = attribute | attribute ?
keys = | key-list
key-list = key | key-list , key
note = | comment
entities = entity | entities entity
entity = quoted | word | number | decimal | one
role = string | quoted | word
names = word | style-word | names , word | names , style-word
styles = style-parts | styles , style-parts
style-parts = style-part | style-parts style-part
style-part = style-word | number | : | #
separator = ; | newline | eof
`),
);

export const er: Kind = {
	name: 'er',
	begins: /^erDiagram/,
	rules,
	runs: new Set(),
	grammar,
	blocks: {begin: new Set(['subgraph']), end: 'close', endWord: 'end'},
	wanted: [
		['word', 'an entity'],
		['attribute', 'a type and a name'],
		['count', 'how many, such as "||" or "o{"'],
		['joint', '"--" or ".."'],
		[':', '":" and what the relation is called'],
		['}', '"}"'],
		['newline', 'a new line'],
	],
};
