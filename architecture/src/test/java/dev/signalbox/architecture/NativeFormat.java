package dev.signalbox.architecture;

/// What kind of native library a file is, by its first bytes. Source: the ELF specification ("ELF Header"),
/// Microsoft's "PE Format", Apple's `mach-o/loader.h`.
enum NativeFormat {
    /// ELF for x86-64: Linux, as Lambda has it.
    LINUX_X86_64,
    /// A library for another system or processor.
    FOREIGN,
    /// Something else.
    NONE;

    /// How many first bytes tell.
    static final int BYTES = 20;

    private static final int ELF_MACHINE = 18;
    private static final int X86_64 = 0x3e;

    static NativeFormat of(byte[] bytes) {
        if (begins(bytes, 0x7f, 'E', 'L', 'F')) {
            return bytes[ELF_MACHINE] == X86_64 ? LINUX_X86_64 : FOREIGN;
        }
        return begins(bytes, 'M', 'Z') || begins(bytes, 0xcf, 0xfa, 0xed, 0xfe) ? FOREIGN : NONE;
    }

    private static boolean begins(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length < BYTES || bytes[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
