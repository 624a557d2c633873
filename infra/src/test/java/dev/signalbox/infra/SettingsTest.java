package dev.signalbox.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.StageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

/// What may be chosen, and what is said of a choice that cannot be.
class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void chooseForThemselvesWhatNobodyChooses() throws IOException {
        Settings settings = read(Map.of());

        assertThat(settings.stage()).isEqualTo(DeploymentStage.DEV);
        assertThat(settings.ownKey()).isFalse();
        assertThat(settings.monthlyBudgetUsd()).isEmpty();
        assertThat(settings.name("ingest")).isEqualTo("signalbox-dev-ingest");
    }

    @Test
    void takeWhatIsChosen() throws IOException {
        Settings settings = read(Map.of(
                "stage", "prod",
                "alertEmails", "a@example.com, b@example.com",
                "monthlyBudgetUsd", "99.50",
                "reservedConcurrency", "train:20, ingest:5"));

        assertThat(settings.ownKey()).isTrue();
        assertThat(settings.alertEmails()).containsExactly("a@example.com", "b@example.com");
        assertThat(settings.monthlyBudgetUsd()).hasValue(99.5);
        assertThat(settings.reservedConcurrency())
                .containsOnly(Map.entry(StageName.TRAIN, 20), Map.entry(StageName.INGEST, 5));
    }

    @Test
    void refuseWhatCannotBe() {
        refused(Map.of("stage", "prd"), "The setting stage is 'prd'", "Did you mean -c stage=prod?");
        refused(Map.of("stge", "prod"), "There is no setting stge", "Did you mean stage?");
        refused(Map.of("canary", "yes"), "The setting canary is 'yes'", "true or false");
        refused(Map.of("alertEmails", "team"), "'team'", "e-mail");
        refused(Map.of("monthlyBudgetUsd", "-1"), "'-1'", "above 0");
        refused(Map.of("monthlyBudgetUsd", "50"), "nobody would be told", "alertEmails");
        refused(Map.of("reservedConcurrency", "trian:5"), "'trian:5'", "train:20");
        refused(Map.of("pipelines", "/no/such/folder"), "/no/such/folder", "-c pipelines=");
        refused(Map.of("zips", "/no/such/folder"), "functions are not built", "mvn");
    }

    @Test
    void refuseAPipelineWithItsFileAndLine() throws IOException {
        refusedPipeline("name: a\ntarget: b\ntresh: 3\n", "a.yaml, line 3", "there is no member 'tresh'");
        refusedPipeline("name: a\ntarget: b\nschedule: daily\n", "a.yaml, line 3", "rate(1 day)");
        refusedPipeline(
                "name: a\ntarget: b\nschedule: rate(1 day)\nsource: local.csv\n", "a.yaml, line 4", "s3://bucket/key");
        refusedPipeline("name: a\ntarget: b\nschedule: rate(1 day)\n", "a.yaml, line 3", "s3://bucket/key");
        refusedPipeline(
                "name: a\ntarget: b\nschedule: rate(1 day)\nsource: s3://amzn-s3-demo-bucket/*\n",
                "a.yaml, line 4",
                "one object");
        refusedPipeline("name: a\ntarget: b\n#" + "x".repeat(9_000), "bytes", "8192");
    }

    @Test
    void refuseTwoPipelinesOfOneName() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "name: same\ntarget: b\n");
        Files.writeString(folder.resolve("b.yml"), "name: same\ntarget: c\n");

        refused(Map.of("pipelines", folder.toString()), "a.yaml", "'same'");
    }

    private void refusedPipeline(String text, String... words) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), text);
        refused(Map.of("pipelines", folder.toString()), words);
    }

    private static void refused(Map<String, Object> context, String... words) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read(context))
                .satisfies(failure -> assertThat(failure.getMessage()).contains(words));
    }

    private static Settings read(Map<String, Object> context) throws IOException {
        Map<String, Object> all = new TreeMap<>(context);
        all.putIfAbsent("zips", Deployment.zips().toString());
        App app = SignalboxApp.app(all, Deployment.scratch());
        return new SettingsReader(app.getNode(), Deployment.ROOT).read();
    }
}
