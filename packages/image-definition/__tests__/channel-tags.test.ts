import {
  historyTag,
  isBuildTag,
  isOriginTag,
  isPointer,
  originTag,
  parseHistoryTag,
  parseRevokedTag,
  revokedTag,
} from "../channel-tags";
import { protectedTags } from "../protected-tags";

const at = new Date(Date.UTC(2026, 10, 24, 15, 4, 5, 123));

describe("A promotion's tag", () => {
  it("says who promoted the image to which channel, and when", () => {
    const tag = historyTag("3.12", at, "alice");
    expect(tag).toBe("3.12.20261124T150405123Z.alice");
    expect(parseHistoryTag(tag)).toEqual({ tag, channel: "3.12", at, by: "alice" });
  });

  it("has only characters that ECR allows, and at most 40 for the name", () => {
    expect(historyTag("stable", at, " Alice B. Müller/ops ")).toBe("stable.20261124T150405123Z.Alice_B-_M-ller-ops");
    expect(historyTag("s".repeat(60), at, "a".repeat(200))).toHaveLength(60 + 21 + 40);
  });

  it.each(["stable", "stable.alice", "stable.20261124T150405Z.alice", "revoked.20261124T150405123Z.alice"])(
    "is not %s",
    (tag) => {
      expect(parseHistoryTag(tag)).toBeUndefined();
    },
  );
});

describe("A revocation's tag", () => {
  it("says who revoked the image, when and why", () => {
    const tag = revokedTag(at, "alice.b", "CVE-2026-1: remote code execution");
    expect(tag).toBe("revoked.20261124T150405123Z.alice-b.CVE-2026-1-_remote_code_execution");
    const reason = "CVE-2026-1- remote code execution";
    expect(parseRevokedTag(tag)).toEqual({ tag, at, by: "alice-b", reason });
  });

  it("fits into the 128 characters that ECR allows", () => {
    const tag = revokedTag(at, "a".repeat(200), "x".repeat(200));
    expect(tag.length).toBeLessThanOrEqual(128);
    expect(parseRevokedTag(tag)).toMatchObject({ by: "a".repeat(40), reason: "x".repeat(58) });
  });

  it.each(["revoked", "revoked.20261124T150405123Z.alice", "stable.20261124T150405123Z.alice"])("is not %s", (tag) => {
    expect(parseRevokedTag(tag)).toBeUndefined();
  });
});

test.each([
  ["1.0.3-2", "build"],
  ["1.0.10001-12", "build"],
  [originTag("staging", "1.0.3-2"), "origin"],
  [historyTag("stable", at, "alice"), "history"],
  [revokedTag(at, "alice", "broken"), "revoked"],
  ["stable", "pointer"],
  ["3.12", "pointer"],
  ["x1.0.3-2", "pointer"],
  ["1.0.3-2x", "pointer"],
  ["Staging.1.0.3-2", "pointer"],
])("The tag %s is a %s tag", (tag, kind) => {
  const kinds = {
    build: isBuildTag,
    origin: isOriginTag,
    history: parseHistoryTag,
    revoked: parseRevokedTag,
    pointer: isPointer,
  };
  expect(Object.entries(kinds).flatMap(([name, is]) => (is(tag) ? [name] : []))).toEqual([kind]);
});

test("Retention never deletes images with a fixed tag, a channel, or the record of a promotion or revocation", () => {
  expect(protectedTags({ containerTags: ["latest"], channels: [] })).toEqual(["latest"]);
  expect(protectedTags({ containerTags: ["latest"], channels: ["stable", "beta"] })).toEqual([
    "latest",
    "stable",
    "stable.*",
    "beta",
    "beta.*",
    "revoked.*",
  ]);
});
