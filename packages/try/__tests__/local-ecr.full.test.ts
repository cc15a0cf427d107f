import { createHash } from "node:crypto";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as path from "node:path";
import { BatchGetImageCommand, DescribeImagesCommand } from "@aws-sdk/client-ecr";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { statusCommand } from "@pipelines/operations/status-cli";
import { clientsOf } from "@pipelines/testing/clients";
import { built, deploy, run, staging } from "@pipelines/testing/local-environments";
import { Engine } from "../engine";
import { resultTag } from "../try-image";
import { attempt, define, load, whenBuilding } from "./fixture-images";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { bash, phasesOf } from "./run-document";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ speed: 0 });
});
afterAll(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

interface Manifest {
  readonly layers: readonly { readonly digest: string }[];
}

function layersOf(manifest: string): string[] {
  return (JSON.parse(manifest) as Manifest).layers.map(({ digest }) => digest);
}

/** Returns the digests of an image's layers, as listed by Buildah in its own store. */
function inspected(image: string): unknown {
  const { stdout } = spawnSync("buildah", ["inspect", "--type", "image", image], {
    encoding: "utf8",
    env: process.env,
  });
  return (JSON.parse(stdout) as { OCIv1: { rootfs: unknown } }).OCIv1.rootfs;
}

whenBuilding("images that were really built, in the local ECR", () => {
  test("have the manifest, the digest and the layers that were built, and begin with their parent's layers", async () => {
    define("base", { "base.yaml": phasesOf({ build: [bash("Base", "echo base >/base")] }) });
    define(
      "web",
      { "web.yaml": phasesOf({ build: [bash("Web", "cat /base >/web")] }) },
      { parentImage: { image: "base" } },
    );
    const names = ["base", "web"];
    const folders = Object.fromEntries(names.map((name) => [name, temporaryFolder()]));
    for (const name of names) {
      expect((await attempt(name)).failure).toBeUndefined();
      new Engine("buildah").save(resultTag(load(name), { image: name }), folders[name] ?? "");
    }
    aws.builtImages = Object.fromEntries(names.map((name) => [`staging-${name}`, folders[name] ?? ""]));
    await deploy(aws, staging);
    await built(aws, staging, ...names);

    const manifests = names.map((name) => fs.readFileSync(path.join(folders[name] ?? "", "manifest.json"), "utf8"));
    const { ecr } = clientsOf(aws, staging.region, staging.account);
    for (const [index, repositoryName] of names.entries()) {
      const get = new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag: "latest" }] });
      expect((await ecr.send(get)).images?.map(({ imageManifest }) => imageManifest)).toEqual([manifests[index]]);
    }
    const [base = [], web = []] = manifests.map(layersOf);
    expect(base.length).toBeGreaterThan(1);
    expect(web.slice(0, base.length)).toEqual(base);
    expect(web.length).toBeGreaterThan(base.length);

    const { out } = await run(aws, statusCommand, ["staging"]);
    expect(out).toContain(
      createHash("sha256")
        .update(manifests[1] ?? "")
        .digest("hex")
        .slice(0, 12),
    );

    // If an image is rebuilt without a change, the result is the same image, and it also gets the new build's tag.
    await built(aws, staging, "web");
    const describe = new DescribeImagesCommand({ repositoryName: "web" });
    const { imageDetails = [] } = await ecr.send(describe);
    expect(imageDetails.map(({ imageTags }) => imageTags?.sort())).toEqual([["1.0.0-1", "1.0.0-2", "latest"]]);

    const from = `docker://${aws.endpoint.replace("http://", "")}/web:latest`;
    const creds = `AWS:${staging.account}/${staging.region}`;
    const pull = spawn("buildah", ["pull", "--tls-verify=false", "--creds", creds, from], { env: process.env });
    const [code] = (await once(pull, "close")) as [number];
    expect(code).toBe(0);
    expect(inspected(from.replace("docker://", ""))).toEqual(inspected(resultTag(load("web"), { image: "web" })));
  });
});
