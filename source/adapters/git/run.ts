/** Starting git: an argument array, never a shell, and an environment that leads nowhere but to the folder at hand. */

import {exitCodes, type Problem} from '../../core/problem.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type GitRun = {
	/** undefined where git was ended by a signal. */
	readonly code: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
	readonly signal?: string;
};

export type Git = {
	/** The variables that were set and are kept from git, for they would turn it to another repository. */
	readonly ignored: readonly string[];
	/**
	 * Asks or changes something by ourselves: no monitors, no optional locks, no questions, English messages. Git is ended
	 * where its patience says so; it was then ended by a signal.
	 */
	run(args: readonly string[], cwd: string, patience?: Patience): Promise<GitRun>;
	/** Makes the commit, as the author would: own locale and settings, for all of these reach hooks. */
	commit(args: readonly string[], cwd: string, message: string, how: Handling): Promise<GitRun>;
};

/** Thrown within the adapter, caught at its door: what git refused, as a problem. */
export class GitStop extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(problem.summary);
		this.problem = problem;
	}
}

/**
 * What turns git to another repository, index or kind of pathspec: `git rev-parse --local-env-vars` names the first
 * (git-rev-parse(1)); the pathspec ones are from git(1). A hook or a worktree that starts us exports some of them.
 */
const pathspecVariables = [
	'GIT_LITERAL_PATHSPECS',
	'GIT_GLOB_PATHSPECS',
	'GIT_NOGLOB_PATHSPECS',
	'GIT_ICASE_PATHSPECS',
];

/** What git said they are; it says the same each time. */
let localVariables: readonly string[] | undefined;

/** Used while asking git itself which they are. */
const usualVariables = [
	'GIT_DIR',
	'GIT_WORK_TREE',
	'GIT_INDEX_FILE',
	'GIT_OBJECT_DIRECTORY',
	'GIT_ALTERNATE_OBJECT_DIRECTORIES',
	'GIT_COMMON_DIR',
	'GIT_PREFIX',
	'GIT_NAMESPACE',
];

/**
 * `safe.bareRepository` and `core.fsmonitor`: a repository that lies inside a project as data could otherwise run
 * programs when git looks at it (git-config(1), "safe.bareRepository").
 */
const carefully = ['-c', 'safe.bareRepository=explicit', '-c', 'core.fsmonitor=false', '--no-optional-locks'];

/** How long to wait for git: so many milliseconds, and until somebody gives up. */
export type Patience = {readonly timeout?: number; readonly signal?: AbortSignal};

/** Where git writes: into the terminal or whatever the streams are, all of it to stderr, or into the result. */
export type GitOutput = 'inherit' | 'stderr' | 'capture';

type Handling = Patience & {readonly output: GitOutput};
type Start = Partial<Handling> & {readonly input?: string};

/** Git with a clean environment. Throws `GitStop` with `git.missing` where there is none (exit 4). */
export async function openGit(environment: Environment): Promise<Git> {
	const {execa} = await import('execa');
	const usual = without(environment, [...usualVariables, ...pathspecVariables]);

	async function start(
		args: readonly string[],
		cwd: string,
		env: Environment,
		{input, output = 'capture', timeout, signal}: Start = {},
	): Promise<GitRun> {
		const stream = output === 'capture' ? 'pipe' : 'inherit';
		const running = execa('git', args, {
			cwd,
			env,
			extendEnv: false,
			reject: false,
			stripFinalNewline: false,
			stdout: output === 'stderr' ? 2 : stream,
			stderr: stream,
			...(input === undefined ? {stdin: 'ignore' as const} : {input}),
			...(timeout === undefined ? {} : {timeout}),
			...(signal === undefined ? {} : {cancelSignal: signal}),
			// Killed for good it would leave its locks behind.
			forceKillAfterDelay: false,
		});
		// A hook outlives the git that was ended, and holds on to its streams: nobody waits for that.
		running.nodeChildProcess.once('exit', () => {
			if (signal?.aborted !== true) return;
			running.nodeChildProcess.stdout?.destroy();
			running.nodeChildProcess.stderr?.destroy();
		});
		const result = await running;
		if (result.exitCode === undefined && result.signal === undefined) {
			throw new GitStop({
				code: 'git.missing',
				summary: 'git could not be started.',
				next: 'Install git 2.30 or newer, or commit the file with the tool you use.',
				exit: exitCodes.git,
			});
		}

		return {
			code: result.exitCode,
			stdout: result.stdout ?? '',
			stderr: result.stderr ?? '',
			...(result.signal === undefined ? {} : {signal: result.signal}),
		};
	}

	localVariables ??= (await start([...carefully, 'rev-parse', '--local-env-vars'], '/', {...usual, LC_ALL: 'C'})).stdout
		.split('\n')
		.filter(name => name !== '');
	const names = [...usualVariables, ...pathspecVariables, ...localVariables];
	const clean = without(environment, names);
	const quiet = {...clean, LC_ALL: 'C', LANGUAGE: 'C', GIT_TERMINAL_PROMPT: '0', GIT_PAGER: 'cat'};
	return {
		ignored: [...new Set(names)].filter(name => environment[name] !== undefined),
		run: async (args, cwd, patience) => start([...carefully, ...args], cwd, quiet, patience),
		commit: async (args, cwd, message, how) => start(args, cwd, clean, {...how, input: message}),
	};
}

function without(environment: Environment, names: readonly string[]): Environment {
	const dropped = new Set(names);
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !dropped.has(name)));
}

/**
 * What git said, on one line, to go into a sentence, without its own full stop. What it calls fatal or an error is the
 * reason, and what comes behind that is advice; where it calls nothing so (a hook spoke), the last lines.
 */
export function said(run: GitRun): string {
	const lines = `${run.stderr}\n${run.stdout}`
		.split(/[\r\n]+/)
		.map(line => line.trim())
		.filter(line => line !== '' && !line.startsWith('hint:'));
	const reasons = lines.filter(
		// A line that ends in a colon says what the next one is about.
		(line, index) =>
			reason.test(line) || (index > 0 && reason.test(lines[index - 1]!) && lines[index - 1]!.endsWith(':')),
	);
	return (
		(reasons.length > 0 ? reasons.slice(0, 3) : lines.slice(-3))
			.map(line => line.replace(reason, ''))
			.join(' / ')
			.replace(/\.$/, '') ||
		(run.signal === undefined ? `git ended with ${run.code}` : `git was ended by ${run.signal}`)
	);
}

const reason = /^(?:fatal|error): /;
