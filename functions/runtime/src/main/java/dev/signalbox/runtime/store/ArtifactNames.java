package dev.signalbox.runtime.store;

/// How stores name artifacts.
public final class ArtifactNames {
    private static final int HASH_DIGITS = 12;

    private ArtifactNames() {}

    /// The name with the beginning of its content's hash before the extensions, such as
    /// `profile-0a1b2c3d4e5f.json`.
    ///
    /// @param sha256 of the content
    public static String unique(String name, String sha256) {
        String mark = sha256.substring(0, HASH_DIGITS);
        int dot = name.indexOf('.');
        return dot < 0 ? name + "-" + mark : name.substring(0, dot) + "-" + mark + name.substring(dot);
    }
}
