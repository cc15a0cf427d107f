import * as path from "node:path";

/**
 * For each file, the tests that reach it, with the number of steps. A file reaches what it imports, and what it names
 * in a string: many tests start a command by its file.
 *
 * @param texts Texts of the project's TypeScript files, by path from its root, with slashes
 */
export function relatedTests(texts: ReadonlyMap<string, string>): (file: string) => ReadonlyMap<string, number> {
  const users = new Map<string, Set<string>>();
  for (const [user, text] of texts) {
    for (const [, name = ""] of text.matchAll(/["'`]([@\w./-]+)["'`]/g)) {
      const used = fileNamed(name, user, texts);
      if (used !== undefined) users.set(used, (users.get(used) ?? new Set()).add(user));
    }
  }
  return (file) => {
    const steps = new Map([[file, 0]]);
    for (const [each, step] of steps) {
      for (const user of users.get(each) ?? []) if (!steps.has(user)) steps.set(user, step + 1);
    }
    return new Map([...steps].filter(([each]) => each.endsWith(".test.ts")));
  };
}

/** By the project's conventions: packages are imported as `@pipelines/<package>/<file>`. */
function fileNamed(name: string, user: string, texts: ReadonlyMap<string, string>): string | undefined {
  const bases = name.startsWith("@pipelines/")
    ? [name.replace("@pipelines", "packages")]
    : [path.posix.join(path.posix.dirname(user), name), name];
  return bases
    .flatMap((base) => [base, `${base}.ts`, `${base}/index.ts`])
    .find((each) => texts.has(each) && each !== user);
}
