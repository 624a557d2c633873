package dev.signalbox.infra;

import java.util.Locale;

/// Which of a team's deployments this is.
public enum DeploymentStage {
    /// To try things; `destroy` takes everything with it.
    DEV,
    /// What others rely on; data, ledger and keys outlive the stack.
    PROD;

    /// As context and names have it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
