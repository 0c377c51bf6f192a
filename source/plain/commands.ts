/** What can be typed at every prompt instead of an answer. */

export type LineCommand =
	| {
			readonly name:
				| 'back'
				| 'next'
				| 'gaps'
				| 'preview'
				| 'edit'
				| 'save'
				| 'quit'
				| 'help'
				| 'clear'
				| 'undo'
				| 'redo'
				| 'defer'
				| 'add'
				| 'duplicate'
				| 'remove'
				| 'up'
				| 'down'
				| 'leave-out'
				| 'keep-all'
				| 'write';
	  }
	| {readonly name: 'goto'; readonly target: string}
	/** `which` of the ways to read the question; without it they are told. */
	| {readonly name: 'as'; readonly which?: string}
	/** `which` line of a list that the template brings; without it all of what it brings. */
	| {readonly name: 'drop'; readonly which?: string}
	/** `which` of the people told; without it what is offered. */
	| {readonly name: 'take'; readonly which?: string}
	| {readonly name: 'na'; readonly reason: string}
	/** Empty where the name is to be asked for. */
	| {readonly name: 'branch'; readonly branch: string}
	| {readonly name: 'unknown'; readonly text: string};

/** The commands with their words, in the order in which help tells them. */
export const lineCommands: readonly {readonly usage: string; readonly summary: string}[] = [
	{usage: ':back', summary: 'the question before'},
	{usage: ':next', summary: 'the next question; this one stays as it is'},
	{usage: ':goto N', summary: 'question number N'},
	{usage: ':gaps', summary: 'what is still missing, with the numbers to go to'},
	{usage: ':preview', summary: 'the document as it is now'},
	{usage: ':edit', summary: 'this answer, or the message of the commit, in your editor'},
	{usage: ':na REASON', summary: 'this does not apply, and why'},
	{usage: ':defer', summary: 'put this question off until later, or no longer'},
	{usage: ':leave-out', summary: 'leave this optional section out'},
	{usage: ':keep-all', summary: 'keep all that the template brings, and ask no more for it'},
	{usage: ':drop', summary: 'remove what the template brings here, or bring it back'},
	{usage: ':drop N', summary: 'remove line N of a list that the template brings'},
	{usage: ':as', summary: 'the ways in which this question can be read: as a choice, a date, no blank'},
	{usage: ':as N', summary: 'read it in way number N'},
	{usage: ':take', summary: 'take what is offered, or the sample to start from'},
	{usage: ':take N', summary: 'take person or file number N of those that are told'},
	{usage: ':clear', summary: 'take this answer back'},
	{usage: ':undo', summary: 'undo the last change'},
	{usage: ':redo', summary: 'do again what was undone'},
	{usage: ':add', summary: 'another block like this one'},
	{usage: ':duplicate', summary: 'another block that says what this one says'},
	{usage: ':remove', summary: 'take this block away'},
	{usage: ':up', summary: 'move this block up'},
	{usage: ':down', summary: 'move this block down'},
	{usage: ':save', summary: 'save what is not saved yet, and say whether everything is'},
	{usage: ':write', summary: 'write the document'},
	{usage: ':branch NAME', summary: 'at the message of a commit: commit on a new branch'},
	{usage: ':quit', summary: 'stop; the draft is kept'},
	{usage: ':help', summary: 'this list'},
];

const plainNames = [
	'back',
	'next',
	'gaps',
	'preview',
	'edit',
	'save',
	'quit',
	'help',
	'clear',
	'undo',
	'redo',
	'defer',
	'add',
	'duplicate',
	'remove',
	'up',
	'down',
	'leave-out',
	'keep-all',
	'write',
] as const;

/**
 * The command that a line asks for; undefined where it is an answer. An answer that begins with a colon is typed with
 * two, and `literal` takes one away again.
 */
export function parseCommand(line: string): LineCommand | undefined {
	const text = line.trim();
	if (!text.startsWith(':') || text.startsWith('::')) return undefined;
	const [word = '', ...rest] = text.slice(1).split(/\s+/);
	const argument = rest.join(' ');
	const name = word.toLowerCase();
	if (name === 'goto' || name === 'go') return {name: 'goto', target: argument};
	if (name === 'as') return argument === '' ? {name} : {name, which: argument};
	if (name === 'drop') return argument === '' ? {name} : {name, which: argument};
	if (name === 'take') return argument === '' ? {name} : {name, which: argument};
	if (name === 'branch') return {name, branch: argument};
	if (name === 'na' || name === 'n/a') return {name: 'na', reason: argument};
	const known = plainNames.find(each => each === name);
	return known ? {name: known} : {name: 'unknown', text};
}

/** The line as an answer: `::` at its start stands for a colon. */
export function literal(line: string): string {
	return line.startsWith('::') ? line.slice(1) : line;
}
