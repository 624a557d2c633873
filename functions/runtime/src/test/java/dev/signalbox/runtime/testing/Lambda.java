package dev.signalbox.runtime.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What Lambda gives to a handler.
public final class Lambda {
    private Lambda() {}

    /// A context whose logger keeps its lines as Lambda writes them: a text is wrapped in a line of JSON of
    /// Lambda's own, bytes are left alone.
    public static Context logging(List<String> lines) {
        LambdaLogger logger = new LambdaLogger() {
            @Override
            public void log(String message) {
                lines.add("{\"message\":\"…\"}");
            }

            @Override
            public void log(byte[] message) {
                lines.add(new String(message, StandardCharsets.UTF_8));
            }
        };
        return (Context) Proxy.newProxyInstance(
                Lambda.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getName().equals("getLogger") ? logger : null);
    }
}
