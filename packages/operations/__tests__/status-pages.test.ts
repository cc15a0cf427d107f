import * as path from "node:path";
import { expectFile } from "@pipelines/testing/expected";
import type { EnvironmentStatus, ImageStatus, TagStatus } from "../status";
import { statusPage } from "../status-html";
import { statusText } from "../status-text";
import { columns, findingsText, megabytes, moment, span } from "../words";

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;

function tag(name: string, more: Partial<TagStatus> = {}, image: Partial<TagStatus["image"]> = {}): TagStatus {
  const stored = {
    digest: digest("a"),
    build: "1.0.0-1",
    pushed: "2026-11-24T12:04:00Z",
    size: 42_000_000,
    findings: {},
    revoked: undefined,
    ...image,
  };
  const none = { promoted: undefined, movedByHand: undefined, regions: [] };
  return { tag: name, isChannel: false, isBuild: false, image: stored, ...none, ...more };
}

function image(name: string, more: Partial<ImageStatus> = {}): ImageStatus {
  return {
    name,
    stack: "prod",
    description: undefined,
    uri: `registry/${name}`,
    version: { defined: "1.0.0", deployed: "1.0.0" },
    pipeline: "on",
    nextRun: undefined,
    follows: undefined,
    lastBuild: undefined,
    tags: [],
    parent: { image: "amazonlinux:2023", isNewer: undefined },
    problems: [],
    ...more,
  };
}

const promoted = { at: "2026-11-23T08:00:00Z", by: "alice", before: "1.0.0-0" };

/** An image in every state that a status can have. */
const images: readonly ImageStatus[] = [
  image("fine", {
    description: "Nothing is wrong <here>",
    nextRun: "2026-12-01T09:00:00Z",
    follows: "after base",
    lastBuild: {
      build: "1.0.0-1",
      state: "AVAILABLE",
      started: "2026-11-24T11:44:00Z",
      minutes: 20,
      reason: undefined,
    },
    parent: { image: "registry/base:latest", isNewer: false },
    tags: [
      tag("stable", { isChannel: true, promoted }),
      tag("beta", { isChannel: true, promoted: { ...promoted, before: undefined } }),
      tag("1.0.0-1", { isBuild: true }),
      tag("latest", {
        regions: [
          { region: "eu-central-1", build: "1.0.0-1", digest: digest("a"), state: "equal" },
          { region: "us-east-1", build: "1.0.0-0", digest: digest("b"), state: "behind" },
          { region: "us-west-2", build: digest("c"), digest: digest("c"), state: "different" },
          { region: "eu-north-1", build: undefined, digest: undefined, state: "behind" },
        ],
      }),
    ],
  }),
  image("warned", {
    stack: "prod-web",
    version: { defined: "1.0.1", deployed: "1.0.0" },
    pipeline: "off",
    parent: { image: "registry/base:latest", isNewer: true },
    tags: [tag("stable", { isChannel: true, image: undefined }), tag("latest", { image: undefined })],
    problems: [{ severity: "warning", text: "the pipeline is off" }],
  }),
  image("wrong", {
    version: { defined: "1.0.0", deployed: undefined },
    pipeline: "missing",
    lastBuild: {
      build: "1.0.0-2",
      state: "BUILDING",
      started: "2026-11-24T14:00:00Z",
      minutes: undefined,
      reason: undefined,
    },
    tags: [
      tag("critical", {}, { findings: { CRITICAL: 1, LOW: 2 }, size: 420_000_000, pushed: "2026-11-01T00:00:00Z" }),
      tag("high", {}, { findings: { HIGH: 3, MEDIUM: 4 }, size: 999, pushed: "2026-11-24T15:04:00Z" }),
      tag(
        "low",
        {},
        { findings: { INFORMATIONAL: 1, UNDEFINED: 2, UNTRIAGED: 3 }, build: digest("d"), digest: digest("d") },
      ),
      tag("bad", {}, { findings: undefined, revoked: { at: "2026-11-24T15:00:00Z", by: "bob", reason: "CVE <1>" } }),
    ],
    problems: [
      { severity: "error", text: "not deployed: npm run deploy -- prod" },
      { severity: "error", text: "bad is 1.0.0-1, which bob revoked: CVE <1>" },
      { severity: "warning", text: "a note" },
    ],
  }),
];

const place = { account: "123456789012", region: "eu-west-1", at: "2026-11-24T15:04:05Z" };
const statuses: readonly EnvironmentStatus[] = [
  { environment: "prod", ...place, images, calls: 12 },
  { environment: "dev", ...place, images: images.slice(0, 1), calls: 1 },
];

test("A status is shown in a terminal and on a page with exactly the reviewed text", () => {
  expectFile(path.join(__dirname, "status.txt"), `${statuses.map(statusText).join("\n\n")}\n`);
  const page = statusPage(statuses);
  expectFile(path.join(__dirname, "status-page.txt"), page.replace(/<style>[^]*<\/style>/, "<style>…</style>"));
  expect(page).toMatch(/<style>\n:root [^]*\n<\/style>/);
});

test("A page of no environments shows when it was made", () => {
  expect(statusPage([])).toMatch(/<p>As of \d+ \w+ \d{4} \d\d:\d\d UTC<\/p>/);
});

test.each([
  [1, "1 kB"],
  [999_000, "999 kB"],
  [1_000_000, "1.0 MB"],
  [99_900_000, "99.9 MB"],
  [100_000_000, "100 MB"],
])("%d bytes are %s", (bytes, text) => {
  expect(megabytes(bytes)).toBe(text);
});

test.each([
  [-5, "0 minutes"],
  [1, "1 minute"],
  [59, "59 minutes"],
  [60, "1 hour"],
  [47 * 60, "47 hours"],
  [48 * 60, "2 days"],
])("%d minutes are %s", (minutes, text) => {
  expect(span(minutes * 60_000)).toBe(text);
});

test("Times are in UTC, findings have their severities in order, and columns are aligned", () => {
  const months = Array.from({ length: 12 }, (_, month) => moment(new Date(Date.UTC(2026, month, 5, 7, 8))));
  expect(months.map((each) => each.replace(" 2026 07:08 UTC", ""))).toEqual(
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ").map((month) => `5 ${month}`),
  );
  expect(findingsText({ LOW: 1, CRITICAL: 2, HIGH: 0, OTHER: 1 })).toBe("2 critical, 1 low");
  expect(
    columns(
      [
        ["a", "bbb", "c"],
        ["aaa", "b"],
        ["a", ""],
      ],
      "> ",
    ),
  ).toEqual([">  a    bbb  c", "> aaa  b", "> a"].map((row) => row.replace(">  a  ", "> a  ")));
});
