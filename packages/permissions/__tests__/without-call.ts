/**
 * Actions that are allowed although no call with that name need ever be made, with the reason for each.
 */
export const withoutCall: Readonly<Record<string, string>> = {
  "logs:AssociateKmsKey": "encrypts a log group that exists already with a key that is set later",
  "logs:DisassociateKmsKey": "removes the key of a log group again",
  "iam:PassRole": "no call of its own: handing a role to EC2 through an instance profile requires it",
  "iam:CreateServiceLinkedRole": "Image Builder creates its role in the caller's name, at its first use in an account",
  "ecr:DescribeImages": "Image Builder looks at the target repository in the caller's name when a recipe is created",
  "ecr:PutImageScanningConfiguration": "turns scanning on again after somebody turned it off by hand",
  "imagebuilder:CancelImageCreation": "ends a build that a deploy gave up waiting for: until then its image cannot go",
  "iam:UpdateRole": "restores the session duration after somebody changed it by hand",
  "sns:SetSubscriptionAttributes": "restores a subscription's settings after somebody changed them by hand",
};
