/** The text room's door: texts as people see and edit them. */

export {changedLines, type ChangedLines} from './changed-lines.ts';
export {counted} from './counted.ts';
export {createBuffer, selectionOf, textOf} from './buffer.ts';
export {changesBetween, type Change} from './changes.ts';
export {edit} from './edit.ts';
export {firstIndex} from './first-index.ts';
export {fuzzyScore} from './fuzzy.ts';
export {cells, countGraphemes, cut, graphemes, pad} from './graphemes.ts';
export {cleanInput, expandTabs, sanitize, withoutHidden} from './sanitize.ts';
export {shortLine} from './short-line.ts';
export {linesOf, type Lines} from './lines.ts';
export {merge, type Conflict, type Merged} from './merge.ts';
export {quoted} from './quoted.ts';
export {selectedText} from './splice.ts';
export {unifiedDiff} from './unified.ts';
export {cellInRow, cursorCell, positionAt, wrap} from './wrap.ts';
export type {Edit, Motion, Position, Selection, TextBuffer, VisualRow} from './types.ts';
