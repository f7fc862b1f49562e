import { fixSuite } from './suite.ts';

fixSuite('Athena', { cdk: "import * as athena from 'aws-cdk-lib/aws-athena';" }, [
  {
    rule: 'athena/no-scan-limit',
    title: 'Limit what a query scans (you choose the bytes)',
    titleJa: 'スキャン量の上限を設定する(バイト数は入力)',
    template: {
      before: `
        Resources:
          Reports:
            Type: AWS::Athena::WorkGroup # for the finance team
            Properties:
              Name: reports
              WorkGroupConfiguration:
                PublishCloudWatchMetricsEnabled: true # alarms
              Description: "Reports"
      `,
      after: `
        Resources:
          Reports:
            Type: AWS::Athena::WorkGroup # for the finance team
            Properties:
              Name: reports
              WorkGroupConfiguration:
                PublishCloudWatchMetricsEnabled: true # alarms
                BytesScannedCutoffPerQuery: «1000000000»
              Description: "Reports"
      `,
    },
    cdk: {
      before: "new athena.CfnWorkGroup(this, 'Reports', { name: 'reports' });",
      after:
        "new athena.CfnWorkGroup(this, 'Reports', { name: 'reports', workGroupConfiguration: { bytesScannedCutoffPerQuery: «1000000000» } });",
    },
  },
]);
