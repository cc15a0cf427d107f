/**
 * Returns text in a form that Terraform leaves unchanged.
 *
 * `${…}` and `%{…}` in a string of `cdk.tf.json` are templates that Terraform evaluates, and Dockerfiles and component
 * documents are full of them. Doubling the first character is Terraform's own escape
 * (https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1).
 *
 * All user-written text passes through here once on its way into a resource. Text that contains references to other
 * resources must not.
 */
export function literal(text: string): string {
  // A function, because in a replacement string `$$` means a single `$`.
  const escaped = text.replaceAll(/[$%]\{/g, (brace) => brace.charAt(0) + brace);
  // Terraform drops a byte order mark at the start of a string, but not after an empty template.
  return escaped.startsWith("\uFEFF") ? `\${""}${escaped}` : escaped;
}

/** `literal` for text that may be undefined. */
export function optionalLiteral(text: string | undefined): string | undefined {
  return text === undefined ? undefined : literal(text);
}

/** `literal` for the keys and values of a map, such as tags. */
export function literalMap(map: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [literal(key), literal(value)]));
}
