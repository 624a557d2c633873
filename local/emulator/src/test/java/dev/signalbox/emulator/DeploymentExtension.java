package dev.signalbox.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Deploys once for all test classes, and stops the emulator after the last.
final class DeploymentExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(DeploymentExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Deployment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(Deployment.class, type -> started(), Deployment.class);
    }

    private static Deployment started() {
        try {
            return Deployment.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
