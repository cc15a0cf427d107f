/** The stages of an image, as in the type of a workflow. */
export type Stage = "BUILD" | "TEST" | "DISTRIBUTION";

export interface WorkflowAction {
  /** Stages that have the action. @default all */
  readonly stages?: readonly Stage[];
  /** What a workflow distributes with it; a workflow can distribute only one kind. */
  readonly distributes?: "AMIs" | "container images";
  /** Whether it is only for AMIs, not for container images. */
  readonly forAmis?: true;
  readonly outputs: readonly string[];
}

const command = ["runCommandId", "status", "output"];
const ofAmis = { stages: ["DISTRIBUTION"], distributes: "AMIs", forAmis: true } as const;

/**
 * What AWS documents about each action in addition to its inputs and its longest timeout, which the schema has.
 *
 * About CollectImageMetadata, the page contradicts itself: for builds only, and for every stage.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html, as of November 2026
 */
export const workflowActions: Readonly<Record<string, WorkflowAction>> = {
  ApplyImageConfigurations: { ...ofAmis, outputs: ["configuredImages"] },
  BootstrapInstanceForContainer: { outputs: command },
  CollectImageMetadata: { forAmis: true, outputs: ["osVersion", "associationId"] },
  CollectImageScanFindings: { stages: ["TEST"], outputs: command },
  CreateImage: { forAmis: true, outputs: ["imageId"] },
  CreateImageFromIso: { forAmis: true, outputs: ["amiName", "snapshotId", "architecture"] },
  DistributeContainerImage: {
    stages: ["DISTRIBUTION"],
    distributes: "container images",
    outputs: ["status", "succeededRegions", "failedRegions"],
  },
  DistributeImage: { ...ofAmis, outputs: ["distributedImages"] },
  ExecuteComponents: { stages: ["BUILD", "TEST"], outputs: command },
  ExecuteStateMachine: { outputs: ["executionArn", "output"] },
  LaunchInstance: { outputs: ["instanceId"] },
  ModifyImageAttributes: { ...ofAmis, outputs: ["modifiedImages"] },
  RegisterImage: { forAmis: true, outputs: ["imageId"] },
  RunCommand: { outputs: command },
  RunSysPrep: { forAmis: true, outputs: command },
  SanitizeInstance: { forAmis: true, outputs: command },
  TerminateInstance: { outputs: [] },
  WaitForAction: { outputs: ["action", "reason"] },
  WaitForSSMAgent: { outputs: ["status"] },
};
