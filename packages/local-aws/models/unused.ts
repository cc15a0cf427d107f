const readConditions = ["IfMatch", "IfModifiedSince", "IfNoneMatch", "IfUnmodifiedSince", "PartNumber"];
const responseHeaders = [
  "CacheControl",
  "ContentDisposition",
  "ContentEncoding",
  "ContentLanguage",
  "ContentType",
  "Expires",
];
const customerKey = ["SSECustomerAlgorithm", "SSECustomerKey", "SSECustomerKeyMD5"];
const readObject = [
  ...readConditions,
  ...responseHeaders.map((name) => `Response${name}`),
  ...customerKey,
  "RequestPayer",
];
const grants = ["GrantFullControl", "GrantRead", "GrantReadACP", "GrantWriteACP"];
const objectLock = [
  "Mode",
  "RetainUntilDate",
  "LegalHoldStatus",
  "EventHold",
  "EventHoldDurationDays",
  "EventHoldDurationYears",
];
const pages = ["Marker", "MaxItems"];

/**
 * Parameters that AWS knows and nothing here implements, by service and then by operation or, where they stand deeper
 * in a request, by the shape that has them: the models are written without them, so that a request which has one is
 * refused and reported.
 */
export const unusedOperations: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ecr: {
    CreateRepository: ["imageTagMutabilityExclusionFilters"],
    DescribeImageScanFindings: ["maxResults", "nextToken"],
    DescribeImagesFilter: ["imageStatus"],
    GetAuthorizationToken: ["registryIds"],
    GetLifecyclePolicyPreview: ["filter", "imageIds", "maxResults", "nextToken"],
    ListImagesFilter: ["imageStatus"],
    PutImageTagMutability: ["imageTagMutabilityExclusionFilters"],
    SetRepositoryPolicy: ["force"],
  },
  events: {
    ListRules: ["Limit", "NextToken"],
    ListTargetsByRule: ["NextToken"],
    // Of targets that nothing here is.
    Target: [
      "AppSyncParameters",
      "BatchParameters",
      "EcsParameters",
      "HttpParameters",
      "KinesisParameters",
      "RedshiftDataParameters",
      "RunCommandParameters",
      "SageMakerPipelineParameters",
      "SqsParameters",
    ],
  },
  iam: {
    ListAttachedRolePolicies: ["PathPrefix", ...pages],
    ListInstanceProfileTags: pages,
    ListInstanceProfiles: ["PathPrefix", ...pages],
    ListInstanceProfilesForRole: pages,
    ListRolePolicies: pages,
    ListRoleTags: pages,
    ListPolicyVersions: pages,
    ListRoles: pages,
  },
  imagebuilder: {
    CreateImage: ["loggingConfiguration"],
    CreateImagePipeline: ["loggingConfiguration"],
    ListComponents: ["byName"],
    ListImages: ["byName", "includeDeprecated"],
    ListWorkflows: ["byName"],
    Schedule: ["autoDisablePolicy"],
    UpdateImagePipeline: ["loggingConfiguration"],
  },
  logs: {
    DescribeLogStreams: ["logGroupIdentifier"],
    FilterLogEvents: ["interleaved", "logGroupIdentifier", "logStreamNamePrefix", "startFromHead", "unmask"],
    GetLogEvents: ["logGroupIdentifier", "unmask"],
    AssociateKmsKey: ["resourceIdentifier"],
    DisassociateKmsKey: ["resourceIdentifier"],
    CreateLogGroup: ["deletionProtectionEnabled"],
    DescribeLogGroups: ["accountIdentifiers", "includeLinkedAccounts", "logGroupClass", "logGroupIdentifiers"],
  },
  s3: {
    CreateBucket: [...grants, "GrantWrite", "ObjectLockEnabledForBucket", "BucketNamespace"],
    CreateBucketConfiguration: ["Location", "Bucket"],
    DeleteObject: [
      "MFA",
      "RequestPayer",
      "BypassGovernanceRetention",
      "IfMatch",
      "IfMatchLastModifiedTime",
      "IfMatchSize",
    ],
    DeleteObjects: ["MFA", "RequestPayer", "BypassGovernanceRetention"],
    GetBucketAccelerateConfiguration: ["RequestPayer"],
    GetObject: readObject,
    GetObjectTagging: ["RequestPayer"],
    HeadObject: readObject,
    ListBuckets: ["MaxBuckets", "ContinuationToken", "Prefix", "BucketRegion"],
    ListObjectVersions: ["Delimiter", "RequestPayer", "OptionalObjectAttributes"],
    ListObjectsV2: ["FetchOwner", "RequestPayer", "OptionalObjectAttributes"],
    ObjectIdentifier: ["ETag", "LastModifiedTime", "Size"],
    PutBucketPolicy: ["ConfirmRemoveSelfBucketAccess"],
    PutBucketVersioning: ["MFA"],
    PutObjectTagging: ["RequestPayer"],
    PutObject: [
      ...grants,
      ...customerKey,
      ...objectLock.map((name) => `ObjectLock${name}`),
      "RequestPayer",
      "SSEKMSEncryptionContext",
      "WriteOffsetBytes",
    ],
    VersioningConfiguration: ["MFADelete"],
  },
  sns: {
    CreateTopic: ["DataProtectionPolicy"],
    ListSubscriptions: ["NextToken"],
    ListSubscriptionsByTopic: ["NextToken"],
    ListTopics: ["NextToken"],
    Publish: ["MessageAttributes", "PhoneNumber", "TargetArn"],
  },
  sts: {
    AssumeRole: [
      "Policy",
      "PolicyArns",
      "Tags",
      "TransitiveTagKeys",
      "ExternalId",
      "SerialNumber",
      "TokenCode",
      "SourceIdentity",
      "ProvidedContexts",
      "MinimumSessionTokenSize",
    ],
    AssumeRoleWithWebIdentity: ["Policy", "PolicyArns", "ProviderId", "MinimumSessionTokenSize"],
  },
};
