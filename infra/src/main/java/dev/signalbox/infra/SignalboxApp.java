package dev.signalbox.infra;

import dev.signalbox.contract.failure.InvalidInput;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Tags;

/// What `cdk` runs: settings, stacks, templates.
public final class SignalboxApp {
    private static final int WRONG_SETTINGS = 2;

    /// Source: "AWS CDK feature flags" in the CDK developer guide.
    private static final Map<String, Object> BEHAVIOUR = Map.of(
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
            "@aws-cdk/aws-lambda:recognizeVersionProps", true,
            "@aws-cdk/aws-lambda:recognizeLayerVersion", true,
            "@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption", true);

    private SignalboxApp() {}

    /// Synthesises the app whose context `cdk` passes on.
    ///
    /// @param args the root of the tree; the folder above by default
    public static void main(String[] args) {
        App app = app(Map.of());
        try {
            add(app, new SettingsReader(app.getNode(), Path.of(args.length == 0 ? ".." : args[0])).read());
        } catch (InvalidInput e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTINGS);
        }
        app.synth();
    }

    /// An app that behaves as new ones do, whatever `cdk.json` says.
    static App app(Map<String, Object> context) {
        Map<String, Object> settled = new TreeMap<>(context);
        settled.putAll(BEHAVIOUR);
        return App.Builder.create().context(settled).analyticsReporting(false).build();
    }

    /// All stacks of a deployment.
    static void add(App app, Settings settings) {
        SignalboxStack core = new SignalboxStack(app, settings);
        Tags.of(core).add("application", "signalbox");
        Tags.of(core).add("stage", settings.stage().id());
    }
}
