import type { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import type { Versions } from "@pipelines/version-lock/versions";
import { accounts, region } from "./accounts";
import { EnvironmentStack } from "./environment/environment-stack";

/** What others pull from: nothing that holds images or logs can be destroyed by accident. */
export class ProdStack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, {
      environment: "prod",
      account: accounts.prod,
      strictBuildRole: true,
      region,
      images: [
        // Pinned: what prod builds from changes only with an edit here.
        image("hello-world", { parentImage: "amazonlinux:2023" }),
        image("base"),
        image("python-runtime"),
        image("nginx"),
      ],
      deletionProtection: true,
      logRetentionDays: 365,
    });
  }
}
