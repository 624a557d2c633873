package dev.signalbox.runtime.store;

import dev.signalbox.contract.failure.InvalidInput;
import java.util.ServiceLoader;

/// Finds the provider of a URI.
public final class Stores {
    private Stores() {}

    /// The provider that serves the URI.
    ///
    /// Raises [InvalidInput] when none on the class path does.
    public static StoreProvider forUri(String uri) {
        for (StoreProvider provider : ServiceLoader.load(StoreProvider.class)) {
            if (provider.serves(uri)) {
                return provider;
            }
        }
        throw new InvalidInput(
                "No adapter on the class path serves '" + uri + "'.",
                "Use file: or sqlite: on a laptop, s3: or dynamodb: with the aws module.");
    }
}
