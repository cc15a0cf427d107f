import { createRequire } from "node:module";
import * as fs from "node:fs";
import * as path from "node:path";
import type * as Checks from "@pipelines/image-checks/component-document";

/**
 * Measures how much time and memory checking component documents takes: `node --require ./typescript.cjs
 * packages/bench/checks.ts`.
 *
 * The documents are those in the tests' corpus, repeated.
 */
const documents = 1000;

const folder = path.join(__dirname, "../image-checks/__tests__/corpus/valid");
const corpus = fs.readdirSync(folder).map((file) => ({
  file,
  text: fs.readFileSync(path.join(folder, file), "utf8"),
  platform: file.startsWith("windows-") ? ("Windows" as const) : ("Linux" as const),
}));

function main(): void {
  const beforeLoad = performance.now();
  const load: (id: string) => typeof Checks = createRequire(__filename);
  const { checkComponentDocument } = load("@pipelines/image-checks/component-document");
  const loading = performance.now() - beforeLoad;

  const times: number[] = [];
  let peak = 0;
  for (let index = 0; index < documents; index++) {
    const document = corpus[index % corpus.length];
    if (!document) throw new Error("no corpus");
    const begin = performance.now();
    checkComponentDocument(document);
    times.push(performance.now() - begin);
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  times.sort((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  const at = (share: number): string => `${(times[Math.floor(share * (documents - 1))] ?? 0).toFixed(2)} ms`;

  console.log(
    [
      "| checks | |",
      "| --- | --- |",
      `| load the module | ${loading.toFixed(0)} ms |`,
      `| ${documents} documents | ${total.toFixed(0)} ms |`,
      `| per document, mean | ${(total / documents).toFixed(2)} ms |`,
      `| a document, median | ${at(0.5)} |`,
      `| a document, 99 of 100 | ${at(0.99)} |`,
      `| the slowest | ${at(1)} |`,
      `| peak memory of the process | ${(peak / 1024 / 1024).toFixed(0)} MiB |`,
    ].join("\n"),
  );
}

main();
