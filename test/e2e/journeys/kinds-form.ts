/** A form with a field of each kind, for the journeys that answer every kind: on the screen, and line by line. */

export const kinds = `# Pump [Model]

## Facts

- Owner: <name>
- Reviewers: <names> <!-- specwright: {kind: person, multiple: true} -->
- Status: Draft | In Review | Approved
- Environments: dev | staging | prod
- Rollout: <flag/canary/phased/etc>
- Due: YYYY-MM-DD
- Speed: [speed] <!-- specwright: {kind: number, unit: rpm} -->
- Manual: <link>
- Colour: [colour] <!-- specwright: default: green -->
- Weight: [weight]
- Smell: [smell]

## Why

[Why it is needed]

## Steps

- <step>

## Questions

- Q1: <question>

## Done when

- [ ] <criterion>

## Gate

- [ ] Drawings are signed
- [ ] Parts are ordered
- [ ] Budget is granted

## Settings

\`\`\`json
{"speed": 1}
\`\`\`

## Parts

<!-- specwright: columns: {Load: {options: [Low, High]}} -->

| Part | Maker | Weight | Load | Checked |
| --- | --- | --- | --- | --- |
| <part> | <maker> | <weight> | <load> | YYYY-MM-DD |

## Duties

| Duty | Who |
| --- | --- |
| Run | <name> |
| Mend | <name> |
`;
