import { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import { Versions } from "@pipelines/version-lock/versions";
import { accounts, region } from "./accounts";
import { EnvironmentStack } from "./environment/environment-stack";

/** The environment that others pull from: no resource that contains images or logs can be destroyed by accident. */
export class ProdStack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, {
      environment: "prod",
      account: accounts.prod,
      strictBuildRole: true,
      region,
      images: [
        // Pinned, so that prod's parent image changes only if this line is edited.
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
