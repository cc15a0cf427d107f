import * as fs from "node:fs";
import { summarizePlanFile } from "../../review/plan-summary";
import { EnvironmentSettings } from "../../stacks/environment-settings";
import { testImage } from "../stack";
import { describeWithTerraform } from "../terraform";
import { RealEnvironment } from "./real-plans";

describeWithTerraform("plans that the real Terraform made", (terraform) => {
  let environment: RealEnvironment;
  beforeAll(async () => {
    environment = await RealEnvironment.start(terraform);
  });
  afterAll(() => environment.close());
  const base: Partial<EnvironmentSettings> = { buildOnDeploy: true, images: [testImage()] };
  test("dump", async () => {
    const dump = (name: string, file: string) => {
      const s = summarizePlanFile(file, { stack: "test" });
      fs.writeFileSync(`/tmp/pl/${name}.md`, s.markdown);
      fs.copyFileSync(file, `/tmp/pl/${name}.json`);
    };
    dump("new", (await environment.apply(base)).file);
    dump("none", (await environment.plan(base)).file);
    const component = testImage({ components: [{ document: "hello-world.yaml", description: "Says more" }] });
    dump("component", (await environment.plan({ ...base, images: [component] })).file);
    dump("component-nobuild", (await environment.plan({ images: [component] })).file);
    dump("schedule", (await environment.plan({ ...base, schedule: "cron(0 10 * * ? *)" })).file);
    dump(
      "parent",
      (await environment.plan({ ...base, images: [testImage({ parentImage: "amazonlinux:2023" })] })).file,
    );
    dump("tags", (await environment.plan({ ...base, tags: { Team: "platform" } })).file);
    dump("types", (await environment.plan({ ...base, instanceTypes: ["t3.small"] })).file);
    dump("repo", (await environment.plan({ ...base, images: [testImage({ repository: "other" })] })).file);
    dump("removed", (await environment.plan({ ...base, images: [] })).file);
    dump("destroy", (await environment.planDestroy()).file);
  });
});
