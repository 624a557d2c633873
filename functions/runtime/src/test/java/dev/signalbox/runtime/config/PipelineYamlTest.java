package dev.signalbox.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.SplitKind;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PipelineYamlTest {
    @Test
    void fillsEverythingThatIsLeftOut() {
        assertThat(PipelineYaml.parse("name: p\ntarget: y\n", "pipeline.yaml")).isEqualTo(PipelineConfig.of("p", "y"));
    }

    @Test
    void readsNestedMembers() {
        PipelineConfig config = PipelineYaml.parse(
                "name: p\ntarget: y\nmetric: roc_auc\nsplit: {kind: time, column: day}\ngate: {minimum: {roc_auc: 0.7}}\n",
                "pipeline.yaml");

        assertThat(config.metric()).isEqualTo(MetricName.ROC_AUC);
        assertThat(config.split().kind()).isEqualTo(SplitKind.TIME);
        assertThat(config.gate().minimum()).containsEntry(MetricName.ROC_AUC, 0.7);
    }

    @Test
    void namesTheLineAndTheNearestMember() {
        assertThatThrownBy(() -> PipelineYaml.parse("name: p\ntarget: y\nbudgte:\n  decisions: 3\n", "pipeline.yaml"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("Did you mean budget?");
    }

    @Test
    void saysWhatAValueMustBe() {
        assertThatThrownBy(() -> PipelineYaml.parse("name: p\ntarget: y\nbudget: {decisions: 999}\n", "pipeline.yaml"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("budget.decisions is 999")
                .hasMessageContaining("1 to 50");
        assertThatThrownBy(() -> PipelineYaml.parse("name: p\n", "pipeline.yaml"))
                .hasMessageContaining("target is missing");
        assertThatThrownBy(() -> PipelineYaml.parse("name: p\nname: q\ntarget: y\n", "pipeline.yaml"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PipelineYaml.parse("", "pipeline.yaml")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PipelineYaml.parse("a: [", "pipeline.yaml")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void saysHowToGetAMissingFile() {
        assertThatThrownBy(() -> PipelineYaml.read(Path.of("no-such.yaml"))).hasMessageContaining("signalbox init");
    }
}
