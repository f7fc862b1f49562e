import { builtin, checkFindings } from './findings.ts';

const rules = builtin('elb/access-logs-disabled', 'ebs/hdd-volume');
const check = (text: string, language?: string) =>
  checkFindings(text, { rules, ...(language ? { language } : {}) });

describe('silencing a rule', () => {
  it('by a comment on the line before, with several ids and a reason', () =>
    check(`
      Resources:
        Disk:
          Type: AWS::EC2::Volume
          Properties:
            #kumonote-disable-next-line  nat-gateway/single-az ,ebs/hdd-volume -- logs go here
            VolumeType: st1
        Other:
          Type: AWS::EC2::Volume
          Properties:
            # kumonote-disable-next-line nat-gateway/single-az
            VolumeType: st1
                        ^^^ ebs/hdd-volume hint
    `));

  it('by a comment on the same line', () =>
    check(`
      Resources:
        Disk:
          Type: AWS::EC2::Volume
          Properties:
            VolumeType: st1 # kumonote-disable-line ebs/hdd-volume
            Size: 500
    `));

  it('by comments above each other', () =>
    check(`
      Resources:
        Disk:
          Type: AWS::EC2::Volume
          Properties:
            # kumonote-disable-next-line ebs/hdd-volume
            # kumonote-disable-next-line ebs/hdd-random-io
            # a word about it
            VolumeType: st1
    `));

  it('by a comment above the resource, for all of it', () =>
    check(`
      Resources:
        # kumonote-disable-next-line elb/access-logs-disabled
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Second:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
    `));

  it('by a comment for the whole file', () =>
    check(`
      # kumonote-disable-file elb/access-logs-disabled
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Second:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    `));

  it('by a comment without ids, for every rule', () =>
    check(`
      Resources:
        Disk:
          Type: AWS::EC2::Volume
          Properties:
            VolumeType: st1 # kumonote-disable-line
    `));

  it('not by the words outside of a comment', () =>
    check(`
      Description: kumonote-disable-file elb/access-logs-disabled
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
    `));

  it('by metadata of the resource', () =>
    check(`
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Metadata: { kumonote: { disable: [elb/access-logs-disabled] } }
    `));

  it('by metadata of the template', () =>
    check(`
      Metadata:
        kumonote:
          disable:
            - elb/access-logs-disabled
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    `));

  it('by what other tools are told about the same check', () =>
    check(`
      Resources:
        CfnNag:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Metadata: { cfn_nag: { rules_to_suppress: [{ id: W52, reason: internal }] } }
        CdkNag:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Metadata: { cdk_nag: { rules_to_suppress: [{ id: AwsSolutions-ELB2, reason: internal }] } }
        Guard:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Metadata: { guard: { SuppressedRules: [ELBV2_ACCESS_LOGGING_RULE] } }
        Checkov:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Metadata: { checkov: { skip: [{ id: CKV_AWS_91, comment: internal }] } }
        CheckovComment:
          # checkov:skip=CKV_AWS_91:internal
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Unrelated:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
          Metadata: { cfn_nag: { rules_to_suppress: [{ id: W1, reason: other }] } }
    `));

  it('by metadata in JSON', () =>
    check(
      `
      {
        "Resources": {
          "Public": {
            "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "Metadata": { "kumonote": { "disable": ["elb/access-logs-disabled"] } }
          }
        }
      }
    `,
      'json',
    ));
});
