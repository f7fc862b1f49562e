using Amazon.CDK;
using Shop;

var app = new App();
_ = new ShopStack(app, "KumoShop");
app.Synth();
