/** A template for the journeys over the screens: sections of each requirement, kinds that can fail, guidance longer than its room. */

const thoughts = Array.from({length: 18}, (_, index) => `Think of point ${index + 1}.`).join('\n');

export const plan = `# Water plan for [Area]

## 1) Goal (required)

<!-- Say who gains what.
${thoughts} -->

[What gets better, and for whom]

## 2) Facts (required)

- Owner: <name>
- Due: YYYY-MM-DD
- Pumps: [count] <!-- specwright: {kind: number} -->

## 3) Wells (optional)

[One paragraph on the wells]

## 4) Pipes (required)

[Where the pipes go]

## 5) Risks (required)

- <risk>
`;
