/**
 * Addresses of AWS's pages on resource types and properties. They follow rules, so none is stored; the rules are
 * those by which the documentation links in aws-cdk-lib are made.
 */
const cloudFormation = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const sam = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide';

/**
 * The page on a type, at the property if `path` names one.
 * @param owner the nested type whose property it is (`SchemaProperty.owner`); without it, a nested property leads to
 *   the property of the resource that it is in
 * @returns undefined for types that AWS has no page on, such as custom resources
 */
export function documentationLink(
  type: string,
  path: readonly string[] = [],
  owner?: string,
): string | undefined {
  const [vendor, service, name] = type.split('::').map((part) => part.toLowerCase());
  if ((vendor !== 'aws' && vendor !== 'alexa') || !service || !name) return undefined;
  const top = path[0]?.toLowerCase();
  const last = path.at(-1)?.toLowerCase();
  if (service === 'serverless') {
    const page = `${sam}/sam-resource-${name}.html`;
    return top ? `${page}#sam-${name}-${top}` : page;
  }
  const resource = `${service}-${name}`;
  if (owner && last) {
    const nested = `${resource}-${owner.toLowerCase()}`;
    return `${cloudFormation}/aws-properties-${nested}.html#cfn-${nested}-${last}`;
  }
  const page = `${cloudFormation}/aws-resource-${resource}.html`;
  return top ? `${page}#cfn-${resource}-${top}` : page;
}

/**
 * The page on a class in the reference of aws-cdk-lib.
 * @param module below aws-cdk-lib, `aws-ec2`
 */
export function cdkDocumentationLink(module: string, className: string): string {
  const submodule = module === '' ? '' : `.${module.replaceAll('-', '_')}`;
  return `https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib${submodule}.${className}.html`;
}
