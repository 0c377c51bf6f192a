/** Sequence diagrams: `sequenceDiagram`. */

import {grammarOf} from './grammar.ts';
import type {Kind} from './kind.ts';
import {senseOfSequence} from './sequence-sense.ts';
import {lazily, titles, titleStatements} from './shared.ts';
import {ruleMaker, rulesByMode} from './tokens.ts';

const rule = ruleMaker('i');
/** A word behind which the rest of the line is text. */
const lineWord = (word: string) => rule(new RegExp(`${word}\\b`), word, {enter: 'line'});
/** A word behind which a name follows. */
const nameWord = (word: string) => rule(new RegExp(`${word}\\b`), word, {enter: 'name'});
/** A word that is one only in front of a name; else it is the name of a participant. */
const linkWord = (word: string) => rule(new RegExp(`${word}(?=[ \\t]+[^/\\\\+()<>:\\n,;\\s-])`), word);

/** Arrows that a name may be followed by at once, so that they end it. */
const endsName = String.raw`-x|--x|-\)|--\)|-\|\\|-\\|-/|-//|-\|/|/\|-|\\\|-|//-|\\\\-|--\|\\|--|\(\)`;

const rules = lazily(() =>
	rulesByMode([
		rule(/\n+/, 'newline'),
		rule(/\s+/),
		rule(/[^\S\n]+/, undefined, {in: 'name alias line'}),
		rule(/#[^\n]*/, undefined, {in: 'start name alias line'}),
		rule(/%(?!\{)[^\n]*/),
		rule(/[^}]%%[^\n]*/),
		rule(/(?:\d+(?:\.\d{1,2})?|\.\d{1,2})(?=[ \n]+)/, 'number'),
		rule(/@\{/, 'settings-open', {in: 'name', enter: 'settings'}),
		rule(/[^}]+/, 'settings', {in: 'settings'}),
		rule(/\}(?=\s+as\s)/, 'settings-close', {in: 'settings', leave: 1, enter: 'alias'}),
		rule(/\}/, 'settings-close', {in: 'settings', leave: 2}),
		rule(/[^<>:\n,;@\s]+(?=\s*@\{)/, 'name', {in: 'name'}),
		rule(/[^<>:\n,;@\s]+(?=\s+as\s)/, 'name', {in: 'name', enter: 'alias'}),
		rule(/[^<>:\n,;@]+(?=\s*[\n;#]|$)/, 'name', {in: 'name', leave: 1}),
		rule(/[^\n]+/, 'stray', {in: 'name', leave: 1}),
		lineWord('box'),
		nameWord('participant'),
		nameWord('actor'),
		rule(/create\b/, 'create'),
		nameWord('destroy'),
		rule(/as\b/, 'as', {in: 'alias', leave: 2, enter: 'line'}),
		rule(/(?:)/, 'newline', {in: 'alias', leave: 2}),
		...['loop', 'rect', 'opt', 'alt', 'else', 'par', 'par_over', 'and', 'critical', 'option', 'break'].map(lineWord),
		rule(/[^#\n;]*/, 'rest', {in: 'line', leave: 1}),
		rule(/end\b/, 'close'),
		rule(/(?:left|right) of\b/, 'beside'),
		...['links', 'link', 'properties', 'details'].map(linkWord),
		rule(/over\b/, 'over'),
		rule(/note\b/, 'note'),
		nameWord('activate'),
		nameWord('deactivate'),
		rule(/title:?\s[^#\n;]+/, 'heading'),
		...titles(rule),
		rule(/sequenceDiagram\b/, 'sequenceDiagram'),
		rule(/autonumber\b/, 'autonumber'),
		rule(/off\b/, 'off'),
		rule(/,/, ','),
		rule(/;/, 'newline'),
		rule(new RegExp(`[^/\\\\+()<>:\\n,;-]+(?:(?!${endsName})-*[^+<>:\\n,;-]+)*`), 'name'),
		rule(/<<-{1,2}>>/, 'arrow'),
		rule(/-{1,2}>{1,2}/, 'arrow'),
		rule(/-{1,2}[x)]/, 'arrow'),
		rule(/-{1,2}(?:\|[\\/]|\\\\|\/\/)/, 'arrow'),
		rule(/(?:[\\/]\||\\\\|\/\/)-{1,2}/, 'arrow'),
		rule(/:[^#\n;]*/, 'message'),
		rule(/\+/, '+'),
		rule(/-/, '-'),
		rule(/\(\)/, '()'),
		rule(/$/, 'newline'),
		rule(/./, 'stray'),
	]),
);

const grammar = lazily(() =>
	grammarOf(`
diagram = first lines end
first = newline first | sequenceDiagram
lines = | lines line
line = statement | newline | stray
statement = member | create member | box rest members close
| signal newline
| autonumber number number newline | autonumber number newline | autonumber off newline | autonumber newline
| activate party newline | deactivate party newline
| note beside party message newline | note over parties message newline
| links party message newline | link party message newline
| properties party message newline | details party message newline
| heading
| ${titleStatements}
| loop rest lines close | rect rest lines close | opt rest lines close | break rest lines close
| alt rest elses close | par rest ands close | par_over rest ands close | critical rest options close
elses = lines | elses else rest lines
ands = lines | ands and rest lines
options = lines | options option rest lines
members = | members member-line
member-line = member | newline
member = participant party alias newline | actor party alias newline | destroy party newline
| participant name settings-block alias newline | actor name settings-block alias newline
alias = | as rest
settings-block = settings-open settings settings-close
party = name | link
parties = party | party , party
signal = party arrow + party message | party arrow - party message | party arrow () party message
| party () arrow party message | party () arrow () party message | party arrow party message
`),
);

export const sequence: Kind = {
	name: 'sequence',
	begins: /^sequenceDiagram/,
	rules,
	runs: new Set(),
	grammar,
	blocks: {
		begin: new Set(['box', 'loop', 'rect', 'opt', 'alt', 'par', 'par_over', 'critical', 'break']),
		end: 'close',
		endWord: 'end',
	},
	wanted: [
		['name', 'a participant'],
		['arrow', 'an arrow such as "->>"'],
		['message', '":" and a text'],
		['beside', '"left of", "right of"'],
		['over', '"over"'],
		['number', 'a number'],
		['newline', 'a new line'],
	],
	meaning: senseOfSequence,
};
