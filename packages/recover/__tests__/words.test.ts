import * as path from "node:path";
import { formatFindings } from "@pipelines/findings/report";
import { localAccess } from "@pipelines/rehearsal/local-recovery";
import { expectFile } from "@pipelines/testing/expected";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import type { LockInfo } from "../lock";
import type { Matter } from "../inspect";
import { checkAdopted, findingsOf, forwardOf, frozen } from "../refusals";
import type { ObjectRead } from "../read-objects";
import type { Item } from "../recovery";
import { changedMeanwhile, lockedBy, StackState } from "../stack-state";
import { itemText, lockText } from "../words";

const builder = "arn:aws:imagebuilder:eu-west-1:123456789012:";
const component = "aws_imagebuilder_component.image_web_recipe_component-hello_0A1B2C3D";
const recipe = "aws_imagebuilder_container_recipe.image_web_recipe_0A1B2C3D";
const workflow = "aws_imagebuilder_workflow.image_web-shop_workflow_build_0A1B2C3D";
const image = "aws_imagebuilder_image.image_web_0A1B2C3D";
const repository = "aws_ecr_repository.repository_web_0A1B2C3D";
const profile = "aws_iam_instance_profile.build_0A1B2C3D";
const recipeId = `${builder}container-recipe/dev-web/1.0.1`;

const read = (changes: readonly string[], replacedFor: readonly string[] = []): ObjectRead => ({
  instance: { schema_version: 0, attributes: {} },
  provider: "",
  inStateAlone: {},
  changes,
  replacedFor,
});
const missing = (address: string, id: string, instead?: { id: string; exists: boolean }): Matter => ({
  kind: "missing",
  address,
  id,
  instead,
});
const foreign = (address: string, id: string, tags: Record<string, string> | undefined, region?: string): Matter => ({
  kind: "foreign",
  address,
  id,
  tags,
  region,
});
const holder = { stack: "old", logicalId: "Repository", letsGo: false };
const old = (exists: boolean) => ({ id: `${builder}container-recipe/dev-web/1.0.0`, exists });

const items: readonly Item[] = [
  { matter: missing(repository, "web"), action: "take in", object: read([]) },
  { matter: missing(repository, "web"), action: "take in", object: read(["tags", "image_tag_mutability"]) },
  { matter: missing(recipe, recipeId, old(true)), action: "take in", object: read([]) },
  { matter: missing(recipe, recipeId, old(false)), action: "take in", object: read([]) },
  { matter: missing(component, `${builder}component/dev-web-hello/1.0.1/1`), action: "forward" },
  { matter: missing(workflow, `${builder}workflow/build/dev-web-shop-build/1.0.1/1`), action: "forward" },
  { matter: missing(image, `${builder}image/dev-web/1.0.1/1`), action: "tell" },
  { matter: missing(repository, "web"), action: "refuse", object: read([], ["name", "encryption_configuration"]) },
  { matter: missing(profile, "dev"), action: "refuse" },
  { matter: foreign(repository, "web", { Team: "a", Env: "b" }), action: "take in", object: read(["tags"]) },
  { matter: foreign(repository, "web", {}, "eu-central-1"), action: "refuse" },
  { matter: foreign(profile, "dev", undefined), action: "refuse" },
  { matter: foreign(recipe, recipeId, {}), action: "forward" },
  { matter: foreign(repository, "web", {}), action: "refuse", object: read([], ["name"]) },
  { matter: foreign(repository, "web", {}), action: "refuse", object: read([]), holder },
  { matter: { kind: "gone", address: repository, id: "web" }, action: "tell" },
  { matter: { kind: "tainted", address: repository, id: "web" }, action: "untaint" },
  {
    matter: { kind: "broken", address: image, id: `${builder}image/dev-web/1.0.1/1`, status: "FAILED" },
    action: "tell",
  },
  {
    matter: { kind: "building", address: image, id: `${builder}image/dev-web/1.0.1/2`, status: "TESTING" },
    action: "tell",
  },
  {
    matter: { kind: "building", address: undefined, id: `${builder}image/dev-web/1.0.0/1`, status: "BUILDING" },
    action: "tell",
  },
  { matter: { kind: "left over", id: `${builder}workflow/build/dev-web-build/1.0.0/1` }, action: "delete" },
  { matter: { kind: "left over", id: recipeId }, action: "delete" },
  {
    matter: { kind: "orphan", id: "web:sha256-1.sig", repository: "web", tag: "sha256-1.sig", region: "eu-central-1" },
    action: "delete",
  },
  { matter: { kind: "elsewhere", address: repository, id: "web", stack: "dev-shop" }, action: "refuse" },
];

const info: LockInfo = {
  ID: "b5a1",
  Operation: "OperationTypeApply",
  Who: "alice@laptop",
  Version: "1.11.4",
  Created: "2026-11-29T12:00:00.000Z",
  Path: "states/dev.tfstate",
  Info: "",
};

function refused(run: () => unknown): string {
  try {
    run();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

test("Everything that a recovery says is in a file that somebody read", async () => {
  const now = new Date("2026-11-29T14:00:00Z");
  const moves: Item[] = ["dev", "dev", "dev-shop"].map((stack) => ({
    matter: { kind: "elsewhere", address: repository, id: "web", stack },
    action: "refuse",
  }));
  const config = { terraform: { backend: {} } } as unknown as StackConfig;
  const place = { environment: "dev", account: "123456789012", region: "eu-west-1", partition: "aws" };
  const access = localAccess(place, { endpoint: "http://127.0.0.1:1" });
  const terraform = () => Promise.reject(new Error("not needed"));
  const remote = new StackState({ stack: "dev", folder: "", config, access, terraform, now: () => now }, "recover");
  const wrong = await remote.foundLock(["b5a1", "c6b2"]).then(
    () => "",
    (error: unknown) => (error as Error).message,
  );
  const texts = [
    ...items.flatMap((item) => {
      const findings = findingsOf([item], "dev-web", { environment: "dev" });
      return [itemText(item), ...(findings.length === 0 ? [] : [formatFindings(findings)])];
    }),
    formatFindings(findingsOf(moves, "dev-web", { environment: "dev" })),
    formatFindings([frozen(["web", "shop"], "dev")]),
    refused(() => {
      checkAdopted(["aws_ecr_repository=web", "aws_iam_policy=web", "web"]);
    }),
    ...[lockedBy("dev", info), lockedBy("dev", undefined), changedMeanwhile("dev")].map(({ message }) => message),
    lockText(info, true, true, now),
    lockText(info, false, true, now),
    lockText(info, false, false, now),
    wrong,
  ];
  expectFile(path.join(__dirname, "words.txt"), `${texts.join("\n\n")}\n`);
});

test("An image whose version exists with other content gets its next one, once", () => {
  expect(forwardOf([...items, ...items])).toEqual(["web", "web-shop"]);
});

test("A build is no reason to stop for somebody who waits for it", () => {
  expect(findingsOf(items, "dev-web", { environment: "dev", wait: true }).map(({ code }) => code)).not.toContain(
    "IB-RECOVER-BUILDING",
  );
});

test("What may be adopted is accepted", () => {
  expect(
    refused(() => {
      checkAdopted(["aws_ecr_repository=web", "aws_s3_bucket=logs"]);
    }),
  ).toBe("");
});
