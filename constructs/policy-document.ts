/** Returns a policy with these statements, as JSON. */
export function policyOf(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** Returns the trust policy of a role for an AWS service. */
export function serviceTrust(service: string, condition?: object): string {
  const principal = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } };
  return policyOf([condition === undefined ? principal : { ...principal, Condition: condition }]);
}
