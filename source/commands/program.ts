/** The parser for the command line, made from the command table. */

import {Command as Parser, CommanderError, Option} from 'commander';
import type {ExitCode} from '../core/problem.ts';
import type {Command, Context, Invocation} from './context.ts';
import {commands, home, type CommandEntry} from './index.ts';

/** The command that was named, with its arguments; or the exit code where the parser has said all there is to say. */
export type Parsed =
	| {
			readonly load: () => Promise<Command>;
			readonly invocation: Invocation;
			readonly byProject: CommandEntry['byProject'];
	  }
	| {readonly exit: ExitCode};

/** Reads the arguments. Help and version go to stdout and end with 0; anything not understood goes to stderr with 2. */
export async function parseArguments(args: readonly string[], {output, version}: Context): Promise<Parsed> {
	let found: Parsed | undefined;

	/** A parser that speaks through our output and in our words; `path` is how the command is called. */
	const speaking = (name: string, path: string): Parser =>
		new Parser(name)
			.helpOption('-h, --help', 'this help')
			.helpCommand(false)
			.configureHelp({
				subcommandTerm: command => `${command.name()} ${command.usage().replace(/\[options\] ?/, '')}`.trimEnd(),
			})
			.configureOutput({
				writeOut: text => output.text(text),
				writeErr(text) {
					for (const line of text.trimEnd().split('\n')) output.say(line);
				},
				getOutHelpWidth: () => Math.min(output.stdout.columns, 100),
				// No help has colours; else Node's stream would be made to ask it for them.
				getOutHasColors: () => false,
				getErrHasColors: () => false,
				outputError: (text, write) => write(sentence(text, path)),
			})
			.exitOverride();

	/** A command as it stands in a list of commands. */
	const outline = (entry: CommandEntry, path: string): Parser => {
		const parser = speaking(entry.name, path).description(entry.summary);
		for (const {syntax, summary} of entry.args) parser.argument(syntax, summary);
		// A command with commands below it takes no arguments of its own, so a word it does not know is a wrong command.
		if (entry.commands) parser.argument('[command]', 'see below').usage('[command] [options]');
		return parser;
	};

	const build = (entry: CommandEntry, path: string): Parser => {
		const parser = outline(entry, path);
		for (const {flags, summary, repeatable, choices} of entry.options) {
			const option = new Option(flags, summary);
			if (choices) option.choices(choices);
			const {parseArg} = option;
			if (repeatable) option.argParser((value: string, before: readonly string[] = []) => [...before, value]);
			else if (option.required) {
				// The parser would quietly take the last one.
				option.argParser((value: string, before: unknown) => {
					if (before !== undefined) parser.error(`error: option '${flags}' was given twice`, {exitCode: 2});
					return parseArg?.(value, before) ?? value;
				});
			}
			parser.addOption(option);
		}
		if (entry.examples) {
			parser.addHelpText(
				'after',
				`\nExamples:\n${entry.examples.map(example => `  specwright ${example}`).join('\n')}`,
			);
		}
		for (const below of entry.commands ?? []) parser.addCommand(build(below, `${path} ${below.name}`));
		// An option behind a command's name is that command's: `templates` and `templates check` both have --json.
		parser.enablePositionalOptions();
		parser.action(async (...given: unknown[]) => {
			const [word] = parser.args;
			if (entry.commands && word !== undefined) parser.error(await unknown(word, entry.commands), {exitCode: 2});
			found = {
				load: entry.load,
				byProject: entry.byProject,
				invocation: {args: parser.args, options: (given.at(-2) ?? {}) as Invocation['options']},
			};
		});
		return parser;
	};

	const program = speaking('specwright', '')
		.description('Fill any Markdown template in the terminal, see how complete it is, and commit exactly that file.')
		.usage('[command] [options]')
		.version(version, '-V, --version', 'the version');
	program.enablePositionalOptions();
	program.addHelpText('after', '\nWithout a command: resume a draft, open a document nearby, or begin a new one.');

	// No command: the home screen, with whatever flags were given. Help and version are the program's own.
	const [first, ...rest] = args;
	const asked = first === 'help' ? [...rest, '--help'] : args;
	// Help for a command that there is not would show the whole program's; what is wrong is said instead.
	const [named] = asked;
	const isKnown = named === undefined || named.startsWith('-') || commands.some(({name}) => name === named);
	const words = isKnown ? asked : [named];
	const isHome = first === undefined || (first.startsWith('-') && !['-h', '--help', '-V', '--version'].includes(first));
	for (const entry of commands)
		program.addCommand(entry.name === named ? build(entry, entry.name) : outline(entry, entry.name));
	// It is what runs without a command's name, so its help is the program's.
	if (isHome) program.addCommand(build(home, ''), {hidden: true});
	try {
		await program.parseAsync(isHome ? [home.name, ...words] : [...words], {from: 'user'});
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return {exit: error.exitCode === 0 ? 0 : 2};
	}
	return found ?? {exit: 2};
}

async function unknown(word: string, known: readonly CommandEntry[]): Promise<string> {
	const {nearest} = await import('../core/form/index.ts');
	const names = known.map(({name}) => name);
	const near = nearest(word, names);
	const meant = near === undefined ? '' : `Did you mean ${near}? `;
	return `error: unknown command '${word}'\n(${meant}There are: ${names.join(', ')}.)`;
}

/** The parser's own message in the words of our problems, with where to read on. */
function sentence(text: string, path: string): string {
	const [first = '', ...rest] = text.trim().split('\n');
	const said = first.replace(/^error: /, '');
	return [
		`specwright: ${said}`,
		...rest.map(line => `  ${line}`),
		`  See: specwright ${path === '' ? '' : `${path} `}--help`,
	].join('\n');
}
