/** The stages of an image build, used as workflow types. */
export type Stage = "BUILD" | "TEST" | "DISTRIBUTION";

export interface WorkflowAction {
  /** Stages in which the action is available. @default all */
  readonly stages?: readonly Stage[];
  /** The kind of image that a workflow distributes with this action; a workflow can distribute only one kind. */
  readonly distributes?: "AMIs" | "container images";
  /** Whether the action is only for AMIs, not for container images. */
  readonly forAmis?: true;
  readonly outputs: readonly string[];
}

const command = ["runCommandId", "status", "output"];
const ofAmis = { stages: ["DISTRIBUTION"], distributes: "AMIs", forAmis: true } as const;

/**
 * What AWS documents about each action, except its inputs and its maximum timeout, which are in the schema.
 *
 * The page contradicts itself about CollectImageMetadata: it says both that it is only for builds and that it is for
 * every stage. https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html, as of November 2026
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
