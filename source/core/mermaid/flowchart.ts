/** Flowcharts: `graph` and `flowchart`. */

import {grammarOf} from './grammar.ts';
import type {Kind} from './kind.ts';
import {senseOfFlowchart} from './flowchart-sense.ts';
import {lazily, letter, titles, titleStatements} from './shared.ts';
import {ruleMaker, rulesByMode} from './tokens.ts';

const rule = ruleMaker('');
/** The signs of a link may stand among blanks and line ends, which belong to it. */
const link = (line: string) => new RegExp(`\\s*[xo<]?${line}\\s*`);
/** Text in one of a node's brackets, or between the bars of a link. */
const opens = (signs: RegExp, token: string, enter = 'text') => rule(signs, token, {in: '*', enter});
const closes = (signs: RegExp, token: string, mode = 'text') => rule(signs, token, {in: mode, leave: 1});

const rules = lazily(() =>
	rulesByMode([
		...titles(rule),
		rule(/@\{/, 'data', {enter: 'data'}),
		rule(/"/, 'data', {in: 'data', enter: 'data-string'}),
		rule(/"/, 'data', {in: 'data-string', leave: 1}),
		rule(/[^"]+/, 'data', {in: 'data-string'}),
		rule(/[^}^"]+/, 'data', {in: 'data'}),
		rule(/\}/, undefined, {in: 'data', leave: 1}),
		rule(/call\s+/, undefined, {enter: 'callback'}),
		rule(/\(\s*\)/, undefined, {in: 'callback', leave: 1}),
		rule(/\(/, undefined, {in: 'callback', leave: 1, enter: 'arguments'}),
		rule(/[^(]*/, 'callback', {in: 'callback'}),
		rule(/\)/, undefined, {in: 'arguments', leave: 1}),
		rule(/[^)]*/, 'arguments', {in: 'arguments'}),
		rule(/[^`"]+/, 'markdown', {in: 'markdown'}),
		rule(/`"/, undefined, {in: 'markdown', leave: 1}),
		rule(/"`/, undefined, {in: '*', enter: 'markdown'}),
		rule(/[^"]+/, 'string', {in: 'string'}),
		rule(/"/, undefined, {in: 'string', leave: 1}),
		rule(/"/, undefined, {in: '*', enter: 'string'}),
		rule(/style\b/, 'style'),
		rule(/default\b/, 'default'),
		rule(/linkStyle\b/, 'linkStyle'),
		rule(/interpolate\b/, 'interpolate'),
		rule(/classDef\b/, 'classDef'),
		rule(/class\b/, 'class'),
		rule(/href\s/, 'href'),
		rule(/click\s+/, undefined, {enter: 'click'}),
		rule(/\s/, undefined, {in: 'click', leave: 1}),
		rule(/\S*/, 'click', {in: 'click'}),
		// The diagram's own first word is followed by its direction; further on it is a word like others.
		rule(/^(?:flowchart-elk|swimlane-beta|graph|flowchart)\b/, 'graph', {enter: 'direction'}),
		rule(/(?:flowchart-elk|swimlane-beta|graph|flowchart)\b/, 'graph'),
		rule(/subgraph\b/, 'subgraph'),
		rule(/end\b\s*/, 'close'),
		rule(/_(?:self|blank|parent|top)\b/, 'target'),
		rule(/\s*\n/, 'no-direction', {in: 'direction', leave: 1}),
		rule(/\s*(?:(?:LR|RL|TB|BT|TD|BR|v)\b|[<>^])/, 'direction', {in: 'direction', leave: 1}),
		rule(/.*direction\s+(?:TB|BT|RL|LR|TD)[^\n]*/, 'turn'),
		rule(/[^\s"[\](){}|]+@(?=[^{"])/, 'link-id'),
		rule(/\d+/, 'number'),
		rule(/#/, '#'),
		rule(/:::/, ':::'),
		rule(/:/, ':'),
		rule(/&/, '&'),
		rule(/;/, ';'),
		rule(/,/, ','),
		rule(/\*/, '*'),
		rule(link('--+[-xo>]'), 'link', {in: 'line-text start', leave: 1}),
		rule(link('--'), 'link-start', {enter: 'line-text'}),
		rule(/[^-]|-(?!-)/, 'link-words', {in: 'line-text'}),
		rule(link('==+[=xo>]'), 'link', {in: 'thick-text start', leave: 1}),
		rule(link('=='), 'link-start', {enter: 'thick-text'}),
		rule(/[^=]/, 'link-words', {in: 'thick-text'}),
		rule(link('-?\\.+-[xo>]?'), 'link', {in: 'dotted-text start', leave: 1}),
		rule(link('-\\.'), 'link-start', {enter: 'dotted-text'}),
		rule(/[^.]/, 'link-words', {in: 'dotted-text'}),
		rule(/\s*~~~+\s*/, 'link', {in: '*'}),
		closes(/[-/)]\)/, '-)', 'ellipse'),
		rule(/[^()[\]{}]|!\)+/, 'text', {in: 'ellipse'}),
		opens(/\(-/, '(-', 'ellipse'),
		closes(/\]\)/, '])'),
		opens(/\(\[/, '(['),
		closes(/\]\]/, ']]'),
		opens(/\[\[/, '[['),
		rule(/\[\|/, '[|'),
		rule(/>/, '>', {enter: 'text'}),
		closes(/\)\]/, ')]'),
		opens(/\[\(/, '[('),
		closes(/\)\)\)/, ')))'),
		opens(/\(\(\(/, '((('),
		closes(/[\\(?=\])]\]/, '\\]', 'slanted'),
		closes(/\/\]/, '/]', 'slanted'),
		rule(/\/(?!\])|\\(?!\])|[^\\[\](){}/]+/, 'text', {in: 'slanted'}),
		opens(/\[\//, '[/', 'slanted'),
		opens(/\[\\/, '[\\', 'slanted'),
		rule(/</, '<'),
		rule(/\^/, '^'),
		rule(/v\b/, 'v'),
		rule(/(?:[\w!"#$%&'*+.`?\\/]|-(?=[^>\-.]))+/, 'word'),
		rule(/-/, '-'),
		rule(letter, 'letter'),
		closes(/\|/, 'bar'),
		opens(/\|/, 'bar'),
		closes(/\)/, ')'),
		opens(/\(/, '('),
		closes(/\]/, ']'),
		opens(/\[/, '['),
		closes(/\}/, '}'),
		opens(/\{/, '{'),
		rule(/[^[\](){}|"]+/, 'text', {in: 'text'}),
		rule(/\n+/, 'newline'),
		rule(/[^\S\n]+/, 'space'),
		rule(/$/, 'eof'),
	]),
);

const grammar = lazily(() =>
	grammarOf(`
diagram = head lines end
head = graph no-direction | graph direction break
break = ; | newline | spaces newline
lines = | lines line
line = statement | ; | newline | space | eof
statement = chain separator
| style space id space styles separator
| classDef space id space styles separator
| class space id space id separator
| linkStyle space links space styles separator
| linkStyle space links space interpolate space name space styles separator
| linkStyle space links space interpolate space name separator
| click-line separator
| subgraph space heading [ texts ] separator lines close
| subgraph space heading separator lines close
| turn
| ${titleStatements}
separator = newline | ; | eof
chain = nodes datas gap | nodes gap | chain arrow nodes datas gap | chain arrow nodes gap
gap = | spaces
datas = datas data | data
nodes = node | nodes datas spaces & spaces node | nodes spaces & spaces node
node = vertex | vertex ::: id
vertex = id | id [ texts ] | id ((( texts ))) | id ( ( texts ) ) | id (- texts -) | id ([ texts ]) | id [[ texts ]]
| id [| word : word bar texts ] | id [( texts )] | id ( texts ) | id { texts } | id { { texts } } | id > texts ]
| id [/ texts \\] | id [\\ texts /] | id [/ texts /] | id [\\ texts \\]
arrow = line-link bar texts bar | line-link bar texts bar space | line-link
| link-start label link | link-id link-start label link
line-link = link | link-id link
label = label label-part | label-part | string | markdown
label-part = link-words | letter
texts = texts text-part | text-part | string | markdown
text-part = text | < | > | letter
heading = heading heading-part | heading-part | string | markdown
heading-part = number | word | space | - | & | letter | : | * | # | link-start
| style | linkStyle | classDef | class | click | graph | direction | subgraph | close | v | ^
links = default | numbers
numbers = number | numbers , number
styles = style-parts | styles , style-parts
style-parts = style-part | style-parts style-part
style-part = number | word | : | space | # | style
id = id-part | id id-part
id-part = number | word | v | - | default | , | : | & | # | * | letter
name = name-part | name name-part
name-part = number | letter | word | direction | v | - | , | : | & | # | *
click-line = click callback | click callback space string
| click callback arguments | click callback arguments space string
| click href string | click href string space string
| click href string space target | click href string space string space target
| click name | click name space string
| click string | click string space string
| click string space target | click string space string space target
spaces = space | spaces space
`),
);

export const flowchart: Kind = {
	name: 'flowchart',
	begins: /^(?:graph|flowchart)/,
	rules,
	runs: new Set(['link-words', 'text']),
	grammar,
	blocks: {begin: new Set(['subgraph']), end: 'close', endWord: 'end'},
	wanted: [
		['word', 'a name'],
		['text', 'a label'],
		['string', 'a text in double quotes'],
		['direction', 'a direction such as TB or LR'],
		['no-direction', 'a new line'],
		['space', 'a space'],
		['link', 'a link such as "-->"'],
		[']', '"]"'],
		[')', '")"'],
		['}', '"}"'],
		['bar', '"|"'],
		['newline', 'a new line'],
	],
	meaning: senseOfFlowchart,
};
