package dev.signalbox.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/// A user of the account, who calls addresses as the AWS command line's users do: with a signature.
final class Person {
    // HttpClient sets these itself.
    private static final Set<String> NOT_OURS = Set.of("host", "content-length");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String arn;
    private final AwsBasicCredentials credentials;

    private Person(String arn, AwsBasicCredentials credentials) {
        this.arn = arn;
        this.credentials = credentials;
    }

    /// A new user.
    ///
    /// @param name begins with `signalbox-`: the emulator holds only such users to their rights
    static Person named(String name, Deployment aws) {
        try (IamClient iam = aws.iam()) {
            String arn =
                    iam.createUser(request -> request.userName(name)).user().arn();
            AccessKey key =
                    iam.createAccessKey(request -> request.userName(name)).accessKey();
            return new Person(arn, AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));
        }
    }

    /// Lets the user do one thing.
    Person who(String may, String resource, Deployment aws) {
        try (IamClient iam = aws.iam()) {
            iam.putUserPolicy(request -> request.userName(arn.substring(arn.lastIndexOf('/') + 1))
                    .policyName("rights")
                    .policyDocument("""
                            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "%s"}]}""".formatted(may, resource)));
        }
        return this;
    }

    String arn() {
        return arn;
    }

    /// A signed call.
    HttpResponse<String> call(String method, URI address, String body) {
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(address)
                .putHeader("Content-Type", "application/json")
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.ofString(body));
        signed.request().forEachHeader((name, values) -> {
            if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return sent(request.build());
    }

    /// A call that nobody signed.
    static HttpResponse<String> unsigned(URI address) {
        return new Person("", AwsBasicCredentials.create("none", "none"))
                .sent(HttpRequest.newBuilder(address).build());
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
