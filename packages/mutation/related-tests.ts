import * as path from "node:path";

/**
 * Returns, for each file, the tests that reach it, and in how many steps. A file reaches what it imports and what it
 * names in a string, because many tests start a command by its file name or its npm script.
 *
 * @param texts Contents of the project's TypeScript files, by path from its root, with slashes
 * @param scripts npm's scripts, such as `node packages/try/try-cli.ts`
 */
export function relatedTests(
  texts: ReadonlyMap<string, string>,
  scripts: ReadonlyMap<string, string>,
): (file: string) => ReadonlyMap<string, number> {
  const users = new Map<string, Set<string>>();
  for (const [user, text] of texts) {
    for (const [, name = ""] of text.matchAll(/["'`]([@\w./-]+)["'`]/g)) {
      const started = scripts
        .get(name)
        ?.split(" ")
        .find((word) => texts.has(word));
      const used = fileNamed(name, user, texts) ?? started;
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

/** By convention in this project, packages are imported as `@pipelines/<package>/<file>`. */
function fileNamed(name: string, user: string, texts: ReadonlyMap<string, string>): string | undefined {
  const bases = name.startsWith("@pipelines/")
    ? [name.replace("@pipelines", "packages")]
    : [path.posix.join(path.posix.dirname(user), name), name];
  return bases
    .flatMap((base) => [base, `${base}.ts`, `${base}/index.ts`])
    .find((each) => texts.has(each) && each !== user);
}
