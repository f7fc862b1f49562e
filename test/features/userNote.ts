/** One note on many topics, as people keep them, and where each of its topics is met. */
export const userNote = `# 設計のメモ

## Amazon API Gateway
流量はステージごとに決める。
> ***スロットリング***
> 上限の値は負荷試験の結果から。

***
## Amazon MQ
既存の在庫管理だけが使う。

***
## DynamoDB
注文の集計はここに置く。
***
## Amazon RedShift
月次の分析に使う。
***
## Amazon Athena
ログの調査に使う。
***
## DynamoDB Stream
変更は通知の関数が受け取る。
***
## Elastic Load Balancing(ELB)
アクセスログは監査のために残す。

- 保存は一年
***
## Elastic Block Service(EBS)
- SSDはデータベースに使う
- HDDはログの保管に使う
***
## Amazon SQS
処理の待ち行列はすべてこれにする。
***
## Amazon S3
アップロードの通知を受け取る。
1. 宛先を決める
2. 通知を追加する
***
## EC2
### EC2のライフサイクル
- running: 課金される状態
- stopped: 夜間の状態

### SSH接続
社内のアドレスだけに22番を開ける。
***
## Route53
二つのリージョンで切り替える。

### Active-Active
通常の構成。

### Active-Passive
待機系のある構成。
***
## NATゲートウェイ
### **AZごとに一つ置く**
`;

/** A place of each topic, and words of the note that it brings. */
export const topicPlaces: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Sta$0ge { StageName: live }': '流量はステージごとに決める',
  'AWS::ApiGateway::Stage { MethodSettings: [{ ThrottlingRate$0Limit: 5 }] }': '流量はステージごとに決める',
  'AWS::AmazonMQ::Bro$0ker { EngineType: RABBITMQ }': '既存の在庫管理だけが使う',
  'AWS::DynamoDB::Ta$0ble { BillingMode: PAY_PER_REQUEST }': '注文の集計はここに置く',
  'AWS::Redshift::Clu$0ster { NodeType: ra3.large }': '月次の分析に使う',
  'AWS::Athena::Work$0Group { Name: a }': 'ログの調査に使う',
  'AWS::DynamoDB::Table { StreamSpecification: { StreamViewType: NEW_$0IMAGE } }':
    '変更は通知の関数が受け取る',
  'AWS::Lambda::EventSourceMapping { EventSourceArn: !GetAtt Orders.Stream$0Arn }':
    '変更は通知の関数が受け取る',
  'AWS::ElasticLoadBalancingV2::Load$0Balancer { Subnets: [] }': 'アクセスログは監査のために残す',
  'AWS::ElasticLoadBalancingV2::LoadBalancer { LoadBalancerAttributes: [{ Key: access_logs.s3.ena$0bled, Value: true }] }':
    'アクセスログは監査のために残す',
  'AWS::EC2::Volume { VolumeType: s$0t1 }': 'HDDはログの保管に使う',
  'AWS::SQS::Qu$0eue { VisibilityTimeout: 30 }': '処理の待ち行列はすべてこれにする',
  'AWS::SQS::Queue { VisibilityTime$0out: 30 }': '処理の待ち行列はすべてこれにする',
  'AWS::S3::Buc$0ket { BucketName: a }': 'アップロードの通知を受け取る',
  'AWS::S3::Bucket { NotificationConfigu$0ration: {} }': 'アップロードの通知を受け取る',
  'AWS::EC2::Instance { InstanceInitiatedShutdownBehavior: termi$0nate }': '課金される状態',
  'AWS::EC2::Instance { Key$0Name: me }': '社内のアドレスだけに22番を開ける',
  'AWS::EC2::SecurityGroup { SecurityGroupIngress: [{ FromPort: 2$02, ToPort: 22 }] }':
    '社内のアドレスだけに22番を開ける',
  'AWS::Route53::Record$0Set { Name: a }': '二つのリージョンで切り替える',
  'AWS::Route53::RecordSet { Fail$0over: PRIMARY }': '待機系のある構成',
  'AWS::Route53::RecordSet { Wei$0ght: 10 }': '通常の構成',
  'AWS::EC2::Nat$0Gateway { SubnetId: a }': 'AZごとに一つ置く',
};
