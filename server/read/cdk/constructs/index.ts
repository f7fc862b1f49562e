/**
 * All definitions: what was probed, and by hand what probing cannot tell. A class that is in neither is still known by
 * its type; its properties then are unknown.
 */
import { apigateway, apigatewayv2 } from './apigateway.ts';
import { appsync } from './appsync.ts';
import { elasticsearch, opensearch } from './databases.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';
import { dynamodb } from './dynamodb.ts';
import { autoscaling, ec2 } from './ec2.ts';
import { ecs } from './ecs.ts';
import { ecsPatterns } from './ecsPatterns.ts';
import { elb, elbv2 } from './elb.ts';
import { lambda, lambdaGo, lambdaNodejs, lambdaPython } from './lambda.ts';
import { sqs } from './messaging.ts';
import { completed, probedFacts } from './probed.ts';
import { redshift } from './redshift.ts';
import { route53 } from './route53.ts';
import { s3 } from './s3.ts';
import { securityGroups } from './securityGroup.ts';
import { vpcs } from './vpc.ts';

const definitions: Readonly<Record<string, Definitions>> = {
  'aws-apigateway': apigateway,
  'aws-apigatewayv2': apigatewayv2,
  'aws-apigatewayv2-alpha': apigatewayv2,
  'aws-appsync': appsync,
  'aws-appsync-alpha': appsync,
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
  'aws-redshift-alpha': redshift,
  'aws-route53': route53,
  'aws-s3': s3,
  'aws-sqs': sqs,
};

const known = new Map<string, ConstructDefinition | undefined>();

/** What is known of a class of aws-cdk-lib beyond its type. */
export function definitionOf(module: string, className: string): ConstructDefinition | undefined {
  const name = `${module}.${className}`;
  if (!known.has(name)) known.set(name, find(module, className));
  return known.get(name);
}

function find(module: string, className: string): ConstructDefinition | undefined {
  const found = Object.hasOwn(definitions, module) ? definitions[module] : undefined;
  const own = found && Object.hasOwn(found, className) ? found[className] : undefined;
  const shown = probedFacts(module.replace(/-alpha$/, ''), className);
  return own ? completed(own, shown) : shown;
}
