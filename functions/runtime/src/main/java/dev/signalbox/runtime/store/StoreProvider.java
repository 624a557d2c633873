package dev.signalbox.runtime.store;

/// Opens ports by URI; found through `ServiceLoader`. One provider may serve several schemes and ports.
public interface StoreProvider {
    /// Whether this provider understands the URI's scheme.
    ///
    /// @param uri such as `s3://bucket/prefix`, `dynamodb:table`, `file:///folder`, `sqlite:///file.db`
    boolean serves(String uri);

    /// The artifact store at the URI.
    ArtifactStore artifacts(String uri);

    /// The ledger at the URI.
    Ledger ledger(String uri);

    /// The catalogue of pipelines at the URI.
    PipelineCatalog pipelines(String uri);

    /// The open tasks at the URI.
    TaskTokens taskTokens(String uri);

    /// The way to people at the URI.
    Alerts alerts(String uri);
}
