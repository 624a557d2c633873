package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The very machine and templates that are deployed.
@ExtendWith(DeploymentExtension.class)
class LintTest {
    @Test
    void machinesAndTemplatesAreValidToTheLintersOfAws(Deployment deployment) {
        assertThat(deployment.lint())
                .contains("model-pipeline.asl.json\" is valid", "signalbox-dev.template.json is a valid SAM Template");
    }
}
