/** All definitions. A class that is not here is still known by its type; its properties then are unknown. */
import { apigateway, apigatewayv2 } from './apigateway.ts';
import { elasticsearch, opensearch, rds } from './databases.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';
import { dynamodb } from './dynamodb.ts';
import { autoscaling, ec2 } from './ec2.ts';
import { ecs } from './ecs.ts';
import { ecsPatterns, elb, elbv2 } from './elb.ts';
import { lambda, lambdaGo, lambdaNodejs, lambdaPython } from './lambda.ts';
import { sns, sqs } from './messaging.ts';
import { route53 } from './route53.ts';
import { s3 } from './s3.ts';
import { securityGroups } from './securityGroup.ts';
import { vpcs } from './vpc.ts';

const definitions: Readonly<Record<string, Definitions>> = {
  'aws-apigateway': apigateway,
  'aws-apigatewayv2': apigatewayv2,
  'aws-apigatewayv2-alpha': apigatewayv2,
  'aws-autoscaling': autoscaling,
  'aws-dynamodb': dynamodb,
  'aws-ec2': { ...ec2, ...securityGroups, ...vpcs },
  'aws-ecs': ecs,
  'aws-ecs-patterns': ecsPatterns,
  'aws-elasticloadbalancing': elb,
  'aws-elasticloadbalancingv2': elbv2,
  'aws-elasticsearch': elasticsearch,
  'aws-lambda': lambda,
  'aws-lambda-go-alpha': lambdaGo,
  'aws-lambda-nodejs': lambdaNodejs,
  'aws-lambda-python-alpha': lambdaPython,
  'aws-opensearchservice': opensearch,
  'aws-rds': rds,
  'aws-route53': route53,
  'aws-s3': s3,
  'aws-sns': sns,
  'aws-sqs': sqs,
};

/** What is known of a class of aws-cdk-lib beyond its type. */
export function definitionOf(module: string, className: string): ConstructDefinition | undefined {
  const found = Object.hasOwn(definitions, module) ? definitions[module] : undefined;
  return found && Object.hasOwn(found, className) ? found[className] : undefined;
}
