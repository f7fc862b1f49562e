import { suite } from '../suite.ts';

suite('ec2/shutdown-terminates', {
  'speaks of instances and launch templates': `
    Resources:
      FileServer:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: terminate }
                                                         ^^^^^^^^^ ec2/shutdown-terminates information
      Base:
        Type: AWS::EC2::LaunchTemplate
        Properties: { LaunchTemplateData: { InstanceInitiatedShutdownBehavior: terminate } }
                                                                               ^^^^^^^^^ ec2/shutdown-terminates information
      Perhaps:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: !If [Cheap, terminate, stop] }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ec2/shutdown-terminates hint
      Stopping:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: stop }
      Asked:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: !Ref Behavior }
      Default:
        Type: AWS::EC2::Instance
  `,
  'is silent about machines that are meant to go': `
    Resources:
      CiRunner:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: terminate }
      Tagged:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: terminate, Tags: [{ Key: Role, Value: batch-worker }] }
      Named:
        Type: AWS::EC2::LaunchTemplate
        Properties: { LaunchTemplateName: ephemeral, LaunchTemplateData: { InstanceInitiatedShutdownBehavior: terminate } }
      Member:
        Type: AWS::EC2::LaunchTemplate
        Properties: { LaunchTemplateData: { InstanceInitiatedShutdownBehavior: terminate } }
      Group:
        Type: AWS::AutoScaling::AutoScalingGroup
        Properties: { LaunchTemplate: { LaunchTemplateId: !Ref Member, Version: !GetAtt Member.LatestVersionNumber } }
  `,
});
