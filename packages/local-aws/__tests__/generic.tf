# Resources of services, or parts of services, that the local AWS answers from AWS's API model alone.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 6.23.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

variable "team" {
  type    = string
  default = "builds"
}

locals {
  tags = { Team = var.team }
}

resource "aws_ssm_parameter" "image" {
  name        = "/images/hello-world"
  type        = "String"
  value       = "of ${var.team}"
  description = "The image of ${var.team}"
  tags        = local.tags
}

resource "aws_secretsmanager_secret" "registry" {
  name                    = "registry"
  description             = "Of ${var.team}"
  recovery_window_in_days = 0
  tags                    = local.tags
}

resource "aws_cloudwatch_metric_alarm" "failures" {
  alarm_name          = "failures"
  alarm_description   = "Of ${var.team}"
  namespace           = "Images"
  metric_name         = aws_cloudwatch_log_metric_filter.failures.metric_transformation[0].name
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0.5
  tags                = local.tags
}

resource "aws_cloudwatch_dashboard" "images" {
  dashboard_name = "images"
  dashboard_body = jsonencode({ widgets = [{ type = "text", properties = { markdown = var.team } }] })
}

resource "aws_scheduler_schedule_group" "nightly" {
  name = "nightly"
  tags = local.tags
}

resource "aws_cloudfront_origin_access_control" "images" {
  name                              = "images"
  description                       = "Of ${var.team}"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_kms_key" "images" {
  description             = "Of ${var.team}"
  deletion_window_in_days = 7
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
  tags = local.tags
}

resource "aws_kms_alias" "images" {
  name          = "alias/images"
  target_key_id = aws_kms_key.images.key_id
}

# Services written by hand, operations that are not.
resource "aws_ecr_pull_through_cache_rule" "quay" {
  ecr_repository_prefix = "quay"
  upstream_registry_url = "quay.io"
}

resource "aws_iam_user" "robot" {
  name = "robot"
  path = "/${var.team}/"
  tags = local.tags
}

resource "aws_cloudwatch_log_group" "builds" {
  name = "/images"
}

resource "aws_cloudwatch_log_metric_filter" "failures" {
  name           = "failures"
  log_group_name = aws_cloudwatch_log_group.builds.name
  pattern        = "ERROR ${var.team}"
  metric_transformation {
    name      = "Failures"
    namespace = "Images"
    value     = "1"
  }
}
