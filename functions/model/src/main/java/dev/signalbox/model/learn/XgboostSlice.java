package dev.signalbox.model.learn;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Cuts a booster after its first rounds, so that a model does not carry those that did not help.
///
/// XGBoost can do it, but its Java classes have no call for it: the C interface of the library that they have
/// loaded is asked. Source: XGBoost C API, `XGBoosterSlice`.
// Native access is what this class is for; the launcher, the functions and the tests allow it.
@SuppressWarnings("restricted")
final class XgboostSlice {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final String FORMAT = "{\"format\": \"ubj\"}";

    private XgboostSlice() {}

    /// The first rounds of a booster; all of it where the library does not show the function.
    ///
    /// @param ubj the booster as universal binary JSON
    /// @param rounds 1 or more, at most those of the booster
    static byte[] firstRounds(byte[] ubj, int rounds) throws XGBoostError {
        if (SymbolLookup.loaderLookup().find("XGBoosterSlice").isEmpty()) {
            return ubj;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(LONG);
            call("XGBoosterCreate", MemorySegment.NULL, 0L, out);
            long whole = out.get(LONG, 0);
            try {
                MemorySegment bytes = arena.allocate(ubj.length);
                MemorySegment.copy(ubj, 0, bytes, ValueLayout.JAVA_BYTE, 0, ubj.length);
                call("XGBoosterLoadModelFromBuffer", whole, bytes, (long) ubj.length);
                call("XGBoosterSlice", whole, 0, rounds, 1, out);
                return saved(arena, out.get(LONG, 0));
            } finally {
                call("XGBoosterFree", whole);
            }
        }
    }

    private static byte[] saved(Arena arena, long booster) throws XGBoostError {
        try {
            MemorySegment length = arena.allocate(LONG);
            MemorySegment address = arena.allocate(ValueLayout.ADDRESS);
            call("XGBoosterSaveModelToBuffer", booster, arena.allocateFrom(FORMAT), length, address);
            return address.get(ValueLayout.ADDRESS, 0)
                    .reinterpret(length.get(LONG, 0))
                    .toArray(ValueLayout.JAVA_BYTE);
        } finally {
            call("XGBoosterFree", booster);
        }
    }

    /// Calls a function that answers 0 unless it failed.
    ///
    /// @param arguments whole numbers, handles as long ones, and memory
    private static void call(String name, Object... arguments) throws XGBoostError {
        if (invoke(name, arguments) != 0) {
            throw new XGBoostError(name + " failed");
        }
    }

    private static int invoke(String name, Object... arguments) throws XGBoostError {
        FunctionDescriptor descriptor = FunctionDescriptor.of(INT);
        for (Object argument : arguments) {
            descriptor = descriptor.appendArgumentLayouts(
                    argument instanceof Integer ? INT : argument instanceof Long ? LONG : ValueLayout.ADDRESS);
        }
        MemorySegment symbol = SymbolLookup.loaderLookup()
                .find(name)
                .orElseThrow(() -> new XGBoostError("the library has no " + name));
        MethodHandle handle = Linker.nativeLinker().downcallHandle(symbol, descriptor);
        try {
            return (int) handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new XGBoostError(name + " cannot be called", e);
        }
    }
}
