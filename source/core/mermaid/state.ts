/** State diagrams: `stateDiagram-v2` and `stateDiagram`. */

import {grammarOf} from './grammar.ts';
import type {Kind} from './kind.ts';
import {senseOfState} from './state-sense.ts';
import {lazily, titles, titleStatements} from './shared.ts';
import {ruleMaker, rulesByMode} from './tokens.ts';

const rule = ruleMaker('i');
const both = 'start body';
const turn = /.*direction\s+(?:TB|BT|RL|LR)[^\n]*/;

const rules = lazily(() =>
	rulesByMode([
		rule(/click\b/, 'click'),
		rule(/href\b/, 'href'),
		rule(/"[^"]*"/, 'string'),
		rule(/default\b/, 'default'),
		rule(turn, 'turn'),
		rule(/\n+/, 'newline'),
		rule(/\s+/),
		rule(/[^\S\n]+/, undefined, {in: 'body state'}),
		rule(/#[^\n]*/, undefined, {in: 'body state start'}),
		rule(/%%(?!\{)[^\n]*/, undefined, {in: 'body state start'}),
		rule(/scale\s+/, 'scale', {enter: 'scale'}),
		rule(/\d+/, 'number', {in: 'scale'}),
		rule(/\s+width\b/, undefined, {in: 'scale', leave: 1}),
		...titles(rule),
		rule(/classDef\s+/, 'classDef', {in: both, enter: 'class-name'}),
		rule(/DEFAULT\s+/, 'default-class', {in: 'class-name', leave: 1, enter: 'class-style'}),
		rule(/\w+\s+/, 'class-name', {in: 'class-name', leave: 1, enter: 'class-style'}),
		rule(/class\s+/, 'class', {in: both, enter: 'class-of'}),
		rule(/\w+(?:,\s*\w+)*/, 'names', {in: 'class-of', leave: 1, enter: 'class-style'}),
		rule(/style\s+/, 'style', {in: both, enter: 'style-of'}),
		rule(/[\w,]+\s+/, 'names', {in: 'style-of', leave: 1, enter: 'class-style'}),
		rule(/[^\n]*/, 'styles', {in: 'class-style', leave: 1}),
		rule(/state\s+/, undefined, {in: both, enter: 'state'}),
		rule(/.*(?:<<(?:fork|join|choice)>>|\[\[(?:fork|join|choice)\]\])/, 'junction', {in: 'state', leave: 1}),
		rule(turn, 'turn', {in: 'body'}),
		rule(/"/, undefined, {in: 'state', enter: 'description-of'}),
		rule(/\s*as\s+/, 'as', {in: 'state', enter: 'alias'}),
		rule(/[^\n{]*/, 'name', {in: 'alias', leave: 1}),
		rule(/"/, undefined, {in: 'description-of', leave: 1}),
		rule(/[^"]*/, 'state-text', {in: 'description-of'}),
		rule(/\w+\s+\w+.*?\{/, 'two-words', {in: 'state'}),
		rule(/[^\n\s{]+/, 'state', {in: 'state'}),
		rule(/\n/, undefined, {in: 'state', leave: 1}),
		rule(/\{/, '{', {in: 'state start', leave: 1, enter: 'body'}),
		rule(/\}/, '}', {in: 'body', leave: 1}),
		rule(/\n/, undefined, {in: 'body'}),
		rule(/note\s+/, 'note', {in: both, enter: 'note'}),
		rule(/(?:left|right) of\b/, 'beside', {in: 'note', leave: 1, enter: 'note-of'}),
		rule(/"/, undefined, {in: 'note', leave: 1, enter: 'free-note'}),
		rule(/\s*as\s*/, 'as', {in: 'free-note', leave: 1, enter: 'free-note-name'}),
		rule(/"/, undefined, {in: 'free-note'}),
		rule(/[^"]*/, 'note-text', {in: 'free-note'}),
		rule(/[^\n]*/, 'name', {in: 'free-note-name', leave: 1}),
		rule(/\s*[^:\n\s-]+/, 'name', {in: 'note-of', leave: 1, enter: 'note-text'}),
		rule(/\s*:[^:\n;]+/, 'note-text', {in: 'note-text', leave: 1}),
		rule(/[^]*?\n\s*end note\b/, 'note-text', {in: 'note-text', leave: 1}),
		rule(/stateDiagram(?:-v2)?\s+/, 'stateDiagram'),
		rule(/hide empty description\b/, 'hide'),
		rule(/\[\*\]/, '[*]', {in: both}),
		rule(/(?:(?!%%)[^:\n\s{-])+/, 'name', {in: both}),
		rule(/\s*:(?:[^:\n;]|:[^:\n;])+/, 'message', {in: both}),
		rule(/-->/, '-->', {in: both}),
		rule(/--/, '--', {in: 'body'}),
		rule(/:::/, ':::', {in: both}),
		rule(/$/, 'newline'),
	]),
);

const grammar = lazily(() =>
	grammarOf(`
diagram = first lines end
first = newline first | stateDiagram
lines = | lines line
line = statement | newline
statement = place | place message | place --> place | place --> place message
| classDef class-name styles | class names styles | style names styles
| hide | scale number | state | state { lines } | state-text as name | state-text as name { lines }
| junction | -- | note beside name note-text | note note-text as name | turn
| click place string string newline | click place href string newline
| ${titleStatements}
place = name | [*] | name ::: name | [*] ::: name
`),
);

export const state: Kind = {
	name: 'state',
	begins: /^stateDiagram/,
	rules,
	runs: new Set(),
	grammar,
	blocks: {begin: new Set(), end: '}', endWord: '}'},
	wanted: [
		['name', 'a state'],
		['[*]', '"[*]"'],
		['-->', '"-->"'],
		['message', '":" and a text'],
		['as', '"as" and a name'],
		['note-text', '":" and a text'],
		['beside', '"left of" or "right of"'],
		['number', 'a number'],
		['newline', 'a new line'],
	],
	meaning: senseOfState,
};
