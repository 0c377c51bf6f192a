/** The door of the form room. */

export * from './types.ts';
export {keepForms, type FormStore} from './kept-forms.ts';
export {Lately} from './lately.ts';
export {readForm, type ReadOptions} from './read.ts';
export {readingsOf, withMends, type Reading} from './readings.ts';
export {inlinePieces, type InlinePiece} from './inline-pieces.ts';
export {everyField} from './every-field.ts';
export {flatten, pathTo} from './sections.ts';
export {leftAlone, unclosedFence} from './read/left-alone.ts';
export {reasons} from './read/rules.ts';
export {readYaml, yamlFault, type Entry as YamlEntry, type Said as YamlSaid} from './read/yaml.ts';
export {headingKey, partsOf, type Part} from './headings.ts';
export {findFrontMatter} from './read/front-matter.ts';
export {slug} from './slug.ts';
export {nearest} from './nearest.ts';
export {blanks, endStripped} from './read/ends.ts';
export {isOptional, isRequired} from './needed.ts';
export {parseMarkdown, type Block} from './markdown.ts';
export {takesEvidence} from './evidence.ts';
export {evidenceLabels, type EvidenceLabels} from './evidence-words.ts';
export {fill, type FillOptions} from './fill.ts';
export {prove} from './prove.ts';
export {bind} from './bind.ts';
export {clear} from './clear.ts';
export {match, recognise, type Recognised} from './match.ts';
export {withAdditions} from './with-additions.ts';
export {asMany, readings} from './as-many.ts';
export {eolOf} from './line-ends.ts';
export {likeliest, outlineOf} from './likeness.ts';
export type {Outline} from './likeness.ts';
export {asDocument} from './as-document.ts';
export {lastLineMarker, readMarker, withMarker} from './marker.ts';
export {countedHeadings, spared, titled} from './numbering.ts';
export {expand, fit, mostSections} from './repeat.ts';
export {inTemplateOrder, ordersOf} from './order.ts';
export {rearrange, resize} from './resize.ts';
export {adoptFault, faultIn, fieldState} from './state.ts';
export {sampleText} from './mirror.ts';
export {sameAnswer} from './reading.ts';
export {ownStatus, statusWords} from './own-status.ts';
export {daysIn, formatDate, isDate, readDate} from './value/date.ts';
export {spelledDate} from './value/months.ts';
export {askedAt} from './value/cell-column.ts';
export {
	isAddedUp,
	between,
	namesPartialTotal,
	namesTotal,
	sumOf,
	totalFor,
	totalInGrid,
	totalled,
	withTotals,
} from './totals.ts';
export {cellsOf, isDelimiterRow} from './value/cell.ts';
export {emptyCell, inThousands} from './value/pattern.ts';
export {faultsInCells, type CellFault} from './value/cell-faults.ts';
export {optionMeant, optionTyped, spoken} from './value/option.ts';
export {knownUnits, withoutUnit} from './value/unit.ts';
export {decode, encode, mostBytes, sameValue, validate} from './value/index.ts';
export {readAnswers} from './answers.ts';
export {answersSchema} from './schema.ts';
export {layOver} from './above.ts';
export {writeAnswers} from './write-answers.ts';
export type {AnswerPlaces, AnswersResult} from './answers.ts';
