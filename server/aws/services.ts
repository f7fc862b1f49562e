/**
 * AWS services that have no topic of their own: what notes call them, and the resource types that belong to them.
 * A user's note headed "AWS Lambda" speaks of `AWS::Lambda::*`.
 */
export interface Service {
  /** Names that mean the service wherever they stand. */
  readonly names: readonly string[];
  /** Names that mean it only where AWS is spoken of: they are words or abbreviations of something else, too. */
  readonly namesInAws?: readonly string[];
  /** Resource types: exact, or with a trailing `*`. */
  readonly types: readonly string[];
}

export const services: readonly Service[] = [
  // Compute
  {
    names: ['Lambda function', 'Lambda 関数'],
    namesInAws: ['Lambda'],
    types: ['AWS::Lambda::*', 'AWS::Serverless::Function'],
  },
  { names: ['ECS', 'Elastic Container Service', 'Fargate'], types: ['AWS::ECS::*'] },
  { names: ['EKS', 'Elastic Kubernetes Service'], types: ['AWS::EKS::*'] },
  { names: ['ECR', 'Elastic Container Registry'], types: ['AWS::ECR::*'] },
  { names: ['Elastic Beanstalk'], namesInAws: ['Beanstalk'], types: ['AWS::ElasticBeanstalk::*'] },
  { names: ['AWS Batch'], types: ['AWS::Batch::*'] },
  { names: ['App Runner'], types: ['AWS::AppRunner::*'] },
  { names: ['Lightsail'], types: ['AWS::Lightsail::*'] },
  { names: ['EC2 Image Builder'], namesInAws: ['Image Builder'], types: ['AWS::ImageBuilder::*'] },
  {
    names: ['Auto Scaling group', 'EC2 Auto Scaling', 'オートスケーリンググループ'],
    namesInAws: ['Auto Scaling', 'ASG', 'オートスケーリング'],
    types: ['AWS::AutoScaling::*'],
  },
  { names: ['Application Auto Scaling'], types: ['AWS::ApplicationAutoScaling::*'] },

  // Storage and databases
  { names: ['EFS', 'Elastic File System'], types: ['AWS::EFS::*'] },
  { names: ['FSx'], types: ['AWS::FSx::*'] },
  { names: ['AWS Backup'], types: ['AWS::Backup::*'] },
  { names: ['AWS DataSync', 'DataSync'], types: ['AWS::DataSync::*'] },
  { names: ['AWS Transfer Family'], namesInAws: ['Transfer Family'], types: ['AWS::Transfer::*'] },
  { names: ['S3 Express', 'S3 Express One Zone'], types: ['AWS::S3Express::*'] },
  { names: ['S3 Object Lambda'], types: ['AWS::S3ObjectLambda::*'] },
  { names: ['S3 Tables'], types: ['AWS::S3Tables::*'] },
  { names: ['S3 Vectors'], types: ['AWS::S3Vectors::*'] },
  { names: ['S3 on Outposts', 'S3 Outposts'], types: ['AWS::S3Outposts::*'] },
  {
    names: ['Amazon RDS', 'RDS', 'Relational Database Service', 'Amazon Aurora'],
    namesInAws: ['Aurora'],
    types: ['AWS::RDS::*'],
  },
  { names: ['DynamoDB Accelerator'], namesInAws: ['DAX'], types: ['AWS::DAX::*'] },
  { names: ['ElastiCache'], types: ['AWS::ElastiCache::*'] },
  { names: ['MemoryDB'], types: ['AWS::MemoryDB::*'] },
  { names: ['DocumentDB'], types: ['AWS::DocDB::*'] },
  { names: ['Amazon Neptune'], types: ['AWS::Neptune::*'] },
  { names: ['Timestream'], types: ['AWS::Timestream::*'] },
  { names: ['Amazon Keyspaces'], types: ['AWS::Cassandra::*'] },
  { names: ['AWS DMS', 'Database Migration Service'], namesInAws: ['DMS'], types: ['AWS::DMS::*'] },

  // Network and delivery
  {
    names: ['Amazon VPC', 'AWS VPC', 'VPC', 'Virtual Private Cloud'],
    types: ['AWS::EC2::VPC', 'AWS::EC2::VPCCidrBlock', 'AWS::EC2::Subnet', 'AWS::EC2::RouteTable'],
  },
  { names: ['VPC peering', 'VPC ピアリング'], types: ['AWS::EC2::VPCPeeringConnection'] },
  { names: ['VPC endpoint', 'VPC エンドポイント'], types: ['AWS::EC2::VPCEndpoint'] },
  { names: ['VPC Flow Logs', 'VPC フローログ'], types: ['AWS::EC2::FlowLog'] },
  { names: ['Elastic IP', 'Elastic IP address'], types: ['AWS::EC2::EIP', 'AWS::EC2::EIPAssociation'] },
  { names: ['Elastic network interface'], namesInAws: ['ENI'], types: ['AWS::EC2::NetworkInterface'] },
  {
    names: [],
    namesInAws: ['Internet gateway', 'インターネットゲートウェイ'],
    types: ['AWS::EC2::InternetGateway'],
  },
  { names: ['Transit Gateway'], namesInAws: ['TGW'], types: ['AWS::EC2::TransitGateway*'] },
  { names: ['CloudFront', 'クラウドフロント'], types: ['AWS::CloudFront::*'] },
  { names: ['Global Accelerator'], types: ['AWS::GlobalAccelerator::*'] },
  { names: ['AWS Direct Connect'], namesInAws: ['Direct Connect'], types: ['AWS::DirectConnect::*'] },
  { names: ['AWS Cloud Map'], namesInAws: ['Cloud Map'], types: ['AWS::ServiceDiscovery::*'] },
  { names: ['AWS App Mesh'], namesInAws: ['App Mesh'], types: ['AWS::AppMesh::*'] },
  { names: ['VPC Lattice'], types: ['AWS::VpcLattice::*'] },
  { names: ['AWS Network Firewall'], types: ['AWS::NetworkFirewall::*'] },

  // Messaging and integration
  {
    // On its own, SNS is what Japanese calls social media.
    names: ['Amazon SNS', 'AWS SNS', 'Simple Notification Service'],
    namesInAws: ['SNS'],
    types: ['AWS::SNS::*'],
  },
  {
    names: ['EventBridge', 'CloudWatch Events'],
    types: ['AWS::Events::*', 'AWS::Scheduler::*', 'AWS::EventSchemas::*'],
  },
  { names: ['EventBridge Scheduler'], types: ['AWS::Scheduler::*'] },
  { names: ['EventBridge Pipes'], types: ['AWS::Pipes::*'] },
  { names: ['Step Functions'], types: ['AWS::StepFunctions::*', 'AWS::Serverless::StateMachine'] },
  { names: ['Kinesis', 'Kinesis Data Streams'], types: ['AWS::Kinesis::*'] },
  {
    names: ['Data Firehose', 'Kinesis Data Firehose', 'Kinesis Firehose', 'Amazon Firehose'],
    namesInAws: ['Firehose'],
    types: ['AWS::KinesisFirehose::*'],
  },
  {
    names: ['Amazon MSK', 'Managed Streaming for Apache Kafka'],
    namesInAws: ['MSK'],
    types: ['AWS::MSK::*'],
  },
  { names: ['Amazon SES', 'Simple Email Service'], namesInAws: ['SES'], types: ['AWS::SES::*'] },
  { names: ['Amazon Pinpoint'], types: ['AWS::Pinpoint::*'] },
  { names: ['Amazon AppFlow', 'AppFlow'], types: ['AWS::AppFlow::*'] },

  // Security and identity
  { names: ['IAM', 'Identity and Access Management'], types: ['AWS::IAM::*'] },
  { names: ['IAM Identity Center'], types: ['AWS::SSO::*'] },
  { names: ['AWS KMS', 'Key Management Service'], namesInAws: ['KMS'], types: ['AWS::KMS::*'] },
  { names: ['AWS Secrets Manager', 'Secrets Manager'], types: ['AWS::SecretsManager::*'] },
  {
    names: ['AWS Certificate Manager'],
    namesInAws: ['ACM', 'Certificate Manager'],
    types: ['AWS::CertificateManager::*'],
  },
  { names: ['Cognito'], types: ['AWS::Cognito::*'] },
  {
    names: ['AWS WAF'],
    namesInAws: ['WAF', 'Web Application Firewall'],
    types: ['AWS::WAFv2::*', 'AWS::WAF::*', 'AWS::WAFRegional::*'],
  },
  { names: ['AWS Shield', 'Shield Advanced'], types: ['AWS::Shield::*'] },
  { names: ['GuardDuty'], types: ['AWS::GuardDuty::*'] },
  { names: ['Amazon Inspector'], types: ['AWS::InspectorV2::*', 'AWS::Inspector::*'] },
  { names: ['Amazon Macie'], namesInAws: ['Macie'], types: ['AWS::Macie::*'] },
  { names: ['AWS Security Hub', 'Security Hub'], types: ['AWS::SecurityHub::*'] },
  { names: ['AWS Organizations'], types: ['AWS::Organizations::*'] },

  // Operations
  { names: ['CloudWatch', 'CloudWatch alarms', 'CloudWatch アラーム'], types: ['AWS::CloudWatch::*'] },
  { names: ['CloudWatch Logs', 'CloudWatch ログ'], types: ['AWS::Logs::*'] },
  { names: ['CloudTrail'], types: ['AWS::CloudTrail::*'] },
  { names: ['CloudFormation'], types: ['AWS::CloudFormation::*'] },
  { names: ['AWS Config'], types: ['AWS::Config::*'] },
  {
    names: ['AWS Systems Manager', 'AWS SSM', 'SSM Parameter Store'],
    namesInAws: ['Systems Manager', 'SSM', 'Parameter Store', 'パラメータストア'],
    types: ['AWS::SSM::*'],
  },
  { names: ['AWS X-Ray'], namesInAws: ['X-Ray'], types: ['AWS::XRay::*'] },
  { names: ['AWS AppConfig'], namesInAws: ['AppConfig'], types: ['AWS::AppConfig::*'] },
  { names: ['AWS Service Catalog'], types: ['AWS::ServiceCatalog::*'] },
  { names: ['AWS Budgets'], types: ['AWS::Budgets::*'] },

  // Data and machine learning
  { names: ['AWS Glue'], namesInAws: ['Glue'], types: ['AWS::Glue::*'] },
  {
    names: ['Amazon EMR', 'AWS EMR', 'Elastic MapReduce'],
    namesInAws: ['EMR'],
    types: ['AWS::EMR::*', 'AWS::EMRServerless::*'],
  },
  { names: ['Lake Formation'], types: ['AWS::LakeFormation::*'] },
  {
    names: ['Amazon OpenSearch', 'OpenSearch Service', 'AWS OpenSearch'],
    namesInAws: ['OpenSearch'],
    types: ['AWS::OpenSearchService::*', 'AWS::OpenSearchServerless::*', 'AWS::Elasticsearch::*'],
  },
  { names: ['QuickSight'], types: ['AWS::QuickSight::*'] },
  { names: ['SageMaker'], types: ['AWS::SageMaker::*'] },
  { names: ['Amazon Bedrock', 'AWS Bedrock'], types: ['AWS::Bedrock::*'] },
  { names: ['AWS IoT', 'AWS IoT Core'], types: ['AWS::IoT::*'] },

  // Development
  { names: ['CodePipeline'], types: ['AWS::CodePipeline::*'] },
  { names: ['CodeBuild'], types: ['AWS::CodeBuild::*'] },
  { names: ['CodeDeploy'], types: ['AWS::CodeDeploy::*'] },
  { names: ['CodeCommit'], types: ['AWS::CodeCommit::*'] },
  { names: ['AWS Amplify'], namesInAws: ['Amplify'], types: ['AWS::Amplify::*'] },
  { names: ['Amazon WorkSpaces'], types: ['AWS::WorkSpaces::*'] },
  { names: ['Amazon Connect'], types: ['AWS::Connect::*'] },
];
