package dev.signalbox.cli.cost;

/// What AWS bills, each by one name in the table of prices.
public enum Billed {
    /// Memory and time of functions.
    LAMBDA_GB_SECOND("lambdaGbSecond", "Lambda, GB-seconds (x86)", 1),
    /// Calls of functions.
    LAMBDA_REQUEST("lambdaMillionRequests", "Lambda, requests", 1_000_000),
    /// States entered in a Standard machine.
    STATE_TRANSITION("stepFunctionsThousandTransitions", "Step Functions, transitions", 1_000),
    /// Objects written and listed.
    S3_PUT("s3ThousandPuts", "S3, PUT", 1_000),
    /// Objects read.
    S3_GET("s3ThousandGets", "S3, GET", 1_000),
    /// What lies in buckets.
    S3_STORAGE("s3GbMonth", "S3, GB-months", 1),
    /// On demand.
    DYNAMODB_WRITE("dynamoDbMillionWrites", "DynamoDB, writes", 1_000_000),
    /// On demand, consistent.
    DYNAMODB_READ("dynamoDbMillionReads", "DynamoDB, reads", 1_000_000),
    /// Messages to topics.
    SNS_PUBLISH("snsMillionPublishes", "SNS, messages", 1_000_000),
    /// Log lines taken in.
    LOG_INGESTED("cloudWatchLogsGb", "CloudWatch, GB of logs", 1),
    /// Metrics of our own, billed by the hours in which they have a value.
    METRIC("cloudWatchMetricMonth", "CloudWatch, metric-months", 1),
    /// Metrics in alarms.
    ALARM("cloudWatchAlarmMonth", "CloudWatch, metrics in alarms", 1),
    /// Dashboards.
    DASHBOARD("cloudWatchDashboardMonth", "CloudWatch, dashboards", 1);

    private final String key;
    private final String label;
    private final double unit;

    Billed(String key, String label, double unit) {
        this.key = key;
        this.label = label;
        this.unit = unit;
    }

    /// Its member in the table of prices.
    public String key() {
        return key;
    }

    /// For people.
    public String label() {
        return label;
    }

    /// How many the price is for.
    public double unit() {
        return unit;
    }
}
