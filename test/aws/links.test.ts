import { strict as assert } from 'node:assert';
import { documentationLink } from '../../server/aws/links.ts';

const guide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const sam = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide';

describe('links to the documentation of AWS', () => {
  it('lead to the page of a type', () => {
    assert.equal(documentationLink('AWS::EC2::Volume'), `${guide}/aws-resource-ec2-volume.html`);
  });

  it('lead to a property of the resource', () => {
    assert.equal(
      documentationLink('AWS::ElasticLoadBalancingV2::LoadBalancer', ['LoadBalancerAttributes']),
      `${guide}/aws-resource-elasticloadbalancingv2-loadbalancer.html#cfn-elasticloadbalancingv2-loadbalancer-loadbalancerattributes`,
    );
  });

  it('lead to a nested property where its type is known, else to the one it is in', () => {
    const path = ['BlockDeviceMappings', 'Ebs', 'VolumeType'];
    assert.equal(
      documentationLink('AWS::EC2::Instance', path, 'Ebs'),
      `${guide}/aws-properties-ec2-instance-ebs.html#cfn-ec2-instance-ebs-volumetype`,
    );
    assert.equal(
      documentationLink('AWS::EC2::Instance', path),
      `${guide}/aws-resource-ec2-instance.html#cfn-ec2-instance-blockdevicemappings`,
    );
  });

  it("lead to SAM's own guide", () => {
    assert.equal(
      documentationLink('AWS::Serverless::Function', ['Events', 'Jobs', 'Type'], 'EventSource'),
      `${sam}/sam-resource-function.html#sam-function-events`,
    );
  });

  it('lead nowhere for custom resources', () => {
    assert.equal(documentationLink('Custom::Thing'), undefined);
    assert.equal(documentationLink('nonsense'), undefined);
  });
});
