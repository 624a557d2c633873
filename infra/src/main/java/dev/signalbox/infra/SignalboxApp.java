package dev.signalbox.infra;

import dev.signalbox.contract.failure.InvalidInput;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
            "@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption", true,
            // Traces of where a construct was made hold folders of this machine.
            "aws:cdk:disable-stack-trace", true);

    private SignalboxApp() {}

    /// Synthesises the app whose context `cdk` passes on.
    ///
    /// @param args the root of the tree; the folder above by default
    public static void main(String[] args) {
        App app = app(Map.of(), null);
        try {
            add(app, new SettingsReader(app.getNode(), Path.of(args.length == 0 ? ".." : args[0])).read());
        } catch (InvalidInput e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTINGS);
        }
        app.synth();
    }

    /// An app that behaves as new ones do, whatever `cdk.json` says.
    ///
    /// @param folder of the templates; null for the one that `cdk` names
    static App app(Map<String, Object> context, @Nullable Path folder) {
        Map<String, Object> settled = new TreeMap<>(context);
        settled.putAll(BEHAVIOUR);
        App.Builder builder = App.Builder.create().context(settled).analyticsReporting(false);
        return (folder == null ? builder : builder.outdir(folder.toString())).build();
    }

    /// All stacks of a deployment. The first holds all that runs need; what an emulator need not know stands
    /// in stacks of its own.
    static SignalboxStack add(App app, Settings settings) {
        SignalboxStack core = new SignalboxStack(app, settings);
        if (settings.canary()) {
            Canary canary = new Canary(app, settings);
            Explanations.ofCanary(canary);
            core.addStackDependency(canary);
            new MachineRelease(app, settings).addStackDependency(core);
        }
        if (settings.eventsOut()) {
            new EventsOut(app, settings, core);
        }
        new Observability(app, settings, core);
        settings.monthlyBudgetUsd().ifPresent(usd -> new Cost(app, settings, usd));
        Tags.of(app).add("signalbox", settings.stage().id());
        Explanations.of(app, core);
        return core;
    }
}
