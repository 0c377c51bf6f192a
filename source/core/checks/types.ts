/** What checks say and what they need to know. Names are vfile-message's. */

import type {Document, Range} from '../form/types.ts';
import type {QuestionState} from './question-words.ts';
import type {RuleId} from './rule-ids.ts';

export type {QuestionState};

export type Severity = 'error' | 'warn' | 'info';

/** Severities by rule id where they differ from the rule's own. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

/** One finding of one rule. Lines and columns are 1-based; columns count UTF-16 units, as vfile-message and SARIF do. */
export type Message = {
	readonly ruleId: string;
	readonly severity: Severity;
	readonly reason: string;
	/** The reason without the name of its field in front, where it begins with that. */
	readonly words?: string;
	readonly place: {
		readonly line: number;
		readonly column: number;
		readonly endLine: number;
		readonly endColumn: number;
		readonly range: Range;
	};
	readonly section?: string;
	readonly field?: string;
	/** What to do about it. */
	readonly help?: string;
};

/** A finding that its author let be, with the reason and the line of the comment that says so. */
export type Waived = Message & {readonly waiver: {readonly reason: string; readonly line: number}};

/**
 * What a path relative to the document leads to: a file or folder, nothing, or out of the project, where nobody looks; or a
 * Markdown file without the heading that is named behind it, with the anchor that may have been meant.
 */
export type PathFact = 'found' | 'missing' | 'outside' | {readonly meant: string | undefined};

/** By the path as the document has it, with `#` and the anchor behind where it names a heading (`linkPaths`). */
export type PathFacts = ReadonlyMap<string, PathFact>;

/** Facts from outside that rules may ask for; commands gather them. */
export type Facts = {
	/** Today in the author's time zone, `YYYY-MM-DD`. */
	readonly today: string;
	/** What stands at the paths named in the document; a path that is not in the map was not looked up. */
	readonly paths: PathFacts;
	/** What the document's project says of its checks, where it says anything. */
	readonly own?: OwnChecks;
};

/** How a project judges its documents. */
export type OwnChecks = {readonly severities: Severities; readonly words: OwnWords};

/** A day that a document keeps of itself: when it was made, when it was changed last, since when it has its status. */
export type OwnDate = 'created' | 'updated' | 'statusChanged';

/** Words of a project beside the known ones; they count as they are, in any case. */
export type OwnWords = {
	/** With which something is put off. */
	readonly toBeDone: readonly string[];
	/** With which titles of lists of open questions begin. */
	readonly questions: readonly string[];
	/** With which the state of a question begins. */
	readonly states: {readonly [State in QuestionState]?: readonly string[]};
	/** Labels of the days that a document keeps of itself. */
	readonly dates: {readonly [Date in OwnDate]?: readonly string[]};
};

/** A finding before it has its rule's name, severity and place. */
export type Finding = {
	readonly reason: string;
	readonly words?: string;
	readonly range: Range;
	readonly section?: string;
	readonly field?: string;
	readonly help?: string;
};

/** One rule about a document. `examples` are its documentation and its tests. */
export type Rule = {
	readonly id: RuleId;
	readonly severity: Severity;
	readonly summary: string;
	run(document: Document, facts: Facts, severities: Severities): Iterable<Finding>;
	readonly examples: readonly {
		readonly title: string;
		readonly template: string;
		readonly document: string;
		/** How often the rule speaks. */
		readonly findings: number;
	}[];
};
