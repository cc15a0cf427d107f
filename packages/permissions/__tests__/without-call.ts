/** Actions that are allowed although no call with the same name ever has to be made, each with the reason. */
export const withoutCall: Readonly<Record<string, string>> = {
  "logs:AssociateKmsKey": "encrypts an existing log group with a key that is set later",
  "logs:DisassociateKmsKey": "removes a log group's key again",
  "iam:PassRole": "has no call of its own: passing a role to EC2 through an instance profile requires it",
  "iam:CreateServiceLinkedRole":
    "Image Builder creates its role on the caller's behalf when it is first used in an account",
  "ecr:DescribeImages": "Image Builder looks at the target repository on the caller's behalf when a recipe is created",
  "ecr:PutImageScanningConfiguration": "turns scanning back on after someone turned it off by hand",
  "imagebuilder:CancelImageCreation":
    "cancels a build that a deploy gave up waiting for: until then, its image cannot be deleted",
  "iam:UpdateRole": "restores the session duration after someone changed it by hand",
  "sns:SetSubscriptionAttributes": "restores a subscription's settings after someone changed them by hand",
};
