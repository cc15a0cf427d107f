# One of each resource that the stacks of this project use, but for the bucket's lifecycle configuration: creating it
# takes the provider 55 s, and acceptance.full.test.ts does it.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 6.23.0"
    }
  }
  backend "s3" {
    bucket       = "state-111122223333-eu-west-1"
    key          = "every-resource.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
  default_tags {
    tags = { Environment = "test" }
  }
}

variable "component" {
  type    = object({ version = string, greeting = string })
  default = { version = "1.0.0", greeting = "hello" }
}

variable "instance_types" {
  type    = list(string)
  default = ["t3.micro"]
}

resource "aws_s3_bucket" "logs" {
  bucket        = "test-logs-111122223333-eu-west-1"
  force_destroy = true
}

resource "aws_s3_bucket_public_access_block" "logs" {
  bucket                  = aws_s3_bucket.logs.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  bucket = aws_s3_bucket.logs.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.logs.arn, "${aws_s3_bucket.logs.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
  depends_on = [aws_s3_bucket_public_access_block.logs]
}

resource "aws_ecr_repository" "image" {
  name                 = "test/hello"
  force_delete         = true
  image_tag_mutability = "MUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "AES256"
  }
  tags = { LifecycleExecutionAccess = "EC2 Image Builder" }
}

resource "aws_ecr_lifecycle_policy" "image" {
  repository = aws_ecr_repository.image.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "untagged images go after a week"
      selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }
      action       = { type = "expire" }
    }]
  })
}

resource "aws_iam_role" "build" {
  name = "test-build"
  path = "/executionServiceEC2Role/"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy_attachment" "build" {
  for_each   = toset(["AmazonSSMManagedInstanceCore", "EC2InstanceProfileForImageBuilderECRContainerBuilds"])
  role       = aws_iam_role.build.name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy" "logs" {
  name = "logs"
  role = aws_iam_role.build.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:PutObject", Resource = "${aws_s3_bucket.logs.arn}/imagebuilder/*" }]
  })
}

resource "aws_iam_instance_profile" "build" {
  name = "test-build"
  path = "/executionServiceEC2Role/"
  role = aws_iam_role.build.name
}

resource "aws_iam_role" "lifecycle" {
  name = "test-lifecycle"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "imagebuilder.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy_attachment" "lifecycle" {
  role       = aws_iam_role.lifecycle.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/EC2ImageBuilderLifecycleExecutionPolicy"
}

resource "aws_cloudwatch_log_group" "build" {
  name              = "/aws/imagebuilder/test-hello"
  retention_in_days = 90
}

resource "aws_imagebuilder_component" "hello" {
  name               = "test-hello"
  platform           = "Linux"
  version            = var.component.version
  description        = "Says hello"
  change_description = "First of its kind"
  data = yamlencode({
    schemaVersion = 1.0
    phases = [for phase in ["build", "validate", "test"] : {
      name  = phase
      steps = [{ name = "Hello", action = "ExecuteBash", inputs = { commands = ["echo '${var.component.greeting}'"] } }]
    }]
  })
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_imagebuilder_container_recipe" "hello" {
  name              = "test-hello"
  version           = var.component.version
  container_type    = "DOCKER"
  parent_image      = "amazonlinux:latest"
  platform_override = "Linux"
  working_directory = "/tmp"
  component {
    component_arn = aws_imagebuilder_component.hello.arn
  }
  target_repository {
    repository_name = aws_ecr_repository.image.name
    service         = "ECR"
  }
  dockerfile_template_data = <<-EOT
    FROM {{{ imagebuilder:parentImage }}}
    {{{ imagebuilder:environments }}}
    {{{ imagebuilder:components }}}
  EOT
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_imagebuilder_infrastructure_configuration" "hello" {
  name                          = "test-hello"
  description                   = "Where it is built"
  instance_profile_name         = aws_iam_instance_profile.build.name
  instance_types                = var.instance_types
  security_group_ids            = ["sg-0123456789abcdef0"]
  subnet_id                     = "subnet-0123456789abcdef0"
  sns_topic_arn                 = aws_sns_topic.builds.arn
  terminate_instance_on_failure = true
  resource_tags                 = { Team = "platform" }
  instance_metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
  }
  logging {
    s3_logs {
      s3_bucket_name = aws_s3_bucket.logs.id
      s3_key_prefix  = "imagebuilder"
    }
  }
}

resource "aws_imagebuilder_distribution_configuration" "hello" {
  name = "test-hello"
  distribution {
    region = "eu-west-1"
    container_distribution_configuration {
      description    = "To the only repository"
      container_tags = ["latest"]
      target_repository {
        repository_name = aws_ecr_repository.image.name
        service         = "ECR"
      }
    }
  }
}

resource "aws_imagebuilder_image_pipeline" "hello" {
  name                             = "test-hello"
  status                           = "ENABLED"
  container_recipe_arn             = aws_imagebuilder_container_recipe.hello.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.hello.arn
  distribution_configuration_arn   = aws_imagebuilder_distribution_configuration.hello.arn
  image_tests_configuration {
    image_tests_enabled = true
    timeout_minutes     = 60
  }
  schedule {
    schedule_expression                = "cron(0 9 1 * ? *)"
    timezone                           = "Etc/UTC"
    pipeline_execution_start_condition = "EXPRESSION_MATCH_ONLY"
  }
}

resource "aws_imagebuilder_image" "hello" {
  container_recipe_arn             = aws_imagebuilder_container_recipe.hello.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.hello.arn
  distribution_configuration_arn   = aws_imagebuilder_distribution_configuration.hello.arn
  image_tests_configuration {
    image_tests_enabled = true
    timeout_minutes     = 60
  }
  depends_on = [
    aws_cloudwatch_log_group.build,
    aws_iam_role_policy.logs,
    aws_iam_role_policy_attachment.build,
  ]
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_imagebuilder_lifecycle_policy" "hello" {
  name           = "test-hello"
  description    = "Keeps three"
  status         = "ENABLED"
  execution_role = aws_iam_role.lifecycle.arn
  resource_type  = "CONTAINER_IMAGE"
  policy_detail {
    action {
      type = "DELETE"
      include_resources {
        containers = true
      }
    }
    filter {
      type  = "COUNT"
      value = 3
    }
  }
  resource_selection {
    recipe {
      name             = aws_imagebuilder_container_recipe.hello.name
      semantic_version = aws_imagebuilder_container_recipe.hello.version
    }
  }
  depends_on = [aws_iam_role_policy_attachment.lifecycle]
}

resource "aws_sns_topic" "builds" {
  name = "test-builds"
}

resource "aws_sns_topic_policy" "builds" {
  arn = aws_sns_topic.builds.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.builds.arn
      Principal = { Service = "events.amazonaws.com" }
    }]
  })
}

resource "aws_sns_topic_subscription" "builds" {
  topic_arn = aws_sns_topic.builds.arn
  protocol  = "email"
  endpoint  = "team@example.com"
}

resource "aws_cloudwatch_event_rule" "failed" {
  name        = "test-build-failed"
  description = "A build failed"
  event_pattern = jsonencode({
    source      = ["aws.imagebuilder"]
    detail-type = ["EC2 Image Builder Image State Change"]
    detail      = { state = { status = ["FAILED"] } }
  })
}

resource "aws_cloudwatch_event_target" "failed" {
  rule      = aws_cloudwatch_event_rule.failed.name
  target_id = "topic"
  arn       = aws_sns_topic.builds.arn
}
