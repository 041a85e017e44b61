/** Reserved code: hcps whose axis is missing under the policy `unqualified`, unless a rule takes them. */
export const unqualifiedSegment = 'non-qualifie'
