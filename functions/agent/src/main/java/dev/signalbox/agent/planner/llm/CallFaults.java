package dev.signalbox.agent.planner.llm;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.io.UncheckedIOException;

/// Says what went wrong with a call. Never with the words of an exception: a server's answer, and so perhaps
/// a key or the data, may stand in them.
final class CallFaults {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private CallFaults() {}

    static String of(Throwable failure, int timeoutSeconds) {
        int status = statusOf(failure);
        if (status != 0) {
            return status(status);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RateLimitException _ -> {
                    return "The service had too many requests.";
                }
                case InternalServerException _ -> {
                    return "The service is in trouble, or its answer is not what its API promises.";
                }
                case AuthenticationException _ -> {
                    return "The credentials are missing, wrong, or may not use this model.";
                }
                case ModelNotFoundException _ -> {
                    return "The service has no such model.";
                }
                case TimeoutException _, java.net.http.HttpTimeoutException _ -> {
                    return "The model did not answer within " + timeoutSeconds + " seconds.";
                }
                case ContentFilteredException _ -> {
                    return "The model refused to answer.";
                }
                case UncheckedIOException _ -> {
                    return "The server cannot be reached, or its answer broke off or is larger than "
                            + BoundedHttp.LARGEST_ANSWER + " bytes.";
                }
                default -> {}
            }
        }
        return "The call failed (" + failure.getClass().getSimpleName() + ").";
    }

    /// The HTTP status in the failure; 0 where there is none.
    static int statusOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return http.statusCode();
            }
        }
        return 0;
    }

    private static String status(int status) {
        String said = "The server answered with status " + status;
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> said + ": the key is missing, wrong, or may not use this model.";
            case NOT_FOUND -> said + ": it has no such model or path.";
            case TOO_MANY -> said + ": too many requests.";
            default -> status >= SERVER ? said + ": it is in trouble." : said + ".";
        };
    }
}
