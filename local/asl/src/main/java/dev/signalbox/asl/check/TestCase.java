package dev.signalbox.asl.check;

/// One test case of a mock configuration.
///
/// @param machine the name of the state machine
/// @param name the name of the test case
public record TestCase(String machine, String name) {

    /// Reads `Machine#Case`, as Step Functions Local writes it after a machine's ARN.
    ///
    /// @throws CheckException when there is no `#`, or nothing on one side of it
    public static TestCase parse(String text) throws CheckException {
        int hash = text.indexOf('#');
        if (hash < 1 || hash == text.length() - 1) {
            throw new CheckException(
                    "'" + text + "' names no test case; expected Machine#Case, such as OrderMachine#HappyPath");
        }
        return new TestCase(text.substring(0, hash), text.substring(hash + 1));
    }

    @Override
    public String toString() {
        return machine + "#" + name;
    }
}
