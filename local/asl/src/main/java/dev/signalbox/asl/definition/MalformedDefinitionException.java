package dev.signalbox.asl.definition;

/// A definition cannot be read into records. The validator finds nearly all of this earlier, with every
/// finding at once; this is the first thing that the reader could not make sense of.
public final class MalformedDefinitionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String location;

    /// @param location a JSON pointer into the definition
    /// @param message what was found and what was expected
    public MalformedDefinitionException(String location, String message) {
        super(message);
        this.location = location;
    }

    /// A JSON pointer into the definition.
    public String location() {
        return location;
    }
}
