/** A template of what is rare, and hard to say in a schema of its answers. */

export const special = `# Plan of [Name]

Version: [1.0 | 1.1 | 2]
Enabled: true | false
State: ✅ Done | ⏳ In Review | C++ | C#
Stamp: YYYYMMDD
When: DD.MM.YYYY
Tags: [red | green, etc.]
Environments: dev | staging | prod
Count: [number of parts]

## Phase 1: Start

- Goal: [goal]
- Length: [days]

### Step: <name>

[What is done]

## Phase 2: Grow

- Goal: [goal]
- Budget: [€ 20]

## Owners

| Area | Lead | Due |
|------|------|-----|
| Value | <name> | DD/MM/YYYY |
| Evidence | <name> | DD/MM/YYYY |

## Measures

| Name | Level | Since | Target |
|------|-------|-------|--------|
| [name] | Low / High | DD/MM/YYYY | [20 ms] |

## Gate

- [ ] Value
- [ ] Measured twice

### Value

[What it is worth]

## Decisions

- **Decision:** [what was decided]
  - **Rationale:** [why]
- **Decision:** [what was decided]
  - **Rationale:** [why]

## Steps

- [ ] [step]

## Threats

- T1: <threat> → <mitigation>
- T2: <threat> → <mitigation>

## Command

\`\`\`sh
run --fast
\`\`\`
`;
