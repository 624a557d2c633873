package dev.signalbox.aws.ssm;

import dev.signalbox.aws.client.AwsFailures;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.runtime.config.PipelineYaml;
import dev.signalbox.runtime.store.PipelineCatalog;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/// Pipelines as parameters of the Parameter Store: `<prefix>/<name>` holds the text of its `pipeline.yaml`,
/// at most 4 KB, or 8 KB in the advanced tier. The role needs `ssm:GetParameter`.
public final class SsmPipelines implements PipelineCatalog {
    /// A name of another form is nobody's; above all it must not lead to another parameter.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final Supplier<SsmClient> ssm;
    private final String prefix;

    /// @param ssm asked for when it is first needed, which in most calls it never is; left open
    /// @param prefix such as `/signalbox/pipelines`
    public SsmPipelines(Supplier<SsmClient> ssm, String prefix) {
        this.ssm = ssm;
        this.prefix = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }

    @Override
    public Optional<PipelineConfig> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String parameter = prefix + "/" + name;
        return text(parameter).map(yaml -> PipelineYaml.parse(yaml, "Parameter " + parameter));
    }

    private Optional<String> text(String parameter) {
        return AwsFailures.guarded("Parameter Store", "reading " + parameter, () -> {
            try {
                return Optional.of(ssm.get()
                        .getParameter(request -> request.name(parameter))
                        .parameter()
                        .value());
            } catch (ParameterNotFoundException _) {
                return Optional.empty();
            }
        });
    }
}
