/** A policy of these statements, as IAM and the services are given it. */
export function policyOf(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** The policy of a role that a service of AWS takes. */
export function serviceTrust(service: string, condition?: object): string {
  const principal = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } };
  return policyOf([condition === undefined ? principal : { ...principal, Condition: condition }]);
}
