import { DescribeImagesCommand, PutImageCommand } from "@aws-sdk/client-ecr";
import { CreateComponentCommand, GetComponentCommand } from "@aws-sdk/client-imagebuilder";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import * as fs from "node:fs";
import * as path from "node:path";
import { testDocument } from "@pipelines/testing/clients";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { planned } from "@pipelines/testing/life";
import { addressOf, type StateFile } from "../state-file";
import { GroupedLife } from "./grouped-life";

const all = 'images: [image("base"), image("web"), image("shop")]';
const split = 'images: [image("base")], groups: { web: { images: [image("web")] }, shop: { images: [image("shop")] } }';

const tags = { Environment: "dev", Project: "container-image-pipelines", ManagedBy: "cdktf" };

const zeros = "0".repeat(64);

const addresses = (state: StateFile | undefined) => (state?.resources ?? []).map(addressOf).sort();

// A single life cycle: each test continues where the previous one ended.
describeWithTerraform("npm run move", (terraform) => {
  let life: GroupedLife;
  let whole: string[];

  beforeAll(async () => {
    life = await GroupedLife.start(terraform, `${all}, groups: {}, regions: ["eu-central-1"]`, "acme");
    whole = addresses(await life.state("acme-dev"));
  });
  afterAll(() => life.close());

  const everywhere = async () => {
    const states = await Promise.all((life.environment?.stacks ?? []).map((stack) => life.state(stack)));
    const found = states.flatMap(addresses);
    // Each stack records the project's name in its state.
    return found.filter((each, index) => !each.startsWith("terraform_data") || found.indexOf(each) === index).sort();
  };

  it("splits a deployed environment, and leaves nothing for a deploy to do", async () => {
    await life.define(`${split}, regions: ["eu-central-1"]`);
    const before = await life.state("acme-dev");
    const asked = await life.move();
    expect(asked).toEqual({
      code: 1,
      out:
        "acme-dev → acme-dev-web: 14 resources of web\nacme-dev → acme-dev-shop: 13 resources of shop\n" +
        "Nothing was changed. To do this: npm run move -- acme-dev --yes\n",
      err: "",
    });
    const { code, out, err } = await life.move("--yes");
    expect([code, err]).toEqual([0, ""]);
    const [copy = ""] = /(?<=Copy of the state: ).*/.exec(out) ?? [];
    const { lineage, serial, outputs, resources } = JSON.parse(fs.readFileSync(copy, "utf8")) as StateFile;
    expect({ ...before, lineage, serial, outputs, resources }).toEqual(before);
    expect(fs.statSync(copy).mode & 0o777).toBe(0o600);
    expect(await life.changed()).toEqual([]);
    expect(await everywhere()).toEqual(whole);
  });

  it("then has nothing to do and changes nothing", async () => {
    const before = life.aws.calls.length;
    expect(await life.move("--yes")).toEqual({
      code: 0,
      out: "Nothing to move: in the states of acme-dev, each image is already where its configuration puts it.\n",
      err: "",
    });
    expect(life.aws.calls.slice(before).filter(({ operation }) => /^(Put|Delete)/.test(operation))).toEqual([]);
  });

  it("moves an image between two groups, unless someone is working on one of them", async () => {
    const groups = 'groups: { web: { images: [] }, shop: { images: [image("web"), image("shop")] } }';
    await life.define(`images: [image("base")], ${groups}, regions: ["eu-central-1"]`);
    const info = { ID: "b5a1", Operation: "OperationTypeApply", Who: "ci@runner", Version: "", Path: "", Info: "" };
    const Body = JSON.stringify({ ...info, Created: "2026-01-01T00:00:00Z" });
    const Key = "acme-dev-shop/terraform.tfstate.tflock";
    await life.clients.s3.send(new PutObjectCommand({ Bucket: life.bucket, Key, Body }));
    const refused = await life.move("--yes");
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("error acme-dev-shop IB-RECOVER-LOCKED")]);
    const failed = await life.move("--yes", "--json");
    expect([failed.code, failed.err]).toEqual([1, ""]);
    expect(JSON.parse(failed.out)).toMatchObject({ findings: [{ code: "IB-RECOVER-LOCKED" }] });
    expect(await everywhere()).toEqual(whole);

    const { code, out } = await life.move("--yes", "--break-lock", "b5a1");
    expect([code, out]).toEqual([0, expect.stringContaining("acme-dev-web → acme-dev-shop: 14 resources of web\n")]);
    expect(await life.changed()).toEqual([]);
    expect(await everywhere()).toEqual(whole);
  });

  it("merges the groups again", async () => {
    await life.define(`${all}, groups: { web: { images: [] }, shop: { images: [] } }, regions: ["eu-central-1"]`);
    const { code, out } = await life.move("--yes");
    expect([code, out]).toEqual([0, expect.stringContaining("acme-dev-shop → acme-dev: 27 resources of shop and web")]);
    expect(await life.changed()).toEqual([]);
    expect(await everywhere()).toEqual(whole);
  });
});

describeWithTerraform("A move of states in HCP Terraform", (terraform) => {
  const state = 'state: { hcpTerraform: { organization: "acme" } }';
  let life: GroupedLife;
  beforeAll(async () => {
    life = await GroupedLife.start(terraform, `${all}, groups: {}`);
    const deployed = await life.state("dev");
    await life.define(`${split}, ${state}`);
    fs.writeFileSync(path.join(life.deployment("dev").folder, "terraform.tfstate"), JSON.stringify(deployed));
  });
  afterAll(() => life.close());

  it("asks the user to check for runs first, and leaves nothing for a deploy to do", async () => {
    const refused = await life.move("--yes", "--break-lock", "b5a1");
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("the state of dev is in HCP Terraform")]);
    const { code, out } = await life.move("--yes");
    expect([code, out]).toEqual([0, expect.stringContaining("continue only if the workspace has no run in progress.")]);
    expect(await life.changed()).toEqual([]);
  });
});

describeWithTerraform("An environment that used to have no groups", (terraform) => {
  let life: GroupedLife;
  beforeAll(async () => {
    life = await GroupedLife.start(terraform, all);
    await life.define(split);
  });
  afterAll(() => life.close());

  it("is not adopted or deleted by a recovery before the move; the recovery suggests the move instead", async () => {
    const before = life.life.remaining();
    const { code, out, err } = await life.recover("dev-web", "--yes");
    expect(code).toBe(1);
    expect(out).toContain("recipe dev-web 1.0.0: in AWS, but in the state of dev; it stays as it is\n");
    expect(err).toContain(
      "error dev-web IB-RECOVER-MOVE\n  found:   9 resources of dev-web in the state of dev\n" +
        "  allowed: resources in the state of the stack whose images they belong to\n" +
        "  fix:     npm run move -- dev\n",
    );
    expect((await life.recover("dev", "--yes")).out).toBe("dev is complete: there is nothing to do.\n");
    expect(life.life.remaining()).toEqual(before);
    expect(await life.state("dev-web")).toBeUndefined();
  });

  it("is split, and its deploys change only the rules that rebuild its chains", async () => {
    expect((await life.move("--yes")).code).toBe(0);
    expect(planned(await life.deploy("dev"))).toEqual([
      "delete cloudwatch_event_rule",
      "delete cloudwatch_event_rule",
      "delete cloudwatch_event_target",
      "delete cloudwatch_event_target",
      "update iam_role_policy",
    ]);
    const created = ["create cloudwatch_event_rule", "create cloudwatch_event_target"];
    expect(planned(await life.deploy("dev-web"))).toEqual(created);
    expect(planned(await life.deploy("dev-shop"))).toEqual(created);
    expect(await life.changed()).toEqual([]);
  });

  it("is recovered stack by stack, and recovering a stack deletes only its own images' leftover versions", async () => {
    const { imageBuilder } = life.clients;
    const create = async (name: string) => {
      const version = { name, semanticVersion: "0.9.0", platform: "Linux" as const, data: testDocument, tags };
      return (await imageBuilder.send(new CreateComponentCommand(version))).componentBuildVersionArn ?? "";
    };
    const [noImage, own] = [await create("dev-tools-old"), await create("dev-web-old")];
    for (const stack of ["dev", "dev-shop"]) {
      expect((await life.recover(stack, "--yes")).out).toBe(`${stack} is complete: there is nothing to do.\n`);
    }
    const left =
      "component dev-web-old 0.9.0/1: left over, nothing needs it → delete it, unless something in AWS uses it";
    expect((await life.recover("dev-web", "--yes")).out).toBe(`${left}\nDone. Now: npm run deploy -- dev-web\n`);
    const get = (componentBuildVersionArn: string) =>
      imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }));
    await expect(get(own)).rejects.toThrow("cannot be found");
    expect((await get(noImage)).component?.name).toBe("dev-tools-old");
  });

  it("loses signatures in a stack's own repositories, whose image is in no repository of the environment", async () => {
    const { ecr } = life.clients;
    const imagesIn = async (repositoryName: string) =>
      (await ecr.send(new DescribeImagesCommand({ repositoryName }))).imageDetails ?? [];
    const digestIn = async (repository: string) => (await imagesIn(repository))[0]?.imageDigest?.slice(7) ?? "";
    const [base, web, shop, none] = [await digestIn("base"), await digestIn("web"), await digestIn("shop"), zeros];
    const sign = async (repositoryName: string, ...digests: readonly string[]) => {
      for (const imageTag of digests.map((digest) => `sha256-${digest}.sig`)) {
        const imageManifest = JSON.stringify({ schemaVersion: 2, layers: [], annotations: { imageTag } });
        await ecr.send(new PutImageCommand({ repositoryName, imageTag, imageManifest }));
      }
    };
    await sign("base", none, shop);
    await sign("web", none, base, shop);
    await sign("shop", none, web);
    const signedIn = async (repository: string) => {
      const signatures = (await imagesIn(repository)).flatMap(({ imageTags = [] }) => imageTags);
      return signatures.flatMap((tag) => /^sha256-(.*)\.sig$/.exec(tag)?.[1] ?? []).sort();
    };
    const deleted = (repository: string, digest: string) =>
      `signature, attestation or SBOM ${repository}:sha256-${digest}.sig: its image is gone → delete it\nDone.\n`;

    expect((await life.recover("dev-web", "--yes", "--orphans")).out).toBe(deleted("web", none));
    expect([await signedIn("base"), await signedIn("shop")]).toEqual([[none, shop].sort(), [none, web].sort()]);
    expect((await life.recover("dev", "--yes", "--orphans")).out).toBe(deleted("base", none));
    expect([await signedIn("base"), await signedIn("web")]).toEqual([[shop], [base, shop].sort()]);

    expect((await life.deployment("dev-shop").apply({ destroy: true })).errors).toEqual([]);
    await life.define('images: [image("base")], groups: { web: { images: [image("web")] } }');
    expect((await life.recover("dev-web", "--yes", "--orphans")).out).toBe(deleted("web", shop));
    expect((await life.recover("dev", "--yes", "--orphans")).out).toBe(deleted("base", shop));
    expect(await signedIn("web")).toEqual([base]);
  });
});
