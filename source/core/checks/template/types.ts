import type {Form} from '../../form/types.ts';
import type {Finding, Severity} from '../types.ts';

/** One rule about a template: something that its author may have meant otherwise. */
export type TemplateRule = {
	readonly id: string;
	readonly severity: Severity;
	readonly summary: string;
	run(form: Form): Iterable<Finding>;
	/** Its documentation and its tests; `findings` says how often the rule speaks. */
	readonly examples: readonly {readonly title: string; readonly template: string; readonly findings: number}[];
};
