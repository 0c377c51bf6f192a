/**
 * What scripts can use without a terminal. All of it is pure: text in, text and findings out. What is not exported here
 * may change in any version. docs/automation.md has an example.
 */

export {bind, fill, readForm} from './core/form/index.ts';
export type {
	Answer,
	Answers,
	Column,
	Document,
	Field,
	FieldState,
	FillOptions,
	Form,
	Guidance,
	Kind,
	Range,
	ReadOptions,
	Requirement,
	Section,
	Value,
} from './core/form/index.ts';
export {check, rules} from './core/checks/index.ts';
export type {Facts, Message, Rule, Severities, Severity} from './core/checks/index.ts';
export {completeness, type Completeness} from './core/completeness/index.ts';
