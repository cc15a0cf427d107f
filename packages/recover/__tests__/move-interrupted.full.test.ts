import { DeleteObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { spawn } from "node:child_process";
import { environmentOf } from "@pipelines/rehearsal/workspace";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import type { StateFile } from "../state-file";
import { GroupedLife } from "./grouped-life";

describeWithTerraform("A move that is killed", (terraform) => {
  let life: GroupedLife;
  let before: StateFile | undefined;
  let after: unknown;

  beforeAll(async () => {
    life = await GroupedLife.start(terraform, 'images: [image("base"), image("web"), image("shop")], groups: {}');
    before = await life.state("dev");
    const groups = 'groups: { web: { images: [image("web"), image("shop")] } }';
    await life.define(`images: [image("base")], ${groups}`);
    expect((await life.move("--yes")).code).toBe(0);
    after = await states();
  });
  afterAll(() => life.close());

  const states = async () => {
    const all = await Promise.all(["dev", "dev-web"].map((stack) => life.state(stack)));
    return all.map((state) => ({ outputs: state?.outputs, resources: state?.resources }));
  };
  const reset = async () => {
    const { s3 } = life.clients;
    const object = (key: string) => ({ Bucket: life.bucket, Key: `${key}/terraform.tfstate` });
    await s3.send(new PutObjectCommand({ ...object("dev"), Body: JSON.stringify(before) }));
    await s3.send(new DeleteObjectCommand(object("dev-web")));
  };

  /** Runs the command, and kills it along with its Terraform process once its nth write has taken effect. */
  const run = (nth: number) =>
    new Promise<{ code: number | null; output: string; writes: string[] }>((resolve) => {
      const writes: string[] = [];
      const args = ["--require", "./typescript.cjs", "packages/recover/move-cli.ts", "dev", "--yes"];
      const env = environmentOf(life.target);
      const child = spawn(process.execPath, args, { cwd: life.life.workspace.folder, env, detached: true });
      let output = "";
      child.stdout.on("data", (data: Buffer) => (output += data.toString()));
      child.stderr.on("data", (data: Buffer) => (output += data.toString()));
      life.aws.faults = ({ operation }) => {
        if (!/^(Put|Delete)Object$/.test(operation) || writes.push(operation) !== nth) return undefined;
        const kill = () => {
          if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
          return Promise.resolve();
        };
        return { kind: "hook", when: "after", run: kill };
      };
      child.on("close", (code) => {
        life.aws.faults = undefined;
        resolve({ code, output, writes });
      });
    });

  // Two locks, two states, two unlocks.
  it.each([1, 2, 3, 4, 5, 6])("during write number %i is completed by running the same command again", async (nth) => {
    await reset();
    const killed = await run(nth);
    expect(killed).toMatchObject({ code: null });
    const finished = await run(0);
    expect(finished).toMatchObject({ code: 0 });
    expect(await states()).toEqual(after);
  });
});
